"""The stages of a build: what is being done, how far it has come, and at the end where the time went."""

import sys
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import TextIO, TypeVar

T = TypeVar("T")

SHORT = 1.0  # seconds: a stage that is over sooner is not worth a word
STEPS = 10  # plain lines that a long stage writes where there is no terminal


@dataclass
class Stages:
    """Stages in their order, each with its seconds and how many things it handled; `out` gets their progress.

    `between` is called before each stage and each thing of a long one; what it raises ends the work there.
    """

    out: TextIO = field(default_factory=lambda: sys.stderr)
    between: Callable[[], None] = lambda: None
    taken: dict[str, tuple[float, int]] = field(default_factory=dict)

    @contextmanager
    def stage(self, name: str) -> Iterator[None]:
        """Time what is done inside."""
        self.between()
        start = time.perf_counter()
        try:
            yield
        finally:
            self.taken[name] = (time.perf_counter() - start, self.taken.get(name, (0.0, 0))[1])

    def counted(self, name: str, count: int) -> None:
        """Say how many things a stage handled."""
        self.taken[name] = (self.taken.get(name, (0.0, 0))[0], count)

    def each(self, name: str, things: Iterable[T], count: int) -> Iterator[T]:
        """Go through the things of a stage; a long one shows its progress: a bar on a terminal, else a few lines."""
        start, reported = time.perf_counter(), 0
        with self.stage(name):
            for done, thing in enumerate(things, 1):
                yield thing
                self.between()
                gone = time.perf_counter() - start
                if gone > SHORT and done < count and (self.out.isatty() or done * STEPS // count > reported):
                    reported = done * STEPS // count
                    self._tell(f"{name} {done:,}/{count:,}，还要约 {gone / done * (count - done):.0f} 秒")
            if self.out.isatty() and reported:
                self.out.write("\r\x1b[K")
        self.counted(name, count)

    def _tell(self, line: str) -> None:
        self.out.write(f"\r\x1b[K{line}" if self.out.isatty() else f"{line}\n")
        self.out.flush()

    def table(self) -> str:
        """Where the time went: a line for each stage with its seconds, its share, and how many things it handled."""
        whole = sum(seconds for seconds, _ in self.taken.values()) or 1
        lines = [
            f"{seconds:8.2f} 秒 {100 * seconds / whole:5.1f}%  {name}{f'（{count:,}）' if count else ''}"
            for name, (seconds, count) in self.taken.items()
        ]
        return "".join(f"{line}\n" for line in [*lines, f"{whole:8.2f} 秒 100.0%  合计"])
