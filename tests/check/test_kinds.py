"""Under which codes the events of a claim are told."""

from __future__ import annotations

from dataclasses import replace

import pytest

from dragoman.check.kinds import Kind, kinds_of
from dragoman.lexicon import load
from histories import party, telling

SIGNED = replace(telling("a", "They signed a treaty."), act="SUPPORT", mode=None, cameo="057")
FIRED = replace(telling("b", "It fired a missile into the sea."), act="ASSAULT", mode="heavy-weapons", recipients=())
TESTED = replace(telling("c", "It tested a nuclear bomb."), act="MOBILIZE", mode="weapons", recipients=())


def test_a_thing_that_the_table_does_not_know_is_told_under_the_acts_of_its_claim():
    assert kinds_of(["formal", "visit"], "CONSULT", "visit").kinds == (Kind("CONSULT", "visit"),)


def test_a_treaty_is_told_by_its_signing_and_not_by_praise():
    treaty = kinds_of(["treaty"], "AGREE", None)
    assert treaty.fits(SIGNED)
    assert not treaty.fits(replace(SIGNED, cameo="051"))
    assert not treaty.fits(replace(SIGNED, act="AGREE", cameo="030", words="They agreed to close the office."))


def test_an_accord_may_be_a_mere_agreement():
    assert kinds_of(["accords"], "AGREE", None).fits(replace(SIGNED, act="AGREE", words="They agreed on quotas."))


def test_a_missile_that_is_fired_into_the_sea_is_a_test_and_one_fired_at_somebody_is_none():
    missile = kinds_of(["missile", "test"], "MOBILIZE", "weapons")
    assert missile.fits(FIRED)
    assert not missile.fits(replace(FIRED, recipients=(party("a town", "UKR"),)))


def test_a_missile_is_no_nuclear_test_though_both_have_one_code():
    nuclear = kinds_of(["nuclear", "test"], "MOBILIZE", "weapons")
    assert nuclear.fits(TESTED)
    assert not nuclear.fits(replace(TESTED, words="It tested a missile."))
    assert kinds_of(["test"], "MOBILIZE", "weapons").fits(TESTED)


@pytest.mark.parametrize("entry", load("check_kinds").entries, ids=lambda entry: entry.id)
def test_every_example_names_the_thing_of_its_entry(entry):
    for example in entry.examples:
        words = example.lower().split(" since ")[0].split()
        assert kinds_of(words, "X", None).kinds == kinds_of(entry.forms[0].split(), "X", None).kinds
