"""The package can be run where the command is not on the path."""

from __future__ import annotations

import subprocess
import sys


def test_python_runs_the_package():
    done = subprocess.run([sys.executable, "-m", "dragoman", "--version"], capture_output=True, text=True, check=True)
    assert done.stdout.startswith("dragoman ")
