"""Work for the pool's tests, in a module that a fresh process can import."""

from __future__ import annotations

import os
import signal
import time
from collections.abc import Callable

from dragoman.errors import InputError, MissingData


def doubling() -> Callable[[int], int]:
    return lambda number: 2 * number


def slow_first() -> Callable[[int], int]:
    def work(number: int) -> int:
        time.sleep(0.2 if number == 0 else 0)
        return number

    return work


def deadly() -> Callable[[int], int]:
    """Dies of the numbers that end in 3."""

    def work(number: int) -> int:
        if number % 10 == 3:
            os.kill(os.getpid(), signal.SIGKILL)
        return number

    return work


def quitting() -> Callable[[int], int]:
    def work(number: int) -> int:
        os._exit(7)

    return work


def raising() -> Callable[[int], int]:
    def work(number: int) -> int:
        if number == 5:
            raise InputError("five is not allowed")
        return number

    return work


def faulty() -> Callable[[int], int]:
    def work(number: int) -> int:
        raise ZeroDivisionError("oh")

    return work


def without_data() -> Callable[[int], int]:
    raise MissingData("no model")


def dying_at_once() -> Callable[[int], int]:
    os._exit(3)


def telling() -> Callable[[int], tuple[int, str | None]]:
    return lambda number: (os.getpid(), os.environ.get("OPENBLAS_NUM_THREADS"))


def heavy() -> Callable[[bytes], bytes]:
    return lambda data: data * 2
