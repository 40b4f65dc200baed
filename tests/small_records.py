"""Strategies for small records: reports of a few days that tell, repeat, contradict and look back on one another."""

from __future__ import annotations

from dataclasses import replace
from itertools import combinations

from hypothesis import strategies as st

from dragoman.model import Judgement, Reading, Size
from telling import Line, reading

DAYS = ("2024-05-01", "2024-05-02", "2024-05-03", "2024-05-06", "2024-06-20")
OYO, RIO, MAR = "UGA:uga-tomas-oyo", "PER:per-ana-rio", "PER:per-luz-mar"
RAID = Line(
    "Rebels attacked the bridge of Ostra on Wednesday.", "attacked", actors=("rebels [UGA]",), when="2024-05-01"
)
TALKS = Line("Mr Oyo met Ms Rio in Lima.", "met", "CONSULT", actors=(OYO,), recipients=(RIO,), rule="meet")
VISIT = Line("Mr Oyo visited Lima.", "visited", "CONSULT", "visit", actors=(OYO,), recipients=("PER",), rule="visit.go")
BLAME = Line(
    "Uganda accused Peru of spying.", "accused", "ACCUSE", "allege", actors=("UGA",), recipients=("PER",), rule="accuse"
)
SEVEN, NINE = Size(killed=(7.0, 7.0)), Size(killed=(9.0, 9.0))
LINES = (
    RAID,
    Line("Seven soldiers were killed in the raid.", "killed", recipients=("soldiers [UGA]",), size=SEVEN, rule="kill"),
    replace(RAID, words="Nine were killed at Ostra.", trigger="killed", where="Ostra", size=NINE, rule="kill"),
    replace(RAID, words="The attack went on at Velm.", trigger="attack", where="Velm", when="2024-05-02"),
    replace(RAID, words="The rebels denied the attack.", trigger="attack", status="denied", when=None),
    TALKS,
    replace(TALKS, words="The meeting lasted an hour.", trigger="meeting", recipients=()),
    replace(TALKS, words="Mr Oyo met Ms Mar in Lima.", recipients=(MAR,)),
    VISIT,
    replace(VISIT, words="Mr Oyo will visit Lima on Monday.", trigger="visit", status="planned", when="2024-05-06"),
    replace(VISIT, words="Mr Oyo put off his visit.", trigger="put", act="REJECT", mode="meet", rule="refuse.meet"),
    replace(VISIT, words="Mr Oyo visited Lima on May 6.", when="2024-05-06"),
    BLAME,
    replace(BLAME, words="Uganda accused Peru of theft at sea.", when=None),
    Line("Nobody knows.", "knows", act=None, rule="comment"),
)  # fmt: skip
SOURCES = ("Halden Post", "Northern Wire", None)


@st.composite
def records(draw: st.DrawFn, most: int = 7) -> list[Reading]:
    """Some reports, each with a name of its own."""
    found = []
    for number in range(draw(st.integers(1, most))):
        lines = draw(st.lists(st.sampled_from(LINES), min_size=0, max_size=4))
        day = draw(st.sampled_from((*DAYS, None)))
        found.append(reading(f"r-{number}", day, lines, draw(st.sampled_from(SOURCES))))
    return found


@st.composite
def judged(draw: st.DrawFn) -> tuple[list[Reading], list[Judgement]]:
    """A record and what persons judged of its mentions, without contradictions."""
    held = draw(records())
    ids = sorted(event.id for item in held for event in item.events)
    groups = {name: draw(st.integers(0, 3)) for name in ids}  # 0: nothing is said of it
    pairs = [two for two in combinations(ids, 2) if groups[two[0]] and groups[two[1]]]
    chosen = draw(st.lists(st.sampled_from(pairs), max_size=4, unique=True)) if pairs else []
    return held, [
        Judgement(one, other, "same" if groups[one] == groups[other] else "different", 0.0, (), "Ann", "2025-01-01")
        for one, other in chosen
    ]
