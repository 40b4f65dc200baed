from __future__ import annotations

from dataclasses import replace

import pytest

from dragoman.errors import RecordError
from dragoman.flow import Failure
from dragoman.flow.config import Config, config_of
from dragoman.flow.fingerprint import fingerprint
from dragoman.flow.keep import Kept, keep
from dragoman.flow.reread import reread
from dragoman.ingest import Rejected
from dragoman.model import Reading, Report
from dragoman.store import open_store
from made import made_reading
from small_store import small, sound


class Quick:
    """A reader that finds nothing, or the readings that it was given; it remembers what it was asked to read."""

    def __init__(self, *known: Reading, stop_at: str = "") -> None:
        self.known = {reading.report.id: reading for reading in known}
        self.asked: list[str] = []
        self.stop_at = stop_at

    def read_many(self, items, workers=None):
        for report in items:
            self.asked.append(report.id)
            if report.id == self.stop_at:
                raise KeyboardInterrupt
            if "fail" in report.text:
                yield Failure(f"report {report.id}", "stage 'event' failed", "stage")
            else:
                yield self.known.get(report.id) or Reading(report)


@pytest.fixture
def store(tmp_path):
    with open_store(tmp_path / "kept.dragoman", create=True) as store:
        yield store


def run(store, items, reader=None, **more):
    """The last counts, with all failures."""
    steps = list(keep(items, store, reader=reader or Quick(), **more))
    return replace(steps[-1], failures=tuple(failure for step in steps for failure in step.failures))


def reports(count, start=0):
    return [Report.of(f"Text {number}.", id=str(number)) for number in range(start, start + count)]


def test_what_is_new_is_read_and_what_is_there_is_not(store):
    assert run(store, reports(3)) == Kept(new=3)
    reader = Quick()
    assert run(store, reports(5), reader) == Kept(new=2, known=3)
    assert reader.asked == ["3", "4"]
    sound(store)


def test_when_all_is_there_no_reader_is_needed(store):
    run(store, reports(3))
    reader = Quick()
    assert run(store, [*reports(3), Rejected("x.bin", "binary", "content")], reader).known == 3
    assert reader.asked == []


def test_mappings_texts_and_reports_are_kept_alike(store):
    made = made_reading()
    items = [{"text": "One.", "id": "one"}, "Two.", made.report]
    assert run(store, items, Quick(made)) == Kept(new=3, mentions=3)
    assert store.reading("made-1") == made


def test_one_report_twice_in_the_input_is_kept_once(store):
    assert run(store, [*reports(2), *reports(2)]) == Kept(new=2, known=2)


def test_another_text_is_counted_as_a_correction(store):
    assert run(store, [small("a").report, small("a", "Another text.").report]) == Kept(new=1, corrected=1)


def test_failures_are_told_and_the_rest_goes_on(store):
    items = [
        Rejected("x.bin", "binary", "content"), Report.of("Good.", id="g"), {"id": "no text"},
        Report.of("This will fail.", id="f"), Report.of("Better.", id="b"),
    ]  # fmt: skip
    kept = run(store, items)
    assert (kept.new, kept.failed, kept.done) == (2, 3, 5)
    assert [failure.kind for failure in kept.failures] == ["content", "content", "stage"]
    assert run(store, items).known == 2


def test_what_was_read_before_an_interruption_is_kept(store):
    with pytest.raises(KeyboardInterrupt):
        run(store, reports(9), Quick(stop_at="6"))
    assert list(store.report_names()) == ["0", "1", "2", "3", "4", "5"]
    assert run(store, reports(9)) == Kept(new=3, known=6)


def test_what_is_told_as_kept_is_in_the_file(store):
    with open_store(store.path) as other:
        for step in keep(reports(200), store, reader=Quick()):
            assert other.totals()["reports"] == step.new
    assert step.new == 200


def test_the_input_is_taken_as_it_is_needed(store):
    taken = []

    def watched():
        for report in reports(500):
            taken.append(report.id)
            yield report

    next(keep(watched(), store, reader=Quick()))
    assert len(taken) < 100


def test_what_is_pending_is_settled_on_the_way_and_at_the_end(store):
    settled = []
    readings = [small(letter, acts=2) for letter in "abcdefg"]
    run(store, [reading.report for reading in readings], Quick(*readings), settle=lambda: settled.append(store))
    run(store, [], settle=lambda: settled.append(store))
    assert settled == [store, store]


def test_an_error_of_the_store_ends_the_run_and_nothing_half_is_left(store):
    run(store, reports(1))
    store.connection.execute("PRAGMA max_page_count = 1")
    with pytest.raises(RecordError, match="no space is left"):
        run(store, [Report.of("word " * 90_000 + str(number), id=f"n{number}") for number in range(60)])
    sound(store)


def test_a_second_reading_shows_what_is_gained_and_lost(store):
    first, second = small("a"), small("b")
    run(store, [first.report, second.report], Quick(first, second))
    newer = replace(first, events=first.events[:1])
    results = list(reread(store, reader=Quick(newer, second)))
    assert [(one.gained, one.lost) for one in results] == [((), first.events[1:]), ((), ())]
    assert list(reread(store, reader=Quick(), only_outdated=True)) == []
    assert [one.reading.report.id for one in reread(store, config_of({"events": {"min_confidence": 0.5}}),
            reader=Quick(newer, second), only_outdated=True)] == ["a", "b"]  # fmt: skip


def test_a_report_that_can_no_longer_be_read_keeps_its_reading(store):
    bad = replace(small("a", "This will fail."))
    store.add(bad, "old")
    (result,) = reread(store, reader=Quick())
    assert isinstance(result, Failure)
    assert store.reading("a") == bad


def test_a_fingerprint_names_all_that_makes_a_difference(tmp_path):
    table = tmp_path / "mine.toml"
    table.write_text("one")
    plain = fingerprint(Config())
    assert plain.startswith("dragoman ")
    assert plain.endswith("; settings default")
    assert fingerprint(config_of({"reader": {"workers": 7, "max_chars": 10}})) == plain
    own = config_of({"actors": {"tables": [str(table)]}})
    before = fingerprint(own)
    table.write_text("two")
    assert len({plain, before, fingerprint(own), fingerprint(Config(), ("times",))}) == 4
