"""A history to be filled by the tests of the checks."""

from __future__ import annotations

import pytest

from histories import Made


@pytest.fixture
def made():
    return Made()
