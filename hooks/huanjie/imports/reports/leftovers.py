"""What of a report is in none of the fields, so that nothing is dropped.

It looks at what the draft holds, not at how it was read: accounted for are long pieces of a sentence that stand in some
value, whole values, and words that say nothing by themselves. The clauses with anything else are given back.
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
    """The sentences, or some clauses of them, of which something is in none of the values; the same one once."""
    kept = list(dict.fromkeys(_SILENT.sub("", value) for value in values))
    whole = "\n".join(kept)
    short = sorted({re.escape(one) for one in kept if len(one) > 1}, key=len, reverse=True)
    known = re.compile("|".join((*short, _frames())))
    found = (_left(sentence, whole, known) for sentence in _SENTENCE.findall(text))
    return list(dict.fromkeys(one for one in found if one))


@cache
def _frames() -> str:
    """Words that say nothing once names, days and titles are taken out of a sentence."""
    cue = (
        r"(?:[一二三四五六七八九十]{1,3}[是要]?要?|第[一二三四五六七八九十]{1,3}要?|(?:首先|其次|再次|最后)要?|\d{1,2})"
    )
    every = {word for name in _LISTS for word in words(name)}
    return "|".join((cue, *sorted(map(re.escape, every), key=len, reverse=True)))


def _left(sentence: str, whole: str, known: re.Pattern[str]) -> str:
    """The clauses of a sentence from the first that is not accounted for to the last; all of it where that is most."""
    said = [at for at, one in enumerate(sentence) if not _SILENT.match(one)]
    rest = "".join(_without_pieces("".join(sentence[at] for at in said), whole))
    rest = known.sub(lambda found: " " * len(found[0]), rest)
    open_at = [at for at, one in zip(said, rest, strict=True) if one != " "]
    clauses = [one for one in _CLAUSE.finditer(sentence) if any(one.start() <= at < one.end() for at in open_at)]
    if not clauses:
        return ""
    left = sentence[clauses[0].start() : clauses[-1].end()]
    return (sentence if len(left) * 2 > len(sentence) else left).strip()


def _without_pieces(said: str, whole: str) -> Iterator[str]:
    """The sentence with spaces for each long piece of it that stands in the values."""
    at = 0
    while at < len(said):
        end = at + _PIECE
        if end > len(said) or said[at:end] not in whole:
            yield said[at]
            at += 1
            continue
        while end < len(said) and said[at : end + 1] in whole:
            end += 1
        yield " " * (end - at)
        at = end
