"""Reports: added, corrected, withdrawn, restored, read anew."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from ..errors import UsageError
from ..model import Reading, Report
from . import mentions
from .changes import log
from .names import bound, unbound
from .readings import digest, put, reading, text_id, text_of

if TYPE_CHECKING:
    from .record import Store

STATES = ("current", "replaced", "withdrawn")
_HALF_CHARACTERS = dict.fromkeys(range(0xD800, 0xE000), 0xFFFD) | {0: 0x20}


def known(store: Store, report: Report) -> bool:
    """True if this report is held in this form: the same name, text, day of publication and source."""
    return _version_like(store, report, digest(report.text)) is not None


def holds(store: Store, name: str) -> bool:
    """True if there is a report of this name."""
    return store.connection.execute("SELECT 1 FROM reports WHERE name = ?", (bound(name),)).fetchone() is not None


def totals(store: Store) -> dict[str, int]:
    """How many current reports, mentions and happenings there are."""
    counted = {"reports": "reports WHERE state = 'current'", "mentions": "mentions", "events": "happenings"}
    run = store.connection.execute
    return {name: run(f"SELECT count(*) FROM {what}").fetchone()[0] for name, what in counted.items()}


def _version_like(store: Store, report: Report, sha256: bytes) -> int | None:
    row = store.connection.execute(
        "SELECT r.id FROM reports r JOIN texts t ON t.id = r.text LEFT JOIN words w ON w.id = r.source "
        "WHERE r.name = ? AND t.sha256 = ? AND r.published IS ? AND w.word IS ?",
        (bound(report.id), sha256, report.published, bound(report.source)),
    ).fetchone()
    return None if row is None else int(row[0])


def add(store: Store, item: Reading, pipeline: str) -> bool:
    """Adds a report with its reading; another text under a known name replaces the one before. False if known."""
    report = item.report
    sha256 = digest(report.text)
    if _version_like(store, report, sha256) is not None:
        return False
    before = store.connection.execute(
        "SELECT id, version, state FROM reports WHERE name = ? ORDER BY version DESC LIMIT 1", (bound(report.id),)
    ).fetchone()
    if before is not None and before[2] == "current":
        leave(store, before[0])
    if before is not None:
        store.connection.execute("UPDATE reports SET state = 'replaced' WHERE id = ?", (before[0],))
    number = _insert(store, report, before[1] + 1 if before else 1, text_id(store, report.text, sha256))
    put(store, number, item, sha256, store.pipeline(pipeline))
    enter(store, number, item)
    if before is not None:
        log(store, number, "corrected", replaces=before[1])
    return True


def _insert(store: Store, report: Report, version: int, text: int) -> int:
    word, day, dateline = store.words.word, report.day, report.dateline
    new = store.connection.execute(
        "INSERT INTO reports (name, version, text, title, published, day, source, agency, url, author, language) "
        "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (
            bound(report.id), version, text, bound(report.title), report.published, day.isoformat() if day else None,
            word(report.source), word(dateline.agency if dateline else None), bound(report.url), bound(report.author),
            bound(report.language),
        ),
    ).lastrowid  # fmt: skip
    assert new is not None
    return new


def enter(store: Store, number: int, item: Reading) -> None:
    """Brings a report into the record: its words into the search, its mentions, statements, figures, claims."""
    _search(store, number, item.report.title, item.report.text)
    enter_layers(store, number, item)


def enter_layers(store: Store, number: int, item: Reading) -> None:
    """The rows of what was found in a report."""
    mentions.put(store, number, item)
    word, many = store.words.word, store.connection.executemany
    many(
        "INSERT INTO statements (report, number, speaker, country, manner) VALUES (?, ?, ?, ?, ?)",
        [(number, at, *_speaker(store, item, at)) for at in range(len(item.statements))],
    )
    many(
        "INSERT INTO figures (report, number, value, low, high, unit, kind, of) VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
        [
            (number, at, *map(_real, (one.value, one.low, one.high)), word(one.unit), word(one.kind),
             word(one.relation.of if one.relation else None))
            for at, one in enumerate(item.figures)
        ],
    )  # fmt: skip
    many(
        "INSERT INTO claims (report, number, kind) VALUES (?, ?, ?)",
        [(number, at, word(one.kind)) for at, one in enumerate(item.claims)],
    )


def _real(value: float | None) -> float | None:
    return None if value is None else float(value)


def _speaker(store: Store, item: Reading, at: int) -> tuple[int | None, str | bytes | None, int | None]:
    """Name, country and manner of a statement; who is no actor goes by the words that name him."""
    statement, word = item.statements[at], store.words.word
    if statement.speaker is not None and 0 <= statement.speaker < len(item.actors):
        actor = item.actors[statement.speaker]
        return word(actor.name), bound(actor.country), word(statement.manner)
    said = statement.source.of(item.report.text) if statement.source else None
    return word(said), None, word(statement.manner)


def _search(store: Store, number: int, title: str | None, text: str, order: str = "") -> None:
    words = (number, (title or "").translate(_HALF_CHARACTERS), text.translate(_HALF_CHARACTERS))
    if order:
        store.connection.execute(f"INSERT INTO search (search, rowid, title, body) VALUES ('{order}', ?, ?, ?)", words)
    else:
        store.connection.execute("INSERT INTO search (rowid, title, body) VALUES (?, ?, ?)", words)


def leave(store: Store, number: int) -> None:
    """Takes a report out of the record; its row, text and reading stay."""
    run = store.connection.execute
    (title,) = run("SELECT title FROM reports WHERE id = ?", (number,)).fetchone()
    _search(store, number, unbound(title), text_of(store, number), "delete")
    leave_layers(store, number)
    (origin,) = run("SELECT origin FROM reports WHERE id = ?", (number,)).fetchone()  # the group may fall apart
    copies = run("SELECT id FROM reports WHERE origin = ? AND id <> ?", (origin, number)).fetchall()
    run("UPDATE reports SET origin = NULL WHERE origin = ? OR id = ?", (origin, number))
    store.drop_told_by(copy for (copy,) in copies)


def leave_layers(store: Store, number: int) -> None:
    """Takes out what was found in a report."""
    mentions.remove(store, number)
    for table in ("statements", "figures", "claims"):
        store.connection.execute(f"DELETE FROM {table} WHERE report = ?", (number,))


def number_of(store: Store, name: str, version: int | None = None) -> int:
    """The row of a report, of its last version if none is asked for; UsageError if there is none."""
    row = store.connection.execute(
        "SELECT id FROM reports WHERE name = ?1 AND (?2 IS NULL OR version = ?2) ORDER BY version DESC LIMIT 1",
        (bound(name), version),
    ).fetchone()
    if row is None:
        which = f"report {name!r}" if version is None else f"version {version} of report {name!r}"
        raise UsageError(f"store {store.path}: {which} is not there")
    return int(row[0])


def names(store: Store, state: str, read_by_other_than: str | None = None) -> Iterator[str]:
    """The names of the reports in a state, in order of arrival; a few hundred at a time, so that others may write."""
    if state not in STATES:
        raise UsageError(f"state is {state!r}; allowed are {', '.join(STATES)}")
    other = -1
    if read_by_other_than is not None:
        row = store.connection.execute(
            "SELECT id FROM pipelines WHERE fingerprint = ?", (bound(read_by_other_than),)
        ).fetchone()
        other = row[0] if row else -1
    last = 0
    while rows := store.connection.execute(
        "SELECT r.id, r.name FROM reports r JOIN readings g ON g.report = r.id "
        "WHERE r.id > ? AND r.state = ? AND g.pipeline <> ? ORDER BY r.id LIMIT 500",
        (last, state, other),
    ).fetchall():
        last = rows[-1][0]
        yield from (unbound(name) or "" for _, name in rows)


def withdraw(store: Store, name: str, reason: str, by: str, day: str | None) -> None:
    """Takes a current report out of the record, with who did so and why."""
    number, state = _state(store, name)
    if state != "current":
        raise UsageError(f"store {store.path}: report {name!r} is withdrawn already")
    leave(store, number)
    store.connection.execute("UPDATE reports SET state = 'withdrawn' WHERE id = ?", (number,))
    log(store, number, "withdrawn", reason, by, day)


def restore(store: Store, name: str, reason: str, by: str, day: str | None) -> None:
    """Brings a withdrawn report back."""
    number, state = _state(store, name)
    if state != "withdrawn":
        raise UsageError(f"store {store.path}: report {name!r} is not withdrawn")
    store.connection.execute("UPDATE reports SET state = 'current' WHERE id = ?", (number,))
    enter(store, number, reading(store, number))
    log(store, number, "restored", reason, by, day)


def _state(store: Store, name: str) -> tuple[int, str]:
    number = number_of(store, name)
    (state,) = store.connection.execute("SELECT state FROM reports WHERE id = ?", (number,)).fetchone()
    return number, state


def reread(store: Store, item: Reading, pipeline: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Puts a newer reading of a report in place of the one there; the ids of the mentions gained and lost."""
    number = number_of(store, item.report.id)
    before = reading(store, number)
    if before.report.text != item.report.text:
        raise UsageError(f"store {store.path}: report {item.report.id!r} has another text; ingest it as a correction")
    put(store, number, item, digest(item.report.text), store.pipeline(pipeline))
    store.fresh.pop(number, None)
    store.frames.pop(number, None)
    (state,) = store.connection.execute("SELECT state FROM reports WHERE id = ?", (number,)).fetchone()
    if state == "current" and before != item:
        leave_layers(store, number)
        enter_layers(store, number, item)
    old, new = [event.id for event in before.events], [event.id for event in item.events]
    gained, lost = (
        tuple(name for name in new if name not in set(old)),
        tuple(name for name in old if name not in set(new)),
    )
    if gained or lost:
        log(store, number, "reread", gained=gained, lost=lost)
    return gained, lost
