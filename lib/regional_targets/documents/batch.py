"""Propose commitments from many documents: in one process, in several, or on a cluster, always with the same table."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterator, Sequence
from contextlib import nullcontext
from dataclasses import dataclass, replace
from pathlib import Path

from ..errors import CallError, DocumentError, ExportError
from ..replacing import check_replaceable, replacing
from .document_files import DocumentFile, find_documents
from .parts import Part, Parts, in_order, key, program, write_whole
from .readers import file_bytes, read_bytes
from .running import cluster_at, run_batches

# A batch is about a tenth of a second of work, so that sending it costs little; small runs get smaller ones.
BATCH_BYTES, BATCH_FILES, BATCHES = 256 * 1024, 64, 64
MARK = "\ufeff"
# Up to 15 digits, plainly: 50, not 50.0; 100000000, not 1e8.
NUMBERS = "%.15g"
ORIGINS = "origins.csv"


@dataclass(frozen=True)
class Skipped:
    """A document without proposals because it could not be read: its name and why."""

    file: str
    reason: str


@dataclass(frozen=True)
class Outcome:
    """What a run did.

    Parameters
    ----------
    out
        The table written.
    n_documents, n_proposals
        Documents read, and rows in the table.
    n_resumed
        Those of the documents that an earlier, interrupted run had finished.
    n_others
        Files in the folders that are no documents.
    skipped
        Documents that could not be read, in order of their names.
    warnings
        Name of a document and what to look at, likewise.
    """

    out: Path
    n_documents: int
    n_proposals: int
    n_resumed: int
    n_others: int
    skipped: tuple[Skipped, ...]
    warnings: tuple[tuple[str, str], ...]


def propose_files(
    paths: Sequence[str | os.PathLike[str]],
    out: str | os.PathLike[str],
    jobs: int | None = None,
    dask: str | None = None,
    texts: str | os.PathLike[str] | None = None,
    progress: bool = False,
) -> Outcome:
    """Propose commitments from all documents in files and folders and write them to one table.

    Parameters
    ----------
    paths
        Files and folders; a folder is searched through for .txt, .html, .htm, .docx and .pdf.
    out
        The table to write: CSV in UTF-8 with byte order mark, the columns of `candidates.propose`, files in order.
    jobs
        Number of processes, -1 for all cores. None: as an active `joblib.parallel_config` says (its backend `dask`
        included), or else one.
    dask
        Address of a Dask scheduler, as `tcp://192.168.1.5:8786`; the workers need this library, but not the files.
    texts
        A folder for the text of each document, `<file>.txt`, into which the offsets point, and `origins.csv`.
    progress
        Show a bar on stderr where that is a terminal.

    Returns
    -------
    Outcome
        The table is the same byte for byte however the work was shared. When documents were skipped or the run is
        interrupted, `<out>.partial` keeps what is finished, and the same call does only the rest.

    Raises
    ------
    CallError
        When there is nothing to read, the output stands there from elsewhere, or the cluster cannot be reached.
    ExportError
        When the output cannot be written.
    """
    out, texts = Path(os.path.abspath(out)), Path(os.path.abspath(texts)) if texts else None
    documents, n_others = find_documents(paths)
    roots = sorted({os.path.abspath(path) for path in paths})
    if texts and any(texts.is_relative_to(root) for root in roots):
        raise CallError(
            f"{texts}: the texts would be read as documents, for it lies in a folder to read. Choose another."
        )
    check_replaceable(out)
    parts = Parts(out, {"paths": roots, "texts": str(texts or "")})
    run = _Run(documents, parts, texts)
    with cluster_at(dask) if dask else nullcontext() as cluster, _bar(len(documents), progress) as bar:
        for result in run_batches(propose_batch, run.batches(), _lost, jobs, cluster):
            run.take(result)
            bar.update(run.n_settled - bar.n)
        bar.update(run.n_settled - bar.n)
    keys = [run.finished[document.name] for document in documents if document.name in run.finished]
    n_proposals, warnings = _write(out, parts, keys, texts)
    skipped = tuple(Skipped(name, run.skipped[name]) for name in sorted(run.skipped))
    if not skipped:
        parts.remove()
    return Outcome(out, len(keys), n_proposals, run.n_resumed, n_others, skipped, tuple(warnings))


Job = tuple[str, str, bytes, str, bool]


def propose_batch(batch: Sequence[Job]) -> list[Part | Skipped]:
    """Read and propose from documents given as (key, name, bytes, program wanted, whether to return the text).

    A broken document gives a `Skipped`. CallError when this process runs another program than the one that asked.
    """
    return [_propose(*job) for job in batch]


def _propose(key: str, name: str, content: bytes, wanted: str, keep_text: bool) -> Part | Skipped:
    from ..candidates.proposals import propose

    if program() != wanted:
        raise CallError("a worker has another version of this library or of one it reads with. Install the same there.")
    try:
        document = read_bytes(content, name)
        frame = propose(document.text, file=name)
        rows = frame.to_csv(index=False, header=False, lineterminator="\n", float_format=NUMBERS)
        text_sha256 = hashlib.sha256(document.text.encode("utf-8")).hexdigest()
    except DocumentError as error:
        return Skipped(name, str(error).removeprefix(f"{name}: "))
    # One document must not end a run over thousands, whatever is wrong with it.
    except Exception as error:
        return Skipped(name, f"unexpected {type(error).__name__}: {error}. Please report it with the document.")
    return Part(
        key=key,
        file=name,
        rows=rows,
        n_rows=len(frame),
        format=document.format,
        encoding=document.encoding,
        sha256=document.sha256,
        text_sha256=text_sha256,
        warnings=document.warnings,
        text=document.text if keep_text else "",
    )


def _lost(job: Job, reason: str) -> Skipped:
    return Skipped(job[1], reason)


class _Run:
    """What is settled so far: keys of finished documents and reasons of skipped ones, by name."""

    def __init__(self, documents: Sequence[DocumentFile], parts: Parts, texts: Path | None):
        self.finished: dict[str, str] = {}
        self.skipped: dict[str, str] = {}
        self.n_resumed = 0
        self._documents, self._parts, self._texts = documents, parts, texts

    @property
    def n_settled(self) -> int:
        return len(self.finished) + len(self.skipped)

    def batches(self) -> Iterator[list[Job]]:
        """Read the files, the largest first, and group those that no earlier run finished."""
        wanted_bytes = min(BATCH_BYTES, sum(document.size for document in self._documents) // BATCHES)
        batch: list[Job] = []
        for document in sorted(self._documents, key=lambda document: -document.size):
            try:
                content = file_bytes(document.path)
            except DocumentError as error:
                self.skipped[document.name] = str(error).removeprefix(f"{document.path.name}: ")
                continue
            wanted = key(document.name, content)
            if self._has(wanted):
                self.finished[document.name] = wanted
                self.n_resumed += 1
                continue
            batch.append((wanted, document.name, content, program(), self._texts is not None))
            if sum(len(job[2]) for job in batch) >= wanted_bytes or len(batch) == BATCH_FILES:
                yield batch
                batch = []
        if batch:
            yield batch

    def take(self, result: Part | Skipped) -> None:
        """Keep a result; a part is stored after its text, so that a finished part has one."""
        if isinstance(result, Part):
            try:
                self._keep_text(result)
            except ExportError as error:
                result = Skipped(result.file, str(error))
        if isinstance(result, Skipped):
            self.skipped[result.file] = result.reason
        else:
            self._parts.put(result)
            self.finished[result.file] = result.key

    def _has(self, wanted: str) -> bool:
        part = self._parts.get(wanted)
        if part is None or self._texts is None:
            return part is not None
        return _fingerprint(_text_path(self._texts, part.file)) == part.text_sha256

    def _keep_text(self, part: Part) -> None:
        if self._texts is None:
            return
        path, content = _text_path(self._texts, part.file), part.text.encode("utf-8")
        if _fingerprint(path) not in ("", part.text_sha256):
            raise ExportError(f"{path}: another text stands there; it is not overwritten. Choose another folder.")
        path.parent.mkdir(parents=True, exist_ok=True)
        write_whole(path, content)


def _fingerprint(path: Path) -> str:
    """Return the fingerprint of a file; "" when there is none."""
    return hashlib.sha256(path.read_bytes()).hexdigest() if path.exists() else ""


def _text_path(texts: Path, name: str) -> Path:
    return texts / f"{name}.txt"


def _write(out: Path, parts: Parts, keys: list[str], texts: Path | None) -> tuple[int, list[tuple[str, str]]]:
    """Put the parts together; return the number of rows and the warnings."""
    import csv

    from ..candidates.proposals import propose

    header = propose("", file="").to_csv(index=False, lineterminator="\n")
    n_rows, warnings, origins = 0, [], []
    digest = hashlib.sha256()
    with replacing(out) as draft:
        with draft.open("wb") as file:
            digest.update(begin := f"{MARK}{header}".encode())
            file.write(begin)
            for part in in_order(parts, keys):
                rows = part.rows.encode("utf-8")
                digest.update(rows)
                file.write(rows)
                n_rows += part.n_rows
                warnings += [(part.file, warning) for warning in part.warnings]
                origins.append(replace(part, rows=""))
        parts.announce(digest.hexdigest())
    if texts is not None:
        texts.mkdir(parents=True, exist_ok=True)
        with replacing(texts / ORIGINS) as draft, draft.open("w", encoding="utf-8-sig", newline="") as table:
            writer = csv.writer(table, lineterminator="\n")
            writer.writerow(
                ["file", "text", "sha256", "origin_sha256", "format", "encoding", "n_proposals", "warnings"]
            )
            for part in origins:
                text = _text_path(Path(), part.file).as_posix()
                found = "; ".join(part.warnings)
                writer.writerow(
                    [part.file, text, part.text_sha256, part.sha256, part.format, part.encoding, part.n_rows, found]
                )
    return n_rows, warnings


def _bar(total: int, progress: bool):
    from tqdm import tqdm

    # None: only where stderr is a terminal, for a log would fill with bars.
    return tqdm(total=total, unit="file", disable=None if progress else True)
