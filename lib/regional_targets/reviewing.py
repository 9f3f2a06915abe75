"""The command `review`: a table of proposals into a workbook, and the workbook, filled in, into the data."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

import pandas as pd

from .errors import DataError, WorkbookError
from .language import LANGUAGES, counted, pick, resolve
from .tables import ENVIRONMENT_VARIABLE, data_folder, load

WORKBOOKS = (".xlsx", ".xlsm")
ORIGINS = "origins.csv"


def add_command(commands: argparse._SubParsersAction) -> None:
    """Add `review` to the commands."""
    command = commands.add_parser(
        "review", help="write proposals into a workbook for a person to decide; given that workbook, read it back"
    )
    command.add_argument("file", metavar="FILE", type=Path, help="proposals.csv, or the workbook that is filled in")
    command.add_argument("-o", "--out", metavar="XLSX", type=Path, help="workbook to write (review.xlsx beside FILE)")
    command.add_argument(
        "--text-folder", metavar="DIR", type=Path, help="folder of the texts, as given to propose (that of FILE)"
    )
    command.add_argument("--lang", choices=LANGUAGES, help="language of the workbook or of what is missing in it")
    command.add_argument("--force", action="store_true", help="replace a workbook in which somebody has worked")
    command.add_argument("--dry-run", action="store_true", help="check the workbook and write nothing")
    command.add_argument(
        "--data",
        metavar="DIR",
        help=f"data folder; else the one in {ENVIRONMENT_VARIABLE}, else the repository's data/",
    )
    command.set_defaults(run=_run)


def _run(options: argparse.Namespace) -> int:
    ending = options.file.suffix.lower()
    if ending in WORKBOOKS:
        return _read_back(options)
    if ending == ".csv":
        return _write(options)
    print(f"{options.file}: found the ending {ending or '(none)'}; wanted .csv or .xlsx", file=sys.stderr)
    return 2


def _write(options: argparse.Namespace) -> int:
    from .review.sheets import write_review
    from .review.undoing import undo_stopped

    lang = resolve(options.lang)
    undo_stopped(data_folder(options.data))
    data = load(options.data)
    proposals = read_proposals(options.file)
    texts = find_texts(proposals, options.file.parent, options.text_folder)
    target = options.out or options.file.with_name("review.xlsx")
    path = write_review(data, proposals, texts, target, lang, options.force)
    words = pick(
        lang,
        f"{path}：{len(proposals)} 条提议，{len(texts)} 份文件。填好后运行 python -m regional_targets review {path}",
        f"{path}: {counted(len(proposals), 'proposal')} from {counted(len(texts), 'document')}. "
        f"When it is filled in: python -m regional_targets review {path}",
    )
    print(words)
    return 0


def _read_back(options: argparse.Namespace) -> int:
    from .review.importing import import_review, worded
    from .review.reading import language_of

    lang = resolve(options.lang) if options.lang else language_of(options.file)
    try:
        imported = import_review(options.file, options.data, dry_run=options.dry_run, lang=lang)
    except DataError as error:
        for problem in error.problems:
            print(worded(problem, lang))
        n = len(error.problems)
        print(pick(lang, f"尚有 {n} 处；data/ 没有改动。", f"{n} to mend; nothing was written to data/."))
        return 1
    for row in imported.rows.itertuples():
        print(f"data/{row.table}.csv +{row.rows}")
    print(imported.data)
    done = pick(lang, "已全部写入。", "All is written.")
    tried = pick(lang, "全部正确；按 --dry-run 没有写入。", "All is right; nothing is written, as --dry-run asks.")
    print(done if imported.written else tried)
    return 0


def read_proposals(path: Path) -> pd.DataFrame:
    """Read a table that `propose` wrote; WorkbookError when it is none."""
    from .candidates.proposals import COLUMNS

    if not path.is_file():
        raise WorkbookError(f"{path}: found no such file. Look at the path.")
    try:
        frame = pd.read_csv(path, dtype="str", keep_default_na=False, encoding="utf-8-sig")
    except (OSError, ValueError) as error:
        raise WorkbookError(
            f"{path}: cannot be read as CSV in UTF-8 ({error}). Take it as propose wrote it."
        ) from error
    missing = [column for column in COLUMNS if column not in frame]
    if missing:
        raise WorkbookError(f"{path}: found no column {', '.join(missing)}. Take the table as propose wrote it.")
    for column, dtype in COLUMNS.items():
        if dtype != "string":
            try:
                frame[column] = pd.to_numeric(frame[column].where(frame[column] != "")).astype(dtype)
            except (ValueError, TypeError) as error:
                raise WorkbookError(f"{path}, {column}: {error}. Take the table as propose wrote it.") from error
    return frame


def find_texts(proposals: pd.DataFrame, beside: Path, folder: Path | None) -> dict[str, str]:
    """Return file -> text, from a folder of texts that `propose` filled, else read again from the documents themselves.

    Raises
    ------
    RegionalTargetsError
        When a document is not found, or its text is not the one in which the proposals count their offsets.
    """
    from .documents.readers import read_document

    names = list(dict.fromkeys(proposals["file"]))
    if folder and (folder / ORIGINS).exists():
        # A document without any proposal is a document all the same.
        listed = pd.read_csv(folder / ORIGINS, dtype="str", encoding="utf-8-sig")["file"]
        names = list(dict.fromkeys([*names, *listed]))
    texts = {}
    for name in names:
        frozen = folder / f"{name}.txt" if folder else None
        document = (folder or beside) / name
        if frozen and frozen.exists():
            texts[name] = frozen.read_bytes().decode("utf-8")
        elif document.is_file():
            texts[name] = read_document(document).text
        else:
            advice = "Name the folder of the documents, or the one given to propose, with --text-folder DIR."
            raise WorkbookError(f"{name}: found no such file in {document.parent}. {advice}")
    for row in proposals.itertuples():
        if texts[str(row.file)][row.start : row.end] != row.numeral:  # type: ignore[misc]
            advice = "Run propose again with --text-folder DIR, and give the same folder here."
            raise WorkbookError(f"{row.file}: is not the text of the proposals at offset {row.start}. {advice}")
    return texts
