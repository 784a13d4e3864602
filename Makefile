# Elshi: python3 (3.11+) and make are enough; everything else comes from the package index.
BIN := .venv/bin

.PHONY: demo test check bench eval lock clean

.venv/.ready: requirements/dev.lock pyproject.toml
	python3 -m venv .venv
	$(BIN)/pip install --quiet uv || true
	$(BIN)/uv pip sync --quiet --python $(BIN)/python --require-hashes $< \
	  || $(BIN)/pip install --quiet --require-hashes -r $<
	$(BIN)/pip install --quiet --no-deps --no-build-isolation -e .
	touch $@

test: .venv/.ready    ## all tests
	$(BIN)/python -m pytest

check: .venv/.ready   ## format, lint, types, import contract
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports

lock:                 ## renew the lock (hashes only, no address of an index)
	$(BIN)/uv pip compile --quiet --universal --generate-hashes --no-header --no-annotate \
	  --no-emit-index-url --no-emit-find-links --python-version 3.11 \
	  -o requirements/dev.lock pyproject.toml requirements/dev.in
