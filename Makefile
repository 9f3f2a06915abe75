# The main job is `make build`; everything needs only Python 3.11+ and make.
PYTHON ?= python3
BIN := .venv/bin
.DEFAULT_GOAL := build
.PHONY: build env test lint lab html bench lock clean help

build: env  ## check the data, execute the notebooks, write exports/ (default)
	@$(BIN)/python lib/build.py

env:  ## make .venv from requirements.lock
	@$(PYTHON) lib/build.py env

test: env  ## run all tests, the notebooks among them
	@$(BIN)/python -m pytest -n auto --dist loadfile

lint: env  ## style, types and the rule of who imports whom
	@$(BIN)/ruff check . && $(BIN)/ruff format --check . && $(BIN)/mypy && $(BIN)/lint-imports

lab: env  ## open JupyterLab on the start notebook
	@$(BIN)/jupyter lab notebooks/00_start_here.ipynb

html: env  ## the notebooks as web pages in html/, each chart with its alternative text
	@$(BIN)/jupyter nbconvert --log-level WARN --to html --template classic --output-dir html notebooks/*.ipynb

bench: env  ## measure, as ratios in one run
	@for script in benchmarks/bench_*.py; do $(BIN)/python $$script || exit 1; done

lock:  ## resolve requirements.lock again (needs uv on the PATH)
	@uv pip compile --quiet --universal --generate-hashes --no-strip-extras --python-version 3.11 pyproject.toml --extra dev \
		--custom-compile-command "make lock" -o requirements.lock

clean:  ## remove .venv and caches
	@rm -rf .venv .pytest_cache .hypothesis .ruff_cache .mypy_cache .import_linter_cache html

help:  ## list the targets
	@sed -n 's/^\([a-z]*\):.*  ## \(.*\)/\1\t\2/p' Makefile | expand -t 10
