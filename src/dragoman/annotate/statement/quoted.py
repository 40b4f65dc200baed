"""Quotations and the cues that bring them.

A quotation belongs to the cue that stands next to it, judged by punctuation before grammar. One without a cue of its
own goes on with the statement of the sentence before.
"""

from __future__ import annotations

from collections.abc import Iterator

from ...model import Span
from .adjacent import Group, follows_quote, is_speech, lead_cue, opens_sentence, right_before, tail_cue
from .cues import Cue, CueTable
from .sheet import Draft, Sheet
from .source import beside, outside, phrase_of, subject_of
from .verbs import cue_words, is_passive, match

UNKNOWN = Cue("quotation", "say", "speech")
COLON = Cue("colon", "say", "speech")
_FINITE = frozenset(("VBD", "VBZ", "VBP", "MD"))


def quoted_drafts(sheet: Sheet, table: CueTable, drafts: dict[int, Draft]) -> list[Draft]:
    """All drafts, those that bring quotations completed; ``drafts`` are those of the verbs, by verb."""
    loose: list[Draft] = []
    owners: dict[int, Draft] = {}
    _keep_inside(sheet, drafts)
    for group in _groups(sheet):
        owner = _owner(sheet, table, drafts, group)
        if owner is None and is_speech(sheet, group):
            owner = _after_colon(sheet, group)
            if owner is not None:
                loose.append(owner)
        if owner is None:
            owner = _before(sheet, group, owners, drafts)
        if owner is None and is_speech(sheet, group) and opens_sentence(sheet, group.first):
            owner = Draft(UNKNOWN, "quotation: alone", group.first, (), None)
            loose.append(owner)
        if owner is None:
            continue
        owner.spans.extend(group.spans())
        for index in group.indices:
            owners[index] = owner
        _withdraw(sheet, group, owner, drafts)
    _bring_inner(sheet, table, drafts)
    return [*drafts.values(), *loose]


def _groups(sheet: Sheet) -> list[Group]:
    groups: list[Group] = []
    for index, quote in enumerate(sheet.quotes):
        tokens = sheet.parse.tokens_in((quote.start, quote.end))
        if not len(tokens) or sheet.quote_of[tokens[0]] != index:
            continue
        if quote.follows and groups and groups[-1].indices[-1] == index - 1:
            old = groups.pop()
            groups.append(Group((*old.quotes, quote), (*old.indices, index), old.first, tokens[-1]))
        else:
            groups.append(Group((quote,), (index,), tokens[0], tokens[-1]))
    return groups


def _owner(sheet: Sheet, table: CueTable, drafts: dict[int, Draft], group: Group) -> Draft | None:
    claims = [drafts[verb] for verb in _near(sheet, group, drafts) if _claims(sheet, drafts[verb], group)]
    opens = opens_sentence(sheet, group.first) or follows_quote(sheet, group.first)
    verb = None
    if not opens:
        verb = right_before(sheet, table, group.first)
    if verb is None and (opens or is_speech(sheet, group)):
        verb = tail_cue(sheet, table, group) if opens or not claims else None
        if verb is None:
            verb = lead_cue(sheet, table, group)
    if verb is None:
        before = [draft for draft in claims if draft.head < group.first]
        return max(before or claims, key=lambda draft: draft.head, default=None)
    owner = drafts.get(verb)
    if owner is None or owner.cue.act != "speech":
        owner = drafts[verb] = _new_draft(sheet, table, verb, group)
    if owner.rule.endswith(": quoting"):
        _give_to_quoted(sheet, table, drafts, owner, group)
        return owner
    if opens and verb > group.last:
        owner.tokens = frozenset()
    elif not opens and verb < group.first and any(sheet.parse.tags[token] in _FINITE for token in group.tokens()):
        end = max((token for token in owner.tokens if sheet.quote_of[token] >= 0), default=group.last)
        owner.tokens = frozenset(token for token in owner.tokens if token <= end)
    return owner


def _give_to_quoted(sheet: Sheet, table: CueTable, drafts: dict[int, Draft], owner: Draft, group: Group) -> None:
    """*"...," the radio quoted him as saying*: the words are his as well, inside what the radio tells."""
    for token in sorted(owner.tokens):
        if sheet.parse.deps[token] == "pcomp" and sheet.parse.lemmas[token] in sheet.speaking:
            inner = drafts.get(token) or _new_draft(sheet, table, token, group)
            inner.tokens = frozenset()
            inner.spans = group.spans()
            drafts[token] = inner
            return


def _near(sheet: Sheet, group: Group, drafts: dict[int, Draft]) -> Iterator[int]:
    """The cues of the sentences in which a quotation begins and ends."""
    first, end = sheet.sentence(group.first)
    yield from (token for token in range(first, end) if token in drafts)
    start, end = sheet.sentence(group.last)
    if start > first:
        yield from (token for token in range(start, end) if token in drafts)


def _claims(sheet: Sheet, draft: Draft, group: Group) -> bool:
    if sheet.quote_of[draft.head] in group.indices:
        return False
    if group.first in draft.tokens or (group.first + 1) in draft.tokens:
        return True
    return draft.head < group.first and bool(draft.tokens) and max(draft.tokens) + 1 == group.first


def _new_draft(sheet: Sheet, table: CueTable, verb: int, group: Group) -> Draft:
    parse = sheet.parse
    found = match(parse, verb, table)
    assert found is not None
    form, last = found
    cue = form.frames["quote"]
    head = None if is_passive(parse, verb) else subject_of(parse, verb)
    phrase: tuple[int, int] | None = None
    start, end = sheet.sentence(verb)
    if head is not None and sheet.quote_of[head] in (-1, sheet.quote_of[verb]):
        low, high = outside(sheet, head, start, end)
        phrase = phrase_of(sheet, head, low, high)
    else:
        head, phrase = beside(sheet, verb, last, start, end)
    if phrase is not None and phrase[0] <= verb <= phrase[1]:
        phrase = (
            (phrase[0], verb - 1) if phrase[0] < verb and head is not None and head < verb else (last + 1, phrase[1])
        )
    words = cue_words(parse, verb, last)
    return Draft(cue, f"{cue.id}: quote", verb, words, phrase, frozenset(), [], head)


def _before(sheet: Sheet, group: Group, owners: dict[int, Draft], drafts: dict[int, Draft]) -> Draft | None:
    """The statement of the sentence before, which a quotation without a cue carries on."""
    parse = sheet.parse
    if not opens_sentence(sheet, group.first):
        return None
    start, end = sheet.sentence(group.first)
    if start == 0:
        return None
    breaks = "\n" in sheet.text[parse.ends[start - 1] : parse.starts[start]]
    if breaks and any(sheet.quote_of[token] < 0 and parse.words[token][0].isalnum() for token in range(start, end)):
        return None
    first, stop = sheet.sentence(start - 1)
    for token in range(stop - 1, first - 1, -1):
        owner = owners.get(sheet.quote_of[token])
        if owner is not None:
            return owner
    spoken = [token for token in range(first, stop) if token in drafts and drafts[token].cue.act == "speech"]
    free = [token for token in spoken if not any(token in drafts[other].tokens for other in spoken)]
    return drafts[free[-1]] if free else None


def _after_colon(sheet: Sheet, group: Group) -> Draft | None:
    """*He returned to his old line: "..."*: the subject of what stands before the colon speaks."""
    parse = sheet.parse
    before = group.first - 1
    if before < 1 or parse.words[before] != ":":
        return None
    start, _ = sheet.sentence(before)
    top = parse.head_in(range(start, before))
    head = parse.child(top, "nsubj", "nsubjpass") if parse.tags[top][0] == "V" else top
    if head is None or parse.tags[head][0] not in ("N", "P"):
        return None
    phrase = phrase_of(sheet, head, start, before)
    return Draft(COLON, "colon: quote", before, (before,), phrase, frozenset(), [], head)


def _withdraw(sheet: Sheet, group: Group, owner: Draft, drafts: dict[int, Draft]) -> None:
    """A quotation belongs to one statement: others lose it."""
    held = frozenset(range(group.first, group.last + 1))
    for verb in list(_near(sheet, group, drafts)):
        draft = drafts[verb]
        if draft is owner or sheet.quote_of[verb] in group.indices or not _claims(sheet, draft, group):
            continue
        if owner.head in draft.tokens:
            continue
        draft.tokens = draft.tokens - held
        if not sheet.trimmed(draft.tokens) and not draft.spans:
            del drafts[verb]


def _keep_inside(sheet: Sheet, drafts: dict[int, Draft]) -> None:
    """A cue in a quotation attributes words of that quotation only."""
    for verb, draft in list(drafts.items()):
        index = sheet.quote_of[verb]
        if index < 0:
            continue
        draft.tokens = frozenset(token for token in draft.tokens if sheet.quote_of[token] == index)
        if draft.source is None or sheet.quote_of[draft.source[0]] != index:
            del drafts[verb]
            continue
        if not sheet.trimmed(draft.tokens):
            del drafts[verb]


def _bring_inner(sheet: Sheet, table: CueTable, drafts: dict[int, Draft]) -> None:
    """Quotations inside quotations: *"My neighbour said, 'Run,' and we ran," she recalled*."""
    for quote in sheet.inner:
        tokens = sheet.parse.tokens_in((quote.start, quote.end))
        verb = right_before(sheet, table, tokens[0]) if len(tokens) else None
        if verb is None or verb in drafts:
            continue
        made = _new_draft(sheet, table, verb, Group((quote,), (), tokens[0], tokens[-1]))
        if made.source is not None and sheet.quote_of[made.source[0]] == sheet.quote_of[verb]:
            made.spans.append(Span(quote.start, quote.end))
            drafts[verb] = made
