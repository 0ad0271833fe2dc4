# Two commands do all the set-up on a machine with Python 3.11+ and make:
#   make bulletin    install, and turn the sample articles into a bulletin in audio_out/
#   make test        install what the tests need, and run them

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin

.PHONY: bulletin test check bench clean

bulletin: $(VENV)/.installed
	@$(BIN)/bulletin make samples --template hourly

# A module's tests together, for what they share is made once; one worker more than processors: many wait for a player.
test: $(VENV)/.installed-dev
	$(BIN)/pytest -n $$(( $$(getconf _NPROCESSORS_ONLN) + 1 )) --dist loadscope --no-loadscope-reorder

# lint, types, architecture
check: $(VENV)/.installed-dev
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports

bench: $(VENV)/.installed-dev
	$(BIN)/python benchmarks/pipeline.py

$(VENV)/.made:
	@$(PYTHON) -c 'import sys; sys.exit("bulletin needs Python 3.11 or later; here is " + sys.version.split()[0] + ". Try: make PYTHON=python3.12 ...") if sys.version_info < (3, 11) else 0'
	$(PYTHON) -m venv $(VENV)
	@touch $@

$(VENV)/.installed: $(VENV)/.made pyproject.toml
	$(BIN)/pip install --quiet --disable-pip-version-check --editable .
	@touch $@

$(VENV)/.installed-dev: $(VENV)/.installed pyproject.toml
	$(BIN)/pip install --quiet --disable-pip-version-check --editable '.[dev,piper]'
	@touch $@

clean:
	rm -rf $(VENV) .mypy_cache .pytest_cache .ruff_cache .hypothesis .import_linter_cache dist build

# what each command says of itself, and the picture in the README
.PHONY: docs
docs: $(VENV)/.installed-dev
	$(BIN)/python tests/cli/reference.py > docs/commands.md
	$(BIN)/bulletin make samples --at '2026-11-22 14:00' --length 3m --out build/docs
	cp build/docs/demo-radio/2026-11-22/1400-hourly/waveform.png docs/bulletin.png
