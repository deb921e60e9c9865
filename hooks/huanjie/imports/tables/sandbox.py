"""Read a spreadsheet in a process of its own: a broken file can make calamine end the process, or run for ever."""

import faulthandler
import os
import sys
import threading
from multiprocessing import get_context
from multiprocessing.connection import Connection
from pathlib import Path
from typing import TYPE_CHECKING, cast

from huanjie.imports.tables.sheets import Sheet, UnreadableError, sheets, unreadable

if TYPE_CHECKING:
    from multiprocessing.context import SpawnContext

PATIENCE = 60  # seconds; the largest table that is accepted needs two
_MOST_MEMORY = 500_000_000  # bytes beside those of the new process; the largest table that is accepted needs 300 MB


def sheets_apart(name: str, raw: bytes) -> tuple[Sheet, ...]:
    """Read the sheets of a file; raises UnreadableError."""
    copied = sys.platform == "linux" and threading.active_count() == 1  # at once; elsewhere a new process begins
    context = cast("SpawnContext", get_context("fork" if copied else "spawn"))  # typeshed: one without processes
    ours, theirs = context.Pipe(duplex=False)
    reading = context.Process(target=_read, args=(theirs, name, raw), daemon=True)
    reading.start()
    theirs.close()
    try:
        answer = ours.recv() if ours.poll(PATIENCE) else None
    except EOFError:  # the process ended without an answer
        answer = None
    finally:
        reading.kill()
        reading.join()
    if isinstance(answer, str):
        raise UnreadableError(answer)
    return answer if isinstance(answer, tuple) else unreadable("这个文件读不出来，可能坏了")


def _read(answer: Connection, name: str, raw: bytes) -> None:
    faulthandler.disable()
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.__stderr__.fileno() if sys.__stderr__ else 2)  # Rust's own complaints
    if sys.platform == "linux":
        import resource  # noqa: PLC0415  # Windows has none

        in_use = int(Path("/proc/self/statm").read_text("utf-8").split()[0]) * resource.getpagesize()
        resource.setrlimit(resource.RLIMIT_AS, (in_use + _MOST_MEMORY, in_use + _MOST_MEMORY))
    try:
        answer.send(sheets(name, raw))
    except UnreadableError as why:
        answer.send(str(why))
