"""Values of the model as small blobs, and back: nothing is lost, whatever the words hold.

A value becomes lists without keys, in the order of its fields, with the defaults at the end left out; that becomes
JSON in UTF-8 in which half characters (lone surrogates) stay what they are; and that is deflated against the words of
``pack-1.txt``, or, for a reading, against the text that was read, whose words it repeats. A text is deflated against
the common words of ``pack-2.txt``. scripts/pack_words.py makes both files.
"""

from __future__ import annotations

import json
import types
import zlib
from collections.abc import Callable, Mapping
from dataclasses import MISSING, Field, fields, is_dataclass
from functools import cache
from importlib.resources import files
from typing import Any, Union, get_args, get_origin, get_type_hints

from ...errors import RecordError
from ...model import Span

FORMAT, TEXT = 1, 2  # first byte of a blob: which words it was deflated against; of 0 against those of a text alone
PLAIN = 0
LEVEL = 6  # of zlib
_WINDOW = 15  # of zlib, as a power of two: 32 KiB
_NEAR = 16_384  # bytes of the text that are looked at
_ENCODER = json.JSONEncoder(ensure_ascii=False, check_circular=False, separators=(",", ":"))

Coder = Callable[[Any], Any]


def plain(lists: Any) -> str:
    """Plain lists as JSON."""
    return _ENCODER.encode(lists)


def packed(lists: Any) -> bytes:
    """The blob of plain lists."""
    return _deflated(FORMAT, plain(lists))


def unpacked(blob: bytes, what: str) -> Any:
    """The plain lists of a blob; RecordError names ``what`` if it is damaged."""
    return _loaded(_inflated(FORMAT, blob, _words(FORMAT), what)[0], what)


def joined(lists: Any, text: str, rest: bytes) -> bytes:
    """The blob of plain lists that tell of a text, and of bytes in which nothing is to be saved."""
    return _deflated(PLAIN, plain(lists), _bytes(text)[-_NEAR:]) + rest


def parted(blob: bytes, what: str, text: str) -> tuple[Any, bytes]:
    """The plain lists of a blob and the bytes after them; RecordError names ``what`` if it is damaged."""
    lists, rest = _inflated(PLAIN, blob, _bytes(text)[-_NEAR:], what)
    return _loaded(lists, what), rest


def _loaded(lists: str, what: str) -> Any:
    try:
        return json.loads(lists)
    except (ValueError, RecursionError) as problem:
        raise RecordError(f"{what} is damaged: {problem}") from problem


def squeezed(text: str) -> bytes:
    """The blob of a text."""
    return _deflated(TEXT, text)


def stretched(blob: bytes, what: str) -> str:
    """The text of a blob; RecordError names ``what`` if it is damaged."""
    return _inflated(TEXT, blob, _words(TEXT), what)[0]


def _deflated(form: int, text: str, near: bytes | None = None) -> bytes:
    coder = _primed(form).copy() if near is None else _coder(near)
    return b"".join((bytes((form,)), coder.compress(_bytes(text)), coder.flush()))


def _coder(near: bytes) -> Any:
    if near:
        return zlib.compressobj(LEVEL, zlib.DEFLATED, -_WINDOW, 9, zlib.Z_DEFAULT_STRATEGY, near)
    return zlib.compressobj(LEVEL, zlib.DEFLATED, -_WINDOW, 9)


@cache
def _primed(form: int) -> Any:
    """What has taken in the words of a form, to be copied for each blob."""
    return _coder(_words(form))


def _inflated(form: int, blob: bytes, near: bytes, what: str) -> tuple[str, bytes]:
    try:
        if blob[0] != form:
            raise RecordError(f"{what} is damaged: its form is {blob[0]}, allowed is {form}")
        coder = zlib.decompressobj(-_WINDOW, near) if near else zlib.decompressobj(-_WINDOW)
        text = (coder.decompress(memoryview(blob)[1:]) + coder.flush()).decode("utf-8", "surrogatepass")
    except (TypeError, ValueError, IndexError, zlib.error) as problem:
        raise RecordError(f"{what} is damaged: {problem}") from problem
    if not coder.eof:
        raise RecordError(f"{what} is damaged: its end is missing")
    return text, coder.unused_data


def _bytes(text: str) -> bytes:
    return text.encode("utf-8", "surrogatepass")


@cache
def _words(form: int) -> bytes:
    return files("dragoman.store.packing").joinpath(f"pack-{form}.txt").read_bytes()


def _same(value: Any) -> Any:
    return value


@cache
def coders(kind: Any) -> tuple[Coder, Coder]:
    """The function that makes plain lists of a type's values, and the one that reads them."""
    if kind is Span:
        return _same, lambda pair: Span(*pair)
    if is_dataclass(kind):
        return _of_dataclass(kind)
    origin, inside = get_origin(kind), get_args(kind)
    if origin in (Union, types.UnionType):
        write, read = coders(next(item for item in inside if item is not types.NoneType))
        if write is read:
            return _same, _same
        return (lambda value: None if value is None else write(value)), (
            lambda value: None if value is None else read(value)
        )
    if origin is tuple and inside[-1] is Ellipsis:
        write, read = coders(inside[0])
        return (lambda value: [write(item) for item in value]), (lambda value: tuple([read(item) for item in value]))
    if origin is tuple:
        return list, tuple
    if origin is not None and issubclass(origin, Mapping):
        return dict, dict
    return _same, _same


def _of_dataclass(kind: Any) -> tuple[Coder, Coder]:
    hints = get_type_hints(kind)
    shown = [item for item in fields(kind) if item.metadata.get("key", "") is not None]
    parts = [(item.name, *coders(hints[item.name])) for item in shown]
    defaults = [_default(item, write) for item, (_, write, _) in zip(shown, parts, strict=True)]
    writers = [(name, write) for name, write, _ in parts]
    readers = [read for _, _, read in parts]
    names = [name for name, _, _ in parts]

    def write(value: Any) -> list[Any]:
        row = [coder(getattr(value, name)) for name, coder in writers]
        while row and _alike(row[-1], defaults[len(row) - 1]):
            row.pop()
        return row

    def read(row: Any) -> Any:
        return kind(**{name: reader(part) for name, reader, part in zip(names, readers, row, strict=False)})

    return write, read


def _alike(value: Any, default: Any) -> bool:
    """Equal and of one type: 1 is not 1.0 here."""
    return type(value) is type(default) and bool(value == default)


def _default(item: Field[Any], write: Coder) -> Any:
    if item.default is not MISSING:
        return write(item.default)
    return MISSING
