"""The house rules that a machine can hold: sizes, layers, cycles, words in data."""

from __future__ import annotations

import ast
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
SOURCE = ROOT / "src" / "dragoman"
MODULES = sorted(SOURCE.rglob("*.py"))
LONGEST_MODULE, LONGEST_FUNCTION = 300, 40
BANNED_NAMES = {"utils", "util", "helpers", "helper", "common", "core", "manager", "misc"}


def tree_of(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"))


def name_of(path: Path) -> str:
    return str(path.relative_to(SOURCE))


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_a_module_stays_under_300_lines(path):
    assert len(path.read_text(encoding="utf-8").splitlines()) <= LONGEST_MODULE


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_a_function_stays_under_40_lines(path):
    functions = [node for node in ast.walk(tree_of(path)) if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)]
    long = [node.name for node in functions if node.end_lineno - node.lineno + 1 > LONGEST_FUNCTION]
    assert long == []


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_nothing_is_imported_inside_a_function(path):
    inside = [
        ast.unparse(inner)
        for node in ast.walk(tree_of(path))
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
        for inner in ast.walk(node)
        if isinstance(inner, ast.Import | ast.ImportFrom)
    ]
    assert [line for line in inside if "pandas" not in line] == []  # pandas is an optional package


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_a_module_tells_in_its_first_line_what_it_is(path):
    assert ast.get_docstring(tree_of(path))


def test_no_room_is_named_after_nothing():
    names = {part for path in MODULES for part in path.relative_to(SOURCE).with_suffix("").parts}
    assert names & BANNED_NAMES == set()


def test_the_model_and_the_errors_need_the_standard_library_only():
    allowed = sys.stdlib_module_names
    for path in [*SOURCE.joinpath("model").glob("*.py"), SOURCE / "errors.py"]:
        for node in ast.walk(tree_of(path)):
            if isinstance(node, ast.Import):
                assert {alias.name.split(".")[0] for alias in node.names} <= allowed, path
            elif isinstance(node, ast.ImportFrom) and node.level == 0:
                assert node.module.split(".")[0] in allowed, path


def test_only_the_rooms_that_keep_tables_speak_sql():
    speaking = {
        path.relative_to(SOURCE).parts[0]
        for path in MODULES
        for node in ast.walk(tree_of(path))
        if isinstance(node, ast.Import | ast.ImportFrom) and "sqlite3" in ast.unparse(node)
    }
    assert speaking <= {"gazetteer", "who", "store", "cli"}  # cli: the doctor reports SQLite's version


def test_words_are_data():
    """No module holds a collection of more than 40 words: those belong into a table with examples."""
    for path in MODULES:
        for node in ast.walk(tree_of(path)):
            if isinstance(node, ast.Set | ast.List | ast.Tuple):
                words = [item for item in node.elts if isinstance(item, ast.Constant) and isinstance(item.value, str)]
                assert len(words) <= 40, f"{name_of(path)}, line {node.lineno}"


def test_imports_run_downwards():
    linter = Path(sys.executable).parent / "lint-imports"
    done = subprocess.run([linter, "--no-logo", "--no-cache"], cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout
