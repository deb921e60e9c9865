"""Folded text -> terms, the keys of the index: pairs of characters, words, numbers, and how names sound."""

import re
from collections.abc import Iterator
from functools import cache
from itertools import pairwise, product

from huanjie.chinese import daily, readings
from huanjie.search.index.normalization import HAN
from huanjie.search.index.words import long_words

_RUN = re.compile(rf"[{HAN}]+|[a-z0-9]+")
_DAY = re.compile(r"(\d{1,2}月\d{1,2})日")
_CITED = re.compile(r"([\u4e00-\u9fff]{2}法|细则|规定)第(\d+)条")
_ONCE = re.compile(_CITED.pattern + r"\((\d{4})年版\)")  # the number that an article had
SOUND, INITIAL, AROUND = "'", "`", "_"  # what stands before terms that are no part of the text


def terms(text: str) -> set[str]:
    """Overlapping pairs of Chinese characters, words of the field, numbers with what they count, days, articles."""
    keys: set[str] = {*_DAY.findall(text), *map("".join, _CITED.findall(text)), *long_words(text)}
    for law, number, year in _ONCE.findall(text):
        keys.update((f"旧{law}{number}", f"{year}{law}{number}"))
    for run in _RUN.finditer(text):
        word = run[0]
        if word[0] > "\u2fff":
            keys.update(map("".join, pairwise(word)))
        else:
            keys.add(word)
            after = text[run.end() : run.end() + 1]
            if (after > "\u2fff" or after == "%") and word.isdigit():
                keys.add(word + after)
    return keys


def name_terms(text: str) -> set[str]:
    """More terms for names and titles: single characters, pairs around a character, and how the pairs are spoken.

    Pairs around a character find a name that was typed with one character wrong, missing or too many.
    """
    keys = set(text) & readings().keys()
    for run in _RUN.findall(text):
        if run[0] > "\u2fff":
            keys.update(AROUND + first + second for first, second in zip(run, run[2:], strict=False))
            keys.update(spoken(run))
    return keys


def spoken(run: str) -> Iterator[str]:
    """The pairs of a run of characters as they sound, and by the first letters of that."""
    sounds = [readings().get(character, ()) for character in run]
    for both in pairwise(sounds):
        for first, second in product(*both):
            yield f"{SOUND}{first}{SOUND}{second}"
            yield f"{INITIAL}{first[0]}{second[0]}"


def shard_of(term: str, count: int) -> int:
    """The shard of a term; the reader's script computes the same.

    All that may be meant by a pair of characters in a name lies where the first of them is spoken.
    """
    key = term
    if term[0] == SOUND:
        key = term[1 : term.index(SOUND, 1)]
    elif term[0] == AROUND:
        key = _sound(term[1])
    number = 0
    for character in key:
        number = (number * 31 + ord(character)) % 2**32
    return number % count


@cache
def _sound(character: str) -> str:
    return next((syllable for syllable, characters in daily().items() if character in characters), character)
