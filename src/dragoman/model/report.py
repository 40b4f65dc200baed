"""What was published."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, replace
from datetime import date

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
        """Offset at which the first sentence may begin."""
        return self.dateline.span.end if self.dateline else 0

    def with_language(self, language: str | None) -> Report:
        """The same report, its language known."""
        return replace(self, language=language)


def _content_id(source: str | None, url: str | None, digest: str) -> str:
    key = "\x1f".join((source or "", url or "", digest))
    return hashlib.sha256(key.encode("utf-8", "surrogatepass")).hexdigest()[:16]
