"""Long lists in parts, a page each with an address that stays, so that no page grows with the records."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Generic, TypeVar

T = TypeVar("T")

MOST = 100  # entries of a list on one page: some 30 KB, and ten screens of a phone
AROUND = 2  # parts on either side of the one that is open that have a link of their own


@dataclass(frozen=True)
class Part(Generic[T]):
    """One part of a list: the address where the list begins, the part's number from 1, of how many, what is in it."""

    origin: str
    number: int
    of: int
    things: tuple[T, ...]

    @property
    def address(self) -> str:
        """The address of the part."""
        return self.place(self.number)

    @property
    def label(self) -> str:
        """The number of the part for the end of a title; "" where it is the only part."""
        return f"（第 {self.number} 页，共 {self.of} 页）" if self.of > 1 else ""

    @property
    def near(self) -> list[int]:
        """The parts that have a link: the first, the last, and those around this part."""
        around = range(self.number - AROUND, self.number + AROUND + 1)
        return [number for number in range(1, self.of + 1) if number in (1, self.of) or number in around]

    def place(self, number: int) -> str:
        """The address of another part of the same list."""
        return self.origin if number == 1 else f"{self.origin}{number}/"


def parts(origin: str, things: Iterable[T], most: int = MOST) -> list[Part[T]]:
    """Cut a list into parts of at most `most`; an empty list gives a single empty part."""
    listed = tuple(things)
    cuts = range(0, max(len(listed), 1), most)
    return [Part(origin, number, len(cuts), listed[cut : cut + most]) for number, cut in enumerate(cuts, 1)]
