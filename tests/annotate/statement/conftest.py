"""What the tests of statements share: the stage behind a parser, without the layers that it does not read."""

from __future__ import annotations

import pytest

from dragoman.annotate import Pipeline
from dragoman.annotate.parse import ParseStage
from dragoman.annotate.sentence import SentenceStage
from dragoman.annotate.statement import StatementStage
from dragoman.model import Report


@pytest.fixture(scope="session")
def statements_in(parser):
    """A function that reads the statements of a text; ``actors`` are given to it as found."""
    parse = Pipeline((SentenceStage.build({}), ParseStage(parser)))
    stage = StatementStage.build({})

    def read(text, actors=()):
        return list(stage(parse(Report.of(text)).with_layer("actors", tuple(actors))))

    return read
