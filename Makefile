# `make run` and `make test` are all one needs. Everything they install lands in .venv, node_modules and .local.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin

.PHONY: help installed setup run test test-fast check demo docs snapshot torture screenshots bench lock pii-report

help: ## What there is to make
	@grep -E '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | awk -F ':.*## ' '{printf "  make %-12s %s\n", $$1, $$2}'

$(VENV)/.runtime: requirements/runtime.txt
	@test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-compile --require-hashes -r requirements/runtime.txt
	@touch $@

$(VENV)/.dev: requirements/dev.txt $(VENV)/.runtime
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-compile --require-hashes -r requirements/dev.txt
	@touch $@

installed: $(VENV)/.runtime
	@$(BIN)/python -m portal.ui.build

setup: installed ## Install what the portal needs, build the assets and tell the demo (run and test install by themselves)
	@DEMO=1 $(BIN)/python -m portal.run.serve prepare

run: installed ## Serve the portal with demo data on http://127.0.0.1:8000 (PORT=8001 for another)
	@DEMO=1 exec $(BIN)/python -m portal.run.serve

test: installed $(VENV)/.dev ## The whole suite, browser journeys included
	@$(BIN)/python -m tests.run

test-fast: installed $(VENV)/.dev ## The rooms that changed since main and the rules of the house, without what is heavy: a minute or so
	@$(BIN)/python -m tests.fast

pii-report: installed $(VENV)/.dev ## How well personal data is noticed: precision and recall per kind over the corpus
	@$(BIN)/python -m tests.privacy.measuring

torture: installed $(VENV)/.dev ## What takes too long for every run: each page for each role at each width, in light and dark
	@$(BIN)/python -W ignore -m pytest -n auto --dist worksteal -m torture

check: installed $(VENV)/.dev ## Style, types, layers, templates, migrations, generated docs
	@$(BIN)/python -m tests.check

demo: installed ## Throw the local data away and tell the demo story afresh
	@DEMO=1 $(BIN)/python -m portal.run.serve fresh

snapshot: installed ## Write what the migrations make of an empty database, after a change of them
	@$(BIN)/python manage.py write_snapshot

docs: installed ## Write docs/reference from the tables in the code
	@$(BIN)/python manage.py write_reference

screenshots: installed $(VENV)/.dev ## Every page at 320, 768 and 1440 px into .local/screenshots, the README's into docs/images
	@$(BIN)/python -W ignore -m tests.screenshots

bench: installed $(VENV)/.dev ## Every page beside its floor, at 100, 1,000 and 10,000 actions (BENCH_SIZES=100 for one)
	@$(BIN)/python -W ignore -m bench.run

lock: ## Lock the requirements and the front-end packages again
	@$(BIN)/python -m pip install --quiet uv
	$(BIN)/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-header --no-emit-index-url --no-emit-find-links requirements/runtime.in -o requirements/runtime.txt
	$(BIN)/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-header --no-emit-index-url --no-emit-find-links requirements/dev.in -o requirements/dev.txt
	$(BIN)/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-header --no-emit-index-url --no-emit-find-links requirements/npm.in -o requirements/npm.txt
	npm install --package-lock-only --ignore-scripts --no-audit --no-fund
	$(BIN)/python -m portal.ui.lock
