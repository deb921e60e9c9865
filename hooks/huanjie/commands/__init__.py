"""The commands, one file each: `add` says what may be written, `run` does it and gives the exit status.

They stand at the edge: here, as in `site`, the clock is read and something is printed.
"""

import sys
from pathlib import Path

CLEAN, FOUND, WRONG_USE = 0, 1, 2  # exit status: nothing wrong, errors found, wrong use


def misused(why: str) -> int:
    """Tell what is wrong with the command itself."""
    sys.stderr.write(f"huanjie: {why}\n")
    return WRONG_USE


def put(path: Path, new: bytes) -> None:
    """Put a whole file in place of the old one at once: a kill loses neither."""
    path = path.resolve()  # a link goes on being one
    path.parent.mkdir(parents=True, exist_ok=True)
    beside = path.with_name(f".{path.name}.new")
    beside.write_bytes(new)
    beside.replace(path)
