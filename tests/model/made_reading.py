"""A reading with every layer filled, by hand: no stage has a part in it."""

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

TEXT = (
    "QUITO, May 4, 2021 (EFE) - The envoy of Peru arrived in Quito on Tuesday, the first visit since 2019, EFE said. "
    "Trade was twice as high as in 2020. t.co/Ab12"
)


def span(words: str) -> Span:
    """The first place of some words in TEXT."""
    start = TEXT.index(words)
    return Span(start, start + len(words))


def made_reading() -> Reading:
    """Every layer, and every field of every layer but where one excludes another."""
    where = Place(
        span("Quito"), "Quito", 3652462, -0.22985, -78.52495, "ECU", "Pichincha", "city", 0.9,
        (Candidate(3652462, "Quito", "ECU", 0.9), Candidate(None, "Quito", None, 0.1)), False,
    )  # fmt: skip
    envoy = Party(span("The envoy of Peru"), "envoy", "PER", ("GOV",), "PER GOV", "PERGOV", "per-gov", "envoy")
    host = Party(span("Quito"), "Ecuador", "ECU")
    event = Event(
        id="e1", sentence=span("The envoy of Peru arrived in Quito"), trigger=span("arrived"), act="CONSULT",
        mode="visit", status="asserted", plover="CONSULT", contexts=("diplomatic",), cameo="042", quad=1, goldstein=1.9,
        actors=(envoy,), recipients=(host,),
        when=When("2021-05-04", "2021-05-05", "2021-05-04", "text", span("Tuesday")),
        where=Where.at(where), speaker=Speaker(span("EFE said"), "EFE"), statement=0,
        size=Size(killed=(0.0, 2.0), people=(10.0, 20.0)),
        why=(Reason("visit.arrive", span("arrived")), Reason("default")),
        confidence=0.9,
    )  # fmt: skip
    report = Report.of(
        TEXT, title="Envoy arrives", published="2021-05-04T10:00:00+00:00", source="Coast Wire",
        url="https://coastwire.example/1", author="Ida Lund", language="en",
        dateline=Dateline(Span(0, 26), "QUITO", "EFE", "2021-05-04"),
    )  # fmt: skip
    return Reading(
        report,
        sentences=(Span(27, 112), Span(112, len(TEXT))),
        times=(
            Time(
                span("Tuesday"),
                "DATE",
                "2021-05-04",
                "APPROX",
                "2021-05-04",
                "2021-05-05",
                "2021-05-04",
                "dateline",
                "r",
            ),
            Time(span("2019"), "DURATION", None),
        ),
        places=(where,),
        actors=(
            Actor(span("The envoy of Peru"), "envoy", "envoy", "PER", ("GOV",), "PER GOV", "PERGOV", "per-gov"),
            Actor(span("EFE said"), "EFE", refers=0),
        ),
        statements=(
            Statement(span("EFE"), span("said"), (Span(27, 90), Span(95, 99)), "mixed", 1, "say", 0, "r"),
            Statement(None, None, (Span(30, 40),), "direct"),
        ),
        figures=(Figure(span("twice"), 2.0, 2.0, None, "times", "ratio", Relation("2021", "2020", "trade"), "r"),),
        events=(event, Event("e2", Span(27, 112), span("visit"), "CONSULT", None, "background", None)),
        claims=(
            Claim(
                span("first visit"), "first-since", {"act": "CONSULT"}, Since("2019-01-01", None, span("2019")), "e1"
            ),
        ),
        media=(
            Media(span("t.co/Ab12"), "x", "https://t.co/Ab12", "Envoy (@envoy)", "2021-05-04"),
            Media(None, "x", "u"),
        ),
        note="made by hand",
    )
