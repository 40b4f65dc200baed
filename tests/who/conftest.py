"""A stage of one's own over a parse."""

from __future__ import annotations

import pytest

from dragoman.annotate import Pipeline
from dragoman.annotate.parse import ParseStage
from dragoman.annotate.sentence import SentenceStage
from dragoman.model import Report


@pytest.fixture(scope="session")
def actors_with(parser):
    """A function: the actors that a stage finds in a text of 10 March 2022."""
    pipeline = Pipeline((SentenceStage.build({}), ParseStage.build({"parser": parser})))

    def read(stage, text: str):
        return tuple(stage(pipeline(Report.of(text, published="2022-03-10"))))

    return read
