# make demo     sets everything up and shows it on the sample reports
# make test     installs what the tests need and runs all checks
# make release  makes dist/: the wheel, the sdist, and what the wheel needs as a CycloneDX list (SBOM)

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
DEMO_HOME := $(CURDIR)/.demo
PIP := $(BIN)/python -m pip install --quiet --quiet --disable-pip-version-check --constraint constraints.txt

.PHONY: demo test check install browser release clean

demo: $(VENV)/installed
	@echo "Reading the sample reports (the first run fetches Neo4j, about 150 MB) ..."
	@RAPPORT_HOME=$(DEMO_HOME) $(BIN)/rapport ingest article ingest/samples/*.txt --table
	@RAPPORT_HOME=$(DEMO_HOME) $(BIN)/rapport query relations --table
	@RAPPORT_HOME=$(DEMO_HOME) $(BIN)/rapport path "United States" Hezbollah --table
	@RAPPORT_HOME=$(DEMO_HOME) $(BIN)/rapport show --out demo.html
	@echo "The page is $(CURDIR)/demo.html: open it in a browser."
	@echo "To go on with this graph: export RAPPORT_HOME=$(DEMO_HOME) and run $(BIN)/rapport --help"

test: $(VENV)/installed-tests browser
	@echo "Checking style, types and imports ..."
	@$(BIN)/ruff check --quiet .
	@$(BIN)/ruff format --quiet --check .
	@$(BIN)/mypy --no-error-summary
	@$(BIN)/lint-imports --no-logo > $(VENV)/imports.log || { cat $(VENV)/imports.log; exit 1; }
	@echo "Testing (the first run fetches two versions of Neo4j, about 400 MB) ..."
	@$(BIN)/python -m pytest -q --cov --cov-report=term:skip-covered

install: $(VENV)/installed

$(VENV)/installed: pyproject.toml constraints.txt
	@echo "Installing Rapport into $(VENV) ..."
	@test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	@$(PIP) --editable .
	@touch $@

$(VENV)/installed-tests: $(VENV)/installed
	@echo "Installing what the tests need ..."
	@$(PIP) --editable '.[test]'
	@tools/follow_the_money.sh $(PIP) --editable '.[follow-the-money]'
	@touch $@

release: $(VENV)/installed
	@$(PIP) --editable '.[release]'
	@$(BIN)/python tools/licences.py > $(VENV)/licences.log || { cat $(VENV)/licences.log; exit 1; }
	@rm -rf dist build/release
	@$(BIN)/python -m build --no-isolation --outdir dist . > $(VENV)/build.log || { cat $(VENV)/build.log; exit 1; }
	@echo "Listing what the wheel needs ..."
	@$(PYTHON) -m venv build/release
	@build/release/bin/python -m pip install --quiet --quiet --disable-pip-version-check \
		--constraint constraints.txt dist/*.whl
	@build/release/bin/python -m pip uninstall --quiet --yes --disable-pip-version-check setuptools pip
	@$(BIN)/cyclonedx-py environment --pyproject pyproject.toml --output-reproducible \
		--output-file dist/rapport.cdx.json build/release/bin/python
	@rm -rf build/release
	@ls dist

browser:
	@tools/browser.sh

clean:
	@-RAPPORT_HOME=$(DEMO_HOME) $(BIN)/rapport db stop --quiet
	rm -rf $(VENV) $(DEMO_HOME) demo.html
