from __future__ import annotations

import re
import subprocess
import sys
import time
import tomllib
from pathlib import Path

import pytest

import dragoman
from dragoman.flow.config import Config, config_of

ROOT = Path(__file__).parent.parent


def code_blocks(page: str, language: str) -> list[str]:
    text = (ROOT / "docs" / page).read_text("utf-8")
    return re.findall(rf"(?<!<!-- not run -->\n)```{language}\n(.*?)```", text, re.S)


def test_the_examples_of_the_docs_run_in_order(capsys):
    blocks = code_blocks("python.md", "python")
    assert len(blocks) == 6
    names: dict[str, object] = {}
    for block in blocks:
        exec(compile(block, "docs/python.md", "exec"), names)
    shown = capsys.readouterr().out
    assert "2024-03-12" in shown
    assert "report b content" in shown


def test_the_configuration_of_the_docs_is_the_defaults():
    (block,) = code_blocks("command-line.md", "toml")
    assert config_of(tomllib.loads(block)) == Config()


@pytest.mark.parametrize("name", dragoman.__all__)
def test_every_public_name_is_there(name):
    assert getattr(dragoman, name) is not None
    assert name in dir(dragoman)


def test_an_unknown_name_is_an_attribute_error():
    with pytest.raises(AttributeError, match="Raeder"):
        _ = dragoman.Raeder


def test_importing_brings_neither_the_parser_nor_other_packages():
    heavy = "('spacy', 'numpy', 'lxml', 'rich')"
    code = f"import sys, dragoman, dragoman.model; print(sorted(name for name in sys.modules if name in {heavy}))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_help_answers_without_the_parser():
    code = (
        "import sys; sys.argv = ['dragoman', '--help']\nfrom dragoman.cli import main\n"
        "try: main()\nexcept SystemExit: print(sorted(n for n in sys.modules if n in ('spacy', 'numpy', 'lxml')))"
    )
    begin = time.perf_counter()
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.rstrip().endswith("[]")
    assert "Commands" in done.stdout
    assert time.perf_counter() - begin < 5  # about 0.4 s; the bound is loose for a busy machine


def test_the_program_reads_a_file_and_a_broken_pipe_is_quiet(tmp_path):
    (tmp_path / "a.txt").write_text("Talks opened on 12 March 2024. " * 3)
    program = [sys.executable, "-c", "from dragoman.cli import main; main()"]
    command = [*program, "read", *[str(tmp_path / "a.txt")] * 40, "--layer", "sentences", "--format", "jsonl"]
    whole = subprocess.run(command, capture_output=True, text=True, check=False)
    assert (whole.returncode, len(whole.stdout.splitlines()), whole.stderr) == (0, 40, "")
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as cut:
        cut.stdout.readline()
        cut.stdout.close()
        assert cut.stderr.read() == ""
    assert cut.returncode == 0
