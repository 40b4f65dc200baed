"""From drafts to statements: which stand, what lies in what, and their spans."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence

from ...model import Actor, Span, Statement
from .sheet import Draft, Sheet

_LONGEST_NAME = 300  # characters; no mention of an actor is longer
_WORDED = frozenset(("clause", "quote", "quoting", "phrase"))
# acts that commit their speaker even where no clause is given: he denied the attack, he vowed to return
_ACTS = frozenset(("accuse", "deny", "demand", "threaten", "vow", "promise", "order", "offer", "urge", "warn"))


def statements_of(sheet: Sheet, drafts: Sequence[Draft], actors: Sequence[Actor]) -> Iterator[Statement]:
    """The statements in order of the text."""
    spans = [_content(sheet, draft) for draft in drafts]
    size = [sum(b - a for a, b in content) for content in spans]
    kept, holders = _standing(sheet, drafts, spans, size)
    place = {index: number for number, index in enumerate(kept)}
    starts = [actor.span.start for actor in actors]
    for index in kept:
        draft, content = drafts[index], spans[index]
        outer = min(holders[index], key=lambda other: size[other], default=None)
        yield Statement(
            None if draft.source is None else sheet.parse.span(*draft.source),
            sheet.parse.span(draft.words[0], draft.words[-1]) if draft.words else None,
            tuple(content),
            _manner(sheet, content),
            _speaker(sheet, draft, actors, starts),
            draft.cue.strength,
            None if outer is None else place[outer],
            draft.rule,
        )


def _content(sheet: Sheet, draft: Draft) -> list[Span]:
    spans = sorted([*sheet.runs(draft.tokens), *draft.spans])
    joined: list[Span] = []
    for span in spans:
        span = _with_marks(sheet, span)
        if joined and span.start < joined[-1].end:
            joined[-1] = Span(joined[-1].start, max(joined[-1].end, span.end))
        else:
            joined.append(span)
    return joined


def _with_marks(sheet: Sheet, span: Span) -> Span:
    """A span with the closing mark of the quotation in which it ends, if only punctuation lies between."""
    last = sheet.parse.token_at(span.end - 1)
    index = sheet.quote_of[last] if last >= 0 else -1
    if index < 0 or sheet.quotes[index].end <= span.end or sheet.quotes[index].start < span.start:
        return span
    end = sheet.quotes[index].end
    return span if any(map(str.isalnum, sheet.text[span.end : end])) else Span(span.start, end)


def _inside(sheet: Sheet, draft: Draft, content: Sequence[Span]) -> bool:
    start = sheet.parse.starts[draft.head] if draft.words else draft.spans[0].start
    return any(span.start <= start < span.end for span in content)


def _standing(
    sheet: Sheet, drafts: Sequence[Draft], spans: Sequence[Sequence[Span]], size: Sequence[int]
) -> tuple[list[int], dict[int, list[int]]]:
    """The drafts that become statements, in order of the text, and those that hold the cue of each.

    Longer ones decide over those inside them. They are looked up by the sentences that they cover.
    """
    covering: dict[int, list[int]] = {}
    holders: dict[int, list[int]] = {}
    for index in sorted(range(len(drafts)), key=lambda index: (-size[index], drafts[index].head)):
        draft = drafts[index]
        near = covering.get(sheet.parse.sentence_of(draft.head), ())
        around = [other for other in near if size[other] > size[index] and _inside(sheet, draft, spans[other])]
        same = any(size[other] == size[index] and _inside(sheet, draft, spans[other]) for other in near)
        if not size[index] or same or (around and not _speaks_within(sheet, draft, [drafts[i] for i in around])):
            continue
        holders[index] = around
        for sentence in sorted({each for span in spans[index] for each in _sentences(sheet, span)}):
            covering.setdefault(sentence, []).append(index)
    return sorted(holders, key=lambda index: (spans[index][0].start, -size[index], drafts[index].head)), holders


def _sentences(sheet: Sheet, span: Span) -> range:
    parse = sheet.parse
    return range(parse.sentence_of(parse.token_at(span.start)), parse.sentence_of(parse.token_at(span.end - 1)) + 1)


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
    if sheet.parse.deps[draft.head] == "pcomp" and any(holder.rule.endswith(": quoting") for holder in holders):
        return True
    if sheet.parse.tags[head] in ("PRP", "PRP$", "WDT", "DT", "EX"):
        return False
    frame = draft.rule.rpartition(" ")[2]
    happened = sheet.parse.tags[draft.head] not in ("VB", "VBG")  # to encourage them is no urging yet
    return frame in _WORDED or (draft.cue.strength in _ACTS and happened)


def _manner(sheet: Sheet, content: Sequence[Span]) -> str:
    inside = total = 0
    for span in content:
        for token in sheet.parse.tokens_in(span):
            if sheet.parse.words[token][0].isalnum():
                total += 1
                inside += sheet.quote_of[token] >= 0 and not sheet.titles[sheet.quote_of[token]]
    if not inside:
        return "indirect"
    return "direct" if inside >= 0.9 * total else "mixed"


def _speaker(sheet: Sheet, draft: Draft, actors: Sequence[Actor], starts: Sequence[int]) -> int | None:
    """The actor whose mention overlaps the head of the source; for *who*, the noun that it stands for."""
    head = draft.source_head
    if head is None:
        return None
    parse = sheet.parse
    if parse.tags[head] in ("WP", "WDT"):
        clause = next((above for above in parse.ancestors(head) if parse.deps[above] == "relcl"), head)
        head = parse.heads[clause]
    at = Span(parse.starts[head], parse.ends[head])
    for index in range(bisect_left(starts, at.end) - 1, -1, -1):
        if actors[index].span.overlaps(at):
            return index
        if starts[index] < at.start - _LONGEST_NAME:
            break
    return None
