import pytest
from claim_cases import CASES, compare, reading_of
from hypothesis import given, settings
from hypothesis import strategies as st

from dragoman.annotate.claim import ClaimStage
from dragoman.annotate.claim.compare import interval
from dragoman.annotate.claim.since import related
from dragoman.annotate.figure import FigureStage
from dragoman.lexicon import load
from dragoman.model import Actor, Reading, Report, Span, Time


@pytest.fixture(scope="module")
def stage():
    return ClaimStage.build({})


@pytest.fixture(scope="module")
def figures():
    return FigureStage.build({})


@pytest.fixture(scope="module")
def claims(stage, figures, parser):
    def find(case):
        return list(stage(reading_of(case, parser, figures)[0]))

    return find


def test_there_are_enough_cases():
    assert len(CASES) >= 50
    assert sum("<c " not in case for case in CASES) >= 15


@pytest.mark.parametrize("case", CASES)
def test_a_case_gives_its_claims_and_no_others(case, stage, figures, parser):
    wanted, found, placed = compare(case, stage, figures, parser)
    assert found == wanted
    assert placed


def test_an_event_phrase_is_dated_by_another_sentence(stage, parser):
    first = "Chad received its first foreign guests since its wartime airport closure."
    second = "Chad closed its airport in March 2021 when fighting came near."
    text = f"{first} {second}"
    spans = (Span(0, len(first)), Span(len(first) + 1, len(text)))
    start = text.index("March 2021")
    time = Time(Span(start, start + 10), "DATE", "2021-03", begin="2021-03-01", end="2021-04-01")
    actor = Actor(Span(0, 4), "Chad", country="TCD", kind="state")
    report = Report.of(text, published="2023-07-26")
    reading = Reading(report, sentences=spans, parse=parser(text, spans), times=(time,), actors=(actor,))
    (claim,) = stage(reading)
    assert (claim.since.begin, claim.since.span.of(text)) == ("2021-03-01", "its wartime airport closure")
    assert claim.of["period"] == {"begin": "2021-03-01", "end": "2023-07-26"}


def test_a_phrase_that_nothing_dates_keeps_its_words_and_no_date(claims):
    (claim,) = claims("It was the first visit since <s>the armistice</s>.")
    assert (claim.since.begin, claim.since.end) == (None, None)
    assert "period" not in claim.of


def test_the_event_of_the_sentence_is_named(claims):
    (claim,) = claims(
        "<e act=ASSAULT mode=aerial>Bombers</e> made the first raid on the port since <t v=2019>2019</t>."
    )
    assert claim.event == "e0"


@pytest.mark.parametrize(
    ("value", "begin", "end"),
    [
        ("2022", "2022-01-01", "2023-01-01"),
        ("2022-12", "2022-12-01", "2023-01-01"),
        ("2022-Q4", "2022-10-01", "2023-01-01"),
        ("2022-H1", "2022-01-01", "2022-07-01"),
        ("2022-W01", "2022-01-03", "2022-01-10"),
        ("2022-02-28", "2022-02-28", "2022-03-01"),
        ("9999", None, None),
        ("PAST_REF", None, None),
        ("", None, None),
    ],
)
def test_a_period_is_an_interval_of_days(value, begin, end):
    assert interval(value) == (begin, end)


def test_stems_tell_which_words_belong_together():
    assert related("closure", "close")
    assert related("invasion", "invade")
    assert not related("coup", "couple")
    assert not related("war", "warn")


@pytest.mark.parametrize("table", ["claim_act", "claim_scope"])
def test_every_example_makes_a_claim_by_its_entry(table, claims):
    missed = []
    for entry in load(table).entries:
        for example in entry.examples:
            found = claims(example.replace("2019", "<t v=2019>2019</t>"))
            wanted = (entry.value.get("act"), entry.value.get("mode"))
            if not found or (table == "claim_act" and (found[0].of.get("act"), found[0].of.get("mode")) != wanted):
                missed.append((entry.id, example))
    assert missed == []


def test_what_an_act_must_not_read_has_no_act(claims):
    for entry in load("claim_act").entries:
        for example in entry.but_not:
            assert all("act" not in claim.of for claim in claims(example.replace("2019", "<t v=2019>2019</t>"))), (
                example
            )


PIECES = st.sampled_from(
    """the first second 3rd for time since in a decade 2019 visit largest most deadly ever on record never before has
    been unprecedented attack no president had visited all - time high its , . not held talks 𝔽 \u200b""".split()
)


@settings(max_examples=40, deadline=None)
@given(st.lists(PIECES, min_size=1, max_size=14) | st.lists(st.text(max_size=6), min_size=1, max_size=6))
def test_any_text_gives_claims_inside_it_in_order(stage, figures, parser, pieces):
    text = " ".join(pieces)
    if not text.strip():
        return
    spans = (Span(0, len(text)),)
    at = text.find("2019")
    times = (Time(Span(at, at + 4), "DATE", "2019", begin="2019-01-01", end="2020-01-01"),) if at >= 0 else ()
    reading = Reading(Report.of(text), sentences=spans, times=times, parse=parser(text, spans))
    reading = reading.with_layer("figures", tuple(figures(reading)))
    found = list(stage(reading))
    assert all(0 <= claim.span.start < claim.span.end <= len(text) for claim in found)
    assert [claim.span for claim in found] == sorted(claim.span for claim in found)
    assert all(claim.kind in ("first-since", "record", "comparison", "never-before") for claim in found)
    assert found == list(stage(reading))
