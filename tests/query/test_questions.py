from __future__ import annotations

import datetime

import pytest

from dragoman.errors import UsageError
from dragoman.model import Question
from dragoman.query import of_mapping, question, to_mapping


def test_codes_may_be_in_any_case_and_one_value_stands_for_several():
    asked = question(act="consult", mode=["Visit", "visit"], status="Planned", sector="mil")
    assert asked == Question(act=("CONSULT",), mode=("visit",), status=("planned",), sector=("MIL",))


@pytest.mark.parametrize(
    ("given", "held"),
    [
        ("Russia", "RUS"), ("Russians", "RUS"), ("russian", "RUS"), ("rus", "RUS"), ("RUS MIL", "RUS MIL"),
        ("North Korea", "PRK"), ("DPRK", "PRK"), ("Ivory Coast", "CIV"), ("mil", "MIL"), ("PKK", "PKK"),
        ("Sergei  Shoigu", "Sergei Shoigu"), ("Ben", "Ben"), ("Wagner", "Wagner"),
    ],
)  # fmt: skip
def test_countries_go_by_code_name_or_people_and_what_is_none_is_a_name(given, held):
    assert question(actor=given).actor == (held,)


@pytest.mark.parametrize(
    ("given", "day"), [("2023", "2023-01-01"), ("2023-07", "2023-07-01"), (2023, "2023-01-01"),
                       (datetime.date(2023, 7, 26), "2023-07-26")]
)  # fmt: skip
def test_a_year_or_month_stands_for_its_first_day(given, day):
    assert question(since=given).since == day


@pytest.mark.parametrize(
    ("asked", "says"),
    [
        ({"act": "CONSLT"}, "unknown act 'CONSLT'; the nearest is CONSULT"),
        ({"mode": "vist"}, "unknown mode 'vist'; the nearest are visit"),
        ({"status": "x"}, "unknown status 'x'; allowed are asserted, planned"),
        ({"cameo": "99"}, "unknown cameo '99'; allowed are codes such as 042"),
        ({"quad": 5}, "quad is '5'; allowed are 1, 2, 3 and 4"),
        ({"actor": "RUX"}, "actor: unknown country or sector 'RUX'; the nearest are RUS"),
        ({"recipient": "RUS MIX"}, "recipient: unknown sector 'MIX'"),
        ({"place": "QQQ"}, "place: unknown country 'QQQ'"),
        ({"since": "2023-02-30"}, "since is '2023-02-30'; allowed are days such as"),
        ({"until": "tomorrow"}, "until is 'tomorrow'"),
        ({"since": "2023", "until": "2023"}, "the period is empty"),
        ({"area": "1,2,3"}, "area is '1,2,3'; allowed is south,west,north,east"),
        ({"area": "50,0,40,1"}, "area is"),
        ({"area": (0, 0, float("nan"), 1)}, "area is"),
        ({"text": "!!! NOT x"}, "text is '!!! NOT x'; allowed are words"),
        ({"text": "w " * 65}, "text has more than 64 words"),
        ({"confidence": 2}, "confidence is 2; allowed is a number from 0 to 1"),
        ({"min_sources": -1}, "sources is -1; allowed is a whole number"),
        ({"disputed": "x"}, "disputed is 'x'; allowed are true and false"),
        ({"actor": ""}, "actor is empty"),
        ({"act": 3.5}, "act is 3.5; allowed is a word"),
        ({"stat": "x"}, "unknown keyword 'stat'; the nearest are"),
    ],
)
def test_what_cannot_be_asked_says_what_is_allowed(asked, says):
    with pytest.raises(UsageError, match="^" + says.replace("(", r"\(")):
        question(**asked)


def test_a_question_goes_into_a_mapping_and_comes_back():
    asked = question(act="AID", actor=["RUS", "Putin"], since="2023", area="1,2,3,4", disputed=False, min_sources=2)
    assert of_mapping(to_mapping(asked)) == asked
    assert to_mapping(Question()) == {}


def test_the_question_of_a_claim_leaves_its_words_and_number_out():
    claim = {"act": "CONSULT", "mode": "visit", "recipient": "PRK", "text": "foreign visitors", "n": 1,
             "order": "first", "period": {"begin": "2020-01-01", "end": None}}  # fmt: skip
    assert of_mapping(claim) == question(act="CONSULT", mode="visit", recipient="PRK", since="2020-01")


@pytest.mark.parametrize("given", [[], "x", {"period": 3}, {"what": 1}, {"act": {}}, {"act": [[]]}])
def test_a_mapping_that_is_no_question_is_a_usage_error(given):
    with pytest.raises(UsageError):
        of_mapping(given)


def test_keywords_change_a_question_that_is_there():
    assert question(question(act="AID", since="2020"), since="2021") == question(act="AID", since="2021")
