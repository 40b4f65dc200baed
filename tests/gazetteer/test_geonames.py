"""Importing a dump."""

from __future__ import annotations

import shutil

import pytest

from dragoman.errors import InputError
from dragoman.gazetteer import Gazetteer, import_geonames


def line(
    id_, name, others="", lat="1.5", lon="2.5", kind="P", code="PPL", country="SY", first="01", second="", people="0"
):
    cells = [
        str(id_),
        name,
        name,
        others,
        lat,
        lon,
        kind,
        code,
        country,
        "",
        first,
        second,
        "",
        "",
        people,
        "",
        "1",
        "",
        "",
    ]
    return "\t".join(cells)


@pytest.fixture
def target(tmp_path, small_file):
    path = tmp_path / "g.sqlite"
    shutil.copy(small_file, path)
    return path


def test_new_places_are_added_and_known_ones_mended(tmp_path, target):
    dump = tmp_path / "dump.txt"
    rows = [
        line(900, "Tall Rifʻat", "Tell Rifaat,TRF", "36.47", "37.1", people="20000"),
        line(2, "Al Qāmishlī", "", "37.1", "41.3", people="200000"),
        line(901, "Khabur", kind="H", code="STM"),
        line(902, "Highway 4", kind="R", code="RD"),
        line(903, "Nahiya", kind="A", code="ADM3"),
    ]
    dump.write_text("\n".join(rows) + "\n", encoding="utf-8")
    result = import_geonames(dump, into=target)
    assert (result.lines, result.added, result.mended, result.broken) == (5, 3, 1, 0)
    gazetteer = Gazetteer(target)
    (town,) = gazetteer.lookup("Tell Rifaat")
    assert (town.geonameid, town.country, town.lat, town.kind) == (900, "SYR", 36.47, "city")
    (mended,) = gazetteer.lookup("Qamishli")
    assert (mended.lat, mended.population) == (37.1, 200_000)
    assert [place.kind for place in gazetteer.lookup("Khabur")] == ["water"]
    assert gazetteer.lookup("Highway 4") == ()
    assert len(gazetteer.lookup("Paris")) == 2


def test_broken_lines_are_counted_and_not_fatal(tmp_path, target):
    dump = tmp_path / "dump.txt"
    rows = [line(900, "Good"), "not a line", line("x", "Bad id"), line(901, "Far", lat="95"), line(902, " "), "\t" * 18]
    dump.write_bytes("\n".join(rows).encode() + b"\n\xff\xfe\n\n")
    result = import_geonames(dump, into=target)
    assert (result.added, result.broken, result.lines) == (1, 6, 7)


def test_importing_twice_changes_nothing(tmp_path, target):
    dump = tmp_path / "dump.txt"
    dump.write_text(line(900, "Good") + "\n", encoding="utf-8")
    import_geonames(dump, into=target)
    again = import_geonames(dump, into=target)
    assert (again.added, again.mended) == (0, 1)
    assert len(Gazetteer(target).lookup("Good")) == 1


def test_a_file_without_a_single_good_line_is_refused_and_harms_nothing(tmp_path, target):
    before = target.read_bytes()
    dump = tmp_path / "dump.txt"
    dump.write_text("hello\nworld\n", encoding="utf-8")
    with pytest.raises(InputError, match="19 columns"):
        import_geonames(dump, into=target)
    assert target.read_bytes() == before


def test_a_missing_file_is_named(tmp_path, target):
    with pytest.raises(InputError, match="no such file"):
        import_geonames(tmp_path / "none.txt", into=target)


def test_progress_tells_bytes_and_their_total(tmp_path, target):
    dump = tmp_path / "dump.txt"
    dump.write_text(line(900, "Good") + "\n", encoding="utf-8")
    told = []
    import_geonames(dump, lambda *step: told.append(step), into=target)
    size = dump.stat().st_size
    assert told == [("importing", size, size), ("sorting names", size, size)]
