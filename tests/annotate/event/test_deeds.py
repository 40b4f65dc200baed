"""Deeds of states, armies, courts and voters as they are told when they are planned, put off, and done."""

from __future__ import annotations

import pytest

# A sentence, and of each event: act or else mode, status, the words that tell it.
TOLD = [
    ("Ghanaians will vote on 7 December.", [("election", "planned", "vote")]),
    ("Ghanaians went to the polls on Sunday.", [("election", "asserted", "went")]),
    ("The presidential election in Ghana has been put off.", [("election", "planned", "put")]),
    ("The election of the mayor pleased Ghana.", []),
    ("Observers flew to Ghana to follow the election that it is to hold on 7 December.", ["election"]),
    ("The parliament of Ghana will vote on the treaty on Sunday.", [("vote", "planned", "vote")]),
    ("Nana Akufo-Addo is to be sworn in as president of Ghana in June.", [("inauguration", "planned", "sworn")]),
    ("The president of Ghana took a seat.", []),
    ("A plane with the last French soldiers took off from Niamey on Friday.", [("RETREAT", "asserted", "took")]),
    ("A plane with the last French tourists took off from Niamey on Friday.", []),
    ("An aircraft carrying 200 Kenyan policemen landed in Haiti.", [("MOBILIZE", "asserted", "landed")]),
    ("The first 40 members of a Kenyan force landed in Haiti.", [("MOBILIZE", "asserted", "landed")]),
    ("Chad's army is to begin the drills that it had planned with Mali.", ["MOBILIZE"]),
    ("Seoul has suspended its naval drills.", [("MOBILIZE", "planned", "suspended")]),
    ("The reopening of the border between Chad and Niger is planned for June.", [("RETREAT", "planned", "reopening")]),
    ("The embassy of Chad in Lima opened its doors on Monday.", [("SUPPORT", "asserted", "opened")]),
    ("Canada adopted a second set of penalties against Belarus.", [("SANCTION", "asserted", "adopted")]),
    ("The flight taking migrants from Chad to Rwanda was cancelled.", [("COERCE", "denied", "cancelled")]),
    ("A flight from Chad to Rwanda was cancelled.", []),
    ("Judges in Lima will hand down their verdict on the general on 3 June.", [("SANCTION", "planned", "hand")]),
    ("The rebels in Mali are to hand over four hostages on Sunday.", [("RETREAT", "planned", "hand")]),
    ("Chad is to leave the town to Mali.", []),
    ("Ghana elected a new president on Sunday.", [("election", "asserted", "elected")]),
    ("The club elected a new president on Sunday.", []),
    ("The wages of nurses in Ghana have not risen since its president took office.", []),
    ("Turks voted on Sunday for a president.", [("election", "asserted", "voted")]),
    ("Nurses in Ghana voted for a strike on Monday.", [("PROTEST", "planned", "voted")]),
    ("Accra was quiet on Sunday as a ceasefire began.", [("RETREAT", "asserted", "ceasefire")]),
    ("Peru's rover was launched on Sunday.", [("MOBILIZE", "asserted", "launched")]),
    ("The naval drills of Chad planned for June have been cancelled.", [("MOBILIZE", "denied", "cancelled")]),
]


@pytest.mark.parametrize(("sentence", "told"), TOLD, ids=[sentence for sentence, _ in TOLD])
def test_a_deed_is_told_with_its_status(read_layers, sentence, told):
    reading = read_layers(sentence, "events", published="2023-05-12")
    found = [(one.act or one.mode, one.status, one.trigger.of(sentence)) for one in reading.events]
    if told and isinstance(told[0], str):
        assert told[0] in [act for act, _, _ in found]
    else:
        assert found == told


# What the date of the last event holds: what hangs on an infinitive belongs to the noun before it.
DATED = [
    ("The talks of Chad with Mali are due to start on Monday.", "Monday"),
    ("The exercise of the Chadian army remains slated for June.", "June"),
    ("The verdict in the case of the Chadian general is expected on Monday.", "Monday"),
]


@pytest.mark.parametrize(("sentence", "date"), DATED, ids=[sentence for sentence, _ in DATED])
def test_what_is_due_has_its_day(read_layers, sentence, date):
    event = read_layers(sentence, "events", published="2023-05-12").events[-1]
    assert event.when is not None
    assert event.when.span is not None
    assert date in event.when.span.of(sentence)


def test_what_no_scheme_codes_has_no_code(read_layers):
    (event,) = read_layers("Ghanaians voted on Sunday.", "events", published="2023-05-12").events
    assert (event.act, event.mode, event.plover, event.cameo, event.quad) == (None, "election", None, None, None)
