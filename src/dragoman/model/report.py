"""What was published."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, replace
from datetime import date, datetime

from ..errors import RecordError
from .media import Media
from .span import Span


@dataclass(frozen=True, slots=True)
class Dateline:
    """The head of a wire report: ``PYONGYANG, July 26 (KCNA) --``.

    ``span`` covers the words of the dateline with its closing dash; the first sentence begins after it.
    ``place`` is the place as written, ``date`` an ISO 8601 day.
    """

    span: Span
    place: str | None = None
    agency: str | None = None
    date: str | None = None


@dataclass(frozen=True, slots=True)
class Report:
    """One published text with what is known of its origin.

    ``published`` is an ISO 8601 date or date-time; ``language`` an ISO 639-1 code or None if unsure;
    ``sha256`` the digest of ``text`` in UTF-8. ``media`` are embeds that were taken out of a page.
    """

    id: str
    text: str
    title: str | None = None
    published: str | None = None
    source: str | None = None
    url: str | None = None
    author: str | None = None
    language: str | None = None
    sha256: str = ""
    dateline: Dateline | None = None
    media: tuple[Media, ...] = ()

    def __post_init__(self) -> None:
        if self.published is not None and not _is_iso(self.published):
            raise RecordError(f"report.published is {self.published[:60]!r}, allowed is an ISO 8601 day or date-time")
        if self.dateline is not None and self.dateline.span.end > len(self.text):
            raise RecordError(f"report.dateline.span ends at {self.dateline.span.end}, the text at {len(self.text)}")

    @staticmethod
    def of(
        text: str,
        *,
        id: str | None = None,
        title: str | None = None,
        published: str | None = None,
        source: str | None = None,
        url: str | None = None,
        author: str | None = None,
        language: str | None = None,
        dateline: Dateline | None = None,
        media: tuple[Media, ...] = (),
    ) -> Report:
        """A report whose digest and, where none is given, id follow from its content."""
        digest = hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
        name = id if id is not None else _content_id(source, url, digest)
        return Report(name, text, title, published, source, url, author, language, digest, dateline, media)

    @property
    def day(self) -> date | None:
        """Day of publication, from ``published`` or else from the dateline."""
        known = self.published or (self.dateline.date if self.dateline else None)
        return date.fromisoformat(known[:10]) if known else None

    @property
    def body(self) -> int:
        """Offset at which the first sentence may begin: after the dateline, unless a title stands above that."""
        return self.prose[0].start

    @property
    def prose(self) -> tuple[Span, ...]:
        """The stretches of text in which sentences stand: all but the dateline, with a title above it as the first."""
        if self.dateline is None:
            return (Span(0, len(self.text)),)
        start, end = self.dateline.span
        rest = Span(end, len(self.text))
        return (Span(0, start), rest) if self.text[:start].strip() else (rest,)

    def with_language(self, language: str | None) -> Report:
        """The same report, its language known."""
        return replace(self, language=language)

    def with_media(self, media: tuple[Media, ...]) -> Report:
        """The same report with what was embedded in its page."""
        return replace(self, media=media)


def _is_iso(words: str) -> bool:
    """True for ``2023-07-26`` and ``2023-07-26T09:30``, with or without a zone."""
    try:
        date.fromisoformat(words[:10])
        datetime.fromisoformat(words)
    except ValueError:
        return False
    return words[4:5] == "-"


def _content_id(source: str | None, url: str | None, digest: str) -> str:
    key = "\x1f".join((source or "", url or "", digest))
    return hashlib.sha256(key.encode("utf-8", "surrogatepass")).hexdigest()[:16]
