"""What the rest of a report, its outlet and its letters say of its places."""

from __future__ import annotations

import pytest

from dragoman.annotate.parse import ParseStage
from dragoman.annotate.place import PlaceStage, link
from dragoman.annotate.sentence import SentenceStage
from dragoman.model import Dateline, Reading, Report, Span


def words(reading):
    return [place.span.of(reading.report.text) for place in reading.places]


def test_a_name_has_one_sense_in_a_report(read_layers):
    reading = read_layers("Fire broke out in Paris, Texas. Paris firemen came at once.", "places")
    assert {place.admin1 for place in reading.places} == {"Texas"}


def test_other_places_of_the_report_decide(read_layers):
    reading = read_layers("Crews from Lubbock, Amarillo and Abilene drove to Odessa.", "places")
    assert [place.admin1 for place in reading.places] == ["Texas"] * 4
    reading = read_layers("Crews from Kyiv, Kherson and Mykolaiv drove to Odessa.", "places")
    assert {place.country for place in reading.places} == {"UKR"}


@pytest.mark.parametrize(
    ("source", "country", "region"),
    [
        ("lfpress.com", "CAN", "Ontario"),
        ("https://www.standard.co.uk/news/1.html", "GBR", "England"),
        ("Evening Standard", "GBR", "England"),
        (None, "GBR", "England"),
    ],
)
def test_the_outlets_home_decides(read_layers, source, country, region):
    reading = read_layers("A man was hurt in London on Friday.", "places", source=source)
    assert [(place.country, place.admin1) for place in reading.places] == [(country, region)]


def test_a_home_is_read_out_of_an_outlets_own_name(read_layers):
    reading = read_layers("Police in Garland and Dallas met.", "places", source="Dallas Courier Herald")
    assert [place.admin1 for place in reading.places] == ["Texas", "Texas"]


def test_an_address_tells_the_country(read_layers):
    reading = read_layers("A man was hurt in Newcastle.", "places", source="valley-voice.com.au")
    assert [place.country for place in reading.places] == ["AUS"]


def test_a_report_without_capitals_is_read(read_layers):
    text = "troops entered the city of kandahar in afghanistan after days of fighting near kabul."
    reading = read_layers(text, "places")
    assert words(reading) == ["kandahar", "afghanistan", "kabul"]
    assert {place.country for place in reading.places} == {"AFG"}


def test_a_line_in_capitals_is_read(read_layers):
    reading = read_layers("POLICE KILL FOUR MEN IN LAGOS AS PROTESTS SPREAD IN NIGERIA", "places")
    assert words(reading) == ["LAGOS", "NIGERIA"]


def test_the_places_of_a_dateline_are_read(read_layers):
    text = "LAGOS, Nigeria (Wire) -- Shops opened again in Abuja."
    pipeline_reading = read_layers(text, "places")
    assert [word.upper() for word in words(pipeline_reading)] == ["LAGOS", "NIGERIA", "ABUJA"]


def test_the_places_of_a_dateline_that_was_taken_off_are_read(parser):
    text = "LAGOS, Nigeria (Wire) -- Shops opened again in Abuja."
    reading = Reading(Report.of(text, dateline=Dateline(Span(0, 24), "LAGOS, Nigeria", "Wire")))
    for stage in (SentenceStage.build({}), ParseStage(parser), PlaceStage.build({})):
        items = stage(reading)
        reading = reading.with_layer(stage.gives, items if stage.gives == "parse" else tuple(items))
    assert words(reading) == ["LAGOS", "Nigeria", "Abuja"]
    assert [place.country for place in reading.places] == ["NGA"] * 3


def test_given_spans_are_resolved_in_order_demonyms_too():
    text = "Russians left Aleppo, Syria, for Nowhereville."
    spans = [(33, 45), (14, 20), (0, 8), (22, 27)]
    places = link(Reading(Report.of(text)), spans)
    assert [place.span.of(text) for place in places] == ["Russians", "Aleppo", "Syria", "Nowhereville"]
    assert [place.country for place in places] == ["RUS", "SYR", "SYR", None]
    assert (places[3].geonameid, places[3].lat, places[3].score) == (None, None, 0.0)


def test_candidates_are_kept_with_their_shares_best_first(read_layers):
    (place,) = read_layers("It happened in Springfield.", "places").places
    shares = [candidate.score for candidate in place.candidates]
    assert len(shares) == 5
    assert shares == sorted(shares, reverse=True)
    assert place.score == shares[0] < 0.9
    assert place.geonameid == place.candidates[0].geonameid
