"""Run one function over batches, in processes of this machine or on a Dask cluster; a lost worker costs no result.

joblib runs the local processes. On a cluster the futures of distributed are used directly: joblib's Dask backend waits
for ever when a task has killed its workers (seen with joblib 1.6), and here one broken file may do that.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING, TypeVar

from ..errors import CallError

if TYPE_CHECKING:
    from distributed import Client

Item = TypeVar("Item")
Result = TypeVar("Result")
Work = Callable[[Sequence[Item]], Sequence[Result]]
Lost = Callable[[Item, str], Result]
WAIT_SECONDS = 20
# Batches under way for each core: one at work, one waiting for it.
WINDOW = 2


def run_batches(
    work: Work[Item, Result],
    batches: Iterator[Sequence[Item]],
    lost: Lost[Item, Result],
    jobs: int | None = None,
    cluster: Client | None = None,
) -> Iterator[Result]:
    """Yield the results of all items, in the order in which they are ready.

    Parameters
    ----------
    work
        Called in a worker with a batch; returns one result for each item. A module's function, for it is sent by name.
    batches
        Taken one by one as workers become free, so that few are in memory.
    lost
        Called here with an item that ended every worker that took it, and the reason; returns its result.
    jobs
        Number of processes, -1 for all cores; None for what an active `joblib.parallel_config` says, or else one. In
        one process, an item that ends it ends the run.
    cluster
        A client of a Dask cluster; without it that of an active joblib backend `dask`, if there is one.

    Yields
    ------
    Result
        One for each item; an item that was under way when a worker died for good is tried again, alone.
    """
    from joblib.parallel import get_active_backend

    cluster = cluster or (getattr(get_active_backend()[0], "client", None) if jobs is None else None)
    if cluster is not None:
        yield from _on_cluster(work, batches, lost, cluster)
    else:
        yield from _in_processes(work, batches, lost, jobs)


@contextmanager
def cluster_at(address: str) -> Iterator[Client]:
    """Connect to the Dask scheduler at `address`; CallError when distributed is missing or nothing answers."""
    try:
        from distributed import Client
    except ImportError as error:
        advice = 'Install the extra: pip install "regional-targets[cluster]"'
        raise CallError(f"a Dask cluster needs the library distributed, which is not installed. {advice}") from error
    try:
        client = Client(address, timeout=WAIT_SECONDS, set_as_default=False)
    except (OSError, TimeoutError, ValueError) as error:
        advice = "Start one with: dask scheduler. It prints its address, as tcp://192.168.1.5:8786."
        raise CallError(f"{address}: no Dask scheduler answers there ({error}). {advice}") from error
    with client:
        yield client


def _in_processes(
    work: Work[Item, Result], batches: Iterator[Sequence[Item]], lost: Lost[Item, Result], jobs: int | None
) -> Iterator[Result]:
    from joblib import Parallel, delayed
    from joblib.externals.loky.process_executor import TerminatedWorkerError

    under_way: dict[int, Sequence[Item]] = {}

    def tracked() -> Iterator[tuple]:
        for number, batch in enumerate(batches):
            under_way[number] = batch
            yield delayed(_numbered)(work, number, batch)

    while True:
        try:
            for number, results in Parallel(n_jobs=jobs, return_as="generator_unordered", batch_size=1)(tracked()):
                del under_way[number]
                yield from results
            return
        except TerminatedWorkerError:
            # joblib does not say which item it was.
            suspects = [item for batch in under_way.values() for item in batch]
            under_way.clear()
        for item in suspects:
            try:
                # Two jobs, for one would run here.
                yield from Parallel(n_jobs=2)([delayed(work)([item])])[0]
            except TerminatedWorkerError:
                yield lost(
                    item, "it ended the process that read it: a fault of the reading library, or too little memory"
                )


def _numbered(work: Work[Item, Result], number: int, batch: Sequence[Item]) -> tuple[int, Sequence[Result]]:
    return number, work(batch)


def _on_cluster(
    work: Work[Item, Result], batches: Iterator[Sequence[Item]], lost: Lost[Item, Result], cluster: Client
) -> Iterator[Result]:
    import dask
    from distributed import KilledWorker, as_completed

    # A long document is a large argument, on purpose: the workers need not see the files.
    dask.config.set({"distributed.admin.large-graph-warning-threshold": "1GB"})
    try:
        cluster.wait_for_workers(1, timeout=WAIT_SECONDS)
    except TimeoutError as error:
        advice = "Start one with: dask worker, followed by the address of the scheduler."
        raise CallError(f"the Dask cluster has no worker after {WAIT_SECONDS} seconds. {advice}") from error
    under_way: dict[object, Sequence[Item]] = {}
    done = as_completed(loop=cluster.loop)

    def submit(batch: Sequence[Item]) -> None:
        future = cluster.submit(work, batch, pure=False)
        under_way[future] = batch
        done.add(future)

    def fill() -> None:
        # Asked each time: workers come and go.
        room = max(1, WINDOW * sum(cluster.ncores().values())) - len(under_way)
        for _, batch in zip(range(room), batches, strict=False):
            submit(batch)

    suspects: list[Item] = []
    fill()
    for future in done:
        batch = under_way.pop(future)
        try:
            yield from future.result()
        except KilledWorker:
            # Dask blames every task that waited on the worker that died.
            suspects += batch
        fill()
    for item in suspects:
        try:
            yield from cluster.submit(work, [item], pure=False).result()
        except KilledWorker:
            yield lost(item, "it ended several workers: a fault of the reading library, or too little memory")
