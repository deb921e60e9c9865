"""Chance that falls the same way everywhere: it is built on `random()`, which Python promises not to change."""

from collections.abc import Sequence
from random import Random
from typing import TypeVar

T = TypeVar("T")


class Chance:
    """A row of throws, fixed by the words that it is made from."""

    def __init__(self, *seed: object) -> None:
        """Start a row of its own for what the words name, so that a change in one place moves nothing elsewhere."""
        self._throw = Random("/".join(str(word) for word in seed)).random  # noqa: S311  # nothing secret is made

    def share(self, least: float, most: float) -> float:
        """A fraction between two others."""
        return least + (most - least) * self._throw()

    def between(self, least: int, most: int) -> int:
        """A whole number between two others, both included."""
        return least + int(self._throw() * (most - least + 1))

    def happens(self, share: float) -> bool:
        """Whether something happens that happens in a share of all cases."""
        return self._throw() < share

    def pick(self, several: Sequence[T]) -> T:
        """One of several."""
        return several[self.between(0, len(several) - 1)]

    def shuffled(self, several: Sequence[T]) -> list[T]:
        """All of them in another order."""
        keyed = sorted((self._throw(), place) for place in range(len(several)))
        return [several[place] for _, place in keyed]
