"""How triggers are matched: phrases in a tree, classes of subjects and objects, clauses that must not follow."""

from __future__ import annotations

import pytest

from dragoman.annotate.event.stage import EventStage
from dragoman.annotate.event.triggers import Triggers
from dragoman.lexicon import load, load_file

HEAD = """[lexicon]
about = "own triggers"
source = "own"
forms_in = ["verbs", "nouns"]

[lexicon.fields]
verbs = "strings?"
nouns = "strings?"
key = "string"
stance = "string?"
frame = "string?"
object = "strings?"
subject = "strings?"
without = "strings?"
never = "strings?"
complement = "strings?"
beside = "strings?"
apart = "strings?"
unless = "strings?"
weight = "number?"
needs = "string?"

[[entry]]
id = "own"
examples = ["Chad."]
"""


@pytest.fixture(scope="module")
def found(read_layers, tmp_path_factory):
    """The words that a table of one entry finds in a sentence."""

    def of(entry, sentence):
        path = tmp_path_factory.mktemp("own") / "own.toml"
        path.write_text(HEAD + entry, encoding="utf-8")
        classes = {item.id: frozenset(item.forms) for item in load("objects").entries}
        triggers = Triggers(load_file(path).entries, classes)
        parse = read_layers(sentence, "events").parse
        hits = triggers.find(parse, 0, len(parse), lambda name, token: False)
        return [parse.lower[hit.token] for hit in hits]

    return of


RESUME = 'key = "meet"\nverbs = ["resume talks"]\n'
STORM = 'key = "fight"\nverbs = ["hit"]\nnever = ["nature"]\n'
GRANT = 'key = "aid"\nverbs = ["grant"]\nobject = ["@thing"]\n'
SHOW = 'key = "protest.demo"\nverbs = ["demonstrate"]\nunless = ["ccomp"]\n'
CLAIM = 'key = "comment.deny"\nverbs = ["reject claim"]\n'


@pytest.mark.parametrize(
    ("entry", "sentence", "words"),
    [
        (RESUME, "Chad resumed the talks.", ["resumed"]),
        (RESUME, "The talks were resumed.", ["resumed"]),
        (RESUME, "The talks resumed on Monday.", []),
        (STORM, "The flood hit the town.", []),
        (STORM, "The flood victims hit the mayor.", ["hit"]),
        (GRANT, "Chad granted the mine a loan.", ["granted"]),
        (GRANT, "Chad granted to.", []),
        (SHOW, "Students demonstrated in Lima.", ["demonstrated"]),
        (SHOW, "The vote demonstrated that the army is weak.", []),
        (CLAIM, "Chad rejected the claim of Sudan.", ["rejected"]),
        (CLAIM, "Chad rejected the offer, claiming that it came late.", []),
    ],
)
def test_a_trigger_looks_at_what_stands_around_its_word(found, entry, sentence, words):
    assert found(entry, sentence) == words


def test_what_is_stopped_without_being_an_act_is_no_event(read_layers):
    assert read_layers("Chad ended the session of the choir.", "events").events == ()
    assert [event.act for event in read_layers("Chad ended the blockade of Sudan.", "events").events] == ["RETREAT"]


@pytest.mark.parametrize(
    ("sentence", "told"),
    [
        ("Mr Lee met the king at the end of a visit to Norway.", ["met", "visit"]),
        ("Chad freed nine Sudanese soldiers before the end of the truce with Sudan.", ["freed", "truce"]),
        ("Japan announced the end of the talks with China.", ["end"]),
    ],
)
def test_the_end_at_which_something_is_done_is_a_time(read_layers, sentence, told):
    reading = read_layers(sentence, "events")
    assert [event.trigger.of(sentence) for event in reading.events] == told


def test_the_standard_tables_are_loaded():
    assert isinstance(EventStage.build({}).triggers, Triggers)
