"""A user's own ontology: triggers, classes, operators, acts and codes, added to the shipped ones or instead of them."""

from __future__ import annotations

import pytest

from dragoman.annotate.event.ontology import ontology_of, shipped
from dragoman.annotate.event.stage import EventStage
from dragoman.errors import LexiconError
from dragoman.flow.config import config_of
from dragoman.flow.registry import pipeline_of
from dragoman.ingest import report_from_text

TRIGGERS = """[lexicon]
about = "own triggers"
source = "own"
forms_in = ["verbs"]
[lexicon.fields]
verbs = "strings"
key = "string"
object = "strings?"
stance = "string?"
[[entry]]
id = "own.serenade"
verbs = ["serenade"]
{}
examples = ["Chad serenaded Mali."]
"""
CLASSES = """[lexicon]
about = "own classes"
source = "own"
[[entry]]
id = "tune"
forms = ["tune", "tunes"]
examples = ["tune"]
"""
OPERATORS = """[lexicon]
about = "own operators"
source = "own"
forms_in = ["verbs"]
[lexicon.fields]
verbs = "strings"
to = "string?"
[[entry]]
id = "dither"
verbs = ["dither"]
{}
examples = ["Chad dithered to attack Mali."]
"""
ACTS = "key,act,mode,cameo,family,contexts,official\n"
CODES = "code,name,goldstein\n"


@pytest.fixture
def file(tmp_path):
    def write(name, text):
        path = tmp_path / name
        path.write_text(text, encoding="utf-8")
        return str(path)

    return write


@pytest.fixture
def read(parser):
    def of(sentence, **events):
        pipeline = pipeline_of(config_of({"events": events}), ("events",), parser=parser)
        reading = pipeline(report_from_text(sentence, published="2023-05-12"))
        return [(event.act, event.mode, event.cameo, event.goldstein, event.status) for event in reading.events]

    return of


def test_own_tables_are_added_to_the_shipped_ones(read, file):
    own = {
        "triggers": [file("t.toml", TRIGGERS.format('key = "own.sing"'))],
        "acts": [file("a.csv", ACTS + "own.sing,SUPPORT,,0599,coop.dip,diplomatic,\n")],
        "codes": [file("c.csv", CODES + "0599,Serenade,4.5\n")],
    }
    assert read("Kenya serenaded Somalia.", **own) == [("SUPPORT", None, "0599", 4.5, "asserted")]
    assert [row[0] for row in read("Kenya condemned Somalia.", **own)] == ["ACCUSE"]
    assert read("Kenya serenaded Somalia.") == []


def test_an_own_row_stands_for_the_shipped_one_of_its_key(read, file):
    own = file("a.csv", ACTS + "disapprove,REJECT,,120,,,\n")
    assert [row[:3] for row in read("Kenya condemned Somalia.", acts=[own])] == [("REJECT", None, "120")]
    assert [row[0] for row in read("Kenya condemned Somalia.")] == ["ACCUSE"]


def test_shipped_triggers_can_be_left_out(read, file):
    own = file("t.toml", TRIGGERS.format('key = "praise"'))
    assert read("Kenya condemned Somalia.", triggers=[own], without=["triggers"]) == []
    assert [row[0] for row in read("Kenya serenaded Somalia.", triggers=[own], without=["triggers"])] == ["SUPPORT"]


def test_an_own_class_of_nouns_can_be_asked_for(read, file):
    own = {
        "triggers": [file("t.toml", TRIGGERS.format('key = "praise"\nobject = ["tune"]'))],
        "classes": [file("c.toml", CLASSES)],
    }
    assert read("Kenya serenaded Somalia.", **own) == []
    assert [row[0] for row in read("Kenya serenaded the tunes of Somalia.", **own)] == ["SUPPORT"]


def test_an_own_operator_changes_a_status(read, file):
    own = file("o.toml", OPERATORS.format('to = "denied/fact"'))
    assert [row[4] for row in read("Kenya dithered to attack Somalia.", operators=[own])] == ["denied"]
    assert [row[4] for row in read("Kenya dithered to attack Somalia.")] != ["denied"]


@pytest.mark.parametrize(
    ("events", "message"),
    [
        ({"triggers": TRIGGERS.format('key = "sing"')}, "there is no act 'sing'"),
        ({"triggers": TRIGGERS.format('key = "praise"\nobject = ["tunes"]')}, "there is no class 'tunes'"),
        ({"triggers": TRIGGERS.format('key = "praise"\nstance = "sing"')}, "stance is 'sing', allowed are ask"),
        ({"operators": OPERATORS.format('to = "maybe"')}, "to is 'maybe', allowed are A/B of ahead"),
        ({"operators": OPERATORS.format("")}, "needs one of to, that"),
        ({"acts": "key,act\n"}, "its columns must be key, act, mode"),
        ({"acts": ACTS + "own,SING,,051,,,\n"}, "line 2: act is 'SING', allowed are AGREE"),
        ({"acts": ACTS + "own,SUPPORT,,999,,,\n"}, "line 2: cameo is '999', which is not in the table of codes"),
        ({"acts": ACTS + "own,SUPPORT,visit,051,,,\n"}, "line 2: 'visit' is no mode of SUPPORT"),
        ({"acts": ACTS + "own,SUPPORT\n"}, "line 2: needs 7 columns and a key"),
        ({"codes": CODES + "0599,Sing,loud\n"}, "goldstein is 'loud', expected a number"),
    ],
)
def test_what_is_wrong_in_an_own_table_is_told_on_load(file, events, message):
    settings = {name: (file("own.csv", text),) for name, text in events.items()}
    with pytest.raises(LexiconError, match=message):
        EventStage.build(settings)


def test_a_table_of_acts_alone_must_hold_what_stances_need(file):
    own = file("a.csv", ACTS + "ask,REQUEST,,020,request,,\n")
    with pytest.raises(LexiconError, match=r"without demand, agree, refuse"):
        ontology_of((own,), (), ("acts",))
    with pytest.raises(LexiconError, match="cannot be read"):
        ontology_of((own + "x",), (), ())


def test_an_unknown_table_cannot_be_left_out():
    with pytest.raises(LexiconError, match="without names 'acs'; allowed are triggers"):
        EventStage.build({"without": ("acs",)})


def test_the_shipped_ontology_keeps_its_own_rules():
    assert set(shipped().goldstein) <= shipped().codes
