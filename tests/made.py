"""A reading made by hand, with something in every layer, for tests of whatever shows readings."""

from __future__ import annotations

from dragoman.model import (
    Actor,
    Candidate,
    Claim,
    Dateline,
    Event,
    Figure,
    Media,
    Party,
    Place,
    Reading,
    Reason,
    Relation,
    Report,
    Since,
    Size,
    Span,
    Speaker,
    Statement,
    Time,
    When,
    Where,
)

TEXT = """VALMORA, March 12 (Northern Wire) -- A Karelian delegation led by Foreign Minister Ilma Raud arrived in \
Valmora on Tuesday for the first visit since 2019.

Raud will meet President Tomas Oyo on Thursday, the news agency Halvan said. "We did not come to threaten anybody," \
Raud told reporters at the airport.

Shelling near the border killed between 8 and 12 people in January, <b>officials</b> said, twice as many as in December.

https://pic.example/abc March 12, 2024"""


def span(words: str, after: str = "") -> Span:
    """Where some words stand in the text, the first time or the first time after some others."""
    start = TEXT.index(words, TEXT.index(after) if after else 0)
    return Span(start, start + len(words))


def made_reading() -> Reading:
    """The reading."""
    head = Span(0, len("VALMORA, March 12 (Northern Wire) -- "))
    report = Report.of(
        TEXT,
        id="made-1",
        title='Raud in Valmora: "no threats" & talks',
        published="2024-03-12",
        source="Northern Wire",
        url="https://example.org/raud?a=1&b=2",
        language="en",
        dateline=Dateline(head, "VALMORA", "Northern Wire", "2024-03-12"),
    )
    return Reading(
        report,
        sentences=(
            Span(head.end, TEXT.index("\n\n")),
            span("Raud will meet President Tomas Oyo on Thursday, the news agency Halvan said."),
            span('"We did not come to threaten anybody," Raud told reporters at the airport.'),
            span(
                "Shelling near the border killed between 8 and 12 people in January, <b>officials</b> said, "
                "twice as many as in December."
            ),
        ),
        times=_times(),
        places=_places(),
        actors=_actors(),
        statements=_statements(),
        figures=_figures(),
        events=_events(),
        claims=(
            Claim(
                span("the first visit since 2019"),
                "first-since",
                {"act": "CONSULT", "mode": "visit"},
                Since("2019-01-01", "2020-01-01", span("2019")),
                "made-1-1",
                "first-since",
            ),
        ),
        media=(Media(span("https://pic.example/abc"), "web", "https://pic.example/abc", None, "2024-03-12"),),
    )


def _times() -> tuple[Time, ...]:
    return (
        Time(
            span("Tuesday"),
            "DATE",
            "2024-03-12",
            None,
            "2024-03-12",
            "2024-03-13",
            "2024-03-12",
            "published",
            "weekday",
        ),
        Time(span("2019"), "DATE", "2019", None, "2019-01-01", "2020-01-01", "2019", "none", "year"),
        Time(
            span("Thursday"),
            "DATE",
            "2024-03-14",
            None,
            "2024-03-14",
            "2024-03-15",
            "2024-03-14",
            "published",
            "weekday",
        ),
        Time(span("January"), "DATE", "2024-01", None, "2024-01-01", "2024-02-01", "2024-01", "published", "month"),
        Time(span("December"), "DATE", "2023-12", None, "2023-12-01", "2024-01-01", "2023-12", "published", "month"),
    )


def _places() -> tuple[Place, ...]:
    found = (Candidate(7, "Valmora", "OYO", 0.94), Candidate(8, "Valmora Springs", "USA", 0.04))
    return (
        Place(span("Karelian"), "Karelia", 3, 62.0, 32.0, "KRL", None, "country", 0.9, (), False),
        Place(span("Valmora"), "Valmora", 7, 1.5, 103.25, "OYO", "Central", "city", 0.94, found),
    )


def _actors() -> tuple[Actor, ...]:
    return (
        Actor(span("A Karelian delegation"), "Karelian delegation", None, "KRL", ("GOV",), "KRL GOV", "KRLGOV"),
        Actor(
            span("Foreign Minister Ilma Raud"), "Ilma Raud", "Foreign Minister", "KRL", ("GOV",), "KRL GOV", "KRLGOV"
        ),
        Actor(span("President Tomas Oyo"), "Tomas Oyo", "President", "OYO", ("GOV",), "OYO GOV", "OYOGOV"),
        Actor(span("the news agency Halvan"), "Halvan", None, "OYO", ("MED",), "OYO MED", "OYOMED"),
    )


def _statements() -> tuple[Statement, ...]:
    said = span("said", "Halvan")
    return (
        Statement(
            span("the news agency Halvan"),
            said,
            (span("Raud will meet President Tomas Oyo on Thursday"),),
            "indirect",
            3,
            "say",
            None,
            "after",
        ),
        Statement(
            span("Raud", "anybody"), span("told"), (span('"We did not come to threaten anybody,"'),), "direct", 1
        ),
    )


def _figures() -> tuple[Figure, ...]:
    return (
        Figure(span("between 8 and 12 people"), 10.0, 8.0, 12.0, "people", "count"),
        Figure(span("twice"), 2.0, 2.0, 2.0, "times", "ratio", Relation("2024-01", "2023-12", "people killed")),
    )


def _events() -> tuple[Event, ...]:
    raud = Party(span("Foreign Minister Ilma Raud"), "Ilma Raud", "KRL", ("GOV",), "KRL GOV", "KRLGOV")
    oyo = Party(span("President Tomas Oyo"), "Tomas Oyo", "OYO", ("GOV",), "OYO GOV", "OYOGOV")
    valmora = Where(span("Valmora"), "Valmora", 7, 1.5, 103.25, "OYO", "city")
    sentences = (span("A Karelian"), span("Raud will meet President Tomas Oyo on Thursday"), span("Shelling"))
    return (
        Event(
            "made-1-1",
            sentences[0],
            span("arrived in"),
            "CONSULT",
            "visit",
            "asserted",
            "CONSULT",
            ("diplomatic",),
            "042",
            1,
            1.9,
            (raud,),
            (oyo,),
            When("2024-03-12", "2024-03-13", "2024-03-12", "text", span("Tuesday")),
            valmora,
            why=(Reason("trigger:visit", span("arrived in")), Reason("status:past")),
            confidence=0.93,
        ),
        Event(
            "made-1-2",
            sentences[1],
            span("meet"),
            "CONSULT",
            "meet",
            "planned",
            "AGREE",
            ("diplomatic",),
            "036",
            1,
            4.0,
            (raud,),
            (oyo,),
            When("2024-03-14", "2024-03-15", "2024-03-14", "text", span("Thursday")),
            None,
            Speaker(span("the news agency Halvan"), "Halvan"),
            0,
            None,
            (Reason("trigger:meet", span("meet")),),
            0.8,
        ),
        Event(
            "made-1-3",
            sentences[2],
            span("Shelling"),
            "ASSAULT",
            "heavy-weapons",
            "background",
            "ASSAULT",
            ("military",),
            "194",
            4,
            -10.0,
            (),
            (),
            When("2024-01-01", "2024-02-01", "2024-01", "text", span("January")),
            None,
            size=Size(killed=(8.0, 12.0)),
            confidence=0.6,
        ),
    )
