"""The heads of reports: datelines, date lines, bylines, titles; and sentences that only look like one."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.errors import InputError
from dragoman.ingest.calendar import day_of, published_of
from dragoman.ingest.head import head_of
from dragoman.lexicon import load, words_of
from marked import read_marks

CASES = [
    "<d place=PYONGYANG agency=KCNA date=2023-07-26>PYONGYANG, July 26 (KCNA) --</d> A delegation arrived.",
    "<d place=Pyongyang agency=KCNA date=2022-12-24>Pyongyang, December 24 (KCNA) --</d>A message was sent.",
    " <d agency=ALBAWABA date=2023-07-26>date 2023-07-26 ALBAWABA -</d> At noon the guests left.",
    "<d place=WASHINGTON agency=Reuters>WASHINGTON (Reuters) -</d> The Senate voted.",
    "<d place=BEIJING agency=Xinhua date=2023-01-05>BEIJING, Jan. 5 (Xinhua) --</d> The two sides met.",
    '<d place="KYIV, Ukraine" agency=AP>KYIV, Ukraine (AP) —</d> Sirens sounded.',
    "<d place=MOSCOW agency=Interfax date=2023-07-03>MOSCOW. July 3 (Interfax)</d>\nThe court ruled.",
    "<d agency=Reuters>(Reuters) -</d> Two firms agreed on a price.",
    "<d agency=Reuters date=2023-07-20>July 20 (Reuters) -</d> Two firms agreed on a price.",
    '<d place="NEW YORK">NEW YORK -</d> A jury was chosen.',
    "<d place=LONDON/PARIS agency=AFP date=2023-02-02>LONDON/PARIS, Feb 2 (AFP) -</d> Ministers met again.",
    '<d place="DUBAI, UAE" agency=PRNewswire date=2021-07-26>DUBAI, UAE, July 26, 2021 /PRNewswire/ --</d> It opened.',
    "<d place=MOSCOW agency=TASS date=2023-06-01>MOSCOW, June 1. /TASS/.</d> The talks ended.",
    "<d place=YEREVAN agency=ARMENPRESS date=2023-06-02>YEREVAN, JUNE 2, ARMENPRESS.</d> The talks ended.",
    '<d place="New Delhi [India]" agency=ANI date=2022-08-05>New Delhi [India], August 5 (ANI):</d> The talks ended.',
    "<d place=KABUL agency=Pajhwok>KABUL (Pajhwok):</d> The talks ended.",
    "<d place=ISLAMABAD>ISLAMABAD:</d> The prime minister flew home.",
    '<d place="ST. PAUL">ST. PAUL --</d> The governor signed the bill.',
    '<d place="The Hague, Netherlands" agency=AP>The Hague, Netherlands (AP) —</d> Judges met.',
    "<d place=Paris>Paris —</d> The cabinet met late.",
    '<d place="Accra, Ghana">Accra, Ghana —</d> The opposition marched.',
    "<d place=Pyongyang agency=KCNA date=2023-07-26>Pyongyang, July 26, Juche 112 (2023) (KCNA) --</d> He spoke.",
    '<d place="WASHINGTON, D.C." date=2020-03-02>WASHINGTON, D.C., March 2, 2020 —</d> The mayor spoke.',
    "<d date=2020-03-02>March 2, 2020 —</d> The mayor spoke.",
    "<d date=2019-07-10>Wednesday, July 10, 2019</d> \n\n\nLeaders of the union met.",
    "<d date=2019-07-10>Published: 10 July 2019 at 14:05 GMT</d>\nLeaders of the union met.",
    "<d date=2019-07-10>2019-07-10</d>\nLeaders of the union met.",
    "<d date=2019-07-10>By Jane Doe | July 10, 2019</d>\n\nLeaders of the union met.",
    "<d place=MOSCOW agency=TASS>MOSCOW, February 30 (TASS) --</d> There is no such day.",
    "<d place=LIMA agency=EFE>LIMA (EFE)</d> Two spaces stand for a lost dash.",
    "Two die in fire. <d place=LIMA agency=EFE>LIMA (EFE) -</d> A hall burned down.",
    "Two die in fire\n\n<d place=LIMA>LIMA —</d> A hall burned down.",
    "Two die in fire\n<d place=LIMA agency=AP>By JANE DOE\nAssociated Press Writer\nLIMA (AP) _</d> A hall burned.",
    "Russia - which had closed the border - opened it again.",
    "Russia – China relations got better.",
    "US - Iran talks stall, officials say.",
    "NATO — The alliance met.",
    "BREAKING — The president has left.",
    "ANALYSIS: Moscow gains little.",
    "PUTIN: We will not yield.",
    "MOSCOW - BEIJING SUMMIT OPENS",
    "In Moscow, July 26 - a Wednesday - was quiet.",
    "On July 26 - The day of the vote - nobody came.",
    "Smith (Labour) - The minister was late.",
    "The Dow Jones Industrial Average fell.",
    "COVID-19 – The virus spread.",
    "AP: Minister resigns over letter.",
    "Reuters - the agency - was told of the plan.",
    "Trump, Biden — The last debate.",
    "MOSCOW's answer came late (AP was told).",
    "Ana Pérez, AFP | The party won.",
    "By noon the square was full of people, and the guards had left.",
    "Salina, Kan. was hit by a storm.",
    "GAZA",
    "- - -",
]


@pytest.mark.parametrize("case", CASES)
def test_a_dateline_is_found_with_its_parts_and_nothing_else_is(case):
    text, marks = read_marks(case)
    found = head_of(text, "2023-07-26").dateline
    told = found and {key: value for key in ("place", "agency", "date") if (value := getattr(found, key))}
    expected = [(mark.start, mark.end, dict(mark.says)) for mark in marks]
    assert ([(*found.span, told)] if found else []) == expected


@pytest.mark.parametrize("table", ["dateline", "dateline_agencies"])
def test_every_entry_is_proved_by_its_examples(table):
    for entry in load(table).entries:
        for example in entry.examples:
            head = head_of(example, "2023-07-26")
            if table == "dateline_agencies":
                assert head.dateline.agency in entry.forms, example
            elif entry.value["kind"] == "byline":
                assert head.author, example
            elif entry.value["kind"] == "month":
                assert int(head.dateline.date[5:7]) == entry.value["number"], example
            elif entry.value["kind"] == "weekday":
                assert date.fromisoformat(head.dateline.date).isoweekday() == entry.value["number"], example
            else:
                assert head.dateline.date == "2019-07-10", example
        for example in entry.but_not:
            assert head_of(example) == head_of("Nothing."), example


def test_every_city_and_label_does_what_its_table_says():
    for city in sorted(words_of("dateline_cities")):
        assert head_of(f"{city.upper()} — The council met late.").dateline, city
    for label in sorted(words_of("dateline_labels")):
        assert head_of(f"{label.upper()} — The council met late.").dateline is None, label
    for region in sorted(words_of("dateline_regions")):
        assert head_of(f"Newtown, {region.title()} — The council met late.").dateline, region


def test_title_and_author_stand_above_the_dateline():
    head = head_of("Envoy leaves early\n\nBy Jane Doe\n\nQUITO (EFE) - The envoy left.")
    assert (head.title, head.author) == ("Envoy leaves early", "Jane Doe")
    assert (
        head_of("By Jane Doe and John Roe, Coast Wire\n\nThe envoy left.").author == "Jane Doe and John Roe, Coast Wire"
    )


def test_a_date_line_gives_its_day_to_the_dateline_below():
    head = head_of("July 10, 2019\n\nSummit opens\n\nNIAMEY, Niger (AP) — Leaders met.")
    assert (head.title, head.dateline.place, head.dateline.date) == ("Summit opens", "NIAMEY, Niger", "2019-07-10")


@pytest.mark.parametrize(
    ("words", "near", "day"),
    [
        ("July 26", "2023-07-27", "2023-07-26"),
        ("December 31", "2023-01-01", "2022-12-31"),
        ("Jan. 1", "2022-12-31", "2023-01-01"),
        ("Feb 29", "2021-03-01", "2020-02-29"),
        ("Feb 29", "2023-03-01", None),
        ("3rd January, 2021", None, "2021-01-03"),
        ("Juche108.12.10", None, "2019-12-10"),
        ("July 26", None, None),
        ("April 31, 2020", None, None),
    ],
)
def test_a_day_without_a_year_is_the_nearest(words, near, day):
    assert day_of(words, date.fromisoformat(near) if near else None) == day


@pytest.mark.parametrize(
    ("given", "iso"),
    [
        ("2023-07-26", "2023-07-26"),
        ("20230726", "2023-07-26"),
        ("2023-07-26 09:30", "2023-07-26T09:30:00"),
        ("2023-07-26T09:30:00Z", "2023-07-26T09:30:00+00:00"),
        (" 2023-07-26T09:30:00.5+09:00 ", "2023-07-26T09:30:00.500000+09:00"),
    ],
)
def test_times_of_publication_become_iso(given, iso):
    assert published_of(given) == iso


@pytest.mark.parametrize("bad", ["26 July 2023", "07/26/2023", "2023-13-01", "2023", "yesterday", "1690363800", ""])
def test_other_forms_of_publication_are_refused(bad):
    with pytest.raises(InputError, match="allowed is an ISO 8601 day"):
        published_of(bad)


@given(st.text(max_size=300))
def test_any_text_has_a_head_inside_it(text):
    found = head_of(text, "2023-07-26").dateline
    assert found is None or 0 <= found.span.start < found.span.end <= len(text)


@given(
    st.lists(
        st.sampled_from(
            ["PARIS", "July 26", "(", ")", "AP", " ", "\n", "—", "--", ",", "/", ":", "By ", "2023", "The "]
        )
    )
)
def test_any_mixture_of_the_parts_has_a_head_inside_it(pieces):
    text = "".join(pieces)
    found = head_of(text, "2023-07-26").dateline
    assert found is None or text[found.span.start : found.span.end].strip() == text[found.span.start : found.span.end]
