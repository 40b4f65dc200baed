"""Small stores."""

from __future__ import annotations

import pytest

from dragoman.store import open_store
from made import made_reading
from small_store import small


@pytest.fixture
def path(tmp_path):
    return tmp_path / "record.dragoman"


@pytest.fixture
def store(path):
    """A new store, open to write."""
    with open_store(path, create=True) as store:
        yield store


@pytest.fixture
def filled(store):
    """A store of three small reports and the made one."""
    for name in ("a", "b", "c"):
        store.add(small(name), "p1")
    store.add(made_reading(), "p1")
    return store
