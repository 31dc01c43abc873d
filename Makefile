# Two commands do everything: `make site` and `make test`. Both install what they need into .venv first.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
INSTALLED := $(VENV)/installed
INSTALLED_TEST := $(VENV)/installed-test

.PHONY: site serve test lint clean

site: $(INSTALLED)
	$(BIN)/digest build --strict
	@echo
	@echo "The site:    $(CURDIR)/site/index.html"
	@echo "Preview it:  make serve   (then open http://127.0.0.1:8000)"

serve: $(INSTALLED)
	$(BIN)/digest serve

test: $(INSTALLED_TEST) lint
	$(BIN)/pytest

lint: $(INSTALLED_TEST)
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports

$(VENV)/made:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' \
	  || { echo "digest needs Python 3.11 or newer; name one: make PYTHON=python3.12 $(MAKECMDGOALS)"; exit 1; }
	$(PYTHON) -m venv --upgrade-deps $(VENV)
	@touch $@

$(INSTALLED): $(VENV)/made pyproject.toml
	$(BIN)/pip install --quiet --disable-pip-version-check --editable .
	@touch $@

$(INSTALLED_TEST): $(VENV)/made pyproject.toml
	$(BIN)/pip install --quiet --disable-pip-version-check --editable '.[test]'
	@touch $@

clean:
	rm -rf $(VENV) site .digest .mypy_cache .pytest_cache .ruff_cache .hypothesis
