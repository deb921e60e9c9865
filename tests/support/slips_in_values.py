"""Slips within a value or a key: a match of the line and a seeded chance -> the text that a hurried editor types."""

import re
from datetime import date
from random import Random

DIGITS = "〇一二三四五六七八九"


def typo(match: re.Match[str], chance: Random) -> str:
    key = match["key"]
    at = chance.randrange(1, len(key))
    slipped = chance.choice([key[:at] + key[at + 1 :], key[:at] + key[at] + key[at:], key.capitalize(), key.upper()])
    return f"{match['head']}{slipped}: {match['value']}"


def typed_day(match: re.Match[str], chance: Random) -> str:
    year, month, dom = map(int, match.groups())
    han = "".join(DIGITS[int(digit)] for digit in str(year))
    ways = [
        f"{year}年{month}月{dom}日",
        f"{year}.{month}.{dom}",
        f"{year % 100}.{month}.{dom}",
        f"{year}/{month}/{dom}",
        f"{year}{month:02}{dom:02}",
        f"{han}年{_han(month)}月{_han(dom)}日",
        f"{year}－{month:02}－{dom:02}",  # noqa: RUF001  # a full-width hyphen
        f"{year}年{month}月{dom}号",
        f"{year}年{month}月{dom}日（星期三）",
        str((date(year, month, dom) - date(1899, 12, 30)).days),  # as a spreadsheet counts days
    ]
    return match[0][: match.start(1) - match.start()] + chance.choice(ways)


def _han(number: int) -> str:
    tens, ones = divmod(number, 10)
    return (DIGITS[tens] if tens > 1 else "") + ("十" if tens else "") + (DIGITS[ones] if ones else "")


def typed_time(match: re.Match[str], chance: Random) -> str:
    hour, minute = map(int, match.groups())
    half = "上午" if hour < 12 else "下午"
    ways = [f"{half}{(hour - 1) % 12 + 1}时{minute:02}分", f"{hour}点{minute}分", f"{hour}：{minute:02}"]
    return match[0][: match.start(1) - match.start()] + chance.choice(ways)


def typed_count(match: re.Match[str], chance: Random) -> str:
    wide = match[1].translate(str.maketrans("0123456789", "０１２３４５６７８９"))  # noqa: RUF001  # on purpose
    ways = [f"{match[1]}人", f"{int(match[1]):,}人", wide, f"{match[1]} 名"]
    return match[0][: match.start(1) - match.start()] + chance.choice(ways)


def deeper(match: re.Match[str], chance: Random) -> str:
    return " " * chance.choice([1, 2, 3]) + match[0]


def from_a_page(match: re.Match[str], chance: Random) -> str:
    """An invisible character, as web pages have them."""
    at = chance.randrange(len(match["value"]) + 1)
    value = f"{match['value'][:at]}\u200b{match['value'][at:]}"
    return f"{match['head']}{match['key']}: {value}"
