"""A real Dask cluster of two worker processes: the same table, also when one of them is killed half-way."""

from __future__ import annotations

import logging
import os
import signal
from pathlib import Path

import joblib
import pytest
from distributed import Client, LocalCluster
from test_running import batches, double_or_die, lost

from regional_targets.__main__ import main
from regional_targets.documents import batch, running
from regional_targets.documents.batch import propose_files
from regional_targets.errors import CallError

N_DOCUMENTS = 60
CLAUSE = "到2025年，建成{}所省级优质职业学校，双师型教师占比不低于{}%。\n"


@pytest.fixture(scope="module")
def cluster():
    """Two workers of one thread, silent."""
    with (
        LocalCluster(
            n_workers=2, threads_per_worker=1, processes=True, dashboard_address=":0", silence_logs=logging.CRITICAL
        ) as started,
    ):
        yield started


@pytest.fixture(scope="module")
def folder(tmp_path_factory) -> Path:
    """Many documents of some length, one of them broken."""
    root = tmp_path_factory.mktemp("many")
    for number in range(N_DOCUMENTS):
        text = "".join(CLAUSE.format(number + n, 30 + n % 70) for n in range(40 + number))
        (root / f"{number:02d}.txt").write_bytes(text.encode())
    (root / "broken.pdf").write_bytes(b"%PDF-1.4")
    return root


@pytest.fixture(scope="module")
def reference(folder, tmp_path_factory) -> bytes:
    out = tmp_path_factory.mktemp("one process") / "a.csv"
    assert [skipped.file for skipped in propose_files([folder], out).skipped] == ["broken.pdf"]
    return out.read_bytes()


def processes(cluster: LocalCluster) -> list[int]:
    return [nanny.pid for nanny in cluster.workers.values()]


def test_the_command_gives_the_work_to_the_cluster(cluster, folder, reference, tmp_path, capsys):
    out = tmp_path / "b.csv"
    assert main(["propose", str(folder), "-o", str(out), "--dask", cluster.scheduler_address]) == 1
    assert f"from {N_DOCUMENTS} documents" in capsys.readouterr().out
    assert out.read_bytes() == reference


def test_an_active_dask_backend_of_joblib_is_used(cluster, folder, reference, tmp_path, monkeypatch):
    monkeypatch.delattr(running, "_in_processes")
    with Client(cluster, set_as_default=False) as client, joblib.parallel_config(backend="dask", client=client):
        propose_files([folder], tmp_path / "b.csv")
    assert (tmp_path / "b.csv").read_bytes() == reference


def test_a_killed_worker_costs_nothing(cluster, folder, reference, tmp_path, monkeypatch, record_property):
    killed: list[int] = []
    under_way: list[int] = []
    settled = []
    take = batch._Run.take

    def take_and_kill(run, result):
        take(run, result)
        settled.append(result.file)
        if len(settled) == N_DOCUMENTS // 2:
            under_way.extend(len(worker.processing) for worker in cluster.scheduler.workers.values())
            killed.append(processes(cluster)[0])
            os.kill(killed[0], signal.SIGKILL)

    monkeypatch.setattr(batch._Run, "take", take_and_kill)
    outcome = propose_files([folder], tmp_path / "b.csv", dask=cluster.scheduler_address)
    assert (tmp_path / "b.csv").read_bytes() == reference
    assert [skipped.file for skipped in outcome.skipped] == ["broken.pdf"]
    assert len(settled) == len(set(settled)) == N_DOCUMENTS + 1
    assert len(killed) == 1 and killed[0] not in processes(cluster)
    record_property(
        "summary",
        f"cluster of 2: worker {killed[0]} killed after {N_DOCUMENTS // 2} of {N_DOCUMENTS + 1} documents with "
        f"{sum(under_way)} tasks under way; {outcome.n_proposals} proposals, bytes equal to one process",
    )


def test_an_item_that_kills_its_workers_is_given_up_alone(cluster, monkeypatch):
    # Not four workers, for each takes a while to start.
    monkeypatch.setattr(cluster.scheduler, "allowed_failures", 0)
    with Client(cluster, set_as_default=False) as client:
        results = list(running.run_batches(double_or_die, batches(8, 2), lost, cluster=client))
    assert sorted(results) == [-5, 0, 2, 4, 6, 8, 12, 14]


def test_an_address_where_nobody_answers_is_a_wrong_call(folder, tmp_path, monkeypatch, capsys):
    monkeypatch.setattr(running, "WAIT_SECONDS", 1)
    assert main(["propose", str(folder), "-o", str(tmp_path / "b.csv"), "--dask", "tcp://127.0.0.1:1"]) == 2
    assert "tcp://127.0.0.1:1: no Dask scheduler answers there" in capsys.readouterr().err


def test_a_cluster_without_workers_is_a_wrong_call(folder, tmp_path, monkeypatch):
    monkeypatch.setattr(running, "WAIT_SECONDS", 1)
    with (
        LocalCluster(n_workers=0, dashboard_address=":0", silence_logs=logging.CRITICAL) as empty,
        pytest.raises(CallError, match="has no worker after 1 seconds"),
    ):
        propose_files([folder], tmp_path / "b.csv", dask=empty.scheduler_address)
