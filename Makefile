# `make help` tells what there is.
SHELL := /bin/bash
.SHELLFLAGS := -euo pipefail -c
.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
MAKEFLAGS += --no-print-directory

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
LOCKED := $(VENV)/.locked
STAMP := $(VENV)/.installed
export PYTHON

# The lock decides versions: limits that this machine's pip is set to must not stand against it.
PIP := PIP_CONSTRAINT=/dev/null PIP_DISABLE_PIP_VERSION_CHECK=1 PIP_NO_INPUT=1 $(BIN)/python -m pip
# pyright's npm package, pinned and quiet.
export PYRIGHT_PYTHON_FORCE_VERSION := 1.1.414
export PYRIGHT_PYTHON_IGNORE_WARNINGS := 1
export NPM_CONFIG_UPDATE_NOTIFIER := false
export NPM_CONFIG_FUND := false
export NPM_CONFIG_AUDIT := false

.PHONY: help install demo demo-web test coverage check format bench lock coverage-table clean system-run system-test

help: ## what can be made
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | awk -F ':.*## ' '{printf "  make %-14s %s\n", $$1, $$2}'

install: system-run $(STAMP) ## the program and all that it needs, in .venv

demo: install ## install, then verify the example submissions and say where their reports lie
	@$(BIN)/hezheng demo

demo-web: install ## install, then serve the page with three submissions and a user of each role
	@$(BIN)/hezheng demo-web $(ARGS)

test: system-run system-test $(STAMP) ## the tests, on all cores
	@$(BIN)/python -m pytest -n auto --dist loadfile $(ARGS)

coverage: ## the tests with branch coverage, which takes about twice as long
	@$(MAKE) test ARGS="--cov --cov-report=term $(ARGS)"

check: $(STAMP) ## formatting, lint, types, and the arrows between the rooms
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/pyright
	$(BIN)/lint-imports --no-cache

format: $(STAMP) ## format, and mend what the linter can mend
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

bench: system-run system-test $(STAMP) ## the benchmarks; make bench ARGS="accuracy memory" for some of them
	@$(BIN)/python -m benchmarks $(ARGS)

lock: $(STAMP) ## make requirements.lock again from pyproject.toml, and the image's
	$(BIN)/uv pip compile pyproject.toml --extra dev --universal --python-version 3.11 --generate-hashes \
	    --no-emit-index-url --override requirements.overrides --custom-compile-command "make lock" \
	    --quiet -o requirements.lock $(LOCK_ARGS)
	$(BIN)/uv pip compile pyproject.toml --universal --python-version 3.11 --generate-hashes \
	    --no-emit-index-url --override requirements.overrides --constraint requirements.lock \
	    --custom-compile-command "make lock" --quiet -o deploy/requirements.lock
	@if grep -nE '[a-z]+://' requirements.lock deploy/requirements.lock; then echo "locks must not name an address" >&2; exit 1; fi

coverage-table: $(STAMP) ## docs/coverage.md anew: what is checked, and which test holds it
	@$(BIN)/python -m tests.coverage_table

clean: ## take .venv and the caches away
	rm -rf $(VENV) .pytest_cache .ruff_cache .import_linter_cache htmlcov .coverage .coverage.* build *.egg-info

system-run:
	@scripts/system-packages.sh run

system-test:
	@scripts/system-packages.sh test

$(LOCKED): requirements.lock
	@scripts/system-packages.sh run
	@$(PYTHON) -c 'import sys; sys.exit(not (3, 11) <= sys.version_info < (3, 14))' \
	    || { echo "hezheng needs Python 3.11 to 3.13; name one: make PYTHON=python3.11" >&2; exit 1; }
	@echo "making $(VENV) with $$($(PYTHON) --version): some minutes"
	@$(PYTHON) -m venv --clear $(VENV)
	@$(PIP) install -qq --no-deps --require-hashes -r requirements.lock
	@touch $@

$(STAMP): $(LOCKED) pyproject.toml
	@$(PIP) install -qq --no-deps --no-build-isolation --editable .
	@touch $@
