"""`make fuzz`: goes through all targets again and again until the time is over.

python -m tests.fuzz [SECONDS [SEED [TARGET ...]]]
"""

import secrets
import sys
from time import monotonic

from tests.fuzz.runner import failures
from tests.fuzz.targets import TARGETS

SECONDS = 600


def main(seconds: float, seed: str, names: list[str]) -> int:
    """Try new cases until the time is over; gives 1 where one failed."""
    sys.stdout.write(f"seed {seed}\n")
    end, wrong = monotonic() + seconds, 0
    tried = dict.fromkeys(names, 0)
    while monotonic() < end:
        for target in (TARGETS[name] for name in names):
            if monotonic() >= end:
                break
            last = tried[target.name] + max(1, target.cases // 4)
            for failure in failures(target, seed, tried[target.name], last):
                sys.stdout.write(f"\n{failure.text}kept: {failure.keep()}\n")
                sys.stdout.flush()
                wrong += 1
            tried[target.name] = last
    sys.stdout.write(f"{', '.join(f'{name} {count}' for name, count in tried.items())}: {wrong} failed, seed {seed}\n")
    return 1 if wrong else 0


if __name__ == "__main__":
    given = sys.argv[1:]
    sys.exit(
        main(
            float(given[0]) if given else SECONDS,
            given[1] if given[1:] else secrets.token_hex(4),
            given[2:] or [*TARGETS],
        )
    )
