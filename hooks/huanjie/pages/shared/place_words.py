"""The kinds of place in words: townships, subdistricts, and state farms or the like where there are any."""

from collections.abc import Iterable

from huanjie.model.areas import ELSEWHERE, OTHER, Area

USUAL = "乡镇、街道"
_MOST = 3  # kinds in a heading; of more it says that they are others


def others(areas: Iterable[Area]) -> str:
    """Name the kinds of places that are neither townships nor subdistricts; "" where there are none."""
    elsewhere = [area for area in areas if area.group == OTHER]
    elsewhere.sort(key=lambda area: ELSEWHERE.index(area.sort))
    kinds = list(dict.fromkeys(area.called for area in elsewhere))
    return "、".join(kinds) if len(kinds) <= _MOST else "其他地方"


def place_words(areas: Iterable[Area]) -> str:
    """Name all kinds of places: 乡镇、街道, and 农场 where there is a state farm."""
    return "、".join(filter(None, (USUAL, others(areas))))


def compact(words: str) -> str:
    """The same for a title: 乡镇街道."""
    return words.replace(USUAL, "乡镇街道")


def either(words: str) -> str:
    """The same for a choice: 乡镇或者街道; 乡镇、街道或者农场."""
    before, _, last = words.rpartition("、")
    return f"{before}或者{last}"
