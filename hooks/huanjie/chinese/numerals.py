"""Chinese numerals as statutes write them: 28 is 二十八, and people type 第28条 as well as 第二十八条."""

import re

_DIGITS = "零一二三四五六七八九"
_UNITS = ((100, "百"), (10, "十"))
NUMERAL = r"[0-9０-９零〇一二三四五六七八九十百两]+"  # noqa: RUF001  # full-width figures are typed
_WIDE = str.maketrans("０１２３４５６７８９〇两", "0123456789零二")  # as above


def chinese(number: int) -> str:
    """Write a number from 1 to 999 as statutes do; raises ValueError outside."""
    if not 0 < number < 1000:  # noqa: PLR2004  # no statute has a thousand articles but the Civil Code
        raise ValueError(number)
    text, rest = "", number
    for size, unit in _UNITS:
        digit, rest = divmod(rest, size)
        if digit:
            text += _DIGITS[digit] + unit
        elif text and rest:
            text += "零"
    text += _DIGITS[rest] if rest else ""
    return re.sub(r"^一十", "十", re.sub(r"零+", "零", text))


def arabic(text: str) -> int | None:
    """Read a numeral in Chinese or Arabic figures; None for what is none."""
    text = text.translate(_WIDE)
    if re.fullmatch(r"[0-9]{1,4}", text):
        return int(text)
    match = re.fullmatch(
        r"(?:(?P<hundreds>[一二三四五六七八九])百)?零?(?:(?P<tens>[一二三四五六七八九])?(?P<ten>十))?(?P<ones>[一二三四五六七八九])?",
        text,
    )
    if not text or not match:
        return None
    tens = _DIGITS.index(match["tens"] or "一") if match["ten"] else 0
    return 100 * _DIGITS.index(match["hundreds"] or "零") + 10 * tens + _DIGITS.index(match["ones"] or "零") or None
