"""A light scene, and its date in one number, are as good as the whole one for the comparison with other reports'."""

from itertools import combinations

from hypothesis import given

from dragoman.model import Told
from dragoman.resolve import Seen, gist, judged, light, may_meet, scenes
from dragoman.resolve.compare.dates import date
from small_records import records


@given(records())
def test_light_scenes_are_judged_as_whole_ones(held):
    every = [one for reading in held for one in scenes(map(Seen.of, Told.each(reading)), {})]
    for one, other in combinations(every, 2):
        assert judged(light(one), light(other)) == judged(one, other) == judged(one, light(other))


@given(records())
def test_the_gist_of_two_scenes_rules_out_only_what_their_dates_do(held):
    every = [Seen.of(one) for reading in held for one in Told.each(reading)]
    for one, other in combinations(every, 2):
        short = gist(one), gist(other)
        if None not in short:
            turned = {one.stage, other.stage} & {
                "postponed",
                "cancelled",
            }  # a gist does not tell what can be taken back
            assert may_meet(*short) == (date(one, other) != "far") or (turned and may_meet(*short))
