"""What a page says of itself: title, author, time of publication, outlet, address, language."""

from __future__ import annotations

import html
import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, fields
from typing import Any
from urllib.parse import urlsplit

from lxml.html import HtmlElement

from ..errors import InputError
from .calendar import published_of
from .language import language_code

_NODES = 2_000  # of linked data that are looked at
_LONGEST = 500  # characters of a value
_META = {
    "title": ("og:title", "twitter:title", "dc.title", "headline"),
    "author": ("author", "article:author", "dc.creator", "parsely-author", "byl"),
    "published": ("article:published_time", "datepublished", "date", "pubdate", "dc.date", "parsely-pub-date"),
    "source": ("og:site_name", "application-name", "publisher"),
    "url": ("og:url",),
    "language": ("language", "og:locale", "content-language"),
}


@dataclass(frozen=True, slots=True)
class Metadata:
    """Every field is None where the page does not say it. ``published`` is ISO 8601, ``language`` a plain code."""

    title: str | None = None
    author: str | None = None
    published: str | None = None
    source: str | None = None
    url: str | None = None
    language: str | None = None

    def over(self, other: Metadata) -> Metadata:
        """These values, and the other's where these are missing."""
        names = [item.name for item in fields(self)]
        return Metadata(**{name: getattr(self, name) or getattr(other, name) for name in names})


def metadata_of(tree: HtmlElement) -> Metadata:
    """Linked data (JSON-LD) first, then the page's meta elements."""
    return _linked_data(tree).over(_meta(tree))


def first_iso(*values: Any) -> str | None:
    """The first value that is a day or date-time of ISO 8601."""
    for value in values:
        if isinstance(value, str) and value.strip():
            try:
                return published_of(value)
            except InputError:
                continue
    return None


def _linked_data(tree: HtmlElement) -> Metadata:
    for node in _nodes(tree):
        kinds = node.get("@type")
        names = [kinds] if isinstance(kinds, str) else kinds if isinstance(kinds, list) else []
        if any(isinstance(name, str) and name.endswith(("Article", "Posting", "Report")) for name in names):
            return Metadata(
                title=_words(node.get("headline") or node.get("name")),
                author=_names(node.get("author")),
                published=first_iso(node.get("datePublished"), node.get("dateCreated")),
                source=_names(node.get("publisher")),
                url=_address(node.get("url")) or _address(node.get("mainEntityOfPage")),
                language=_language(node.get("inLanguage")),
            )
    return Metadata()


def _nodes(tree: HtmlElement) -> Iterator[Mapping[str, Any]]:
    """The objects of all linked data of a page, outer ones first."""
    open_: list[Any] = []
    for script in tree.iter("script"):
        if "ld+json" in (script.get("type") or "").lower():
            try:
                open_.append(json.loads(script.text or "", strict=False))
            except (ValueError, RecursionError):
                continue  # broken linked data is common, and other sources remain
    for _ in range(_NODES):
        if not open_:
            return
        node = open_.pop(0)
        if isinstance(node, list):
            open_[:0] = node[:_NODES]
        elif isinstance(node, Mapping):
            yield node
            open_.extend(node[key] for key in ("@graph", "mainEntity", "itemListElement") if key in node)


def _meta(tree: HtmlElement) -> Metadata:
    said: dict[str, str] = {}
    for element in tree.iter("meta"):
        key = element.get("property") or element.get("name") or element.get("itemprop") or element.get("http-equiv")
        if key and element.get("content"):
            said.setdefault(key.strip().lower(), element.get("content", ""))
    values = {field: [said[key] for key in keys if key in said] for field, keys in _META.items()}
    canonical = [link.get("href") for link in tree.iter("link") if (link.get("rel") or "").lower() == "canonical"]
    return Metadata(
        title=_first_words(values["title"]),
        author=_first_words([value for value in values["author"] if not value.startswith("http")]),
        published=first_iso(*values["published"]),
        source=_first_words(values["source"]),
        url=next((url for value in [*canonical, *values["url"]] if (url := _address(value))), None),
        language=_language(tree.get("lang") or next(iter(values["language"]), None)),
    )


def _first_words(values: list[str]) -> str | None:
    return next((words for value in values if (words := _words(value))), None)


def _words(value: Any) -> str | None:
    if not isinstance(value, str):
        return None
    words = " ".join(html.unescape(value).split())
    return words if words and len(words) <= _LONGEST else None


def _names(value: Any) -> str | None:
    """The names of a person, an organisation or a list of them."""
    people = value if isinstance(value, list) else [value]
    names = [_words(one.get("name") if isinstance(one, Mapping) else one) for one in people[:20]]
    plain = [name for name in names if name and not name.startswith("http")]
    return ", ".join(dict.fromkeys(plain)) or None


def _address(value: Any) -> str | None:
    if isinstance(value, Mapping):
        value = value.get("@id") or value.get("url")
    if not isinstance(value, str):
        return None
    try:
        parts = urlsplit(value.strip())
    except ValueError:
        return None
    return value.strip() if parts.scheme in ("http", "https") and parts.netloc else None


def _language(value: Any) -> str | None:
    value = value.get("alternateName") if isinstance(value, Mapping) else value
    try:
        return language_code(value) if isinstance(value, str) else None
    except InputError:
        return None
