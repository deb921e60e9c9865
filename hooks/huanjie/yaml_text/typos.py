"""A mistyped word -> the known word that is one slip of the finger away, where that is certain.

A hint may guess, a change to a file may not. So only a slip counts: a letter left out, doubled, swapped with the next,
or struck on the key beside it. Digits are never slips: 2016-05-31 is another day, and county-9 another place.
"""

import re
import unicodedata
from collections.abc import Iterable

SHORTEST = 3  # letters; too many words are similar to a shorter one
_LONG = 6  # letters of a word in which any one letter may be wrong or too many
_KEYS = ("1234567890-", "qwertyuiop", "asdfghjkl", "zxcvbnm")
# Words that mean something by themselves, and are one slip away from a field.
_WORDS = re.compile(
    "are|art|char|contract|county|court|days|die|even|hair|halt|have|how|indented|init|let|list|"
    "lost|may|nit|not|now|ours|paren|parity|part|patent|police|preset|prevent|preview|prints|quit|"
    "quite|reused|reword|say|selected|series|server|servers|sets|shot|soft|test|them|tile|torn|"
    "util|waiter|way|who|wort"
)


def slip_of(typed: str, known: Iterable[str]) -> str | None:
    """Give the only known word that may be meant; None where there is none, or more than one."""
    plain = unicodedata.normalize("NFKC", typed).strip().lower().replace("-", "_")
    words = {word: word.lower().replace("-", "_") for word in known}
    same = [word for word, form in words.items() if form == plain]
    if same:
        return same[0]
    if len(plain) < SHORTEST or _WORDS.fullmatch(plain):
        return None
    slips = [word for word, form in words.items() if len(form) >= SHORTEST and _is_slip(plain, form)]
    return slips[0] if len(slips) == 1 else None


def _is_slip(typed: str, word: str) -> bool:
    if abs(len(typed) - len(word)) > 1 or _digits(typed) != _digits(word):
        return False
    same = next((at for at, pair in enumerate(zip(typed, word, strict=False)) if len({*pair}) > 1), -1)
    start = min(len(typed), len(word)) if same < 0 else same
    left, right = typed[start:], word[start:]
    if len(typed) < len(word):
        return left == right[1:]  # left out
    if len(typed) > len(word):
        return left[1:] == right and (len(word) >= _LONG or _beside(left[0], word[max(0, start - 1) : start + 1]))
    swapped = left[:2] == right[:2][::-1] and left[2:] == right[2:]
    return swapped or (left[1:] == right[1:] and (len(word) >= _LONG or _beside(left[0], right[0])))


def _digits(word: str) -> str:
    return "".join(filter(str.isdigit, word))


def _beside(key: str, others: str) -> bool:
    """Whether a key is one of some others, or lies beside one."""
    (row, column), *places = (_place(character) for character in key + others)
    return any(abs(row - other_row) <= 1 and abs(column - other_column) <= 1 for other_row, other_column in places)


def _place(key: str) -> tuple[int, int]:
    """The row and the column of a key."""
    return next(((number, row.index(key)) for number, row in enumerate(_KEYS) if key in row), (-9, ord(key)))
