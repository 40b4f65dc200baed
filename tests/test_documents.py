"""What the pages say is so: the codebook is what the tables say, the README's example runs."""

from __future__ import annotations

import re
import runpy
from pathlib import Path

ROOT = Path(__file__).parent.parent


def test_the_codebook_is_what_the_tables_say():
    script = runpy.run_path(str(ROOT / "scripts" / "codebook.py"))
    assert script["codebook"]() == (ROOT / "CODEBOOK.md").read_text("utf-8"), "run `make docs`"


def test_the_example_of_the_readme_runs(capsys):
    (block,) = re.findall(r"```python\n(.*?)```", (ROOT / "README.md").read_text("utf-8"), re.S)
    exec(compile(block, "README.md", "exec"), {})
    assert "CONSULT visit asserted" in capsys.readouterr().out


def test_the_pages_that_the_readme_names_are_there():
    named = re.findall(r"\]\(([\w./-]+\.(?:md|cff)|LICENSE|NOTICE)\)", (ROOT / "README.md").read_text("utf-8"))
    assert named
    assert [name for name in named if not (ROOT / name).exists()] == []
