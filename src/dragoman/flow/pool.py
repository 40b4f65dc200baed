"""Worker processes: items in, results out, in order, with bounded look-ahead.

Unlike ``concurrent.futures``, the pool outlives its workers: when one dies, the item that it had in hand gets a
result that says so, the rest of its chunk goes to a new worker, and nothing else is lost. Workers are started by
"spawn", so they share nothing with this process and behave alike on every system.
"""

from __future__ import annotations

import os
import signal
import threading
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from multiprocessing import get_context
from multiprocessing.connection import Connection, wait
from multiprocessing.context import SpawnProcess
from typing import Any

from ..errors import DragomanError
from .threads import ONE_THREAD

CHUNK = 4  # items sent at once: enough to bridge the moments in which this process is busy
LOOK_AHEAD = 4  # chunks for each worker that may be taken from the input before their results are handed on
PATIENCE = 5.0  # seconds that a process is given to end

Work = Callable[[Any], Any]
Job = tuple[int, Any]


@dataclass(frozen=True, slots=True)
class _Raised:
    """A worker's message that it cannot go on."""

    problem: DragomanError


@dataclass(slots=True)
class _Worker:
    """A process, its pipe, and the jobs that it has in hand, oldest first."""

    process: SpawnProcess
    pipe: Connection
    jobs: deque[Job]
    ready: bool = False


@dataclass(frozen=True, slots=True)
class Pool:
    """``workers`` processes, each of which calls ``load`` once and then the function that it gave for every item.

    ``load``, items and results must be picklable. ``lost`` makes the result of an item whose worker died, from
    the item and the reason. What ``load`` or the function raises ends the whole run and is raised here.
    """

    load: Callable[[], Work]
    workers: int
    lost: Callable[[Any, str], Any]

    def map(self, items: Iterable[Any]) -> Iterator[Any]:
        """The results, in the order of the items; closing the iterator ends the workers."""
        run = _Run(self, enumerate(items))
        try:
            yield from run.results()
        finally:
            run.close()


class _Run:
    """The state of one pass over the items."""

    def __init__(self, pool: Pool, source: Iterator[Job]) -> None:
        self._pool, self._source = pool, source
        self._crew: list[_Worker] = []
        self._again: deque[Job] = deque()
        self._done: dict[int, Any] = {}
        self._next = self._taken = 0
        self._exhausted = False

    def results(self) -> Iterator[Any]:
        """Results as soon as all before them are there."""
        while True:
            self._give()
            if self._next in self._done:
                yield self._done.pop(self._next)
                self._next += 1
                self._receive(timeout=0)
            elif any(worker.jobs for worker in self._crew) or self._again or not self._exhausted:
                self._receive(timeout=None)
            else:
                return

    def close(self) -> None:
        """Ends all workers; they hold nothing that could be left half-written."""
        for worker in self._crew:
            worker.pipe.close()
            worker.process.terminate()
        for worker in self._crew:
            worker.process.join(PATIENCE)
            if worker.process.is_alive():
                worker.process.kill()
                worker.process.join()
        self._crew.clear()

    def _give(self) -> None:
        """Sees that there are workers as long as there is work, and that the idle ones have some."""
        while len(self._crew) < self._pool.workers and not (self._exhausted and not self._again):
            self._crew.append(_start(self._pool.load))
        for worker in self._crew:
            if worker.ready and not worker.jobs:
                worker.jobs.extend(self._chunk())
                if worker.jobs:
                    _send(worker)

    def _chunk(self) -> list[Job]:
        limit = self._next + LOOK_AHEAD * CHUNK * self._pool.workers
        chunk: list[Job] = []
        while len(chunk) < CHUNK and self._again:
            chunk.append(self._again.popleft())
        while len(chunk) < CHUNK and not self._exhausted and self._taken < limit:
            job = next(self._source, None)
            if job is None:
                self._exhausted = True
            else:
                self._taken += 1
                chunk.append(job)
        return chunk

    def _receive(self, timeout: float | None) -> None:
        """Takes in what the workers have to say, waiting for the first of them if need be."""
        ready = wait([worker.pipe for worker in self._crew], timeout)
        for worker in [worker for worker in self._crew if worker.pipe in ready]:
            try:
                message = worker.pipe.recv()
            except (EOFError, OSError):
                self._bury(worker)
                continue
            if isinstance(message, _Raised):
                raise message.problem
            if worker.ready:
                at, _ = worker.jobs.popleft()
                self._done[at] = message
            worker.ready = True

    def _bury(self, worker: _Worker) -> None:
        """A worker has died: its first job is lost, the others are done again."""
        self._crew.remove(worker)
        worker.pipe.close()
        worker.process.join(PATIENCE)
        how = _ended(worker.process.exitcode)
        if not worker.ready:
            raise DragomanError(f"a worker process ended while it was loading ({how})")
        if worker.jobs:
            at, item = worker.jobs.popleft()
            self._done[at] = self._pool.lost(item, f"the worker process that read it ended ({how})")
            self._again.extendleft(reversed(worker.jobs))


def _start(load: Callable[[], Work]) -> _Worker:
    context = get_context("spawn")
    ours, theirs = context.Pipe()
    process = context.Process(target=serve, args=(theirs, load), daemon=True)
    with _manners():
        process.start()
    theirs.close()
    return _Worker(process, ours, deque())


def _send(worker: _Worker) -> None:
    try:
        worker.pipe.send([item for _, item in worker.jobs])
    except (BrokenPipeError, ConnectionResetError):
        return  # it has died; the next look at its pipe will tell


@contextmanager
def _manners() -> Iterator[None]:
    """What a process inherits that is started meanwhile: one numeric thread, and a deaf ear for Ctrl-C.

    Both must be settled before the new interpreter runs: numpy reads the environment when it is imported, and
    Ctrl-C at a terminal reaches the children too, whose end is this process's affair.
    """
    before = {name: os.environ.get(name) for name in ONE_THREAD}
    os.environ.update({name: "1" for name, value in before.items() if value is None})
    here = threading.current_thread() is threading.main_thread()
    handler = signal.signal(signal.SIGINT, signal.SIG_IGN) if here else None
    try:
        yield
    finally:
        if here:
            signal.signal(signal.SIGINT, handler)
        for name, value in before.items():
            if value is None:
                del os.environ[name]


def serve(pipe: Connection, load: Callable[[], Work]) -> None:
    """The life of a worker: load once, then answer item by item until the pipe closes."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        work = load()
        pipe.send(None)
        while True:
            for item in _received(pipe):
                pipe.send(work(item))
    except (EOFError, BrokenPipeError, ConnectionResetError):
        return
    except Exception as problem:
        told = problem if isinstance(problem, DragomanError) else DragomanError(f"{type(problem).__name__}: {problem}")
        pipe.send(_Raised(told))


def _received(pipe: Connection) -> Sequence[Any]:
    items: Sequence[Any] = pipe.recv()
    return items


def _ended(code: int | None) -> str:
    if code is None or code >= 0:
        return f"exit code {code}"
    name = signal.Signals(-code).name
    return f"{name}, perhaps for want of memory" if name == "SIGKILL" else name
