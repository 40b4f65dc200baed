"""Dataclasses to plain JSON values and back.

A field's key is its name, or ``metadata["key"]`` where the public name is a Python keyword; None hides the field.
"""

from __future__ import annotations

import types
from collections.abc import Callable, Mapping
from dataclasses import MISSING, Field, fields, is_dataclass
from functools import cache
from typing import Any, Union, get_args, get_origin, get_type_hints

from ..errors import RecordError
from .span import Span

_PLAIN = (str, int, float, bool, type(None))


@cache
def _keys(kind: Any) -> tuple[tuple[str, str], ...]:
    """(attribute, public key) of every field that is shown."""
    named = ((item.name, item.metadata.get("key", item.name)) for item in fields(kind))
    return tuple((name, key) for name, key in named if key is not None)


def to_record(value: Any) -> Any:
    """Plain JSON values of a dataclass, tuple, mapping or scalar."""
    if isinstance(value, _PLAIN):
        return value
    if is_dataclass(value):
        return {key: to_record(getattr(value, name)) for name, key in _keys(value.__class__)}
    if isinstance(value, Mapping):
        return {str(key): to_record(item) for key, item in value.items()}
    return [to_record(item) for item in value]


def from_record(kind: Any, value: Any, what: str = "record") -> Any:
    """The typed value of plain JSON; RecordError names the part that does not fit."""
    try:
        return _reader(kind)(value, what)
    except (TypeError, ValueError, KeyError) as problem:
        raise RecordError(f"{what}: {problem}") from problem


@cache
def _reader(kind: Any) -> Callable[[Any, str], Any]:
    """A function that reads plain values as ``kind``."""
    if kind is Any:
        return lambda value, what: value
    if kind is Span:
        return _read_span
    if is_dataclass(kind):
        return _dataclass_reader(kind)
    origin, inside = get_origin(kind), get_args(kind)
    if origin in (Union, types.UnionType):
        some = _reader(next(item for item in inside if item is not type(None)))
        return lambda value, what: None if value is None else some(value, what)
    if origin is tuple:
        return _tuple_reader(inside)
    if origin is not None:  # a mapping is kept as it stands
        return _read_mapping
    return _scalar_reader(kind)


def _read_mapping(value: Any, what: str) -> dict[str, Any]:
    if not isinstance(value, Mapping):
        raise RecordError(f"{what}: expected an object, not {type(value).__name__}")
    return dict(value)


def _read_span(value: Any, what: str) -> Span:
    pair = tuple(value) if isinstance(value, list | tuple) else ()
    if len(pair) != 2 or any(type(char) is not int for char in pair) or not 0 <= pair[0] <= pair[1]:
        raise RecordError(f"{what}: a span is [start, end) with 0 <= start <= end, not {value!r}")
    return Span(pair[0], pair[1])


def _tuple_reader(inside: tuple[Any, ...]) -> Callable[[Any, str], Any]:
    if inside[-1] is Ellipsis:
        item = _reader(inside[0])
        return lambda value, what: tuple(item(part, f"{what}[{at}]") for at, part in enumerate(_listed(value, what)))
    readers = tuple(map(_reader, inside))

    def read(value: Any, what: str) -> Any:
        if len(_listed(value, what)) != len(readers):
            raise RecordError(f"{what}: expected {len(readers)} values, not {len(value)}")
        return tuple(
            reader(part, f"{what}[{at}]") for at, (reader, part) in enumerate(zip(readers, value, strict=True))
        )

    return read


def _listed(value: Any, what: str) -> Any:
    """A list as it is; a word must not pass as the list of its letters."""
    if not isinstance(value, list | tuple):
        raise RecordError(f"{what}: expected a list, not {type(value).__name__}")
    return value


def _scalar_reader(kind: type) -> Callable[[Any, str], Any]:
    def read(value: Any, what: str) -> Any:
        if kind is float and isinstance(value, int) and not isinstance(value, bool):
            return float(value)
        if not isinstance(value, kind) or (kind is int and isinstance(value, bool)):
            raise RecordError(f"{what}: {value!r} is not of type {kind.__name__}")
        return value

    return read


def _required(item: Field[Any]) -> bool:
    return item.default is MISSING and item.default_factory is MISSING


def _dataclass_reader(kind: Any) -> Callable[[Any, str], Any]:
    hints = get_type_hints(kind)
    needed = {item.name for item in fields(kind) if _required(item)}
    readers = [(name, key, _reader(hints[name])) for name, key in _keys(kind)]

    def read(value: Any, what: str) -> Any:
        if not isinstance(value, Mapping):
            raise RecordError(f"{what}: expected an object, not {type(value).__name__}")
        found = {name: reader(value[key], f"{what}.{key}") for name, key, reader in readers if key in value}
        missing = needed - found.keys()
        if missing:
            raise RecordError(f"{what}: {', '.join(sorted(missing))} missing")
        return kind(**found)

    return read
