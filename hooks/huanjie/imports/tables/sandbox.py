"""A spreadsheet read in a process of its own: a broken one can make calamine end the process, or go on for ever."""

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

PATIENCE = 60  # seconds; the largest table that is taken at all needs two
_MOST_MEMORY = 500_000_000  # more than there is when it begins; the largest table that is taken at all needs 300 MB


def sheets_apart(name: str, raw: bytes) -> tuple[Sheet, ...]:
    """Read the sheets of a file; raises UnreadableError."""
    copied = sys.platform == "linux" and threading.active_count() == 1  # at once; elsewhere a new one is begun
    context = cast("SpawnContext", get_context("fork" if copied else "spawn"))  # typeshed: one without processes
    ours, theirs = context.Pipe(duplex=False)
    reading = context.Process(target=_read, args=(theirs, name, raw), daemon=True)
    reading.start()
    theirs.close()
    try:
        found = ours.recv() if ours.poll(PATIENCE) else None
    except EOFError:  # the process ended without an answer
        found = None
    finally:
        reading.kill()
        reading.join()
    if isinstance(found, str):
        raise UnreadableError(found)
    return found if isinstance(found, tuple) else unreadable("这个文件读不出来，可能坏了")


def _read(answer: Connection, name: str, raw: bytes) -> None:
    faulthandler.disable()
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.__stderr__.fileno() if sys.__stderr__ else 2)  # Rust's own complaints
    if sys.platform == "linux":
        import resource  # noqa: PLC0415  # Windows has none

        there = int(Path("/proc/self/statm").read_text("utf-8").split()[0]) * resource.getpagesize()
        resource.setrlimit(resource.RLIMIT_AS, (there + _MOST_MEMORY, there + _MOST_MEMORY))
    try:
        answer.send(sheets(name, raw))
    except UnreadableError as why:
        answer.send(str(why))
