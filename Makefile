# Everything goes into .venv: a machine needs Python 3.11 or newer with venv and pip, and make.
#
#   make run            open the app             make run ARGS="--database team.db"
#   make test           the tests                make test ARGS="tests/data -k undo"
#   make check          style, types, imports
#   make long           the longer checks
#   make bench          figures for speed, each against its floor
#   make pictures       the screens and the documents as pictures
#   make pins           renew the pinned requirements (needs uv)
#   make clean          remove .venv and what the tools left behind

# The newest known Python that is new enough, unless PYTHON says which.
NEW_ENOUGH := -c 'import sys; sys.exit(sys.version_info < (3, 11))' >/dev/null 2>&1
PYTHON ?= $(shell for python in python3.13 python3.12 python3.11 python3 python; do \
	"$$python" $(NEW_ENOUGH) && { echo "$$python"; break; }; done)

VENV := .venv/bin/python
PIP := $(VENV) -m pip --disable-pip-version-check --no-input --quiet
UV ?= uv
ARGS ?=

.PHONY: run test long check bench pictures pins clean

run: .venv/.run
	@$(VENV) -m workshop $(ARGS)

test: .venv/.dev
	$(VENV) -m pytest -n auto --maxprocesses 8 --dist worksteal -m "not long" $(ARGS)

long: .venv/.dev
	$(VENV) -m pytest -n auto --maxprocesses 8 --timeout 7200 -m long $(ARGS)

check: .venv/.dev
	$(VENV) -m ruff check .
	$(VENV) -m ruff format --check .
	$(VENV) -m mypy $(wildcard workshop screens data tests benchmarks)
	$(VENV) -c 'from importlinter.cli import lint_imports_command; lint_imports_command()' --no-logo

bench: .venv/.dev
	$(VENV) -m benchmarks $(ARGS)

pictures: .venv/.dev
	$(VENV) -m screens.pictures $(ARGS)
	$(VENV) docs/gallery.py

# Hashes for every platform, no header and no addresses: the files say nothing of the machine that made them.
pins:
	$(UV) pip compile $(PINS) --group build pyproject.toml -o requirements.txt
	$(UV) pip compile $(PINS) --group dev --extra postgres -c requirements.txt pyproject.toml -o requirements-dev.txt
PINS := --quiet --upgrade --universal --python-version 3.11 --only-binary :all: \
	--generate-hashes --no-header --no-annotate --no-emit-index-url

clean:
	rm -rf .venv build dist .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache
	find . -name __pycache__ -type d -prune -exec rm -rf {} +

# One stamp for what the app needs and one for what its developers need on top; each is made again when its pins change.
.venv/.run: requirements.txt pyproject.toml
	$(call set_up,requirements.txt)
	@touch $@

.venv/.dev: requirements-dev.txt pyproject.toml
	$(call set_up,requirements-dev.txt)
	@touch .venv/.run $@

# pip takes no editable install together with hashes, hence two calls; the second needs no network.
define set_up
	@test -n "$(PYTHON)" || { \
		echo "workshop needs Python 3.11 or newer: install it, or name one with 'make PYTHON=/path/to/python3'." >&2; exit 1; }
	@"$(PYTHON)" $(NEW_ENOUGH) || { \
		echo "workshop needs Python 3.11 or newer, and '$(PYTHON)' is not: name another with 'make PYTHON=/path/to/python3'." >&2; exit 1; }
	@"$(PYTHON)" -c 'import venv, ensurepip' >/dev/null 2>&1 || { \
		echo "This Python cannot make environments: install its venv module (on Debian and Ubuntu: apt install python3-venv)." >&2; exit 1; }
	@$(VENV) $(NEW_ENOUGH) && $(VENV) -c 'import pip' >/dev/null 2>&1 || "$(PYTHON)" -m venv --clear .venv
	@echo "Installing $(1) into .venv ..."
	@$(PIP) install --only-binary :all: --require-hashes -r $(1)
	@$(PIP) install --no-deps --no-index --no-build-isolation -e .
endef
