"""The commands, one file each: `add` says what may be written, `run` does it and gives the exit status.

They stand at the edge: here, as in `site`, the clock is read and something is printed.
"""

import os
import sys
import traceback
from pathlib import Path

from huanjie import disk

# The exit status of every command; README.md has the table.
CLEAN = 0  # nothing is wrong
FOUND = 1  # records are wrong, or with --strict doubtful
WRONG_USE = 2  # the command or the configuration is wrong
COULD_NOT = 3  # the system could not: disk, permission, port, memory
OUR_FAULT = 4  # this program has a fault
INTERRUPTED = 130  # somebody pressed Ctrl+C

DEBUG = "HUANJIE_DEBUG"  # the environment variable that asks for tracebacks


def misused(why: str) -> int:
    """Tell what is wrong with the command itself."""
    sys.stderr.write(f"huanjie: {why}\n")
    return WRONG_USE


def could_not(why: str) -> int:
    """Tell what the system could not do."""
    sys.stderr.write(f"huanjie: {why}\n")
    if os.environ.get(DEBUG):
        traceback.print_exc()
    return COULD_NOT


def put_new(path: Path, new: bytes) -> None:
    """Put a file where there is none; raises FileExistsError. A full disk leaves nothing."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("xb") as file:
        try:
            file.write(new)
            file.flush()
        except OSError:
            path.unlink()
            raise


def put(path: Path, new: bytes) -> None:
    """Put a whole file in place of the old one at once: a kill or a full disk loses neither."""
    path = path.resolve()  # a link goes on being one
    path.parent.mkdir(parents=True, exist_ok=True)
    beside = path.with_name(f".{path.name}.new")
    try:
        beside.write_bytes(new)
        disk.move(beside, path)
    except OSError:
        beside.unlink(missing_ok=True)
        raise
