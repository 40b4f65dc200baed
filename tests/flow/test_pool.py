from __future__ import annotations

import os
from collections.abc import Iterator
from multiprocessing import active_children

import pool_jobs
import pytest

from dragoman.errors import DragomanError, InputError, MissingData
from dragoman.flow.pool import CHUNK, LOOK_AHEAD, Pool


def lost(item, reason):
    return ("lost", item, reason)


def run(load, items, workers=2):
    return list(Pool(load, workers, lost).map(items))


def test_results_come_in_the_order_of_the_items():
    assert run(pool_jobs.doubling, range(50)) == [2 * number for number in range(50)]


def test_a_slow_item_does_not_change_the_order():
    assert run(pool_jobs.slow_first, range(20)) == list(range(20))


def test_no_items_give_no_results():
    assert run(pool_jobs.doubling, []) == []


def test_a_worker_that_dies_costs_only_the_item_that_it_had():
    results = run(pool_jobs.deadly, range(17))
    assert [result for result in results if isinstance(result, int)] == [n for n in range(17) if n % 10 != 3]
    assert [results[at][:2] for at in (3, 13)] == [("lost", 3), ("lost", 13)]
    assert "SIGKILL, perhaps for want of memory" in results[3][2]


def test_when_every_item_kills_its_worker_every_item_is_lost():
    results = run(pool_jobs.quitting, range(3))
    assert [result[:2] for result in results] == [("lost", 0), ("lost", 1), ("lost", 2)]
    assert "exit code 7" in results[0][2]


def test_an_error_on_purpose_is_raised_with_its_own_type_and_ends_the_workers():
    with pytest.raises(InputError, match="five is not allowed"):
        run(pool_jobs.raising, range(10))
    assert not active_children()


def test_a_fault_is_raised_with_its_name():
    with pytest.raises(DragomanError, match="ZeroDivisionError: oh"):
        run(pool_jobs.faulty, range(2))


def test_what_loading_raises_is_raised():
    with pytest.raises(MissingData, match="no model"):
        run(pool_jobs.without_data, range(2))


def test_a_worker_that_dies_while_loading_ends_the_run():
    with pytest.raises(DragomanError, match="while it was loading"):
        run(pool_jobs.dying_at_once, range(2))


def test_workers_are_other_processes_with_one_numeric_thread_each():
    before = dict(os.environ)
    results = run(pool_jobs.telling, range(12))
    assert os.getpid() not in {process for process, _ in results}
    assert {threads for _, threads in results} == {os.environ.get("OPENBLAS_NUM_THREADS", "1")}
    assert dict(os.environ) == before


def test_items_and_results_larger_than_a_pipe_pass_through():
    items = [bytes([at]) * 300_000 for at in range(12)]
    assert run(pool_jobs.heavy, items) == [item * 2 for item in items]


def test_the_input_is_taken_only_a_little_ahead():
    taken = 0

    def endless() -> Iterator[int]:
        nonlocal taken
        while True:
            taken += 1
            yield taken

    results = Pool(pool_jobs.doubling, 2, lost).map(endless())
    assert [next(results) for _ in range(30)] == [2 * number for number in range(1, 31)]
    assert taken <= 30 + 2 * CHUNK * LOOK_AHEAD
    results.close()
    assert not active_children()


def test_an_error_of_the_input_ends_the_workers():
    def broken() -> Iterator[int]:
        yield 1
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        run(pool_jobs.doubling, broken())
    assert not active_children()
