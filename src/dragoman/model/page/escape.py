"""Text into HTML."""

from __future__ import annotations

import html
from urllib.parse import urlsplit


def escaped(text: object) -> str:
    """Any text as HTML text or attribute; lone surrogates, which no file can hold, become U+FFFD."""
    return html.escape(_encodable(str(text)), quote=True).replace("\x00", "\ufffd")


def link(url: str | None, words: str) -> str:
    """Words that lead to a web address, or the words alone where the address is none of the web's."""
    if url is None or not _is_web(url):
        return escaped(words)
    return f'<a href="{escaped(url)}" rel="noreferrer nofollow">{escaped(words)}</a>'


def element(name: str, inside: str, **attributes: str) -> str:
    """An element; ``inside`` is HTML already, attributes are escaped and empty ones left out."""
    told = "".join(f' {key.rstrip("_")}="{escaped(value)}"' for key, value in attributes.items() if value)
    return f"<{name}{told}>{inside}</{name}>"


def _is_web(url: str) -> bool:
    try:
        return urlsplit(url).scheme in ("http", "https")
    except ValueError:
        return False


def _encodable(text: str) -> str:
    return text if text.isascii() else "".join("\ufffd" if "\ud800" <= char <= "\udfff" else char for char in text)
