"""Embedded posts, videos and pictures of a page, taken out of its tree.

A post that is embedded is a statement of its own speaker: left in the tree it would be read as the report's words.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from itertools import islice
from urllib.parse import urljoin, urlsplit

from lxml.html import HtmlElement

from ..lexicon import load
from ..model import Media
from .calendar import DATE, day_of

_LONGEST = 2_000  # characters of a link; longer ones carry data, not an address
_MOST = 500  # embedded items of one page
_PICTURES = 20  # of one figure
_AUTHOR = re.compile(r"[—–-]\s*([^—–\n]{1,80}\(@\w{1,30}\))")
_DAY = re.compile(DATE)
_POSTS = ("twitter-tweet", "twitter-video", "instagram-media", "tiktok-embed", "fb-post", "fb-video", "bluesky-embed",
          "text-post-media", "telegram-post", "truthsocial-embed")  # fmt: skip
_LINKS = (
    "data-instgrm-permalink",
    "cite",
    "data-href",
    "data-text-post-permalink",
    "data-url",
    "href",
    "src",
    "data-src",
)
_TAGS = ("blockquote", "div", "iframe", "amp-iframe", "video", "amp-video", "script", "figure", "amp-twitter",
         "amp-youtube", "lite-youtube", "embed", "object")  # fmt: skip
_BY_ID = {  # elements that carry an id instead of a link
    "amp-twitter": ("data-tweetid", "https://twitter.com/i/status/"),
    "amp-youtube": ("data-videoid", "https://www.youtube.com/watch?v="),
    "lite-youtube": ("videoid", "https://www.youtube.com/watch?v="),
    "script": ("data-telegram-post", "https://t.me/"),
}


def take_embeds(tree: HtmlElement, base: str | None) -> tuple[Media, ...]:
    """Removes the embedded items from a tree and gives them in its order, each link once."""
    taken: dict[str, Media] = {}
    for element in [found for found in tree.iter(*_TAGS) if _is_embed(found)]:
        if element is not tree and element.getparent() is None:
            continue
        for media in _items(element, base) if len(taken) < _MOST else ():
            taken.setdefault(media.url, media)
        if element.tag != "figure" and element is not tree and element.getparent() is not None:
            element.drop_tree()
    return tuple(taken.values())


def provider_of(url: str) -> str | None:
    """The provider of a link by its host, or None."""
    host = _host(url)
    while "." in host:
        if host in _hosts():
            return _hosts()[host]
        host = host.partition(".")[2]
    return None


@cache
def _hosts() -> dict[str, str]:
    return {form: str(entry.value["provider"]) for entry in load("media").entries for form in entry.forms}


def _host(url: str) -> str:
    try:
        return (urlsplit(url).hostname or "").lower()
    except ValueError:
        return ""


def _is_embed(element: HtmlElement) -> bool:
    if element.tag in ("blockquote", "div"):
        return any(name in _POSTS for name in (element.get("class") or "").split())
    return element.tag != "script" or bool(element.get("data-telegram-post"))


def _items(element: HtmlElement, base: str | None) -> Iterator[Media]:
    if element.tag == "figure":
        for picture in islice(element.iter("img", "amp-img"), _PICTURES):
            url = _absolute(picture.get("src") or picture.get("data-src") or "", base)
            if url:
                yield Media(None, provider_of(url) or "picture", url)
        return
    key, prefix = _BY_ID.get(str(element.tag), ("", ""))
    number = (element.get(key) or "").strip() if key else ""
    url = _absolute(prefix + number, base) if number else _link(element, base)
    if url is None:
        return
    provider = provider_of(url) or ("video" if "video" in str(element.tag) else "iframe")
    if provider != "iframe" or _is_content(element):
        author, day = _told(element) if element.tag in ("blockquote", "div") else (None, None)
        yield Media(None, provider, url, author, day)


def _link(element: HtmlElement, base: str | None) -> str | None:
    """The item's address: the element's own, or the last link inside it, which in a post is its date's."""
    own = [url for key in _LINKS if (url := _absolute(element.get(key) or "", base))]
    if own:
        return own[0]
    inside = [_absolute(link.get("href") or link.get("src") or "", base) for link in element.iter("a", "source")]
    found = [url for url in inside if url]
    posts = [url for url in found if provider_of(url) and re.search(r"/\S*\d{4,}|/p/|/post/", url)]
    return next(iter((posts or found)[::-1]), None)


def _told(element: HtmlElement) -> tuple[str | None, str | None]:
    """Author and day of a post, from the line ``— Name (@handle) July 25, 2023`` under it."""
    words = " ".join("".join(element.itertext()).split())
    author = next(iter(list(_AUTHOR.finditer(words))[::-1]), None)
    rest = words[author.end() :] if author else words[-40:]
    day = _DAY.search(rest)
    return author.group(1).strip() if author else None, day_of(day.group(), None) if day else None


def _is_content(element: HtmlElement) -> bool:
    """True for a frame of unknown origin that is part of the article and large enough to be seen."""
    tiny = any((element.get(side) or "").strip() in ("0", "1", "0px", "1px") for side in ("width", "height"))
    return not tiny and any(above.tag in ("article", "main", "figure") for above in element.iterancestors())


def _absolute(url: str, base: str | None) -> str | None:
    """The whole web address of a link, without the tracking part of posts; None for anything else."""
    url = url.strip()
    if not url or len(url) > _LONGEST:
        return None
    try:
        whole = urljoin(base or "", url)
        parts = urlsplit(whole)
    except ValueError:
        return None
    if whole.startswith("//"):
        whole, parts = "https:" + whole, urlsplit("https:" + whole)
    if parts.scheme not in ("http", "https") or not parts.netloc:
        return None
    return whole.partition("?")[0] if provider_of(whole) in ("x", "tiktok", "instagram") else whole
