"""The commands of `python -m regional_targets`; `--help` lists them."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

from .checks import check
from .errors import RegionalTargetsError
from .language import LANGUAGES
from .proposing import add_command as add_propose
from .reviewing import add_command as add_review
from .tables import ENVIRONMENT_VARIABLE, REPOSITORY_DATA, load, read

EXPORTS = REPOSITORY_DATA.parent / "exports"
CANNOT_SAY = 3


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; return 0 when all is well, 1 when the data have problems, 2 when the call was wrong.

    `verify` returns 0, 1 or 2 for what the workbook is (see `verifying.State`), and 3 when that cannot be said.
    """
    options = _parser().parse_args(arguments)
    try:
        return int(options.run(options))
    except RegionalTargetsError as error:
        print(error, file=sys.stderr)
        return int(options.failed)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="python -m regional_targets",
        description="Compare what regions promise in their policy documents, with evidence for every number.",
    )
    parser.set_defaults(failed=1)
    where = argparse.ArgumentParser(add_help=False)
    where.add_argument(
        "--data",
        metavar="DIR",
        help=f"data folder; else the one in {ENVIRONMENT_VARIABLE}, else the repository's data/",
    )
    commands = parser.add_subparsers(required=True, metavar="COMMAND")
    command = commands.add_parser(
        "check", parents=[where], help="check all tables against their schema, the codebook and the texts"
    )
    command.set_defaults(run=_check)
    command = commands.add_parser("export", parents=[where], help="write the Excel workbooks")
    command.add_argument("--out", metavar="DIR", type=Path, default=EXPORTS, help="folder for the files (exports/)")
    command.add_argument("--lang", choices=LANGUAGES, help="one language only; both without it")
    command.add_argument("--pictures", action="store_true", help="each figure as a picture, too, below its chart")
    command.add_argument("--force", action="store_true", help="replace a workbook that was edited, or is none of ours")
    command.set_defaults(run=_export)
    verifying = commands.add_parser(
        "verify",
        parents=[where],
        help="say whether a workbook equals the data (0), was edited (1), or is an untouched export of other data (2)",
        epilog="Exit code 3: the file is no workbook of this library or cannot be read safely, or the call was wrong.",
    )
    verifying.add_argument("file", metavar="FILE.xlsx", type=Path, help="the workbook")
    # The usual code for a wrong call, 2, would say that the workbook is outdated.
    verifying.error = lambda message: verifying.exit(CANNOT_SAY, f"{verifying.format_usage()}{message}\n")  # type: ignore
    verifying.set_defaults(run=_verify, failed=CANNOT_SAY)
    command = commands.add_parser(
        "accessibility", help="check a workbook against the checklist for statistics in spreadsheets; 1 on a fail"
    )
    command.add_argument("file", metavar="FILE.xlsx", type=Path, help="the workbook")
    command.add_argument("--lang", choices=LANGUAGES, default="zh", help="language of the list (zh)")
    command.set_defaults(run=_accessibility)
    command = commands.add_parser("describe", parents=[where], help="fill in the computed parts of data/README.md")
    command.set_defaults(run=_describe)
    add_propose(commands)
    add_review(commands)
    return parser


def _describe(options: argparse.Namespace) -> int:
    from .documentation import write

    data = load(options.data)
    path = data.folder / "README.md"
    print(f"{path.name}: {'written' if write(path, data) else 'up to date'}")
    return 0


def _verify(options: argparse.Namespace) -> int:
    from .workbook.verifying import verify

    found = verify(load(options.data), options.file)
    print(f"{options.file.name}: {found}")
    return int(found.state)


def _accessibility(options: argparse.Namespace) -> int:
    from .workbook.accessibility import check_accessibility, listed
    from .workbook.outcomes import FAIL

    findings = check_accessibility(options.file, options.lang)
    print(listed(findings, options.lang))
    return int(any(finding.result == FAIL for finding in findings))


def _check(options: argparse.Namespace) -> int:
    data, problems = read(options.data)
    if data is not None:
        problems = check(data)
    for problem in problems:
        print(problem)
    print(f"{len(problems)} problems")
    if data is not None:
        print(data)
    return 1 if problems else 0


def _export(options: argparse.Namespace) -> int:
    from .charts import picture, save_figure
    from .figures import catalogue, figure
    from .overviews import OVERVIEWS
    from .workbook.writing import write_workbook

    data = load(options.data)
    problems = check(data)
    if problems:
        print(f"Nothing written: the data have {len(problems)} problems. Run: python -m regional_targets check")
        return 1
    options.out.mkdir(parents=True, exist_ok=True)
    draw = picture if options.pictures else None
    languages = [options.lang] if options.lang else LANGUAGES
    for place, lang in enumerate(languages, start=1):
        path = write_workbook(
            data, options.out / f"regional_targets.{lang}.xlsx", lang=lang, pictures=draw, force=options.force
        )
        # The first comparison of the catalogue is the chart that README shows.
        shown = next(fig_id for fig_id in catalogue(data) if fig_id not in OVERVIEWS)
        chart = save_figure(figure(data, shown, lang), options.out / f"chart.{lang}.png")
        print(f"[{place}/{len(languages)}] {path.name}, {chart.name}", flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
