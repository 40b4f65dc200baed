"""Side clauses: what is told along a main act has no official code beside it."""

from __future__ import annotations

import pytest

PUBLISHED = "2023-05-12"


@pytest.fixture(scope="module")
def codes(read_layers):
    """The PLOVER codes of a sentence's events, by the words of the trigger."""

    def of(sentence):
        reading = read_layers(sentence, "events", published=PUBLISHED)
        return {event.trigger.of(sentence): event.plover for event in reading.events}

    return of


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Kenya expelled the Somali envoy after Somali troops attacked Kenyan soldiers.", ("expelled", "attacked")),
        ("Kenya condemned the Somali troops who attacked Kenyan soldiers.", ("condemned", "attacked")),
        ("Kenya expelled the Somali envoy following the invasion of Kenya by Somalia.", ("expelled", "invasion")),
        ("Kenya will not release the Somali pilots until Somalia condemns the attack.", ("release", "condemns")),
    ],
)
def test_a_side_clause_has_no_code_beside_a_main_act(codes, sentence, expected):
    main, side = expected
    found = codes(sentence)
    assert found[main] is not None
    assert found[side] is None


@pytest.mark.parametrize(
    "sentence",
    [
        "The move came after Somali troops attacked Kenyan soldiers.",
        "The report named the Somali troops who attacked Kenyan soldiers.",
    ],
)
def test_a_side_clause_is_coded_where_the_main_clause_tells_no_act(codes, sentence):
    assert codes(sentence) == {"attacked": "ASSAULT"}


def test_two_main_clauses_are_both_coded(codes):
    found = codes("Kenya expelled the Somali envoy and Somalia condemned Kenya.")
    assert found == {"expelled": "SANCTION", "condemned": "ACCUSE"}


def test_a_longer_report_keeps_the_code_of_what_it_tells_only_aside(codes):
    report = "Kenya expelled the Somali envoy after Somali troops attacked Kenyan soldiers. The port was calm."
    assert codes(report) == {"expelled": "SANCTION", "attacked": "ASSAULT"}
