"""The stage by itself, over a parse without a gazetteer."""

from __future__ import annotations

import pytest

from dragoman.annotate import Pipeline
from dragoman.annotate.actor import ActorStage
from dragoman.annotate.parse import ParseStage
from dragoman.annotate.sentence import SentenceStage
from dragoman.model import Report

DAY = "2022-03-10"


@pytest.fixture(scope="session")
def actors_of(parser):
    """A function: the actors of a text, ``actors_of(text, published="2023-07-26")``."""
    pipeline = Pipeline((SentenceStage.build({}), ParseStage.build({"parser": parser})))
    stage = ActorStage.build({})

    def read(text: str, published: str | None = DAY, **origin: str):
        return tuple(stage(pipeline(Report.of(text, published=published, **origin))))

    return read
