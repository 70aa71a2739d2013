# Parallax: how several sources tell one news story. `make` lists what can be made.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin

CORPUS ?= seeds
OUTPUT ?=

.PHONY: help report lab test bench lint clean

help:  ## list the targets
	@awk -F ':.*## ' '/^[a-z]+:.*## / {printf "make %-8s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

$(VENV)/.installed: pyproject.toml constraints.txt
	@echo "setting up $(VENV), which takes a minute or two"
	@$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --constraint constraints.txt --editable .
	@touch $@

$(VENV)/.tested: pyproject.toml constraints.txt
	@echo "setting up $(VENV), which takes a minute or two"
	@$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --constraint constraints.txt --editable '.[test]'
	@touch $@

report: $(VENV)/.installed  ## pages of the articles in CORPUS (seeds), written to OUTPUT
	$(BIN)/python -m analysis report "$(CORPUS)" $(if $(OUTPUT),--output "$(OUTPUT)")

lab: $(VENV)/.installed  ## JupyterLab on the notebooks
	$(BIN)/jupyter lab --notebook-dir=notebooks $(if $(filter 0,$(shell id -u)),--allow-root)

test: $(VENV)/.tested  ## set up what tests need, and run them all
	$(BIN)/ruff check .
	$(BIN)/python -m pytest

bench: $(VENV)/.installed  ## time the report beside the plain way, and each analysis
	$(BIN)/python tests/benchmarks/bench.py
	$(BIN)/python tests/benchmarks/curve.py
	$(BIN)/python tests/benchmarks/annotating.py

lint: $(VENV)/.tested  ## check the code's style
	$(BIN)/ruff check .

clean:  ## remove the environment and what the set-up made; outputs/ stays
	rm -rf $(VENV) build *.egg-info
