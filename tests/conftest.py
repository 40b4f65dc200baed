"""What all tests share: one parser, loaded once."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import settings

from dragoman.annotate.parse import SpacyParser, installed_model
from dragoman.annotate.parse.spacy_model import DEFAULT_MODELS
from dragoman.cli.demo import demo_reports
from dragoman.flow.config import Config
from dragoman.flow.registry import pipeline_of
from dragoman.flow.settle import settle
from dragoman.ingest import report_of
from dragoman.model import Reading, Report
from dragoman.store import open_store

settings.register_profile("any machine", deadline=None)  # how long a case takes is for the benchmarks
settings.load_profile("any machine")


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


@pytest.fixture(scope="session")
def demo_readings(parser):
    """The readings of the demo reports, in their order."""
    pipeline = pipeline_of(Config(), parser=parser)
    return [pipeline(report_of(row)).with_layer("parse", None) for row in demo_reports()]


@pytest.fixture(scope="session")
def demo_store(demo_readings, tmp_path_factory):
    """A store of the demo reports, open to read; a test that writes copies its file first."""
    path = tmp_path_factory.mktemp("record") / "demo.dragoman"
    with open_store(path, create=True) as store:
        with store.writing():
            for reading in demo_readings:
                store.add(reading, "the tests' pipeline")
        settle(store)
    with open_store(path) as store:
        yield store


def pytest_collection_modifyitems(items):
    """Marks what the smaller parser is known to read differently (``small_model.txt``)."""
    if installed_model() == DEFAULT_MODELS[0]:
        return
    lines = Path(__file__).with_name("small_model.txt").read_text(encoding="utf-8").splitlines()
    known = {line for line in lines if line and not line.startswith("#")}
    for item in items:
        if item.nodeid in known:
            item.add_marker(pytest.mark.xfail(reason="the smaller parser reads it differently", strict=True))
