"""The main job: make `.venv`, check the data, execute the notebooks in place, write the workbooks.

Run by make. Steps whose inputs and outputs are unchanged, by content hash, are skipped; stamps lie under `.venv`.
The step `env` uses the standard library only, for it runs before anything is installed.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import os
import subprocess
import sys
import time
import venv
from collections.abc import Callable, Iterable
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
VENV = ROOT / ".venv"
STAMPS = VENV / "stamps"
LOCK = ROOT / "requirements.lock"
KERNEL = {"display_name": "Python 3 (ipykernel)", "language": "python", "name": "python3"}


def venv_python() -> Path:
    """Return the interpreter of `.venv`."""
    return VENV / ("Scripts/python.exe" if os.name == "nt" else "bin/python")


def digest(paths: Iterable[Path], extra: str = "") -> str:
    """Return the hash of the contents and names of files; folders count with all files below them."""
    total = hashlib.sha256(extra.encode())
    files = [file for path in paths for file in ([path] if path.is_file() else sorted(path.rglob("*")))]
    for file in files:
        if file.is_file() and "__pycache__" not in file.parts and ".ipynb_checkpoints" not in file.parts:
            total.update(file.relative_to(ROOT).as_posix().encode() + b"\0" + file.read_bytes())
    return total.hexdigest()


def step(name: str, inputs: Callable[[], str], outputs: Callable[[], str], run: Callable[[], None]) -> None:
    """Run a step unless its stamp says that it was run on these inputs and left these outputs."""
    stamp = STAMPS / f"{name.replace('/', '_')}.json"
    before = inputs()
    if stamp.exists() and json.loads(stamp.read_text()) == [before, outputs()]:
        print(f"  {name}: fresh", flush=True)
        return
    started = time.monotonic()
    print(f"  {name} …", flush=True)
    run()
    STAMPS.mkdir(parents=True, exist_ok=True)
    stamp.write_text(json.dumps([inputs(), outputs()]))
    print(f"  {name}: {time.monotonic() - started:.1f} s", flush=True)


def make_environment() -> None:
    """Make `.venv` from the lock, every package checked against its hash, and install the library editable."""
    python = venv_python()

    def run() -> None:
        venv.create(VENV, with_pip=True, clear=VENV.exists())
        pip = [python, "-m", "pip", "--disable-pip-version-check", "install"]
        subprocess.run([*pip, "--require-hashes", "-r", LOCK], check=True)
        subprocess.run([*pip, "--quiet", "--no-deps", "--no-build-isolation", "-e", ROOT], check=True)

    version = ".".join(map(str, sys.version_info[:3]))
    step("environment", lambda: digest([LOCK, ROOT / "pyproject.toml"], version), lambda: str(python.exists()), run)


def execute(notebook: Path) -> None:
    """Execute a notebook in a fresh kernel and store it without anything that tells of machine or time.

    The file is replaced only by a complete new one; when a cell fails, it stays as it was.
    """
    import nbformat
    from nbclient import NotebookClient

    book = nbformat.read(notebook, as_version=4)
    book.metadata = nbformat.NotebookNode(kernelspec=KERNEL)
    client = NotebookClient(
        book, timeout=600, kernel_name="python3", record_timing=False, resources={"metadata": {"path": notebook.parent}}
    )
    client.execute()
    book.metadata = nbformat.NotebookNode(kernelspec=KERNEL, language_info={"name": "python"})
    temporary = notebook.with_suffix(".ipynb.tmp")
    nbformat.write(book, temporary)
    os.replace(temporary, notebook)


def build() -> None:
    """Check the data, execute every notebook and write the workbooks."""
    library = [ROOT / "data", ROOT / "lib", LOCK]

    def command(*arguments: str) -> Callable[[], None]:
        return lambda: subprocess.run([sys.executable, "-m", "regional_targets", *arguments], check=True) and None

    step("check", lambda: digest(library), str, command("check"))
    for notebook in sorted((ROOT / "notebooks").glob("*.ipynb")):
        name = notebook.relative_to(ROOT).as_posix()
        step(name, lambda: digest(library), lambda book=notebook: digest([book]), lambda book=notebook: execute(book))
    step("exports", lambda: digest(library), lambda: digest([ROOT / "exports"]), command("export"))


def main() -> int:
    """Run the step named on the command line."""
    if sys.version_info < (3, 11):  # noqa: UP036 - the system Python that runs `env` may be older
        print(f"Python 3.11 or newer is wanted, this is {sys.version.split()[0]}. Call: make PYTHON=python3.12")
        return 2
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("step", nargs="?", choices=["env", "all"], default="all", help="env: only make .venv")
    try:
        make_environment() if parser.parse_args().step == "env" else build()
    except subprocess.CalledProcessError as error:
        print(f"Stopped: {' '.join(map(str, error.cmd[:6]))} … ended with {error.returncode}.")
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
