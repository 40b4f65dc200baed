"""The date inside a dateline, which stands before the first sentence and so outside the parse."""

from __future__ import annotations

import re

from ...model import Parse, Report
from ...model.parse import children_of

_WORD = re.compile(r"\d[\d/:.-]*\d|\d|[^\W\d_]+\.?|\S")


def dateline_parse(report: Report) -> Parse | None:
    """The words of a dateline as a parse of one flat sentence; None where a report has no dated dateline."""
    if report.dateline is None or report.dateline.date is None:
        return None
    start, stop = report.dateline.span
    found = list(_WORD.finditer(report.text, start, stop))
    if not found:
        return None
    words = tuple(match.group() for match in found)
    heads = (0,) * len(words)
    tags = tuple("CD" if word[0].isdigit() else "NNP" for word in words)
    return Parse(
        words=words,
        lower=tuple(word.lower() for word in words),
        lemmas=tuple(word.lower() for word in words),
        tags=tags,
        deps=("dep",) * len(words),
        heads=heads,
        ents=("",) * len(words),
        ent_starts=(False,) * len(words),
        starts=tuple(match.start() for match in found),
        ends=tuple(match.end() for match in found),
        sentences=((0, len(words)),),
        children=children_of(heads),
    )
