"""From an HTML page to its article: words, embedded media, and what the page says of itself."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from dataclasses import dataclass

from lxml.html import HtmlElement
from trafilatura import bare_extraction

from ..errors import InputError
from ..model import Media
from .embeds import take_embeds
from .markup import tree_of
from .metadata import Metadata, first_iso, metadata_of

WIDEST = 10  # characters of markup for one of text, at most: a page may be so many times longer than its text
_ELEMENTS = 30_000  # above that, the plain paragraphs are taken
_PAIRS = 6_000_000  # of siblings: the extraction takes about 0.5 microseconds for each, real pages have some 10,000
_LATEST = "2999-12-31"  # so that no date found depends on the day on which it is looked for
_DATES = {"original_date": True, "extensive_search": False, "max_date": _LATEST}
_BLOCKS = ("p", "h1", "h2", "h3", "h4", "li", "blockquote", "pre")
_SILENT = ("script", "style", "noscript", "template", "nav", "footer", "form", "title")

for _name in ("trafilatura", "htmldate", "courlan"):
    logging.getLogger(_name).setLevel(logging.CRITICAL)  # what they complain of is said by InputError here


@dataclass(frozen=True, slots=True)
class Page:
    """An article: its words, one paragraph a line, and what came with it."""

    text: str
    metadata: Metadata
    media: tuple[Media, ...]


def page_of(html: str, max_chars: int, url: str | None = None) -> Page:
    """The article of a page; InputError if there is none or the page is too long. Nothing is fetched."""
    if len(html) > WIDEST * max_chars:
        raise InputError(f"too long: page has {len(html):,} characters, allowed are {WIDEST * max_chars:,}")
    if not html.strip():
        raise InputError("empty: there is no page to read")
    tree = tree_of(html)
    known = metadata_of(tree)
    media = take_embeds(tree, url or known.url)
    text, found = _extracted(tree, url) if _is_tractable(tree) else (None, Metadata())
    text = text or _paragraphs(tree)
    if not text.strip():
        raise InputError("empty: the page holds no article text")
    title = found.title or known.title
    return Page(text, Metadata(title=title, author=known.author).over(known).over(found), media)


def _is_tractable(tree: HtmlElement) -> bool:
    """True if the extraction, whose time grows with the square of the siblings, takes seconds at most."""
    widths = [len(element) for element in tree.iter("*")]
    return len(widths) <= _ELEMENTS and sum(width * width for width in widths) <= _PAIRS


def _extracted(tree: HtmlElement, url: str | None) -> tuple[str | None, Metadata]:
    """Article and metadata as trafilatura finds them."""
    try:
        found = bare_extraction(
            tree, url=url, fast=True, include_comments=False, with_metadata=True, date_extraction_params=dict(_DATES)
        )
    except Exception:
        # Whatever goes wrong in somebody else's heuristics on a broken page, the plain paragraphs remain.
        return None, Metadata()
    if found is None or isinstance(found, dict):
        return None, Metadata()
    author = found.author.replace("; ", ", ") if found.author else None
    return found.text, Metadata(found.title, author, first_iso(found.date), found.sitename, found.url)


def _paragraphs(tree: HtmlElement) -> str:
    """All blocks of text of a page, for pages in which no article is found."""
    for silent in list(tree.iter(*_SILENT)):
        if silent.getparent() is not None:
            silent.drop_tree()
    return "\n".join(_lines(tree)) or " ".join(" ".join(tree.itertext()).split())


def _lines(tree: HtmlElement) -> Iterator[str]:
    blocks = set(_BLOCKS)
    for block in tree.iter(*_BLOCKS):
        if next((True for inner in block.iterdescendants(*blocks)), False):
            continue  # its words come with the inner blocks
        words = " ".join("".join(block.itertext()).split())
        if words:
            yield words
