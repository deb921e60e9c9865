"""Random numbers that are the same everywhere: they come from `random()`, which Python promises not to change."""

from collections.abc import Sequence
from random import Random
from typing import TypeVar

T = TypeVar("T")


class Chance:
    """A sequence of random numbers, fixed by the words of its seed."""

    def __init__(self, *seed: object) -> None:
        """Begin a sequence for the subject that the words name, so that a change of one subject moves no other."""
        self._throw = Random("/".join(str(word) for word in seed)).random  # noqa: S311  # nothing secret is made

    def share(self, least: float, most: float) -> float:
        """Draw a fraction between two others."""
        return least + (most - least) * self._throw()

    def between(self, least: int, most: int) -> int:
        """Draw a whole number between two others, both included."""
        return least + int(self._throw() * (most - least + 1))

    def happens(self, share: float) -> bool:
        """Whether an event happens that has this probability."""
        return self._throw() < share

    def pick(self, options: Sequence[T]) -> T:
        """Choose an option."""
        return options[self.between(0, len(options) - 1)]

    def shuffled(self, options: Sequence[T]) -> list[T]:
        """Give the options in another order."""
        keyed = sorted((self._throw(), place) for place in range(len(options)))
        return [options[place] for _, place in keyed]
