"""Plans and what came of them, from reports in prose of our own up to the happenings."""

from __future__ import annotations

import pytest

from dragoman.model import Told
from dragoman.resolve import resolve

PAIRS = [
    (
        "2015-11-04 Cabin crews of Lufthansa will strike for a week from Friday, their union said on Wednesday.",
        "2015-11-06 FRANKFURT - Cabin crews at Lufthansa walked off the job in Frankfurt on Friday.",
        "strike announced, walked happened",
    ),
    (
        "2019-03-25 Air traffic controllers in France will walk out on Tuesday, April 9, three unions announced.",
        "2019-04-09 A strike by French air traffic controllers on Tuesday grounded hundreds of flights.",
        "walk announced, strike happened",
    ),
    (
        "2014-12-17 The United States plans to reopen its embassy in Havana, President Barack Obama said on Wednesday.",
        "2015-07-20 The United States reopened its embassy in Havana on Monday after 54 years.",
        "reopen announced, reopened happened",
    ),
    (
        "2016-03-14 Vladimir Putin ordered his army on Monday to start pulling out the main part of its forces from"
        " Syria from Tuesday.",
        "2016-03-15 The first Russian warplanes left Syria on Tuesday.",
        "pulling possible, left happened",
    ),
    (
        "2016-02-22 A truce in Syria brokered by the United States and Russia is to take effect at midnight on Friday,"
        " the two governments said on Monday.",
        "2016-02-27 Guns fell silent over most of western Syria on Saturday as a ceasefire brokered by Washington and"
        " Moscow came into force at midnight.",
        "truce in Syria brokered by the United States and Russia is to take effect announced, "
        "ceasefire brokered by Washington and Moscow came into force happened",
    ),
    (
        "2012-11-20 A truce between Israel and Hamas will begin at midnight on Tuesday, an official of the Palestinian"
        " group said.",
        "2012-11-22 A ceasefire between Israel and Hamas held on Thursday, the first day after eight days of fighting.",
        "truce between Israel and Hamas will begin announced, ceasefire between Israel and Hamas held happened",
    ),
    (
        "2018-04-25 Kim Jong Un will cross the border on foot on Friday morning for his summit with South Korea's Moon"
        " Jae-in.",
        "2018-04-27 North Korea's Kim Jong Un stepped over the border on Friday and met South Korean President Moon"
        " Jae-in.",
        "summit announced, met happened",
    ),
    (
        "2017-02-03 Romania's opposition has called a mass rally for Sunday against a decree on corruption.",
        "2017-02-06 Half a million Romanians demonstrated across the country on Sunday.",
        "mass rally announced, demonstrated happened",
    ),
    (
        "2021-06-18 The European Union is set to impose economic sanctions on Belarus next week, diplomats said.",
        "2021-06-24 The European Union imposed broad economic sanctions on Belarus on Thursday.",
        "impose announced, imposed happened",
    ),
    (
        "2022-11-08 American and Russian officials will meet in Cairo at the end of the month to discuss a treaty, the"
        " State Department said on Tuesday.",
        "2022-11-29 Talks between Russia and the United States on nuclear arms, which were to begin in Cairo on"
        " Tuesday, have been put off, the Russian foreign ministry said.",
        "meet announced, put postponed",
    ),
    (
        "2016-03-18 Cuba will welcome Barack Obama on Sunday.",
        "2016-03-21 Barack Obama landed in Havana on Sunday for a three-day visit.",
        "welcome announced, landed happened",
    ),
    (
        "2019-08-18 Donald Trump is due in Copenhagen on Sept. 2 for a two-day state visit.",
        "2019-08-21 Donald Trump has scrapped a trip to Denmark because its prime minister refused to meet him.",
        "state visit announced, scrapped cancelled",
    ),
]


@pytest.mark.parametrize(("plan", "outcome", "turns"), PAIRS, ids=[turns for _, _, turns in PAIRS])
def test_a_plan_is_one_happening_with_what_came_of_it(plan, outcome, turns, read_layers):
    told = []
    for number, report in enumerate((plan, outcome)):
        day, _, text = report.partition(" ")
        reading = read_layers(text, "events", id=f"r-{number}", published=day, source=f"Outlet {number}")
        told += Told.each(reading)
    triggers = {one.id: one.trigger for one in told}
    lives = [[f"{triggers[turn.mention]} {turn.stage}" for turn in item.turns] for item in resolve(reversed(told))]
    assert any(set(turns.split(", ")) <= set(life) for life in lives), lives
