"""Leftovers: the clauses of a report that are in none of the fields, so that nothing is dropped.

Only the values of the draft count, not how they were read. A clause is accounted for by long pieces that are part of a
value, by whole values, and by words that say nothing by themselves. A clause with anything else is left over.
"""

import re
from collections.abc import Iterable, Iterator
from functools import cache

from huanjie.imports.reports.words import HAN, words

_SENTENCE = re.compile(r"[^。！？\n]+[。！？]*[”）]?")
_CLAUSE = re.compile(r"[^，；：]+[，；：]?|[，；：]")
_SILENT = re.compile(rf"[^{HAN}A-Za-z0-9]")
_PIECE = 6  # characters that do not stand together twice by chance
_LISTS = ("frames", "says", "between", "tells", "attends", "gatherings", "shows", "decides", "passes", "holds")


def leftovers(text: str, values: Iterable[str]) -> list[str]:
    """The sentences, or clauses of them, with something that is in none of the values; each once."""
    taken = list(dict.fromkeys(_SILENT.sub("", value) for value in values))
    whole = "\n".join(taken)
    short = sorted({re.escape(value) for value in taken if len(value) > 1}, key=len, reverse=True)
    known = re.compile("|".join((*short, _frames())))
    pieces = (_left(sentence, whole, known) for sentence in _SENTENCE.findall(text))
    return list(dict.fromkeys(piece for piece in pieces if piece))


@cache
def _frames() -> str:
    """A pattern of words that say nothing without the names, days and titles of their sentence."""
    cue = (
        r"(?:[一二三四五六七八九十]{1,3}[是要]?要?|第[一二三四五六七八九十]{1,3}要?|(?:首先|其次|再次|最后)要?|\d{1,2})"
    )
    every = {word for name in _LISTS for word in words(name)}
    return "|".join((cue, *sorted(map(re.escape, every), key=len, reverse=True)))


def _left(sentence: str, whole: str, known: re.Pattern[str]) -> str:
    """The clauses of a sentence from the first to the last that is not accounted for; all if that is most."""
    audible = [at for at, character in enumerate(sentence) if not _SILENT.match(character)]
    rest = "".join(_without_pieces("".join(sentence[at] for at in audible), whole))
    rest = known.sub(lambda match: " " * len(match[0]), rest)
    open_at = [at for at, character in zip(audible, rest, strict=True) if character != " "]
    clauses = [
        clause for clause in _CLAUSE.finditer(sentence) if any(clause.start() <= at < clause.end() for at in open_at)
    ]
    if not clauses:
        return ""
    left = sentence[clauses[0].start() : clauses[-1].end()]
    return (sentence if len(left) * 2 > len(sentence) else left).strip()


def _without_pieces(text: str, whole: str) -> Iterator[str]:
    """The text with spaces for each long piece that is part of a value."""
    at = 0
    while at < len(text):
        end = at + _PIECE
        if end > len(text) or text[at:end] not in whole:
            yield text[at]
            at += 1
            continue
        while end < len(text) and text[at : end + 1] in whole:
            end += 1
        yield " " * (end - at)
        at = end
