"""The commands, one file each: `add` says what may be written, `run` does it and gives the exit status.

They stand at the edge: here, as in `site`, the clock is read and something is printed.
"""

import sys

CLEAN, FOUND, WRONG_USE = 0, 1, 2  # exit status: nothing wrong, errors found, wrong use


def misused(why: str) -> int:
    """Tell what is wrong with the command itself."""
    sys.stderr.write(f"huanjie: {why}\n")
    return WRONG_USE
