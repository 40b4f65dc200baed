"""The status of an act by construction: marked sentences, each with its act between marks of the expected status.

``said`` on a mark tells that the act stands in the content of a statement.
"""

from __future__ import annotations

import pytest

from dragoman.annotate.event.draft import carrier_of
from dragoman.annotate.event.grammar.slots import is_verb
from dragoman.annotate.event.status import judge
from dragoman.annotate.event.status.words import CONSTRUCTIONS, KINDS, word_at
from dragoman.lexicon import load
from dragoman.model import Span
from marked import read_marks

ENTRIES = load("operators").entries

CASES = {
    "told as a fact": [
        "The army <asserted>attacked</asserted> the port.",
        "The port was <asserted>attacked</asserted> on Sunday.",
        "The army is <asserted>shelling</asserted> the port.",
        "The army has <asserted>withdrawn</asserted> from the port.",
        "The premier, who <asserted>visited</asserted> Oslo in May, will resign.",
        "The mayor will resign because the army <asserted>attacked</asserted> the port.",
        "The mayor may resign after rebels <asserted>attacked</asserted> the port.",
        "The mayor did not resign when rebels <asserted>attacked</asserted> the port.",
        "The rebels <asserted>attacked</asserted> the port, killing three sailors.",
        "The <asserted>attack</asserted> on the port could change the war.",
        "The mayor will discuss the <asserted>attack</asserted> with the premier.",
        "The mayor has not commented on the <asserted>attack</asserted>.",
        "Unless the mayor resigns over the <asserted>attack</asserted>, the council will meet.",
    ],
    "negation": [
        "The army did not <denied>attack</denied> the port.",
        "The army didn't <denied>attack</denied> the port.",
        "The army never <denied>attacked</denied> the port.",
        "The army has not yet <denied>withdrawn</denied>.",
        "The army no longer <denied>patrols</denied> the port.",
        "Nobody <denied>attacked</denied> the port.",
        "No soldier <denied>entered</denied> the port.",
        "Neither side <denied>attacked</denied> the port.",
        "None of the soldiers <denied>entered</denied> the port.",
        "The soldiers <denied>killed</denied> no sailor.",
        "At no time did the army <denied>attack</denied> the port.",
        "The premier hardly <denied>visited</denied> the port.",
        "The army left the port without <denied>attacking</denied> the town.",
        "The army left the town instead of <denied>attacking</denied> it.",
        "The premier has yet to <denied>visit</denied> Oslo.",
        "The brigade stopped short of <denied>entering</denied> the port.",
        "The army was strong enough to <asserted>hold</asserted> the port.",
        "The army was not strong enough to <denied>hold</denied> the port.",
        "The army knows how to <hypothetical>hold</hypothetical> the port.",
        "The army was too weak to <denied>attack</denied> the port.",
        "There were no <denied>talks</denied> on Sunday.",
        "The ministers held no <denied>talks</denied> on Sunday.",
        "No <denied>attack</denied> was launched on Sunday.",
        "It was not an <denied>attack</denied>.",
    ],
    "scope of negation": [
        "The army did not <denied>attack</denied> the port or <denied>shell</denied> the town.",
        "The army did not <denied>attack</denied> the port but <asserted>shelled</asserted> the town.",
        "The army <asserted>attacked</asserted> the port and did not <denied>shell</denied> the town.",
        "The army will not <denied>attack</denied> the port but <planned>shell</planned> the town.",
        "The army not only <asserted>attacked</asserted> the port but also <asserted>shelled</asserted> the town.",
        "The army neither <denied>attacked</denied> the port nor <denied>shelled</denied> the town.",
        "The army did not <asserted>withdraw</asserted> until Monday.",
        "There were no <denied>talks</denied> or <denied>visits</denied> on Sunday.",
        "The mayor did not resign, <asserted>accusing</asserted> the army of treason.",
    ],
    "double negation": [
        "The envoys did not fail to <asserted>meet</asserted>.",
        "The mayor denied that the army had not <asserted>attacked</asserted> the port.",
        "The guards did not prevent the rebels from <asserted>storming</asserted> the port.",
        "Nobody failed to <asserted>vote</asserted>.",
        "The rebels may fail to <hypothetical>attack</hypothetical>.",
    ],
    "modal verbs": [
        "The army will <planned>attack</planned> the port.",
        "It'll <planned>attack</planned> the port.",
        "The army won't <denied>attack</denied> the port.",
        "The army could <hypothetical>attack</hypothetical> the port.",
        "The army may <hypothetical>attack</hypothetical> the port.",
        "The army might not <hypothetical>attack</hypothetical> the port.",
        "The army should <hypothetical>attack</hypothetical> the port.",
        "The army must not <hypothetical>attack</hypothetical> the port.",
        "The army can <hypothetical>attack</hypothetical> the port.",
        "The army cannot <denied>attack</denied> the port.",
        "The army would <hypothetical>attack</hypothetical> the port.",
        "The mayor said the army would <planned said=yes>attack</planned> the port.",
        "The mayor announced that the army would <planned>attack</planned> the port.",
        "The army would have <hypothetical>attacked</hypothetical> the port.",
        "The army might have <hypothetical>attacked</hypothetical> the port.",
    ],
    "plans": [
        "The premier is to <planned>visit</planned> Oslo in May.",
        "The premier is about to <planned>visit</planned> Oslo.",
        "The premier is due to <planned>visit</planned> Oslo.",
        "The premier is expected to <planned>visit</planned> Oslo.",
        "The premier was scheduled to <planned>visit</planned> Oslo.",
        "The premier is set to <planned>visit</planned> Oslo.",
        "The premier is going to <planned>visit</planned> Oslo.",
        "The premier decided to <planned>visit</planned> Oslo.",
        "The premier promised to <planned>visit</planned> Oslo.",
        "The premier does not intend to <denied>visit</denied> Oslo.",
        "The premier announced plans to <planned>visit</planned> Oslo.",
        "The premier has no plans to <denied>visit</denied> Oslo.",
        "Premier to <planned>visit</planned> Oslo",
        "The <planned>talks</planned> will take place in Oslo.",
        "The <planned>talks</planned> are scheduled for Monday.",
        "The <planned>talks</planned> are pencilled in for Monday.",
        "A <planned>ceasefire</planned> is to take effect at noon.",
        "<planned>Talks</planned> are expected to resume on Monday.",
        "The ministers will hold <planned>talks</planned> on Monday.",
        "The planned <planned>visit</planned> was on the front page.",
        "Preparations for a <planned>visit</planned> have begun.",
        "The premier will travel to Oslo to <planned>meet</planned> the king.",
        "Sailors used to <asserted>strike</asserted> every summer.",
    ],
    "wishes, attempts, demands": [
        "The premier wants to <hypothetical>visit</hypothetical> Oslo.",
        "The premier tried to <hypothetical>visit</hypothetical> Oslo.",
        "The council urged the army to <hypothetical>withdraw</hypothetical>.",
        "The council demanded that the army <hypothetical>withdraw</hypothetical>.",
        "The council insisted that the army <hypothetical>withdraw</hypothetical>.",
        "The council called for the army to <hypothetical>withdraw</hypothetical>.",
        "The council called for a <hypothetical>ceasefire</hypothetical>.",
        "The call for a <hypothetical>ceasefire</hypothetical> came on Sunday.",
        "The mayor proposed <hypothetical>sending</hypothetical> food.",
        "The mayor considered a <hypothetical>visit</hypothetical> to Oslo.",
        "The right to <hypothetical>strike</hypothetical> is old.",
        "The army is ready for an <planned>attack</planned>.",
        "The threat of an <hypothetical>attack</hypothetical> is old.",
        "<hypothetical>Withdraw</hypothetical> the army now!",
        "The army closed the road to <hypothetical>attack</hypothetical> the port.",
        "Thousands gathered to <asserted>protest</asserted> against the tax.",
    ],
    "what follows from a word": [
        "The envoys managed to <asserted>meet</asserted>.",
        "The envoys were unable to <denied>meet</denied>.",
        "The envoys were able to <asserted>meet</asserted>.",
        "The brigade was forced to <asserted>withdraw</asserted>.",
        "The brigade could be forced to <hypothetical>withdraw</hypothetical>.",
        "The brigade refused to <denied>withdraw</denied>.",
        "The brigade stopped <denied>shelling</denied> the port.",
        "The brigade began <asserted>shelling</asserted> the port.",
        "The brigade continued to <asserted>shell</asserted> the port.",
        "The brigade happened to <asserted>shell</asserted> the port.",
        "Police prevented the rebels from <denied>attacking</denied> the port.",
        "Police foiled an <denied>attack</denied> on the port.",
        "The <denied>visit</denied> was cancelled on Sunday.",
        "The premier called off his <denied>visit</denied> to Oslo.",
        "The premier was the first to <asserted>visit</asserted> Oslo.",
        "The mayor regrets that the army <asserted>attacked</asserted> the port.",
        "The mayor did not realise that the army had <asserted>attacked</asserted> the port.",
        "The mayor knows that the army <asserted>attacked</asserted> the port.",
    ],
    "conditions and questions": [
        "If the army <hypothetical>attacks</hypothetical> the port, the mayor will resign.",
        "If the army attacks the port, the mayor will <hypothetical>resign</hypothetical>.",
        "If the army attacks the port and <hypothetical>shells</hypothetical> the town, the mayor will resign.",
        "If the army does not <hypothetical>withdraw</hypothetical>, the mayor will resign.",
        "Unless the army <hypothetical>withdraws</hypothetical>, the mayor will resign.",
        "Should the army <hypothetical>attack</hypothetical> the port, the mayor will resign.",
        "Had the army <hypothetical>attacked</hypothetical> the port, the mayor would have resigned.",
        "The mayor will resign provided that the army <hypothetical>withdraws</hypothetical>.",
        "In the event of an <hypothetical>attack</hypothetical>, the mayor will resign.",
        "The mayor asked whether the army had <hypothetical>attacked</hypothetical> the port.",
        "Did the army <hypothetical>attack</hypothetical> the port?",
        "Why did the army <asserted>attack</asserted> the port?",
        "The mayor explained why the army <asserted>attacked</asserted> the port.",
        "When the army <planned>enters</planned> the port, the mayor will resign.",
        "Any state that <hypothetical>attacks</hypothetical> the port will pay.",
    ],
    "denial, report and belief": [
        "The mayor denied that the army had <denied>attacked</denied> the port.",
        "The mayor denied <denied>attacking</denied> the port.",
        "The mayor rejected claims that the army had <denied>attacked</denied> the port.",
        "The mayor dismissed reports that the army had <denied>attacked</denied> the port.",
        "The mayor claimed that the army had <asserted>attacked</asserted> the port.",
        "The army is alleged to have <asserted>attacked</asserted> the port.",
        "The mayor believes that the army <asserted>attacked</asserted> the port.",
        "The mayor does not believe that the army <denied>attacked</denied> the port.",
        "The mayor suspects that the army <hypothetical>attacked</hypothetical> the port.",
        "The mayor fears that the army will <hypothetical>attack</hypothetical> the port.",
        "It is likely that the army <hypothetical>attacked</hypothetical> the port.",
        "It is false that the army <denied>attacked</denied> the port.",
        "There is no evidence that the army <denied>attacked</denied> the port.",
        "The alleged <asserted>attack</asserted> was on the front page.",
        "A possible <hypothetical>strike</hypothetical> was on the front page.",
        "The threatened <hypothetical>strike</hypothetical> was on the front page.",
        "The army perhaps <hypothetical>attacked</hypothetical> the port.",
        "The rocket nearly <denied>hit</denied> the port.",
        "The mayor ruled out <denied>talks</denied> with the rebels.",
    ],
    "all together": [
        "The army entered the town so that it could <hypothetical>arrest</hypothetical> the mayor.",
        "The army left rather than <denied>attack</denied> the port.",
        "Far from <denied>attacking</denied> the port, the army left.",
        "Not a single soldier <denied>entered</denied> the port.",
        "Few expect the army to <planned>withdraw</planned>.",
        "The premier was to have <planned>visited</planned> Oslo.",
        "The mayor is about to be <planned>arrested</planned>.",
        "The mayor has not been <denied>arrested</denied>.",
        "The mayor was not <denied>arrested</denied> but <asserted>questioned</asserted>.",
        "Ahead of <planned>talks</planned> in Oslo, the premier met the king.",
        "In the wake of the <asserted>attack</asserted>, the mayor may resign.",
        "The ministers failed to reach an <denied>agreement</denied>.",
        "The ministers will not sign a <denied>treaty</denied>.",
        "The council voted to <planned>impose</planned> sanctions.",
        "The council voted against <denied>imposing</denied> sanctions.",
        "The council approved <planned>sending</planned> troops.",
        "The mayor threatened to <hypothetical>arrest</hypothetical> the king.",
        "The mayor warned that rebels could <hypothetical>attack</hypothetical> the port.",
        'The mayor said: "We will <planned said=yes>attack</planned> the port."',
        "The mayor offered to <hypothetical>mediate</hypothetical>.",
        "The mayor vowed to <planned>punish</planned> the rebels.",
        "The mayor is prepared to <planned>meet</planned> the rebels.",
        "The mayor agreed to <planned>meet</planned> the rebels.",
        "The mayor has agreed not to <denied>arrest</denied> the rebels.",
        "The mayor promised not to <denied>arrest</denied> the rebels.",
        "Police were unable to prevent the <asserted>attack</asserted>.",
        "Police failed to prevent the <asserted>attack</asserted>.",
        "Police tried to prevent an <hypothetical>attack</hypothetical>.",
        "Police stopped the rebels from <denied>storming</denied> the palace.",
        "The mayor escaped an <denied>arrest</denied>.",
        "The mayor postponed a <planned>visit</planned> to Oslo.",
        "The mayor will resume <planned>talks</planned> with the rebels.",
        "The mayor will end the <asserted>blockade</asserted> of the port.",
        "The mayor may lift the <asserted>blockade</asserted> of the port.",
        "The army continued its <asserted>advance</asserted>.",
        "The army halted its <asserted>advance</asserted>.",
        "An <asserted>attack</asserted> on the port killed nine sailors.",
        "An <planned>attack</planned> on the port will begin soon.",
        "An <hypothetical>attack</hypothetical> on the port could kill sailors.",
        "<hypothetical>Attacks</hypothetical> on the port may follow.",
        "There could be <hypothetical>talks</hypothetical> in May.",
        "There will be <planned>talks</planned> in May.",
        "There has been no <denied>attack</denied>.",
        "The mayor called the <asserted>attack</asserted> a crime.",
        "The mayor condemned an <asserted>attack</asserted> on the port.",
        "The mayor is accused of <asserted>ordering</asserted> the killing.",
        "The mayor was charged with <asserted>spying</asserted>.",
        "The mayor thanked the king for <asserted>visiting</asserted> the port.",
        "The mayor apologised for <asserted>arresting</asserted> the king.",
        "The king ruled out <denied>visiting</denied> the port.",
        "Soldiers are believed to have <asserted>entered</asserted> the port.",
        "Soldiers are feared to have <hypothetical>entered</hypothetical> the port.",
        "The ministers met to <asserted>discuss</asserted> grain.",
        "The ministers will meet to <planned>discuss</planned> grain.",
        "The king's plan to <planned>visit</planned> Oslo angered the mayor.",
        "The king shelved his plan to <denied>visit</denied> Oslo.",
        "The king's decision to <planned>visit</planned> Oslo angered the mayor.",
        "The decision not to <denied>visit</denied> Oslo angered the mayor.",
        "A deal to <planned>release</planned> the sailors was signed.",
        "Efforts to <hypothetical>release</hypothetical> the sailors failed.",
        "The risk of <hypothetical>war</hypothetical> is growing.",
        "The fear of an <hypothetical>invasion</hypothetical> is growing.",
        "The mayor spoke of the need for <hypothetical>talks</hypothetical>.",
        "The possibility of <hypothetical>talks</hypothetical> was raised.",
        "The army's <asserted>withdrawal</asserted> from the port ended on Sunday.",
        "The army's planned <planned>withdrawal</planned> from the port angered the mayor.",
        "The army was ordered to <hypothetical>withdraw</hypothetical>.",
        "The army was not allowed to <denied>withdraw</denied>.",
        "The army was allowed to <asserted>withdraw</asserted>.",
        "The army helped <asserted>evacuate</asserted> the port.",
        "Troops are likely to <hypothetical>withdraw</hypothetical>.",
        "Troops may have to <hypothetical>withdraw</hypothetical>.",
        "Troops will have to <planned>withdraw</planned>.",
        "The army would <hypothetical>withdraw</hypothetical> if the rebels left.",
        "If asked, the army would <hypothetical>withdraw</hypothetical>.",
        "The army would only <hypothetical>withdraw</hypothetical> if the rebels left.",
        "The mayor wondered who had <asserted>attacked</asserted> the port.",
        "It is unclear whether the army <hypothetical>attacked</hypothetical> the port.",
        "Whether the army <hypothetical>attacked</hypothetical> the port is unclear.",
        "It is not true that the army <denied>attacked</denied> the port.",
        "It is true that the army <asserted>attacked</asserted> the port.",
        "The army has ceased <denied>shelling</denied> the port.",
        "The army did not even <denied>attack</denied> the port.",
        "The army has still not <denied>withdrawn</denied>.",
        "Under no circumstances will the army <denied>withdraw</denied>.",
        "The army seldom <denied>attacks</denied> the port.",
        "Before <asserted>attacking</asserted> the port, the army shelled the town.",
        "After <asserted>attacking</asserted> the port, the army left.",
        "By <asserted>attacking</asserted> the port, the army broke the truce.",
        "Mayor <asserted>arrested</asserted> in Oslo",
        "Mayor denies <denied>attacking</denied> port",
        "<planned>Talks</planned> planned in Oslo",
        "A <planned>visit</planned> scheduled for May was on the front page.",
        "The <denied>visit</denied>, which was cancelled on Sunday, had a cost.",
    ],
}
SENTENCES = [(kind, case) for kind, cases in CASES.items() for case in cases]
EXAMPLES = [(entry.id, example) for entry in ENTRIES for example in entry.examples]
COUNTER = [(entry.id, line) for entry in ENTRIES for line in entry.but_not]


@pytest.fixture(scope="module")
def statuses(parser):
    """A function that gives the wanted and the read status of each mark of a sentence."""

    def read(case: str) -> list[tuple[str, str, str]]:
        text, marks = read_marks(case)
        parse = parser(text, [Span(0, len(text))])
        found = []
        for mark in marks:
            token = parse.head_in(parse.tokens_in((mark.start, mark.end)))
            carrier = None if is_verb(parse, token) else carrier_of(parse, token)
            judged = judge(parse, token, carrier, mark.get("said") is not None)
            found.append((mark.name, judged.status, judged.why[0].rule))
        return found

    return read


def wrong(statuses, cases):
    return [
        (kind, case, wanted, got, why) for kind, case in cases for wanted, got, why in statuses(case) if wanted != got
    ]


def test_there_are_cases_for_each_status():
    names = [mark.name for _, case in SENTENCES for mark in read_marks(case)[1]]
    assert {name: names.count(name) >= 20 for name in set(names)} == dict.fromkeys(
        ("asserted", "planned", "denied", "hypothetical"), True
    )


@pytest.mark.parametrize("kind", CASES)
def test_an_act_has_the_status_that_its_sentence_gives_it(statuses, kind):
    assert wrong(statuses, [(kind, case) for case in CASES[kind]]) == []


def test_each_example_and_counterexample_of_the_table_has_the_status_that_it_shows(statuses):
    assert wrong(statuses, EXAMPLES + COUNTER) == []


def test_each_entry_has_a_word_in_each_of_its_examples(parser):
    assert [(name, line) for name, line in EXAMPLES if not has_word(parser, name, line)] == []


def has_word(parser, name: str, case: str) -> bool:
    """True if a token of a sentence is found in the table by a form of an entry."""
    text, _ = read_marks(case)
    parse = parser(text, [Span(0, len(text))])
    value = next(entry.value for entry in ENTRIES if entry.id == name)
    forms = {form for kind in KINDS for form in value[kind] or ()}
    does = [construction for construction in CONSTRUCTIONS if value[construction]]
    found = [word_at(parse, token, construction) for token in range(len(parse)) for construction in does]
    return any(word is not None and word.form in forms for word in found)


def test_what_somebody_will_not_or_would_not_do_is_refused(parser):
    text = "The premier will not meet the envoy."
    parse = parser(text, [Span(0, len(text))])
    judged = judge(parse, 4, None, False)
    assert (parse.words[4], judged.status, judged.refused) == ("meet", "denied", True)


def test_the_reason_names_the_word(parser):
    text = "The envoys failed to meet."
    parse = parser(text, [Span(0, len(text))])
    (reason,) = judge(parse, 4, None, False).why
    assert (reason.rule, reason.span and reason.span.of(text)) == ("status:under fail", "failed")


def test_every_token_of_every_case_gets_a_status_and_a_reason(parser):
    text = " ".join(read_marks(case)[0] for _, case in SENTENCES)
    parse = parser(text, [Span(0, len(text))])
    judged = [judge(parse, token, None, False) for token in range(len(parse))]
    assert {item.status for item in judged} == {"asserted", "planned", "denied", "hypothetical"}
    assert all(item.why[0].rule.startswith("status:") and item.why[0].span for item in judged)


def test_a_table_that_names_a_construction_twice_for_a_word_would_not_load():
    named = [
        (kind, form, construction)
        for entry in ENTRIES
        for kind in KINDS
        for form in entry.value[kind] or ()
        for construction in CONSTRUCTIONS
        if entry.value[construction]
    ]
    assert len(named) == len(set(named))


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Kenya's minister will visit Chad on Monday. The visit will help both sides.", "planned"),
        ("Kenya's minister will visit Chad on Monday. Commenting on the visit, an envoy praised Chad.", "planned"),
        ("Kenya's minister was to visit Chad this week. The visit began on Tuesday.", "asserted"),
    ],
)
def test_a_noun_that_points_back_at_a_plan_is_a_plan_unless_its_past_is_told(text, status, read_layers):
    events = read_layers(text, "events", published="2023-05-12").events
    assert [event.status for event in events if event.trigger.of(text) == "visit"][-1] == status
