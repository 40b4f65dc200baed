"""One report from one text, page or row: its head read, its language found, its fields checked."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from ..errors import InputError
from ..model import Report
from .calendar import published_of
from .head import head_of
from .language import language_code, language_of
from .page import page_of
from .text import MAX_CHARS, checked

FIELDS = ("id", "text", "html", "published", "title", "source", "url", "language", "author")


def report_from_text(
    text: str,
    published: str | None = None,
    source: str | None = None,
    title: str | None = None,
    url: str | None = None,
    id: str | None = None,
    language: str | None = None,
    author: str | None = None,
    max_chars: int = MAX_CHARS,
) -> Report:
    """The report of a text; InputError if it is empty, too long, or a field is not what it must be.

    What is not given is taken from the head of the text where it stands there: title, author, and the day of
    publication from a dateline with a full date. The text itself stays as it is.
    """
    text = checked(text, max_chars)
    published = published_of(published) if published else None
    head = head_of(text, published)
    dated = head.dateline.date if head.dateline else None
    body = head.dateline.span.end if head.dateline else 0
    return Report.of(
        text,
        id=id or None,
        title=title or head.title,
        published=published or dated,
        source=source or None,
        url=url or None,
        author=author or head.author,
        language=language_code(language) if language else language_of(text, body),
        dateline=head.dateline,
    )


def report_from_page(
    html: str,
    published: str | None = None,
    source: str | None = None,
    title: str | None = None,
    url: str | None = None,
    id: str | None = None,
    language: str | None = None,
    author: str | None = None,
    max_chars: int = MAX_CHARS,
) -> Report:
    """The report of an HTML page; what is given goes before what the page says, and that before the text's head.

    InputError if the page holds no article. Nothing is fetched.
    """
    page = page_of(html, max_chars, url)
    said = page.metadata
    report = report_from_text(
        page.text,
        published or said.published,
        source or said.source,
        title or said.title,
        url or said.url,
        id,
        language,
        author or said.author,
        max_chars,
    )
    if report.language is None and said.language:
        report = report.with_language(said.language)  # what a page declares is often wrong, but better than nothing
    return report.with_media(page.media)


def report_of(row: Mapping[str, Any], max_chars: int = MAX_CHARS, **given: str | None) -> Report:
    """The report of one row of a table; InputError says which field is wrong.

    A row has ``text`` or ``html`` and may have the other FIELDS; keys that are not known are left alone. ``given``
    fills what the row does not say.
    """
    said = {name: value for name, value in given.items() if value}
    for name in FIELDS:
        value = row.get(name)
        if name == "id" and isinstance(value, int) and not isinstance(value, bool):
            value = str(value)
        if value is not None and not isinstance(value, str):
            raise InputError(f"{name} is {_shown(value)}, allowed is a string")
        if value is not None and (value.strip() or name in ("text", "html")):
            said[name] = value if name in ("text", "html") else checked(value.strip(), max_chars, name)
    text, html = said.pop("text", None), said.pop("html", None)
    if text is not None and text.strip():
        return report_from_text(text, max_chars=max_chars, **said)
    if html is not None and html.strip():
        return report_from_page(html, max_chars=max_chars, **said)
    if text is None and html is None:
        keys = ", ".join(sorted(map(str, row))[:8]) or "nothing"
        raise InputError(f"text or html is missing; the row has {keys}")
    raise InputError("empty: the row's text holds no words")


def _shown(value: Any) -> str:
    words = repr(value)
    return words if len(words) <= 60 else words[:57] + "..."
