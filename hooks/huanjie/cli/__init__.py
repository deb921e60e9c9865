"""The commands, a file each: `add` declares the arguments, `run` does the work and gives the exit status.

They are the edge: here, as in `site`, the clock is read and something is printed.
"""

import os
import sys
import traceback

from huanjie.findings import escaping
from huanjie.system.inside import FailedError, NotWrittenError

# The exit status of every command; README.md has the table.
CLEAN = 0  # nothing is wrong
FOUND = 1  # records are wrong, or with --strict doubtful
WRONG_USE = 2  # the command or the configuration is wrong
COULD_NOT = 3  # the system could not: disk, permission, port, memory
OUR_FAULT = 4  # this program has a fault
INTERRUPTED = 130  # somebody pressed Ctrl+C

DEBUG = "HUANJIE_DEBUG"  # the environment variable that asks for tracebacks


def say(*texts: str) -> None:
    """Print texts for people: whatever of them was typed or read, the terminal only shows it."""
    sys.stdout.writelines(map(escaping.lines, texts))
    sys.stdout.flush()  # a question waits for its answer behind it


def hand_over(text: str) -> None:
    """Give programs what was escaped for them: JSON, annotations."""
    sys.stdout.write(text)


def complain(why: str) -> None:
    """Print on standard error, in a line, why something cannot be done."""
    sys.stderr.write(f"{escaping.line(why)}\n")


def usage_error(why: str) -> int:
    """Print what is wrong with the command itself, and give the exit status."""
    complain(f"huanjie: {why}")
    return WRONG_USE


def could_not(why: str) -> int:
    """Print what the system could not do, and give the exit status."""
    complain(f"huanjie: {why}")
    if os.environ.get(DEBUG):
        traceback.print_exc()
    return COULD_NOT


def tell(why: NotWrittenError) -> int:
    """Print why a file was not written, and give the exit status."""
    return (could_not if isinstance(why, FailedError) else usage_error)(str(why))
