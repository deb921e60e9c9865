"""Two versions of a file -> a unified diff, fast also for thousands of changed lines.

`difflib` searches the whole file for matches again for each change. Lines that occur once in both versions, in the same
order, split the file into pieces; only the pieces are compared (a patience diff).
"""

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence
from difflib import Match, SequenceMatcher

Lines = Sequence[str]


def diff(before: Lines, after: Lines, was: str, now: str) -> Iterator[str]:
    """The lines of a unified diff, with a line around each change; nothing where nothing changed."""
    for number, group in enumerate(_Matcher(before, after).get_grouped_opcodes(1)):
        if not number:
            yield from (f"--- {was}", f"+++ {now}")
        (_, first, _, begin, _), (_, _, last, _, end) = group[0], group[-1]
        yield f"@@ -{_range(first, last)} +{_range(begin, end)} @@"
        for tag, start, stop, come, go in group:
            if tag == "equal":
                yield from (f" {line}" for line in before[start:stop])
                continue
            yield from (f"-{line}" for line in before[start:stop])
            yield from (f"+{line}" for line in after[come:go])


def _range(start: int, stop: int) -> str:
    """A range of lines in a diff's header, from 1; of no lines, the line before."""
    size = stop - start
    return f"{start + 1}" if size == 1 else f"{start + (1 if size else 0)},{size}"


class _Matcher(SequenceMatcher[str]):
    def __init__(self, before: Lines, after: Lines) -> None:
        super().__init__(None, before, after)
        self._blocks = [*_joined(_matches(before, after)), Match(len(before), len(after), 0)]

    def get_matching_blocks(self) -> list[Match]:
        return self._blocks


def _joined(matches: Iterator[Match]) -> Iterator[Match]:
    """Join matches that touch."""
    a, b, size = 0, 0, 0
    for match in matches:
        if (a + size, b + size) == (match.a, match.b):
            size += match.size
            continue
        if size:
            yield Match(a, b, size)
        a, b, size = match
    if size:
        yield Match(a, b, size)


def _matches(before: Lines, after: Lines) -> Iterator[Match]:
    """Match the lines that occur once, and the pieces between them."""
    a = b = 0
    for at, to in (*_anchors(before, after), (len(before), len(after))):
        for match in SequenceMatcher(None, before[a:at], after[b:to]).get_matching_blocks()[:-1]:
            yield Match(a + match.a, b + match.b, match.size)
        if at < len(before):
            yield Match(at, to, 1)
        a, b = at + 1, to + 1


def _anchors(before: Lines, after: Lines) -> list[tuple[int, int]]:
    """The places in both of lines that occur once in each: the longest row in the same order."""
    counts, others = Counter(before), Counter(after)
    places = {line: at for at, line in enumerate(after) if others[line] == 1}
    pairs = [(at, places[line]) for at, line in enumerate(before) if counts[line] == 1 and line in places]
    ends: list[int] = []  # for each length the smallest place at which a row of so many can end
    heads: list[int] = []  # the number of the pair there
    earlier: list[int] = []  # for each pair the one before it
    for number, (_, to) in enumerate(pairs):
        length = bisect_left(ends, to)
        ends[length : length + 1], heads[length : length + 1] = [to], [number]
        earlier.append(heads[length - 1] if length else -1)
    row: list[tuple[int, int]] = []
    number = heads[-1] if heads else -1
    while number >= 0:
        row.append(pairs[number])
        number = earlier[number]
    return row[::-1]
