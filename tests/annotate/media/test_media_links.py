"""Links to posts, pictures and videos in running text."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.annotate.media import MediaStage
from dragoman.annotate.media.links import Links
from dragoman.lexicon import load
from dragoman.model import Media, Reading, Report, Span, Time
from marked import read_marks

STAGE = MediaStage.build({})
CASES = [
    "The flag… <m provider=x url=https://pic.twitter.com/Ab12Cd date=2023-07-25>pic.twitter.com/Ab12Cd</m> "
    "<t>July 25, 2023</t>",
    'He landed. <m provider=x url=https://t.co/Ab1 author="Envoy Office (@envoy)" date=2023-07-25>https://t.co/Ab1</m> '
    "— Envoy Office (@envoy) <t>July 25, 2023</t>",
    "<m provider=x url=https://t.co/a1 date=2023-07-25>https://t.co/a1</m> "
    "<m provider=x url=https://pic.twitter.com/b2 date=2023-07-25>pic.twitter.com/b2</m> <t>July 25, 2023</t>",
    "See <m provider=telegram url=https://t.me/desk/4711>https://t.me/desk/4711</m>. Posted <t>July 25, 2023</t>.",
    "(<m provider=youtube url=https://youtu.be/a1B2c3D4>https://youtu.be/a1B2c3D4</m>), he said",
    "<m provider=x url=https://x.com/i/status/12345>x.com/i/status/12345</m>\n<t>July 25, 2023</t> was a Tuesday.",
    "His page is https://twitter.com/envoy or facebook.com/envoy.",
    "Write to desk@t.co/x or see not.co/abc and st.me/abc/12.",
    "Nothing of the kind was said on <t>July 25, 2023</t>.",
]


def media_of(text, times=()):
    return list(STAGE(Reading(Report.of(text), times=times)))


@pytest.mark.parametrize("case", CASES)
def test_links_are_found_with_author_and_day_and_nothing_else_is(case):
    text, marks = read_marks(case)
    times = tuple(Time(Span(mark.start, mark.end), "DATE", "2023-07-25") for mark in marks if mark.name == "t")
    expected = [
        Media(Span(mark.start, mark.end), mark.get("provider"), mark.get("url"), mark.get("author"), mark.get("date"))
        for mark in marks
        if mark.name == "m"
    ]
    assert media_of(text, times) == expected


def test_a_month_or_a_period_is_no_day():
    text = "t.co/Ab12 July 2023"
    for kind, value in (("DATE", "2023-07"), ("DURATION", "P1D"), ("DATE", None), ("DATE", "2023-W30")):
        assert media_of(text, (Time(Span(10, 19), kind, value),))[0].date is None
    assert media_of(text, (Time(Span(10, 19), "TIME", "2023-07-25T10:00"),))[0].date == "2023-07-25"


def test_media_of_the_page_come_first():
    taken = Media(None, "youtube", "https://youtu.be/x")
    report = Report.of("See t.co/Ab12 for more.", media=(taken,))
    assert [item.url for item in STAGE(Reading(report))] == ["https://youtu.be/x", "https://t.co/Ab12"]


def test_the_days_come_from_the_layer_of_times(read_layers):
    text = "A poster was seen at the station. pic.twitter.com/Ab12Cd34Ef July 25, 2023\n\nGuards stood there."
    (item,) = read_layers(text, "media", published="2023-07-26").media
    assert (item.span.of(text), item.provider, item.date) == ("pic.twitter.com/Ab12Cd34Ef", "x", "2023-07-25")


def test_every_provider_is_proved_by_its_examples():
    for entry in load("media").entries:
        links = Links.of((entry,))
        for example in entry.examples:
            found = list(links.find(f"See {example} now."))
            assert [text.span.of(f"See {example} now.") for text in found] == [example], example
            assert found[0].provider == entry.value["provider"]
        for example in entry.but_not:
            assert list(Links.shipped().find(f"See {example} now.")) == [], example


@pytest.mark.parametrize(
    "text", ["t.co/" * 100_000, "t.co/." * 100_000, "https://" * 100_000, "x.com/a/status/" * 50_000]
)
def test_long_texts_take_linear_time(text):
    start = time.perf_counter()
    media_of(text)
    assert time.perf_counter() - start < 3


@given(
    st.lists(st.sampled_from(["t.co/", "https://", "x.com/a/status/1", " ", "\n", "—", "(@a)", "B ", ")", ".", "…"]))
)
def test_spans_lie_inside_the_text_and_hold_no_blank(pieces):
    text = "".join(pieces)
    for item in media_of(text):
        assert item.span.of(text)
        assert not any(map(str.isspace, item.span.of(text)))
