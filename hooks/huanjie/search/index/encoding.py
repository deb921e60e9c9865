"""Lists of documents, and Chinese text, in few printable characters: JavaScript strings without a backslash."""

from collections import Counter
from collections.abc import Iterable, Sequence

# All that is printable but space, ", <, \ and |, which separates entries.
SIGNS = "".join(chr(code) for code in range(33, 127) if chr(code) not in '"<\\|')
PLACES = len(SIGNS)  # a place takes one sign
_HALF = len(SIGNS) // 2
_PAIRS = [[step + place for place in SIGNS] for step in SIGNS[:_HALF]]
AGAIN, FIRST, WORTH = "\x02", 0xE000, 5  # a line again: which one, counted from a private character
SINGLE = 58  # that many characters of a text take one sign, the others two
# As the manifest has it, for the reader's script.
TABLE = {"signs": SIGNS, "single": SINGLE, "again": AGAIN, "first": FIRST}


def packed(documents: Iterable[int]) -> str:
    """Write documents, each as number * PLACES + place, ascending: the step from the one before, then the place."""
    signs, last = [], -1
    for code in documents:
        document, place = divmod(code, PLACES)
        step = document - last - 1
        while step >= _HALF:
            step, rest = divmod(step, _HALF)
            signs.append(SIGNS[_HALF + rest])
            step -= 1
        signs.append(_PAIRS[step][place])
        last = document
    return "".join(signs)


def shortened(texts: Sequence[str]) -> tuple[str, list[str]]:
    """Write texts with an alphabet of their own, the most frequent characters first; gives the alphabet too.

    Chinese takes 3 bytes a character in UTF-8; so it takes 1.6, and as much after compression.
    """
    texts = _without_repeats(texts)
    counts = Counter("".join(texts))
    alphabet = "".join(sorted(counts, key=lambda character: (-counts[character], character)))
    room = SINGLE + (len(SIGNS) - SINGLE) * len(SIGNS)
    codes = {ord(character): _code(place) for place, character in enumerate(alphabet[:room])}
    codes |= {
        ord(character): _code(room - 1) for character in alphabet[room:]
    }  # never reached: a few pages have fewer characters
    return alphabet[:room], [text.translate(codes) for text in texts]


def _without_repeats(texts: Sequence[str]) -> list[str]:
    """Put a sign in place of each line that came before: pages of a kind have many lines in common."""
    lines: dict[str, int] = {}
    shorter = []
    for text in texts:
        written = []
        for line in text.split("\n"):
            before = lines.get(line) if len(line) >= WORTH else None
            lines.setdefault(line, len(lines))
            written.append(line if before is None else AGAIN + chr(FIRST + before))
        shorter.append("\n".join(written))
    return shorter


def _code(place: int) -> str:
    if place < SINGLE:
        return SIGNS[place]
    first, second = divmod(place - SINGLE, len(SIGNS))
    return SIGNS[SINGLE + first] + SIGNS[second]
