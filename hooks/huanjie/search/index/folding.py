"""Text as it is compared: what people write in several ways becomes one. The reader's script does the same to a query.

`fold` here and `fold` in `search.js` are held to the same results by a test.
"""

import re
import unicodedata
from functools import cache

from huanjie.chinese import traditional
from huanjie.search.index.normalization import Own, patterns

_FIGURES = "零一二三四五六七八九"
_UNITS = {"十": 10, "百": 100, "千": 1000}
_COUNTED = "名人天日月年条款项票组届次个岁倍号级时点分"
_NUMERAL = re.compile(rf"(第?)([零〇一二三四五六七八九十百千两]+)([{_COUNTED}]?)")
_NOT_BEFORE_ONE = "统唯同专单万"  # before 一: 统一组织 is not "统" and one group


@cache
def _compiled(own: Own) -> list[list[tuple[re.Pattern[str], str]]]:
    return [
        [(re.compile(pattern), re.sub(r"\$(\d)", r"\\g<\1>", stands)) for pattern, stands in group]
        for group in patterns(own)
    ]


@cache
def _traditional() -> re.Pattern[str]:
    return re.compile(f"[{''.join(map(chr, traditional()))}]")


def fold(text: str, own: Own = ()) -> str:
    """Give the text as it is compared."""
    signs, words = _compiled(own)
    text = unicodedata.normalize("NFKC", text).lower()
    if _traditional().search(text):  # nearly no text: this takes a tenth of the time
        text = text.translate(traditional())
    for pattern, stands in signs:
        text = pattern.sub(stands, text)
    text = _NUMERAL.sub(_fold_numeral, text)
    for pattern, stands in words:
        text = pattern.sub(stands, text)
    return text


def _fold_numeral(match: re.Match[str]) -> str:
    ordinal, numeral, counted = match.groups()
    before = match.string[match.start() - 1 : match.start()]
    alone = len(numeral) == 1 and not ordinal
    if (alone and not counted) or (numeral == "一" and before and before in _NOT_BEFORE_ONE):
        return match[0]
    value = _value(numeral, counted=bool(ordinal or counted))
    return match[0] if value is None else f"{ordinal}{value}{counted}"


def _value(numeral: str, *, counted: bool) -> str | None:
    """Read a numeral: 二十八, 一百零二, 两, 二〇二六; None for what is none, such as the 三五 of 三五成群."""
    numeral = numeral.replace("〇", "零").replace("两", "二")
    if not any(unit in numeral for unit in _UNITS):
        certain = len(numeral) >= 4 or (counted and len(numeral) == 1)  # noqa: PLR2004  # a year
        return "".join(str(_FIGURES.index(character)) for character in numeral) if certain else None
    total, digit, last = 0, "", 10_000
    for character in numeral:
        size = _UNITS.get(character, 1)
        if size == 1:
            if digit not in ("", "零"):
                return None
            digit = character
        elif size >= last or (not digit and (total or size > 10)):  # noqa: PLR2004  # 十 alone is 10, 百 is none
            return None
        else:
            total, digit, last = total + size * _FIGURES.index(digit or "一"), "", size
    return str(total + (_FIGURES.index(digit) if digit else 0))
