"""Places that cannot be read: runs of characters that no Chinese report has, such as ㄇ刂輩^ or 锟斤拷.

Many come from a lost byte: from there on every character is made of the halves of two. Where a shift by one byte gives
everyday characters, the reason names them as a guess; the text itself is never changed by a guess.
"""

import re
from dataclasses import dataclass

from huanjie.chinese import everyday, traditional

HOLE = "\ue000-\uf8ff"  # as a range of characters in a pattern; the first stands for the first hole
_STRANGE = re.compile(
    "[\u3100-\u312f\u31a0-\u31bf\uff61-\uff9f\u2e80-\u2fdf\u3040-\u30ff\ue000-\uf8ff\ufffd□■�]|锟斤拷|锟斤|斤拷|烫烫|屯屯屯"
)
_HAN = re.compile("[\u3400-\u9fff]")
_CLINGS = re.compile("[a-zA-Z^~`|\\\\{}]")  # second halves of characters, beside strange ones
_STOPS = "，。；：、,;:（）()"
_WIDE = str.maketrans(",;:()", "，；：（）")
_FARTHEST = 4  # characters that look like any others before a half that clings
_REACH = 2  # characters between two strange ones that are as strange


@dataclass(frozen=True)
class Hole:
    """An unreadable place: what was read, and what it may have been."""

    read: str
    guess: str = ""

    @property
    def why(self) -> str:
        """The reason, for the mark."""
        if self.guess:
            return f"读到“{self.read}”，像是丢了半个字；往回推像“{self.guess}”，不一定对，请看原件"
        return f"读到“{self.read}”，读不出是什么字，请看原件"


def holes(text: str, most: int) -> tuple[str, dict[str, Hole]]:
    """Replace each unreadable run by a character of the private use area."""
    by_sign: dict[str, Hole] = {}
    parts, last = [], 0
    for start, stop in _runs(text)[:most]:
        begin, end, guess = _pushed_back(text, start, stop)
        if begin < last:
            continue  # the run before reached into this one
        sign = chr(ord(HOLE[0]) + len(by_sign))
        by_sign[sign] = Hole(_printable(text[begin:end]), guess)
        parts += [_no_holes(text[last:begin]), sign]
        last = end
    return "".join((*parts, _no_holes(text[last:]))), by_sign


def _no_holes(text: str) -> str:
    """Text that has none of the characters which stand for holes."""
    return re.sub(f"[{HOLE}]", "\ufffd", text)


def _printable(text: str) -> str:
    """The run as it can be shown: a character that no font has becomes □."""
    return "".join(
        character if character.isprintable() and not re.match(f"[{HOLE}]", character) else "□" for character in text
    )


def _runs(text: str) -> list[tuple[int, int]]:
    """The runs of strange characters, near ones joined; a rare character by itself may be part of a name."""
    certain = {at for match in _STRANGE.finditer(text) for at in range(*match.span())}
    rare = {at for at, character in enumerate(text) if _HAN.match(character) and not _known(character)}
    runs: list[list[int]] = []
    for at in sorted(certain | rare):
        if runs and at - runs[-1][1] <= _REACH and "\n" not in text[runs[-1][1] : at]:
            runs[-1][1] = at + 1
        else:
            runs.append([at, at + 1])
    return [
        _with_halves(text, start, end)
        for start, end in runs
        if certain & {*range(start, end)} or len(rare & {*range(start, end)}) > 1
    ]


def _known(character: str) -> bool:
    """Whether a character is in GB 2312 at all, or the traditional form of one that is."""
    return everyday(character) or bool(character.encode("gb2312", "ignore"))


def _with_halves(text: str, start: int, end: int) -> tuple[int, int]:
    while start and _CLINGS.match(text[start - 1]):
        start -= 1
    while end < len(text) and _CLINGS.match(text[end]):
        end += 1
    return start, end


def _pushed_back(text: str, start: int, end: int) -> tuple[int, int, str]:
    """Begin and end of a run, and a guess at its text by reading its bytes from the second on."""
    for stop in range(end, min(end + 1 + _FARTHEST, len(text))):
        for begin in (start - 1, start):
            if begin < 0 or (begin < start and text[begin] not in _STOPS) or "\n" in text[begin:stop]:
                continue
            run = text[begin:stop].translate(_WIDE)
            try:
                guess = run.encode("gbk")[1:].decode("gbk").translate(traditional())
            except UnicodeError:
                continue
            if all(everyday(character) or character in _STOPS for character in guess):
                return begin, stop, guess
    return start, end, ""
