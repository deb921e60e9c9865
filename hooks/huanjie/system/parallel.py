"""Work spread over processes: where the system can copy a process, and where there is enough to do to pay for it."""

import ctypes
import gc
import os
import signal
import sys
import threading
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from contextlib import contextmanager
from multiprocessing import active_children, get_context
from typing import Any, TypeVar

T = TypeVar("T")
R = TypeVar("R")

ENOUGH = 400  # files: one process reads them in 0.35 s; two with the pool's start and their answers in 0.3 s (measured)
CHUNK = 64
_PR_SET_PDEATHSIG = 1  # <linux/prctl.h>

_work: Callable[[Any], Any]  # in a copied process only: what it was made for


def spread(work: Callable[[T], R], items: Sequence[T]) -> Iterator[R]:
    """Do the work for each item, in order; items and what the work gives are pickled, the work itself is not.

    In one process where another would not pay, where a process with threads (a server) must not be copied, and where
    the system has no way for processes to share. With several, the work begins at once, before the first answer is
    asked for.
    """
    if len(items) < ENOUGH or workers() == 1:
        return map(work, items)
    try:
        pool = ProcessPoolExecutor(workers(), get_context("fork"), _begin, (work, os.getpid()))
    except OSError:  # a container without /dev/shm
        return map(work, items)
    with _undisturbed():
        return _answers(pool, pool.map(_do, items, chunksize=CHUNK))


def stop() -> None:
    """End the processes that still work when nobody waits for their answers any more."""
    for process in active_children():
        process.kill()
        process.join()


def _answers(pool: ProcessPoolExecutor, coming: Iterator[R]) -> Iterator[R]:
    with pool:
        yield from coming


def workers() -> int:
    """How many processes can work side by side here; one on systems where copying a process is not safe."""
    if sys.platform == "linux" and threading.active_count() == 1:
        return len(os.sched_getaffinity(0))
    return 1


@contextmanager
def _undisturbed() -> Iterator[None]:
    """Copy processes to which Ctrl+C says nothing: the one that gave the work ends them."""
    if sys.platform != "win32":
        before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
        try:
            yield
        finally:
            signal.pthread_sigmask(signal.SIG_SETMASK, before)
    else:  # no process is copied there
        yield


def _begin(work: Callable[[Any], Any], parent: int) -> None:
    """Take over the work, and end with the process that gave it: if that is killed, no answer would ever be read."""
    global _work  # noqa: PLW0603  # a copied process inherits its work; nothing has to be sent to it
    _work = work
    gc.freeze()  # what was copied is never looked through
    gc.set_threshold(50_000)  # templates leave 25 KB of garbage a page: looked for this seldom, it costs nothing
    gc.enable()
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(_PR_SET_PDEATHSIG, signal.SIGKILL)
    if os.getppid() != parent:  # it was gone before
        os._exit(1)


def _do(item: Any) -> Any:  # noqa: ANN401  # whatever the work takes and gives
    return _work(item)
