"""The codebook is complete and keeps to itself: every code of the ontologies is there, every code named exists."""

from __future__ import annotations

import hashlib
from collections import Counter

import pytest

from dragoman.lexicon.load import load
from dragoman.model.event import STATUSES

# How many ids of each kind the tables of PLOVER 0.8, NGEC and CAMEO 1.1b3 have, and the digest of the sorted ids.
EXPECTED = {
    "category": (16, "5c2f2ddda2a19541"),
    "mode": (75, "9e62e375429754de"),
    "context": (37, "2ccc606cf5821ee9"),
    "status": (5, "976487d2108b921e"),
    "cameo": (319, "7f05a55e13d75471"),
}
QUADS = {
    1: ["AGREE", "CONCEDE", "CONSULT", "SUPPORT"],
    2: ["AID", "COOPERATE", "RETREAT"],
    3: ["ACCUSE", "REJECT", "REQUEST", "THREATEN"],
    4: ["ASSAULT", "COERCE", "MOBILIZE", "PROTEST", "SANCTION"],
}


@pytest.fixture(scope="module")
def entries():
    return load("ontology").entries


def of_kind(entries, *kinds):
    return {entry.id: entry for entry in entries if entry.value["kind"] in kinds}


@pytest.mark.parametrize("kind", EXPECTED)
def test_every_id_of_the_tables_is_there_and_no_other(entries, kind):
    ids = sorted(of_kind(entries, kind))
    count, digest = EXPECTED[kind]
    assert len(ids) == count
    assert hashlib.sha256("\n".join(ids).encode()).hexdigest()[:16] == digest


def test_statuses_are_those_of_the_model(entries):
    assert sorted(of_kind(entries, "status")) == sorted(f"status/{status}" for status in STATUSES)


def test_every_category_and_mode_that_an_entry_names_exists(entries):
    known = of_kind(entries, "category", "mode")
    named = {
        (entry.id, "/".join(filter(None, (entry.value["plover"], entry.value["mode"]))))
        for entry in entries
        if entry.value["plover"] or entry.value["mode"]
    }
    assert [pair for pair in sorted(named) if pair[1] not in known] == []


def test_a_category_and_a_mode_name_themselves(entries):
    for name, entry in of_kind(entries, "category", "mode").items():
        assert "/".join(filter(None, (entry.value["plover"], entry.value["mode"]))) == name


def test_all_cameo_roots_but_statements_and_appeals_lead_to_plover(entries):
    without = {name for name, entry in of_kind(entries, "cameo").items() if entry.value["plover"] is None}
    roots = {f"cameo/{root:02d}" for root in range(1, 21)}
    assert roots <= set(of_kind(entries, "cameo"))
    assert without & roots == {"cameo/01", "cameo/02"}


def test_quad_classes_divide_the_categories_as_plover_does(entries):
    found = {quad: [] for quad in QUADS}
    for name, entry in sorted(of_kind(entries, "category").items()):
        found[entry.value["quad"]].append(name)
    assert found == QUADS


def test_every_code_has_a_quad_and_scores_lie_in_the_scale(entries):
    coded = of_kind(entries, "category", "mode", "cameo").values()
    scores = [entry.value["score"] for entry in entries if entry.value["score"] is not None]
    assert {entry.value["quad"] for entry in coded} == {1, 2, 3, 4}
    assert min(scores) >= -10
    assert max(scores) <= 10


def test_the_first_form_is_the_code_and_the_second_its_name(entries):
    for entry in entries:
        code = entry.id.removeprefix("cameo/")
        assert entry.forms[0] == code
        assert {form.lower() for form in entry.forms} == {code.lower(), entry.value["name"].lower()}


def test_glosses_are_one_sentence(entries):
    wrong = [e.id for e in entries if not e.value["gloss"].endswith(".") or ". " in e.value["gloss"]]
    assert wrong == []
    assert [e.id for e in entries if "  " in e.value["gloss"] or "\n" in e.value["gloss"]] == []


def test_categories_and_modes_have_three_examples_and_two_counterexamples(entries):
    sizes = {name: (len(e.examples), len(e.but_not)) for name, e in of_kind(entries, "category", "mode").items()}
    assert {name: size for name, size in sizes.items() if size[0] < 3 or size[1] < 2} == {}


def test_no_example_stands_twice_and_each_is_a_sentence(entries):
    examples = Counter(example for entry in entries for example in entry.examples)
    assert [example for example, times in examples.items() if times > 1] == []
    sentences = [*examples, *(line for entry in entries for line in entry.but_not)]
    assert [line for line in sentences if not (line[0].isupper() and line.endswith("."))] == []
    assert not [entry.id for entry in entries if set(entry.examples) & set(entry.but_not)]
