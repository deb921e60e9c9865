"""Tries cases in a process of its own, under a limit of time and memory for each.

    python -m tests.fuzz.worker TARGET SEED FIRST LAST    or    python -m tests.fuzz.worker TARGET FILE

It says the number of a case before it begins with it and ends at the first that fails, so that whoever started it knows
which one that was, whatever became of this process.
"""

import faulthandler
import gc
import resource
import signal
import sys
import tempfile
from collections.abc import Iterable
from pathlib import Path

from tests.fuzz.target import Target
from tests.fuzz.targets import TARGETS

SECONDS, BYTES = 5, 500_000_000
_UNIT = 1024  # of what the system says of memory


class TooMuchError(Exception):
    """A process that was started for a case took more than it may."""


def tried(target: Target, cases: Iterable[tuple[int, bytes]]) -> None:
    """Try each case; raises what it raised. A process that takes too long is ended by the system, wherever it is."""
    faulthandler.register(signal.SIGXCPU, chain=True)
    with tempfile.TemporaryDirectory() as folder:
        attempt = target.begin(Path(folder))
        for number, case in cases:
            sys.stdout.write(f"{number}\n")
            sys.stdout.flush()
            _limited()
            before = _seconds(resource.getrusage(resource.RUSAGE_CHILDREN))
            attempt(case)
            used = resource.getrusage(resource.RUSAGE_CHILDREN)  # the memory is that of the largest of all
            if _seconds(used) - before > SECONDS or used.ru_maxrss * _UNIT > BYTES:
                raise TooMuchError(used)
            gc.collect()


def _limited() -> None:
    """Allow the next case 5 s of the processor's time and 500 MB more than there are now."""
    used = resource.getrusage(resource.RUSAGE_SELF)
    _, most = resource.getrlimit(resource.RLIMIT_CPU)
    resource.setrlimit(resource.RLIMIT_CPU, (int(used.ru_utime + used.ru_stime) + SECONDS + 1, most))
    _, most = resource.getrlimit(resource.RLIMIT_AS)
    pages = int(Path("/proc/self/statm").read_text("ascii").split()[0])
    resource.setrlimit(resource.RLIMIT_AS, (pages * resource.getpagesize() + BYTES, most))


def _seconds(used: resource.struct_rusage) -> float:
    return used.ru_utime + used.ru_stime


if __name__ == "__main__":
    target, arguments = TARGETS[sys.argv[1]], sys.argv[2:]
    if len(arguments) == 1:
        tried(target, [(0, Path(arguments[0]).read_bytes())])
    else:
        seed, first, last = arguments
        tried(target, ((number, target.case(seed, number)) for number in range(int(first), int(last))))
