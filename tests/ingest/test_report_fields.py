"""A report's fields: what is given, what the head of the text says, what the language is."""

import logging
import socket

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.errors import InputError
from dragoman.ingest import language_of, report_from_text, report_of
from dragoman.ingest.language import language_code

WIRE = "Envoy leaves\n\nQUITO, May 4, 2021 (EFE) - The envoy left the city after a day of talks with the ministers."


def test_the_head_of_the_text_fills_what_is_not_given():
    report = report_from_text(WIRE)
    assert (report.title, report.published, report.language, report.text) == ("Envoy leaves", "2021-05-04", "en", WIRE)
    assert [stretch.of(WIRE).strip()[:12] for stretch in report.prose] == ["Envoy leaves", "The envoy le"]


def test_what_is_given_stays():
    report = report_from_text(WIRE, published="2021-05-05", title="Own", language="en-GB", id="n1", author="Me")
    assert (report.title, report.published, report.language, report.id, report.author) == (
        "Own",
        "2021-05-05",
        "en",
        "n1",
        "Me",
    )
    assert report.dateline.date == "2021-05-04"


def test_a_dateline_without_a_year_does_not_date_the_report():
    report = report_from_text("QUITO, May 4 (EFE) - The envoy left.")
    assert (report.published, report.dateline.date) == (None, None)


def test_an_id_follows_from_source_address_and_text():
    one, same, other = (report_from_text("The same words.", source=name) for name in ("A", "A", "B"))
    assert one.id == same.id != other.id


def test_a_row_may_hold_a_page_and_says_more_than_it():
    row = {"html": "<title>Page</title><article><p>The envoy left the city by car.</p></article>", "title": "Row"}
    report = report_of(row)
    assert (report.title, report.text) == ("Row", "The envoy left the city by car.")


def test_blank_fields_of_a_row_are_absent():
    report = report_of({"text": "The envoy left.", "title": " ", "source": "", "url": None, "published": ""})
    assert (report.title, report.source, report.url, report.published) == (None, None, None, None)


@pytest.mark.parametrize(
    ("row", "words"),
    [
        ({}, "text or html is missing; the row has nothing"),
        ({"text": None, "body": "x"}, "the row has body, text"),
        ({"text": ["x"]}, r"text is \['x'\], allowed is a string"),
        ({"text": "x", "title": {"a": "b" * 99}}, r"title is \{'a': 'b+\.\.\., allowed is a string"),
        ({"text": "x", "id": True}, "id is True"),
        ({"text": "x" * 11}, "text has 11 characters, allowed are 10"),
    ],
)
def test_a_row_that_does_not_fit_is_refused_with_its_field(row, words):
    with pytest.raises(InputError, match=words):
        report_of(row, max_chars=10)


@given(st.text(alphabet=st.characters(codec=None)))
def test_any_text_gives_a_report_or_an_input_error(text):
    try:
        report = report_from_text(text)
    except InputError:
        assert not text.strip()
    else:
        assert sum(end - start for start, end in report.prose) <= len(report.text)


@pytest.mark.parametrize(
    "text",
    [
        "The two ministers agreed on a plan to open the border by the end of the year.",
        "PRIME MINISTER VISITS SEOUL FOR TALKS ON TRADE AND SECURITY",
        "prime minister visits seoul for talks on trade and security",
        "Kim arrives in Vladivostok",
        "Xi, Putin meet",
        "Sergei Lavrov, Wang Yi, Ri Son Gwon, Antony Blinken, Yoon Suk-yeol, Fumio Kishida",
    ],
)
def test_english_is_english_or_unsure_in_any_case(text):
    assert language_of(text) in ("en", None)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Der Kanzler reist am Dienstag nach Kiew und trifft dort den Präsidenten.", "de"),
        ("Le président s'est rendu mardi à Moscou pour une visite de deux jours.", "fr"),
        ("Президент прибыл во вторник в Пхеньян с визитом.", "ru"),
        ("رئيس الوزراء يصل إلى بغداد", "ar"),
        ("日本の首相は火曜日に東京で会談した。", "ja"),
        ("대통령은 화요일 서울에서 회담했다", "ko"),
    ],
)
def test_other_languages_are_told(text, code):
    assert language_of(text) == code


@pytest.mark.parametrize("text", ["", "12 34", "Lima.", "...", "\ud800"])
def test_too_little_text_is_unsure(text):
    assert language_of(text) is None


def test_the_dateline_does_not_decide_the_language():
    report = report_from_text(
        "MADRID (EFE) - El canciller viajó el martes a Lima para reunirse con su homólogo peruano."
    )
    assert report.language == "es"


def test_language_tags_become_plain_codes():
    assert [language_code(tag) for tag in ("en", "EN_us", "eng", "pt-BR", "zh-Hant")] == ["en", "en", "en", "pt", "zh"]


def test_the_language_is_found_without_network_or_noise(monkeypatch, caplog, capfd):
    monkeypatch.setattr(socket, "socket", None)
    monkeypatch.setattr(socket, "create_connection", None)
    with caplog.at_level(logging.DEBUG):
        assert language_of("The ministers agreed on a plan. " * 50) == "en"
    assert caplog.records == []
    assert capfd.readouterr() == ("", "")
