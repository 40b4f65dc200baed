import pytest
from figure_cases import CASES, OPEN, SET_ASIDE, figures_of, share
from hypothesis import given, settings
from hypothesis import strategies as st

from dragoman.annotate.figure import FigureStage
from dragoman.lexicon import Matcher, load
from dragoman.model import Reading, Report, Span, Time


@pytest.fixture(scope="module")
def stage():
    return FigureStage.build({})


@pytest.fixture(scope="module")
def figures(stage, parser):
    def find(text, times=()):
        spans = (Span(0, len(text)),)
        return list(stage(Reading(Report.of(text), sentences=spans, times=times, parse=parser(text, spans))))

    return find


def test_there_are_enough_cases():
    assert len(CASES) >= 150
    assert abs(len(OPEN) - len(SET_ASIDE)) <= 1


def test_the_open_half_is_right(stage, parser):
    values, relations, misses = share(OPEN, stage, parser)
    assert values >= 0.97, "\n".join(misses)
    assert relations >= 0.95, "\n".join(misses)


def test_of_the_half_set_aside_most_values_and_relations_are_right(stage, parser):
    values, relations, misses = share(SET_ASIDE, stage, parser)
    assert values >= 0.92, f"{values:.3f}\n" + "\n".join(misses)
    assert relations >= 0.80, f"{relations:.3f}\n" + "\n".join(misses)


def test_a_figure_inside_a_time_expression_is_left_to_the_times(figures):
    text = "The truce held for about 40 days in all."
    span = Span(text.index("about"), text.index(" in all"))
    assert figures(text, (Time(span, "DURATION", "P40D"),)) == []


def test_a_step_back_gives_the_same_part_of_the_year_before(figures):
    text = "Exports doubled in June from a year earlier."
    june = Time(Span(19, 23), "DATE", "2023-06")
    earlier = Time(Span(29, 43), "DATE", "2022")
    (figure,) = figures(text, (june, earlier))
    assert (figure.relation.compares, figure.relation.with_) == ("2023-06", "2022-06")


def test_two_numbers_joined_in_a_contest_are_a_score(figures):
    assert figures("The visitors lost 1-3.") == []
    assert figures("The motion passed 52-48.") == []


def test_an_unknown_bound_is_none_and_not_a_guess(figures):
    (figure,) = figures("About 40 people died.")
    assert (figure.value, figure.low, figure.high, figure.unit) == (40.0, None, None, "people")


def test_endless_digits_are_no_figure(figures):
    assert figures("The code was " + "9" * 500 + " shells.") == []


@pytest.mark.parametrize("table", ["number", "vague", "bound", "currency", "unit", "multiple", "change", "people"])
def test_every_example_is_read_by_its_entry(table, stage, parser):
    shown = {
        "number": lambda figure, entry: figure.value >= entry.value["value"] and figure.kind in ("count", "ordinal"),
        "vague": lambda figure, entry: (
            figure.low is not None and figure.low >= entry.value["low"] and figure.high is None
        ),
        "bound": lambda figure, entry: figure.rule.endswith("." + entry.value["sense"]),
        "currency": lambda figure, entry: (figure.unit, figure.kind) == (entry.value["unit"], "money"),
        "unit": lambda figure, entry: (figure.unit or "").split("/day")[0] == entry.value["unit"].split("/day")[0],
        "multiple": lambda figure, entry: (figure.value, figure.unit) == (entry.value["value"], "times"),
        "change": lambda figure, entry: figure.relation is not None and figure.relation.of.lower() == "exports",
        "people": lambda figure, entry: figure.unit == "people",
    }[table]
    examples = [(entry, example) for entry in load("figure_" + table).entries for example in entry.examples]
    found = figures_of([example for _, example in examples], [[] for _ in examples], stage, parser)
    missed = [
        example
        for (entry, example), own in zip(examples, found, strict=True)
        if not any(shown(figure, entry) for figure in own)
    ]
    assert missed == []


@pytest.mark.parametrize("table", ["number", "vague", "currency", "multiple"])
def test_what_an_entry_must_not_read_gives_no_figure_of_it(table, figures):
    for entry in load("figure_" + table).entries:
        for sentence in entry.but_not:
            found = [figure for figure in figures(sentence) if figure.kind == "money" or table != "currency"]
            assert found == [], sentence


def test_a_preposition_bounds_nothing(figures):
    for entry in load("figure_bound").entries:
        for sentence in entry.but_not:
            assert [figure.rule for figure in figures(sentence)] == ["cardinal"], sentence


def test_every_baseline_is_found_in_its_example(parser):
    table = load("figure_baseline")
    for entry in table.entries:
        for example in entry.examples:
            lower = parser(example, (Span(0, len(example)),)).lower
            assert [hit.entry.id for hit in Matcher(table.entries)(lower)] == [entry.id], example


PIECES = st.sampled_from(
    [
        "at",
        "least",
        "30",
        "1,200",
        "people",
        "half",
        "of",
        "the",
        "twenty",
        "-",
        "one",
        "to",
        "from",
        "$",
        "€",
        "bn",
        "%",
        "percent",
        "points",
        "third",
        "70th",
        "and",
        "between",
        "dozens",
        "thousands",
        "times",
        "higher",
        "than",
        "doubled",
        "a",
        "year",
        "earlier",
        "per",
        "day",
        "km",
        "3-1",
        ".",
        ",",
        "(",
        ")",
        "٣",
        "½",
        "\u200b",
        "🜁",
        "won",
        "Rs",
        "crore",
        "no.",
        "point",
    ]
)


@settings(max_examples=40, deadline=None)
@given(st.lists(PIECES, min_size=1, max_size=14) | st.lists(st.text(max_size=6), min_size=1, max_size=6))
def test_any_text_gives_figures_inside_it_in_order(figures, pieces):
    text = " ".join(pieces)
    if not text.strip():
        return
    found = figures(text)
    assert all(0 <= figure.span.start < figure.span.end <= len(text) for figure in found)
    assert [figure.span.start for figure in found] == sorted(figure.span.start for figure in found)
    assert all(figure.low is None or figure.high is None or figure.low <= figure.high for figure in found)
    assert all(figure.kind in ("count", "money", "percent", "ratio", "measure", "ordinal") for figure in found)
    assert found == figures(text)
