"""From drafts to statements: which stand, what lies in what, and their spans."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ...model import Actor, Span, Statement
from .sheet import Draft, Sheet


def statements_of(sheet: Sheet, drafts: Sequence[Draft], actors: Sequence[Actor]) -> Iterator[Statement]:
    """The statements in order of the text."""
    spans = [_content(sheet, draft) for draft in drafts]
    kept = _standing(sheet, drafts, spans)
    place = {index: number for number, index in enumerate(kept)}
    for index in kept:
        draft, content = drafts[index], spans[index]
        outer = _around(sheet, index, kept, drafts, spans)
        source = None if draft.source is None else sheet.parse.span(*draft.source)
        cue = sheet.parse.span(draft.words[0], draft.words[-1]) if draft.words else None
        yield Statement(
            source,
            cue,
            tuple(content),
            _manner(sheet, content),
            _speaker(sheet, draft, actors),
            draft.cue.strength,
            None if outer is None else place[outer],
            draft.rule,
        )


def _content(sheet: Sheet, draft: Draft) -> list[Span]:
    spans = sorted([*sheet.runs(draft.tokens), *draft.spans])
    joined: list[Span] = []
    for span in spans:
        if joined and span.start < joined[-1].end:
            joined[-1] = Span(joined[-1].start, max(joined[-1].end, span.end))
        else:
            joined.append(span)
    return joined


def _inside(sheet: Sheet, draft: Draft, content: Sequence[Span]) -> bool:
    start = sheet.parse.starts[draft.head] if draft.words else draft.spans[0].start
    return any(span.start <= start < span.end for span in content)


def _standing(sheet: Sheet, drafts: Sequence[Draft], spans: Sequence[Sequence[Span]]) -> list[int]:
    """The drafts that become statements, in order of the text; longer ones decide over those inside them."""
    size = [sum(b - a for a, b in content) for content in spans]
    kept: list[int] = []
    for index in sorted(range(len(drafts)), key=lambda index: (-size[index], drafts[index].head)):
        if not size[index]:
            continue
        holders = [drafts[other] for other in kept if _inside(sheet, drafts[index], spans[other])]
        if not holders or _speaks_within(sheet, drafts[index], holders):
            kept.append(index)
    return sorted(kept, key=lambda index: (spans[index][0].start, -size[index], drafts[index].head))


def _speaks_within(sheet: Sheet, draft: Draft, holders: Sequence[Draft]) -> bool:
    """True for a statement that stands although it is told inside another: a new source that speaks there.

    Thoughts and stances inside another's words stay part of those words, and so does what the speaker says of
    himself (*he said he had warned*): neither adds a source.
    """
    if draft.spans and not any(holder.spans or holder.cue.act == "speech" for holder in holders):
        return True
    head = draft.source_head
    if draft.cue.act != "speech" or head is None or draft.source is None:
        return False
    if sheet.parse.tags[head] in ("PRP", "PRP$", "WP", "WDT", "DT", "EX"):
        return False
    return draft.rule.endswith((": clause", ": quote", ": phrase"))


def _around(
    sheet: Sheet, index: int, kept: Sequence[int], drafts: Sequence[Draft], spans: Sequence[Sequence[Span]]
) -> int | None:
    """The statement inside which this one is made: the smallest whose content holds its cue."""
    holders = [other for other in kept if other != index and _inside(sheet, drafts[index], spans[other])]
    return min(holders, key=lambda other: sum(b - a for a, b in spans[other]), default=None)


def _manner(sheet: Sheet, content: Sequence[Span]) -> str:
    inside = total = 0
    for span in content:
        for token in sheet.parse.tokens_in(span):
            if sheet.parse.words[token][0].isalnum():
                total += 1
                inside += sheet.quote_of[token] >= 0
    if not inside:
        return "indirect"
    return "direct" if inside >= 0.9 * total else "mixed"


def _speaker(sheet: Sheet, draft: Draft, actors: Sequence[Actor]) -> int | None:
    if draft.source is None:
        return None
    head = draft.source_head if draft.source_head is not None else draft.source[1]
    at = Span(sheet.parse.starts[head], sheet.parse.ends[head])
    for index, actor in enumerate(actors):
        if actor.span.overlaps(at):
            return index
    return None
