"""A small gazetteer, built once for the tests of this folder."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from dragoman.gazetteer import Gazetteer, build

sys.path.insert(0, str(Path(__file__).parent))

from small import SmallSources


@pytest.fixture(scope="session")
def small_file(tmp_path_factory):
    return build(tmp_path_factory.mktemp("gazetteer") / "small.sqlite", sources=SmallSources())


@pytest.fixture(scope="session")
def small(small_file):
    return Gazetteer(small_file)
