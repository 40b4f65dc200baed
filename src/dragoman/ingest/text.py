"""From bytes to text, and the limits that every text must keep.

Rules for the encoding, in order: a byte order mark says it (UTF-8, UTF-16, UTF-32); bytes that are UTF-8 are UTF-8,
also when a few are broken; an otherwise Latin text with some high bytes is Windows-1252, which is what web and mail
call latin-1; any other is left to charset-normalizer, and refused if that finds no encoding.
"""

from __future__ import annotations

import codecs

from charset_normalizer import from_bytes

from ..errors import InputError

MAX_CHARS = 1_000_000
_HEAD = 65_536  # bytes that are looked at to tell text from binary and to find an encoding
_CONTROLS = bytes(set(range(32)) - set(b"\t\n\v\f\r\x1a\x1b")) + b"\x7f"
_CONTROL_SHARE = 0.02  # text has none; compressed and machine code have about 10 %
_HIGH = bytes(range(128, 256))
_LETTERS = bytes(range(65, 91)) + bytes(range(97, 123))
_BROKEN_SHARE = 0.25  # broken sequences among all that are not ASCII, up to which bytes still count as UTF-8
_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_SIGNATURES = (
    (b"%PDF-", "a PDF file"),
    (b"PK\x03\x04", "a ZIP archive or an office document"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"BZh", "a bzip2 archive"),
    (b"\xfd7zXZ", "an xz archive"),
    (b"\x28\xb5\x2f\xfd", "a zstd archive"),
    (b"\x89PNG", "a PNG picture"),
    (b"\xff\xd8\xff", "a JPEG picture"),
    (b"GIF8", "a GIF picture"),
    (b"SQLite format 3", "an SQLite database"),
    (b"{\\rtf", "an RTF document"),
    (b"\xd0\xcf\x11\xe0", "an old office document"),
)


def text_of(data: bytes) -> str:
    """The text of a file's bytes; InputError for what is binary, empty or in no known encoding."""
    if not data.strip():
        raise InputError("empty: there is no text to read")
    mark = marked_encoding(data)
    if mark:
        return _decoded(data, mark)
    refuse_binary(data)
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return _broken_utf8(data) or _legacy(data)


def marked_encoding(data: bytes) -> str | None:
    """The encoding that a byte order mark declares."""
    return next((name for mark, name in _MARKS if data.startswith(mark)), None)


def refuse_binary(data: bytes) -> None:
    """InputError if the bytes are those of no text."""
    for signature, what in _SIGNATURES:
        if data.startswith(signature):
            raise InputError(f"binary: this is {what}, allowed are plain text, HTML and JSON Lines")
    head = data[:_HEAD]
    if b"\0" in head:
        raise InputError(
            "binary: NUL bytes; allowed are plain text, HTML and JSON Lines (UTF-16 with a byte order mark)"
        )
    controls = len(head) - len(head.translate(None, _CONTROLS))
    if controls > _CONTROL_SHARE * len(head):
        share = f"{100 * controls / len(head):.0f} %"
        raise InputError(f"binary: {share} control characters; allowed are plain text, HTML and JSON Lines")


def checked(text: str, max_chars: int = MAX_CHARS, what: str = "text") -> str:
    """A text that every layer can work on; InputError if it is blank or longer than ``max_chars``.

    The text stays as given, but for lone surrogates, which no file can hold: they become U+FFFD.
    """
    if len(text) > max_chars:
        raise InputError(f"too long: {what} has {len(text):,} characters, allowed are {max_chars:,}")
    if not text or text.isspace():
        raise InputError(f"empty: {what} holds no words")
    try:
        text.encode("utf-8")
    except UnicodeEncodeError:
        text = text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
    return text


def _decoded(data: bytes, encoding: str) -> str:
    try:
        return data.decode(encoding).removeprefix("\ufeff")
    except UnicodeDecodeError as problem:
        place = f"at byte {problem.start:,}"
        raise InputError(f"broken encoding: its mark says {encoding}, but {place}: {problem.reason}") from problem


def _broken_utf8(data: bytes) -> str | None:
    """UTF-8 with a few broken bytes, which become U+FFFD; None if most that is not ASCII is broken."""
    text = data.decode("utf-8", "replace")
    foreign = len(text) - len(text.encode("ascii", "ignore"))
    broken = text.count("\ufffd")
    return text if broken <= _BROKEN_SHARE * foreign else None


def _legacy(data: bytes) -> str:
    head = data[:_HEAD]
    high = len(head) - len(head.translate(None, _HIGH))
    if high <= len(head) - len(head.translate(None, _LETTERS)):  # in Cyrillic or Greek there is hardly an ASCII letter
        try:
            return data.decode("cp1252")
        except UnicodeDecodeError:
            return data.decode("latin-1")
    best = from_bytes(head).best()
    if best is None:
        raise InputError("unknown encoding: convert the file to UTF-8")
    try:
        return data.decode(best.encoding, "replace")
    except LookupError as problem:
        raise InputError(f"unknown encoding {best.encoding}: convert the file to UTF-8") from problem
