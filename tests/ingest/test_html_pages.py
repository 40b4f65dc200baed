"""HTML pages: golden pairs (a page and what must come of it) and hostile markup."""

import json
import time
from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dragoman.errors import InputError
from dragoman.ingest import report_from_page, reports
from dragoman.ingest.embeds import provider_of
from dragoman.ingest.markup import DEEPEST, looks_like_page, page_text, shallow
from dragoman.ingest.page import page_of

PAGES = sorted(Path(__file__).parent.joinpath("pages").glob("*.html"))
ARTICLE = "".join(
    f"<p>In its statement number {number} the ministry said that the convoy had reached the town by night.</p>"
    for number in range(6)
)


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.stem)
def test_a_page_gives_its_article_and_what_it_says_of_itself(path):
    expected = json.loads(path.with_suffix(".json").read_text(encoding="utf-8"))
    (report,) = reports([path])
    for field in ("title", "author", "published", "source", "url", "language"):
        assert getattr(report, field) == expected[field], field
    assert [[item.provider, item.url, item.author, item.date] for item in report.media] == expected["media"]
    assert all(item.span is None for item in report.media)
    assert [words for words in expected["holds"] if words not in report.text] == []
    assert [words for words in expected["lacks"] if words in report.text] == []


def test_a_dateline_in_a_page_is_read():
    report = report_from_page("<article><p>QUITO, May 4, 2021 (EFE) - Talks began.</p>" + ARTICLE + "</article>")
    assert (report.dateline.place, report.dateline.agency, report.published) == ("QUITO", "EFE", "2021-05-04")


def test_what_is_given_goes_before_what_the_page_says():
    html = "<html><head><title>Old</title></head><body><article>" + ARTICLE + "</article></body></html>"
    report = report_from_page(html, title="New", published="2020-01-02", url="https://a.example/b")
    assert (report.title, report.published, report.url) == ("New", "2020-01-02", "https://a.example/b")


def test_the_clock_plays_no_part_in_a_date_that_is_found():
    html = '<meta property="article:published_time" content="2150-05-04"><article>' + ARTICLE
    assert report_from_page(html).published == "2150-05-04"


@pytest.mark.parametrize(
    "opening",
    [
        "<div>",
        "<b>",
        "<span class=x>",
        "<ul><li>",
        "<table><tr><td>",
        "<font>\n<center>",
        "<blockquote><p>",
        "<a href=x>",
    ],
)
def test_a_hundred_thousand_nested_tags_leave_the_words(opening):
    start = time.perf_counter()
    report = report_from_page("<html><body>" + opening * (100_000 // opening.count("<")) + ARTICLE)
    assert "statement number 5" in report.text
    assert time.perf_counter() - start < 8


@pytest.mark.parametrize(
    "html",
    [
        "<" * 200_000,
        "<!--" * 100_000,
        "<script>" * 100_000,
        "<a " * 100_000,
        "</div>" * 100_000,
        "<article>" + "<figure><img src='https://a.example/x.jpg'>" * 9_000,
        "<article><p>" + "<a href=x>link</a> and words " * 20_000,
        "<article>" + '<blockquote class="twitter-tweet">said<a href="https://x.com/a/status/123">' * 9_000,
        '<script type="application/ld+json">' + "[" * 100_000 + "</script>",
        "<p " + 'a="b" ' * 100_000 + ">",
        "&#x0;&#xd800;&bogus;<p>\x00\x01</p>",
        "<table>" + "<tr><td>x" * 9_000,
    ],
    ids=range(12),
)
def test_hostile_markup_gives_words_or_a_clear_error_in_time(html):
    start = time.perf_counter()
    with suppress(InputError):
        assert report_from_page(html).text.strip()
    assert time.perf_counter() - start < 8


@pytest.mark.parametrize("html", ["", " \n", "<html></html>", "<body><script>x</script></body>", "<!-- only -->"])
def test_a_page_without_an_article_is_an_error(html):
    with pytest.raises(InputError, match=r"empty|broken page"):
        page_of(html, 1_000)


def test_a_page_that_is_too_long_is_an_error_that_names_the_limit():
    with pytest.raises(InputError, match=r"page has 20,0.. characters, allowed are 10,000"):
        page_of("<p>" + "a " * 10_000, 1_000)


def test_entities_are_not_expanded():
    bomb = '<!DOCTYPE a [<!ENTITY b "bbbbbbbbbb"><!ENTITY c "&b;&b;&b;&b;">]><p>&c;</p>' + ARTICLE
    assert "bbbb" not in report_from_page(bomb).text


@settings(max_examples=60, deadline=None)
@given(
    st.lists(
        st.sampled_from(["<p>", "</p>", "<div>", "<b", "'", '"', ">", "<!--", "-->", "&", "x y. ", "<li>", "\0", "é"])
    )
)
def test_any_markup_gives_a_report_or_an_input_error(pieces):
    with suppress(InputError):
        assert report_from_page("".join(pieces)).text.strip()


@given(
    st.lists(st.sampled_from(["<div>", "</div>", "<b>", "<p>", "<br>", "a ", "<script>", "</script>", "<!--", "-->"]))
)
def test_shallow_markup_stays_as_it_is(pieces):
    html = "".join(pieces[:DEEPEST])
    assert shallow(html) == html


def test_tags_beyond_the_depth_go_and_their_words_stay():
    assert shallow("<a><b><i>x</i></b></a>", 2).split() == ["<a><b>", "x", "</b></a>"]


def test_a_page_is_told_from_text():
    assert looks_like_page("  <!DOCTYPE html><html>")
    assert looks_like_page("<div><p>words")
    assert not looks_like_page("< 5 killed in a raid")
    assert not looks_like_page("Words <p> words")


def test_a_declared_encoding_is_used_where_the_bytes_are_not_utf_8():
    page = '<meta charset="koi8-r"><p>Привет'.encode("koi8-r")
    assert page_text(page).endswith("Привет")
    assert page_text('<meta charset="nonsense"><p>café'.encode("latin-1")).endswith("café")


def test_providers_are_told_by_host():
    assert provider_of("https://www.youtube.com/embed/x") == "youtube"
    assert provider_of("https://notyoutube.example/x") is None
    assert provider_of("http://[broken") is None
