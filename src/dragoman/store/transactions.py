"""An open file and its transactions: what writes does so wholly or not at all, what reads sees one moment of it."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import wraps
from pathlib import Path
from types import TracebackType
from typing import Concatenate, ParamSpec, Self, TypeVar

from ..model import Told
from .facets import Facets
from .guard import guarding
from .opening import connect
from .words import Words

P = ParamSpec("P")
T = TypeVar("T")
S = TypeVar("S", bound="Transactions")


MentionAt = Callable[[int], Told]  # a mention of a report by its number


class Transactions:
    """The connection to a store, with what is remembered of it as long as that holds."""

    def __init__(self, path: str | Path, *, create: bool = False, write: bool = False) -> None:
        self.path = Path(path)
        self.connection = connect(self.path, create=create, write=write)
        self.words = Words(self.connection)
        self.facets = Facets(self.connection, self.words)
        self.fresh: OrderedDict[int, MentionAt] = OrderedDict()  # of reports that were written last
        self.frames: OrderedDict[int, MentionAt] = OrderedDict()  # of others that were asked for
        self.rows: dict[int, int] = {}  # of mentions that were looked for last, by their hashes
        self.called: dict[tuple[int, str, bool], list[int]] = {}  # words of names that were asked for
        self.moment = 0  # changes when what was remembered of mentions and judgements may hold no more
        self.left = False  # whether mentions have left the record
        self.odd: bool | None = None  # whether there are odd names, as far as known in this transaction
        self._deep = False
        self._version = 0  # of the file as others have written it
        self._pipelines: dict[str, int] = {}

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, problem: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Closes the file."""
        self.connection.close()

    @contextmanager
    def writing(self) -> Iterator[None]:
        """One transaction: all that is written inside is kept together, or nothing of it after an error."""
        if self._deep:
            yield
            return
        with guarding(self.path):
            self.connection.execute("BEGIN IMMEDIATE")
            self._deep, self.odd = True, None
            try:
                self._forget_what_changed()
                yield
                self.connection.execute("COMMIT")
            except BaseException:
                self._undo()
                raise
            finally:
                self._deep = False

    @contextmanager
    def steady(self) -> Iterator[None]:
        """One moment of the file: what others write meanwhile is not seen inside."""
        with guarding(self.path):
            if self.connection.in_transaction:
                yield
                return
            self.connection.execute("BEGIN")
            try:
                self.connection.execute("SELECT 1 FROM pipelines").fetchone()  # the moment is that of the first look
                self._forget_what_changed()
                yield
            finally:
                if self.connection.in_transaction:
                    self.connection.execute("COMMIT")

    def _forget(self) -> None:
        """Forgets what is remembered of mentions."""
        self.fresh.clear()
        self.frames.clear()
        self.rows.clear()
        self.called.clear()
        self.moment += 1

    def _forget_what_changed(self) -> None:
        """Forgets readings that another process may have replaced."""
        (version,) = self.connection.execute("PRAGMA data_version").fetchone()
        if version != self._version:
            self._forget()
            self._version, self.odd = version, None

    def _undo(self) -> None:
        if self.connection.in_transaction:
            self.connection.execute("ROLLBACK")
        self.words.forget()
        self.facets.forget()
        self._forget()
        self._pipelines.clear()


def steady(method: Callable[Concatenate[S, P], T]) -> Callable[Concatenate[S, P], T]:
    """The method, all of whose questions see one moment of the file."""

    @wraps(method)
    def call(self: S, /, *words: P.args, **more: P.kwargs) -> T:
        with self.steady():
            return method(self, *words, **more)

    return call
