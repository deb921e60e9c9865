"""What a target of the fuzzing is."""

import random
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

Attempt = Callable[[bytes], None]


class WrongError(Exception):
    """What was tried ended in another way than it may."""


@dataclass(frozen=True)
class Target:
    """One thing that is tried.

    `begin` is given an empty folder and gives the attempt, which takes the bytes of a case and raises where more goes
    wrong than may; `make` makes such bytes; `cases` is how many of them the tests try.
    """

    name: str
    begin: Callable[[Path], Attempt]
    make: Callable[[random.Random], bytes]
    cases: int

    def case(self, seed: str, number: int) -> bytes:
        """The same bytes for the same seed and number, on every machine."""
        return self.make(random.Random(f"{seed} {self.name} {number}"))  # noqa: S311  # nothing is kept secret by it
