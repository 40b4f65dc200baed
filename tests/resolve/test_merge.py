"""One happening from several mentions: the best-dated interval, the most specific place, accounts that differ."""

from __future__ import annotations

from dataclasses import replace

import pytest

from dragoman.model import Happening, Size
from dragoman.resolve import Credit, Seen, happening_of
from telling import Line, one, reading, told

RAID = Line("Rebels attacked the market of Ostra.", "attacked", actors=("rebels [UGA]",), recipients=("UGA",))


def merged(*lines: Line, days: tuple[str, ...] = (), credits: dict[str, Credit] | None = None) -> Happening:
    held = [
        reading(f"r-{number}", days[number] if days else "2024-05-02", [line], f"Paper {number}")
        for number, line in enumerate(lines)
    ]
    return happening_of(map(Seen.of, told(*held)), credits or {})


def disputed(happening: Happening) -> dict[str, dict[str, int]]:
    return {item.field: {one.value: one.independent for one in item.accounts} for item in happening.disputes}


def test_one_mention_is_told_as_it_is():
    mention = one(replace(RAID, when="2024-05-01", where="Ostra", size=Size(killed=(7.0, 7.0))))
    happening = happening_of([Seen.of(mention)], {})
    assert (happening.id, happening.mentions) == (f"e-{mention.id}", (mention.id,))
    assert (happening.begin, happening.end, happening.where, happening.size) == (
        "2024-05-01",
        "2024-05-02",
        mention.where,
        mention.size,
    )
    assert (happening.reports, happening.sources, happening.independent) == (1, 1, 1)
    assert happening.confidence == mention.confidence
    assert happening.disputes == ()


def test_a_day_in_a_text_goes_before_a_month_and_a_month_before_the_day_of_publication():
    day, month, none = ("2024-05-01", "2024-05-01/2024-06-01", None)
    assert merged(*(replace(RAID, when=when) for when in (none, month, day))).begin == "2024-05-01"
    assert merged(*(replace(RAID, when=when) for when in (none, month))).end == "2024-06-01"
    assert merged(RAID, RAID, days=("2024-05-03", "2024-05-02")).begin == "2024-05-02"


def test_the_day_that_most_reports_give_is_taken_and_the_other_is_in_dispute():
    happening = merged(*(replace(RAID, when=when) for when in ("2024-05-01", "2024-04-30", "2024-05-01")))
    assert happening.begin == "2024-05-01"
    assert disputed(happening) == {"when": {"2024-04-30": 1, "2024-05-01": 2}}


def test_a_night_and_its_evening_are_no_dispute():
    night = replace(RAID, when="2024-05-01T18:00/2024-05-02T06:00")
    assert merged(night, replace(RAID, when="2024-05-01")).disputes == ()


def test_the_most_specific_place_is_taken_and_towns_apart_are_in_dispute():
    assert merged(*(replace(RAID, where=where) for where in ("Uganda", "Ostra"))).where.name == "Ostra"
    near = merged(*(replace(RAID, where=where) for where in ("Ostra", "Ostra bridge")))
    assert near.disputes == ()
    far = merged(*(replace(RAID, where=where) for where in ("Ostra", "Velm", "Ostra")))
    assert far.where.name == "Ostra"
    assert disputed(far) == {"where": {"Ostra": 2, "Velm": 1}}


def test_the_last_toll_holds_and_earlier_ones_are_kept():
    first, last = (replace(RAID, size=Size(killed=(count, count))) for count in (7.0, 12.0))
    happening = merged(last, first, days=("2024-05-04", "2024-05-02"))
    assert happening.size == Size(killed=(12.0, 12.0))
    assert disputed(happening) == {"killed": {"7": 1, "12": 1}}
    assert merged(first, first).disputes == ()


def test_a_whole_and_its_parts_in_one_report_are_no_dispute():
    lines = [replace(RAID, size=Size(killed=(count, count))) for count in (3.0, 7.0)]
    happening = happening_of(map(Seen.of, told(reading("r-1", "2024-05-02", lines))), {})
    assert happening.disputes == ()
    assert happening.size == Size(killed=(7.0, 7.0))


def test_two_who_are_quoted_in_one_report_may_be_in_dispute():
    lines = [replace(RAID, size=Size(killed=(count, count))) for count in (3.0, 7.0)]
    tellings = zip(told(reading("r-1", "2024-05-02", lines)), ("army", "rebels"), strict=True)
    happening = happening_of((Seen.of(replace(one, speaker=who)) for one, who in tellings), {})
    assert disputed(happening) == {"killed": {"3": 1, "7": 1}}


def test_who_did_it_may_be_in_dispute_and_copies_count_once():
    blamed = (replace(RAID, actors=("UGA",)), replace(RAID, actors=("KEN",)), replace(RAID, actors=("KEN",)))
    credits = {
        f"r-{number}": Credit(f"Paper {number}", None, origin) for number, origin in enumerate(("r-0", "r-1", "r-1"))
    }
    happening = merged(*blamed, credits=credits)
    assert disputed(happening) == {"actors": {"UGA": 1, "KEN": 1}}
    assert happening.independent == 2


def test_parties_stand_on_the_side_on_which_most_tell_of_them():
    trip = Line(
        "Mr Oyo met Ms Rio.",
        "met",
        "CONSULT",
        actors=("UGA:uga-tomas-oyo",),
        recipients=("PER:per-ana-rio",),
        rule="meet",
    )
    turned = replace(trip, words="Ms Rio met Mr Oyo.", actors=trip.recipients, recipients=trip.actors)
    happening = merged(trip, turned, trip)
    assert [party.entity for party in happening.actors] == ["uga-tomas-oyo"]
    assert [party.entity for party in happening.recipients] == ["per-ana-rio"]


def test_more_independent_sources_make_it_surer_but_never_certain():
    line = replace(RAID, confidence=0.6)
    assert merged(line, line).confidence == pytest.approx(0.84)
    assert merged(*[line] * 9).confidence == 0.99
    copies = {f"r-{number}": Credit(None, None, "r-0") for number in range(2)}
    assert merged(line, line, credits=copies).confidence == 0.6


def test_a_party_is_called_by_the_fullest_form_of_its_name():
    named = replace(RAID, actors=("Oyo [UGA]",)), replace(RAID, actors=("Tomas Oyo [UGA]",))
    assert [party.name for party in merged(*named).actors] == ["Tomas Oyo"]
    others = (*named, replace(RAID, actors=("Peter Oyo [UGA]",)))
    assert {party.name for party in merged(*others).actors} == {"Oyo", "Tomas Oyo", "Peter Oyo"}
    abroad = replace(RAID, actors=("Oyo [PER]",)), named[1]
    assert {party.name for party in merged(*abroad).actors} == {"Oyo", "Tomas Oyo"}
