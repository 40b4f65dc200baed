"""HTML made safe to parse: bounded depth, no signs that XML forbids, an encoding that is known."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml import etree
from lxml.html import HtmlElement, HTMLParser, document_fromstring

from ..errors import InputError
from .text import marked_encoding, text_of

DEEPEST = 150  # nested elements, without those that end themselves; pages are written with 20 to 40
_SNIFFED = 2_048  # bytes in which a page must declare its encoding (the HTML standard says 1,024)
_CHARSET = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w:.-]{2,40})", re.IGNORECASE)
_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff\ud800-\udfff]")
_TAG = re.compile(r"<(?:(?P<comment>!--)|(?P<close>/?)(?P<name>[a-zA-Z][^\s/>]*))")
_RAW = frozenset(["script", "style", "textarea", "title", "xmp", "noembed", "noframes"])
_VOID = frozenset(
    ["area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track", "wbr"]
)
_SELF_ENDING = frozenset(  # the next of their kind ends them, so that an end tag that is missing nests nothing
    ["p", "li", "dt", "dd", "tr", "td", "th", "thead", "tbody", "tfoot", "option", "html", "head", "body", "rp", "rt"]
)


def looks_like_page(start: str) -> bool:
    """True if a text begins as an HTML page does."""
    head = start[:1_000].lstrip("\ufeff \t\r\n").lower()
    return head.startswith(("<!doctype html", "<html", "<head", "<body", "<?xml")) or (
        head.startswith("<") and re.search(r"<(?:html|head|body|article|div|p|meta|title)[\s>]", head) is not None
    )


def page_text(data: bytes) -> str:
    """The markup of a page's bytes, by its byte order mark, UTF-8, or the encoding that it declares."""
    if not marked_encoding(data):
        try:
            return data.decode("utf-8")
        except UnicodeDecodeError:
            declared = _CHARSET.search(data[:_SNIFFED])
            name = declared.group(1).decode("ascii") if declared else ""
            if name and name.lower().replace("_", "-") not in ("utf-8", "utf8", "utf-16", "utf-7"):
                try:
                    return data.decode(name, "replace")
                except LookupError:
                    pass  # an encoding that nobody knows: judge by the bytes
    return text_of(data)


def tree_of(html: str) -> HtmlElement:
    """The element tree of a page; InputError if there is none."""
    clean = shallow(_FORBIDDEN.sub(" ", html))
    parser = HTMLParser(encoding="utf-8", collect_ids=False, remove_comments=True, remove_pis=True, huge_tree=True)
    try:
        tree = document_fromstring(clean.encode("utf-8"), parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError, ValueError) as problem:
        raise InputError(f"broken page: no element can be read ({str(problem)[:80]})") from problem
    return tree


def shallow(html: str, deepest: int = DEEPEST) -> str:
    """The same page without the tags (not the words) that nest deeper than ``deepest``. Linear time."""
    parts, at = [], 0
    for start, end in _too_deep(html, deepest):
        parts.append(html[at:start])
        at = end
    return " ".join([*parts, html[at:]]) if parts else html


def _too_deep(html: str, deepest: int) -> Iterator[tuple[int, int]]:
    depth, at = 0, 0
    while (tag := _TAG.search(html, at)) is not None:
        if tag["comment"]:
            at = _after(html, "-->", tag.end())
            continue
        name, at = tag["name"].lower(), tag.end()
        if not tag["close"] and name in _RAW:
            at = _end_of_raw(html, name, at)
        elif name in _SELF_ENDING:
            if depth >= deepest and name != "p":
                at = _after(html, ">", at)
                yield tag.start(), at
        elif name not in _VOID:
            beyond = depth > deepest if tag["close"] else depth >= deepest
            depth = max(0, depth - 1) if tag["close"] else depth + 1
            if beyond:
                at = _after(html, ">", at)
                yield tag.start(), at


def _after(html: str, sign: str, at: int) -> int:
    found = html.find(sign, at)
    return len(html) if found < 0 else found + len(sign)


def _end_of_raw(html: str, name: str, at: int) -> int:
    found = re.compile(f"</{name}", re.IGNORECASE).search(html, at)
    return len(html) if found is None else found.start() + 2
