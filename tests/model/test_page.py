from __future__ import annotations

import re
from html.parser import HTMLParser

from hypothesis import given, settings
from hypothesis import strategies as st

from dragoman.model import Event, Media, Reading, Report, Span, Time
from dragoman.model.page.phrases import figure_phrase, interval_phrase, squeezed
from dragoman.model.page.segments import Mark, paragraphs, segments
from made import TEXT, made_reading, span

VOID = {"meta", "input", "br", "wbr"}


class Page(HTMLParser):
    """A strict look at a page: every element closed in order; attributes and the article's words kept."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.attributes: list[tuple[str, str, str | None]] = []
        self.article = ""
        self.feed(page)
        self.close()
        assert not self.open

    def handle_starttag(self, tag, attrs):
        self.attributes += [(tag, name, value) for name, value in attrs]
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag):
        assert self.open.pop() == tag

    def handle_data(self, data):
        if "article" in self.open:
            self.article += data


def words(text):
    return "".join(text.split())


def test_the_article_holds_every_word_of_the_text_once():
    assert words(Page(made_reading().to_html()).article) == words(TEXT)


def test_nothing_outside_the_page_is_asked_for():
    page = Page(made_reading().to_html())
    assert {name for _, name, _ in page.attributes} & {"src", "srcset", "style", "onclick", "onload"} == set()
    assert {value for tag, name, value in page.attributes if name == "href" and tag != "a"} == set()
    html = made_reading().to_html()
    assert "default-src 'none'" in html
    assert not re.search(r"<(script|img|link|iframe|object)\b|@import|url\(", html)


def test_markup_in_a_report_is_shown_as_text():
    evil = "<script>alert('x')</script> \"&amp;"
    report = Report.of(evil, id=evil, title=evil, source=evil, url="javascript:alert(1)", language='"><b>')
    time = Time(Span(0, 8), "DATE", evil)
    html = Reading(report, times=(time,), media=(Media(None, evil, "javascript:x", evil, evil),)).to_html()
    assert "<script" not in html
    assert not [value for _, name, value in Page(html).attributes if name == "href" and value and "javascript" in value]


def test_a_run_of_characters_carries_all_its_layers():
    html = made_reading().to_html()
    found = re.search(r'<span class="m ([a-z ]+)" data-says="([^"]*)">Karelian</span>', html)
    assert found
    assert set(found[1].split()) == {"actor", "place"}
    assert "actor: Karelian delegation" in found[2]
    assert "place (country): Karelia" in found[2]


def test_every_event_in_the_list_links_to_its_words():
    page = Page(made_reading().to_html())
    anchors = [value for tag, name, value in page.attributes if tag == "a" and name == "id"]
    links = [value for _, name, value in page.attributes if name == "href" and value and value.startswith("#")]
    assert anchors == ["e1", "e2", "e3"]
    assert links == ["#e1", "#e2", "#e3"]


def test_every_layer_has_a_switch_and_a_label_for_it():
    page = Page(made_reading().to_html())
    switches = [value for tag, name, value in page.attributes if tag == "input" and name == "id"]
    assert switches == [value for tag, name, value in page.attributes if tag == "label" and name == "for"]
    assert len(switches) == 7


def test_the_lists_say_who_did_what_to_whom_and_according_to_whom():
    html = made_reading().to_html()
    for part in (
        "CONSULT/visit",
        "planned",
        "Halvan",
        "Ilma Raud (KRL GOV)",
        "8 – 12 killed",
        "since 2019",
        "<q>meet</q>",
    ):
        assert part in html


def test_an_empty_report_and_a_report_that_is_not_read_have_pages():
    Page(Reading(Report.of("")).to_html())
    assert "language &#x27;de&#x27; is not read yet" in Reading(
        Report.of("Er kam."), note="language 'de' is not read yet"
    ).to_html()  # fmt: skip


def test_spans_beyond_the_text_are_left_out():
    report = Report.of("Short.")
    event = Event("x", Span(0, 6), Span(4, 400), "AID", None, "asserted", "AID")
    assert words(Page(Reading(report, events=(event,)).to_html()).article) == "Short."


@given(
    st.text(st.characters(), max_size=60),
    st.lists(
        st.tuples(st.integers(0, 60), st.integers(0, 60), st.sampled_from(["time", "actor", "event"])), max_size=12
    ),
)
@settings(max_examples=150, deadline=None)
def test_segments_are_the_text_and_each_knows_exactly_the_marks_over_it(text, raw):
    marks = [Mark(Span(a, b), layer, str(at)) for at, (a, b, layer) in enumerate(raw) if a < b <= len(text)]
    found = list(segments(len(text), marks, [edge for stretch in paragraphs(text) for edge in stretch]))
    assert "".join(segment.span.of(text) for segment in found) == text
    for segment in found:
        assert set(segment.marks) == {mark for mark in marks if mark.span.overlaps(segment.span)}
        assert all(mark.span.contains(segment.span) for mark in segment.marks)


@given(st.text(st.characters(), max_size=200))
@settings(max_examples=100, deadline=None)
def test_any_text_gives_a_page_that_a_file_can_hold(text):
    page = Reading(Report.of(text, title=text)).to_html()
    page.encode("utf-8")
    assert len(words(Page(page).article)) >= 0


def test_paragraphs_are_what_empty_lines_part():
    text = "\n\nOne\ntwo\n \n\nthree\n"
    assert [part.of(text) for part in paragraphs(text)] == ["One\ntwo", "three\n"]


def test_intervals_are_named_as_people_name_them():
    cases = {
        ("2024-03-12", "2024-03-13"): "2024-03-12",
        ("2024-03-01", "2024-04-01"): "2024-03",
        ("2023-12-01", "2024-01-01"): "2023-12",
        ("2024-01-01", "2025-01-01"): "2024",
        ("2024-01-01", "2024-01-11"): "2024-01-01 – 2024-01-10",
        ("2024-03-12T10:00", "2024-03-12T10:01"): "2024-03-12T10:00 – 2024-03-12T10:01",
        ("2024-03-12", None): "from 2024-03-12",
        (None, "2024-03-12"): "before 2024-03-12",
        ("9999-12-31", "strange"): "9999-12-31 – strange",
    }
    assert {pair: interval_phrase(*pair) for pair in cases} == cases


def test_figures_are_told_with_their_bounds_and_what_they_compare():
    people, twice = made_reading().figures
    assert figure_phrase(people) == "8 – 12 people"
    assert figure_phrase(twice) == "2 times, 2024-01 against 2023-12, of people killed"


def test_long_words_are_cut_at_a_blank():
    assert squeezed("one  two\nthree four", 12) == "one two…"
    assert squeezed("x" * 30, 12) == "x" * 11 + "…"


def test_the_time_a_page_takes_grows_with_the_text_and_not_faster():
    text = TEXT * 400
    spans = [Span(at + off, at + off + 40) for at in range(0, len(text) - 60, 50) for off in (0, 7)]
    reading = Reading(Report.of(text), times=tuple(Time(each, "DATE", None) for each in sorted(spans)))
    assert reading.to_html().count("data-says") > len(spans)


def test_made_reading_marks_what_it_says():
    assert TEXT[slice(*span("2019"))] == "2019"
