"""The command `propose`: documents in, a table of proposed commitments out."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from .errors import CallError
from .language import counted

SHOWN_WARNINGS = 20


def add_command(commands: argparse._SubParsersAction) -> None:
    """Add `propose` to the commands."""
    command = commands.add_parser("propose", help="propose commitments from policy documents, for a person to decide")
    command.add_argument(
        "paths",
        nargs="+",
        metavar="FILE_OR_DIR",
        type=Path,
        help="documents (.txt .html .htm .docx .pdf), or folders to search through",
    )
    command.add_argument("-o", "--out", metavar="CSV", type=Path, required=True, help="table to write")
    command.add_argument(
        "--text-folder", metavar="DIR", type=Path, help="folder for the texts that the offsets count in"
    )
    where = command.add_mutually_exclusive_group()
    where.add_argument("--jobs", metavar="N", type=_jobs, default=1, help="processes; -1 for one on each core (1)")
    where.add_argument("--dask", metavar="ADDRESS", help="scheduler of a Dask cluster, as tcp://192.168.1.5:8786")
    command.set_defaults(run=_run)


def _jobs(text: str) -> int:
    number = int(text)
    if number < 1 and number != -1:
        raise argparse.ArgumentTypeError(f"found {number}; wanted 1 or more, or -1 for one on each core")
    return number


def _run(options: argparse.Namespace) -> int:
    from .documents.batch import propose_files

    try:
        outcome = propose_files(
            options.paths,
            options.out,
            jobs=None if options.dask else options.jobs,
            dask=options.dask,
            texts=options.text_folder,
            progress=True,
        )
    except CallError as error:
        print(error, file=sys.stderr)
        return 2
    except KeyboardInterrupt:
        print("Interrupted. The same call goes on where this one stopped.", file=sys.stderr)
        return 130
    for file, warning in outcome.warnings[:SHOWN_WARNINGS]:
        print(f"{file}: {warning}", file=sys.stderr)
    if len(outcome.warnings) > SHOWN_WARNINGS:
        print(f"… and {len(outcome.warnings) - SHOWN_WARNINGS} more warnings", file=sys.stderr)
    for skipped in outcome.skipped:
        print(f"skipped {skipped.file}: {skipped.reason}", file=sys.stderr)
    if outcome.skipped:
        print("Mend what was skipped and repeat the call: only that is read again.", file=sys.stderr)
    found = f"{counted(outcome.n_proposals, 'proposal')} from {counted(outcome.n_documents, 'document')}"
    print(
        f"{outcome.out.name}: {found}, {outcome.n_resumed} of them finished before; "
        f"{len(outcome.skipped)} skipped, {counted(outcome.n_others, 'other file')}"
    )
    return 1 if outcome.skipped else 0
