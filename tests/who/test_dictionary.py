"""Import of TABARI and PETRARCH dictionaries, and tables of one's own."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.annotate.actor import ActorStage
from dragoman.errors import ConfigError
from dragoman.who import choose, read_dictionary, read_table

ACTORS = """
# a file of our own
HADRIN_TOLLAND_  [KENELI]   ; the default
+H._TOLLAND_
\t[KENGOV 990101-20041231]
\t[KENOPP >20050101]
MARSH_UNION_ [NGOENV]
<!-- a remark
  over two lines -->
QUIET_PERSON_ [---]
WILD_ONE_
\t[UGAGOV <17041975]
\t[UGAMIL > 041201]
\t[UGALEG 20300101-20010101]
LATE_ONE_ [TZAGOV 19900101-19951231][TZAOPP 19960101-19991231]
---STOP---
NEVER_READ_ [USA]
"""
AGENTS = """
!PERSON! = MAN, WOMAN
MARSH!PERSON! [~AGR}
PEAT_MINISTER [~GOVAGR]
ATTORNEY_OF_PEAT {ATTORNEYS_OF_PEAT} [~GOVJUD]
BOG_POLICE {} [~COP]
FEN_DEPUTY [~LEG]
"""


@pytest.fixture
def actors(tmp_path):
    path = tmp_path / "own.actors.txt"
    path.write_bytes(ACTORS.replace("\n", "\r\n").encode("latin-1") + b"\0\xe9")
    return read_dictionary(path)


def code(dictionary, name, day):
    meanings = [meaning for text, meaning in dictionary.names if text == name]
    found = choose(meanings, day, {})
    return (found.country, found.sectors) if found else None


@pytest.mark.parametrize(
    ("name", "day", "expected"),
    [
        ("HADRIN TOLLAND", "1999-01-01", ("KEN", ("GOV",))),
        ("H. TOLLAND", "2004-12-31", ("KEN", ("GOV",))),
        ("HADRIN TOLLAND", "2005-01-01", ("KEN", ("OPP",))),
        ("HADRIN TOLLAND", "2011-01-01", ("KEN", ("ELI",))),
        ("HADRIN TOLLAND", "1980-01-01", ("KEN", ("ELI",))),
        ("MARSH UNION", "1980-01-01", (None, ("NGO",))),
        ("QUIET PERSON", "1980-01-01", (None, ())),
        ("LATE ONE", "1997-05-05", ("TZA", ("OPP",))),
        ("LATE ONE", "2007-05-05", None),
        ("NEVER READ", "2007-05-05", None),
    ],
)
def test_a_dated_code_comes_before_the_default_and_limits_are_included(actors, name, day, expected):
    assert code(actors, name, day) == expected


def test_an_open_code_ends_with_the_newest_date_of_the_file(actors):
    ends = {meaning.end for _, meaning in actors.names if meaning.begin == "2005-01-01"}
    assert ends == {"2005-01-01"}


def test_wild_dates_are_passed_over_and_reported(actors):
    assert len(actors.problems) == 2
    assert all("WILD" not in problem and "are not understood" in problem for problem in actors.problems)


def test_agents_have_regular_and_irregular_plurals_and_substitutions(tmp_path):
    path = tmp_path / "own.agents.txt"
    path.write_text(AGENTS)
    roles = {term: role.sectors for term, role in read_dictionary(path).roles}
    assert roles == {
        "marshman": ("AGR",),
        "marshwoman": ("AGR",),
        "peat minister": ("GOV", "AGR"),
        "peat ministers": ("GOV", "AGR"),
        "attorney of peat": ("GOV", "JUD"),
        "attorneys of peat": ("GOV", "JUD"),
        "bog police": ("COP",),
        "fen deputy": ("LEG",),
        "fen deputies": ("LEG",),
    }


def test_a_dictionary_that_is_not_there_is_an_error_that_names_it(tmp_path):
    with pytest.raises(ConfigError, match="nowhere"):
        read_dictionary(tmp_path / "nowhere.txt")


@given(st.binary(max_size=400))
def test_any_bytes_are_read_as_a_dictionary(tmp_path_factory, content):
    path = tmp_path_factory.mktemp("any") / "dictionary.txt"
    path.write_bytes(content)
    read_dictionary(path)


TOML = """
[[actor]]
name = "Hadrin Tolland"
aliases = ["Marshal Tolland"]
kind = "person"
country = "KEN"
sectors = ["MIL"]
begin = "2020"
"""


@pytest.mark.parametrize("form", ["toml", "csv"])
def test_a_table_of_one_s_own_is_read_in_both_forms(tmp_path, form):
    path = tmp_path / f"own.{form}"
    text = (
        TOML
        if form == "toml"
        else "name,aliases,kind,country,sectors,begin\nHadrin Tolland,Marshal Tolland,person,KEN,MIL,2020\n"
    )
    path.write_text(text)
    named = list(read_table(path))
    assert [name for name, _ in named] == ["Hadrin Tolland", "Marshal Tolland"]
    assert (named[0][1].country, named[0][1].sectors, named[0][1].begin) == ("KEN", ("MIL",), "2020")


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ('colour = "red"', "unknown column 'colour'"),
        ('country = "Kenya"', "ISO 3166"),
        ('sectors = ["ARMY"]', "allowed are"),
        ('kind = "robot"', "kind of"),
        ('begin = "last year"', "YYYY"),
        ("name = 3", "expected a string"),
    ],
)
def test_a_wrong_row_is_an_error_that_says_what_is_allowed(tmp_path, line, message):
    path = tmp_path / "own.toml"
    path.write_text(f'[[actor]]\nname = "X"\n{line}\n' if not line.startswith("name") else f"[[actor]]\n{line}\n")
    with pytest.raises(ConfigError, match=message):
        list(read_table(path))


def test_the_stage_reads_with_the_user_s_tables(tmp_path, actors_with):
    table, agents = tmp_path / "own.toml", tmp_path / "own.agents.txt"
    table.write_text(TOML)
    agents.write_text(AGENTS)
    stage = ActorStage.build({"tables": [str(table)], "dictionaries": [str(agents)]})
    text = "Marshal Tolland met the Kenyan peat ministers."
    found = {actor.span.of(text): (actor.country, actor.sectors) for actor in actors_with(stage, text)}
    assert found == {"Marshal Tolland": ("KEN", ("MIL",)), "Kenyan peat ministers": ("KEN", ("GOV", "AGR"))}
