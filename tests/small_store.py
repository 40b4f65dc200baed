"""Small stores, and what holds for every store."""

from __future__ import annotations

from dragoman.model import Event, Party, Reading, Report, Span, Speaker, When, Where

ALDEN = Where(Span(0, 5), "Alden", 7, 1.5, 103.25, "OYO", "city")


def small(name: str, text: str = "Alden met Oyo.", day: str | None = "2024-03-12", acts: int = 2) -> Reading:
    """A reading with some events of its own."""
    karelia = Party(Span(0, 5), "Alden", "KRL", ("GOV",), "KRL GOV", "KRLGOV")
    when = When("2024-03-11", "2024-03-12", "2024-03-11", "text")
    events = tuple(
        Event(
            f"{ord(name[0]):08x}{at:08x}", Span(0, len(text)), Span(6, 9), "CONSULT", "meet", "asserted", "CONSULT",
            actors=(karelia,), when=when, where=ALDEN, speaker=Speaker(Span(0, 5), "Alden"), confidence=0.5,
        )
        for at in range(acts)
    )  # fmt: skip
    return Reading(
        Report.of(text, id=name, published=day, source=f"Outlet {name}"), (Span(0, len(text)),), events=events
    )


def counts(store) -> dict[str, int]:
    """Rows of the tables that follow from readings."""
    tables = "mentions statements figures claims blocks edges happenings sides odd_names".split()
    return {name: store.connection.execute(f"SELECT count(*) FROM {name}").fetchone()[0] for name in tables}


def sound(store) -> None:
    """Fails unless the file and its search index are whole."""
    assert store.connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
    assert store.connection.execute("PRAGMA foreign_key_check").fetchall() == []
    held = {row[0] for row in store.connection.execute("SELECT id FROM reports WHERE state = 'current'")}
    assert {row[0] for row in store.connection.execute("SELECT rowid FROM search")} == held
