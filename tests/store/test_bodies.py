"""What a happening tells beyond its first mention comes back as it was, whatever it is."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from dragoman.model import Account, Dispute, Happening, Told, Turn
from dragoman.store.bodies import Standing, body_of, whole

FIRST = Told(
    id="a", report="r", start=0, act="CONSULT", mode="visit", status="asserted", origin="text", words="They met.",
    confidence=0.5, day="2024-03-12", begin="2024-03-11", end="2024-03-12",
)  # fmt: skip
DAYS = st.sampled_from([None, "2024-03-11", "2024-03-12", "2024-03-13"])
NAMES = st.sampled_from(["a", "b", "c", "gone", "\ud800", "0"])
TURNS = st.builds(Turn, st.sampled_from(["happened", "announced", "denied"]), NAMES, DAYS, DAYS, DAYS)
DISPUTES = st.builds(
    Dispute,
    st.sampled_from(["when", "killed"]),
    st.lists(
        st.builds(Account, st.text(max_size=3), st.lists(NAMES, max_size=3).map(tuple), st.integers(0, 3)), max_size=3
    ).map(tuple),
)
MEMBERS = st.lists(st.tuples(st.sampled_from(["b", "c", "d"]), DAYS), unique_by=lambda member: member[0], max_size=3)


def back(item: Happening, members: list[tuple[str, str | None]]) -> tuple[bytes | None, Happening]:
    body = body_of(item, FIRST, members)
    standing = Standing.of(item)
    return body, whole(FIRST, members, standing, body, "test")


@given(
    MEMBERS,
    st.lists(TURNS, max_size=4).map(tuple),
    st.lists(DISPUTES, max_size=2).map(tuple),
    st.lists(NAMES, max_size=3).map(tuple),
    DAYS,
    st.integers(1, 3),
    st.sampled_from([0.5, 0.57, 1.0, 1 / 3, 0.500049]),
)
def test_any_happening_comes_back(others, turns, disputes, names, day, reports, confidence):
    members = [("a", "2024-03-12"), *others]
    item = replace(
        Happening.alone(FIRST), turns=turns, disputes=disputes, mentions=names, begin=day, last=day, reports=reports,
        confidence=confidence,
    )  # fmt: skip
    assert back(item, members)[1] == item


def test_what_others_tell_alike_takes_no_room():
    members = [("a", "2024-03-12"), ("b", "2024-03-12"), ("c", "2024-03-13")]
    turns = tuple(Turn("happened", name, day, "2024-03-11", "2024-03-12") for name, day in members)
    item = replace(
        Happening.alone(FIRST), turns=turns, mentions=("a", "b", "c"), last="2024-03-13", confidence=0.75, reports=3,
        sources=2, independent=2,
    )  # fmt: skip
    assert back(item, members) == (None, item)
    later = replace(item, turns=(*turns[:2], replace(turns[2], begin="2024-03-10")))
    body, same = back(later, members)
    assert same == later
    assert len(body) < 40


def test_a_confidence_that_no_column_holds_is_kept():
    first = replace(FIRST, confidence=1 / 3)
    item = Happening.alone(first)
    body = body_of(item, first, [("a", "2024-03-12")])
    assert whole(first, [("a", "2024-03-12")], Standing.of(item), body, "test") == item
