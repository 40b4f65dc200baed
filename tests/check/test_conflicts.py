"""Where sources tell one happening differently."""

from __future__ import annotations

from dragoman.check.conflicts import conflicts
from dragoman.model import Account, Dispute, Question
from histories import telling, visit


def test_every_disputed_field_is_told_with_who_says_what(made):
    killed = Dispute("killed", (Account("3", ("01", "02"), 1), Account("20", ("03",), 1)))
    when = Dispute("when", (Account("2020-06-15", ("01",), 1), Account("2020-06-16", ("03",), 1)))
    made.items = [
        visit("01", "2020-06-15", "2020-06-16", mentions=("01", "02", "03"), disputes=(killed, when)),
        visit("04", "2020-06-15", "2020-06-16"),
    ]
    made.tellings = {
        "01": telling("01", "Three died.", source="Wire"),
        "02": telling("02", "Three died.", source="Copy"),
        "03": telling("03", "Twenty died.", source="Gazette", speaker="army"),
    }
    found = list(conflicts(made, Question(disputed=True)))
    assert [(item.event, item.field) for item in found] == [("e-01", "killed"), ("e-01", "when")]
    three, twenty = found[0].sides
    assert (three.value, three.independent, three.sources, three.speakers) == ("3", 1, ("Wire", "Copy"), ())
    assert (twenty.words, twenty.speakers, twenty.reports) == ("Twenty died.", ("army",), ("r-03",))
    assert [item.field for item in conflicts(made, Question(disputed=True), ("when",))] == ["when"]


def test_a_wire_and_its_copy_or_one_report_with_itself_are_no_sources_at_odds(made):
    when = Dispute("when", (Account("2020-06-15", ("01",), 1), Account("2020-06-16", ("02",), 1)))
    made.items = [visit("01", "2020-06-15", "2020-06-16", mentions=("01", "02"), disputes=(when,))]
    made.tellings = {"01": telling("01", source="Wire"), "02": telling("02", source="Copy")}
    assert len(list(conflicts(made, Question()))) == 1
    made.voices = {"r-01": "Wire", "r-02": "Wire"}
    assert list(conflicts(made, Question())) == []


def test_two_persons_quoted_in_one_report_are_at_odds(made):
    status = Dispute("status", (Account("happened", ("01",), 1), Account("denied", ("02",), 1)))
    made.items = [visit("01", "2020-06-15", "2020-06-16", mentions=("01", "02"), disputes=(status,))]
    made.tellings = {"01": telling("01", speaker="army"), "02": telling("02", speaker="ministry", report="r-01")}
    assert [item.field for item in conflicts(made, Question())] == ["status"]
