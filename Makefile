# Elshi: python3 (3.11+) and make are enough; everything else comes from the package index.
BIN := .venv/bin
PYTHON ?= python3
DEMO := build/demo.sqlite
DATA ?= ../shared/data/kaznerd/valid.iob2

.PHONY: help demo serve test parts pictures check bench eval train-kk lock clean

help:                 ## what there is to make
	@grep -hE '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:[^#]*## /\t/' | expand -t 14

.venv/.ready: requirements/dev.lock pyproject.toml
	$(PYTHON) -m venv .venv
	$(BIN)/pip install --quiet --disable-pip-version-check uv || true
	$(BIN)/uv pip sync --quiet --python $(BIN)/python --require-hashes $< \
	  || $(BIN)/pip install --quiet --require-hashes -r $<
	$(BIN)/python -m pip install --quiet --disable-pip-version-check \
	  --no-deps --no-build-isolation -e .
	touch $@

demo: .venv/.ready    ## read the demo reports; print one reading, the contacts, one told in three languages, a brief
	@$(BIN)/python demo/run.py $(DEMO)

serve: demo           ## open the demo's chronicle as a site on this machine
	$(BIN)/elshi serve --in $(DEMO)

test: .venv/.ready    ## all tests; what was skipped, and why
	$(BIN)/python -m pytest -n 2 -rs

pictures: demo        ## take the pictures of the docs again (drives Chromium)
	$(BIN)/python demo/pictures.py $(DEMO) docs/pictures

parts:                ## what some tests drive: Debian's Chromium and PostgreSQL (as root)
	@bash tests/parts.sh

check: .venv/.ready   ## format, lint, types, import contract
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports

bench: .venv/.ready   ## speed and memory beside the named peers, as ratios of one run
	$(BIN)/python bench/speed.py
	$(BIN)/python bench/chronicle.py 10000 100000
	$(BIN)/python bench/web.py 10000 100000
	$(BIN)/python bench/kept.py 10000
	$(BIN)/python bench/properties.py

eval: .venv/.ready    ## accuracy beside the floors and the published figures
	$(BIN)/python eval/gate.py

train-kk: .venv/.ready ## train the Kazakh CRF on KazNERD: make train-kk DATA=valid.iob2
	$(BIN)/python -m elshi.lang.kk.train $(DATA)

lock: .venv/.ready    ## renew the lock (hashes only, no address of an index)
	$(BIN)/uv pip compile --quiet --universal --generate-hashes --no-header --no-annotate \
	  --python-version 3.11 --all-extras -o requirements/dev.lock pyproject.toml requirements/dev.in

clean:                ## remove what was built
	rm -rf .venv build .pytest_cache .mypy_cache .ruff_cache
