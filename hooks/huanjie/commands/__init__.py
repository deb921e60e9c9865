"""The commands, one file each: `add` says what may be written, `run` does it and gives the exit status.

They stand at the edge: here, as in `site`, the clock is read and something is printed.
"""

import sys

from huanjie import escaping

CLEAN, FOUND, WRONG_USE = 0, 1, 2  # exit status: nothing wrong, errors found, wrong use


def say(*texts: str) -> None:
    """Tell people something, with line ends: whatever of it was typed or read, the terminal only shows it."""
    sys.stdout.writelines(map(escaping.lines, texts))
    sys.stdout.flush()  # a question waits for its answer behind it


def hand_over(text: str) -> None:
    """Give programs what was escaped for them: JSON, annotations."""
    sys.stdout.write(text)


def complain(why: str) -> None:
    """Tell in a line why something cannot be done."""
    sys.stderr.write(f"{escaping.line(why)}\n")


def misused(why: str) -> int:
    """Tell what is wrong with the command itself."""
    complain(f"huanjie: {why}")
    return WRONG_USE
