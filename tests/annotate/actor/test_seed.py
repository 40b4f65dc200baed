"""What the report that started the project must yield of actors, by general rules."""

from __future__ import annotations

import pytest

TEXT = (
    "At the invitation of the Ministry of National Defence of North Korea, A Russian delegation led by "
    "Defense Minister Sergei Shoigu arrived in Pyongyang.\n\n"
    "The delegation, led by Shoigu, will take part in Pyongyang's celebration on Thursday, according to state media "
    "agency KCNA.\n\n"
    '"The guards of honor of the Korean People\'s Army (KPA) lined up at the station," KCNA stated.\n\n'
    "The Russian delegation is expected to be joined by a Chinese delegation later on Wednesday, led by "
    "Politburo member Li Hongzhong.\n\n"
    "Commenting on the visits, U.S. State Department deputy spokesperson Vedant Patel said on Tuesday that both Russia "
    'and China "can use their influence over the DPRK (North Korea)", '
    '"They also have a potential role to play," Patel added.'
)
EXPECTED = [
    ("Ministry of National Defence of North Korea", "PRK", ("GOV", "MIL")),
    ("Russian delegation", "RUS", ("GOV",)),
    ("Defense Minister Sergei Shoigu", "RUS", ("GOV", "MIL")),
    ("delegation, led", "RUS", ("GOV",)),
    ("Shoigu, will", "RUS", ("GOV", "MIL")),
    ("Pyongyang's", "PRK", ("GOV",)),
    ("KCNA.", "PRK", ("GOV", "JRN")),
    ("KPA", "PRK", ("MIL",)),
    ("KCNA stated", "PRK", ("GOV", "JRN")),
    ("Chinese delegation", "CHN", ("GOV",)),
    ("Politburo member Li Hongzhong", "CHN", ("GOV", "PTY")),
    ("U.S. State Department deputy spokesperson Vedant Patel", "USA", ("GOV",)),
    ("DPRK", "PRK", ()),
    ("Patel added", "USA", ("GOV",)),
]


@pytest.fixture(scope="module")
def actors(actors_of):
    return actors_of(TEXT, "2023-07-26")


@pytest.mark.parametrize(("words", "country", "sectors"), EXPECTED)
def test_a_row_of_the_seed_is_right(actors, words, country, sectors):
    at = TEXT.index(words)
    found = [actor for actor in actors if actor.span.start == at]
    assert [(actor.country, actor.sectors) for actor in found] == [(country, sectors)]


def test_they_in_the_quotation_are_russia_and_china(actors):
    at = TEXT.index("They also")
    assert [actor.country for actor in actors if actor.span.start == at] == ["RUS", "CHN"]
