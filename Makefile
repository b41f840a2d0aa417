# What a newcomer calls, and `.ci/run` too: make run, make test, make check, make bench.
.DEFAULT_GOAL := help
.PHONY: help setup setup-dev run test check bench screenshots lock messages

PYTHON ?= python3
ARGS ?=
BIN := .venv/bin
export PORT LMTP_PORT DATA_DIR

help: ## this list
	@grep -E '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 14

setup: ## .venv with the locked packages that the site needs
	@$(PYTHON) scripts/setup.py requirements.txt

setup-dev:
	@$(PYTHON) scripts/setup.py requirements.txt requirements-dev.txt

run: setup ## the whole site on this machine, until Ctrl-C (PORT, LMTP_PORT, DATA_DIR)
	@$(BIN)/python -m actieweek.start

test: setup-dev ## the tests; ARGS='-m slow' for the slow ones, ARGS=tests/mail for some
	@$(BIN)/python -m pytest -n 2 $(ARGS)

check: setup-dev ## format, lint, templates, types, directions, migrations, translations, settings
	@$(BIN)/python scripts/check.py

bench: setup-dev ## speed and memory, as ratios measured in one run; ARGS=--quick
	@$(BIN)/python -m bench $(ARGS)

screenshots: setup-dev ## pictures of the main pages, into docs/screenshots (needs Chromium)
	@$(BIN)/python -m scripts.screenshots

lock: setup-dev ## requirements*.txt from requirements*.in, with hashes (needs uv)
	@scripts/lock

messages: setup-dev ## compile locale/nl
	@$(BIN)/python scripts/messages.py
