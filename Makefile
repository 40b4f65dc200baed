# The words of this project. `make demo` and `make test` set up everything they need in .venv.

.PHONY: run dev demo test check fix eval bench docs lock clean

run:
	@scripts/set-up run

dev:
	@scripts/set-up dev

demo: run  ## installs, reads the demo reports, shows the record
	@.venv/bin/dragoman demo

test: dev  ## every test
	@.venv/bin/python -m pytest

check: dev  ## style, types, layers
	@.venv/bin/ruff check . && .venv/bin/ruff format --check . && .venv/bin/mypy && .venv/bin/lint-imports --no-logo

fix: dev  ## formats and mends what can be mended by itself
	@.venv/bin/ruff check --fix . ; .venv/bin/ruff format .

eval: dev  ## scores every layer on the development sets, beside the baselines; fails under eval/floors.toml
	@.venv/bin/python eval/run.py

bench: dev  ## times reading against the parser alone, in one run
	@.venv/bin/python eval/bench.py

docs: dev  ## writes CODEBOOK.md from the data
	@.venv/bin/python scripts/codebook.py

lock: dev  ## pins every dependency with its hashes
	@.venv/bin/python -m pip install --quiet uv
	@for kind in run dev; do \
		extra=$$( [ $$kind = dev ] && echo dev || echo build ); \
		.venv/bin/uv pip compile pyproject.toml --extra $$extra --universal --generate-hashes --no-emit-index-url \
			--no-header --python-version 3.11 --quiet --output-file requirements/$$kind.lock; \
	done

clean:
	rm -rf .venv .cache build dist site
