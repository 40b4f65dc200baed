"""What all tests share: one parser, loaded once."""

from __future__ import annotations

import pytest

from dragoman.annotate.parse import SpacyParser
from dragoman.flow.config import Config
from dragoman.flow.registry import pipeline_of
from dragoman.model import Reading, Report


@pytest.fixture(scope="session")
def parser():
    return SpacyParser()


@pytest.fixture(scope="session")
def read_layers(parser):
    """A function that reads a text up to some layers: ``read_layers(text, "times", published="2023-07-26")``."""
    pipelines = {}

    def read(text: str, *layers: str, **origin: str) -> Reading:
        if layers not in pipelines:
            pipelines[layers] = pipeline_of(Config(), layers, parser=parser)
        return pipelines[layers](Report.of(text, **origin))

    return read
