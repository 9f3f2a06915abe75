"""Batches in processes: every item has one result, also when an item ends the process that works on it."""

from __future__ import annotations

import os

import joblib
import pytest

from regional_targets.documents.running import cluster_at, run_batches
from regional_targets.errors import CallError


def double(batch: list[int]) -> list[int]:
    return [2 * item for item in batch]


def double_or_die(batch: list[int]) -> list[int]:
    if 5 in batch:
        os._exit(3)
    return double(batch)


def process(batch: list[int]) -> list[int]:
    return [os.getpid() for _ in batch]


def batches(n: int, size: int = 3):
    items = list(range(n))
    return iter([items[place : place + size] for place in range(0, n, size)])


def lost(item: int, reason: str) -> int:
    return -item


@pytest.mark.parametrize("jobs", [None, 1, 2])
def test_every_item_has_its_result(jobs):
    assert sorted(run_batches(double, batches(20), lost, jobs)) == list(range(0, 40, 2))


def test_a_deadly_item_is_lost_alone():
    assert sorted(run_batches(double_or_die, batches(8, 2), lost, 2)) == [-5, 0, 2, 4, 6, 8, 12, 14]


def test_one_job_works_here_and_two_elsewhere():
    assert set(run_batches(process, batches(4), lost, 1)) == {os.getpid()}
    assert os.getpid() not in set(run_batches(process, batches(4), lost, 2))


def test_an_active_configuration_of_joblib_is_respected():
    with joblib.parallel_config(backend="loky", n_jobs=2):
        assert os.getpid() not in set(run_batches(process, batches(4), lost))


def test_batches_are_taken_as_they_are_needed():
    taken = []

    def watched():
        for batch in batches(300, 1):
            taken.append(batch)
            yield batch

    results = run_batches(double, watched(), lost, 2)
    next(results)
    assert len(taken) < 100
    assert len(list(results)) == 299


def test_a_missing_library_names_the_extra(monkeypatch):
    monkeypatch.setitem(__import__("sys").modules, "distributed", None)
    with pytest.raises(CallError, match=r'pip install "regional-targets\[cluster\]"'), cluster_at("tcp://127.0.0.1:1"):
        pass
