"""The states of the pages of a finished site, and of its search index, saved between runs."""

import pickle
from collections.abc import Mapping
from itertools import count
from pathlib import Path

from huanjie.content.cache import ReadingCache
from huanjie.site.writer import PageState

PIECE = 10_000  # pages of which it is written down at a time: that of 100,000 took a gigabyte


def remember(cache: ReadingCache, target: Path, known: Mapping[str, PageState], indexed: bytes) -> None:
    """Save the states, in pieces; the last piece is not full."""
    states = list(known.values())
    for number, first in enumerate(range(0, len(states) + 1, PIECE)):
        piece = pickle.dumps((states[first : first + PIECE], indexed), pickle.HIGHEST_PROTOCOL)
        cache.remember(_name(target, number), piece)


def recall(cache: ReadingCache, target: Path) -> tuple[dict[str, PageState], bytes]:
    """Read the states that the last run saved of a site; none where it saved none."""
    known: dict[str, PageState] = {}
    indexed = b""
    for number in count():
        saved = cache.recall(_name(target, number))
        states, indexed = pickle.loads(saved) if saved else ((), indexed)  # noqa: S301  # our own, made by this code
        known |= {state.address: state for state in states}
        if len(states) < PIECE:
            break
    return known, indexed


def _name(target: Path, number: int) -> str:
    return f"made {number} {target.absolute()}"
