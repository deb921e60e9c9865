"""What editors' fingers do to good records: a slip takes a file's lines and a seeded chance, and gives broken ones."""

import re
from collections.abc import Callable
from random import Random
from typing import NamedTuple

Lines = list[str]


class Broken(NamedTuple):
    """A broken file, the line on which the finding must stand, and the lines that were meant where those are others."""

    lines: Lines | bytes
    line: int
    meant: Lines | None = None


Slip = Callable[[Lines, Random], Broken | None]

FIELD = re.compile(r"(?P<head>(?: *- )?(?P<indent> *))(?P<key>[a-z_]+): (?P<value>[^\s\"'|>\[{#].*)")
TOP = re.compile(r"^[a-z_]+: [^\s\"'|>\[{#].*")
WORDS = re.compile(r"^(?:title|summary): [^\s\"'|>\[{#].*")
DAY = re.compile(r"(?:^|(?<= ))(?:[a-z_]+: )(\d{4})-(\d\d)-(\d\d)$")
TIME = re.compile(r"(?:begins|ends|opens|closes): (\d\d):(\d\d)$")
COUNT = re.compile(r"(?:due|present|voters|population): (\d+)$")
CHINESE = {"date": "日期", "place": "地点", "source": "来源"}
DIGITS = "〇一二三四五六七八九"


def _chosen(lines: Lines, chance: Random, pattern: re.Pattern[str]) -> tuple[int, re.Match[str]] | None:
    prose = {number for number, line in enumerate(lines) if re.search(r": [|>]", line)}
    ends = min(prose, default=len(lines))  # below it is prose, in which nothing is a slip
    hits = [(number, found) for number, line in enumerate(lines[:ends]) if (found := pattern.search(line))]
    return chance.choice(hits) if hits else None


def _on_a_line(pattern: re.Pattern[str], change: Callable[[re.Match[str], Random], str]) -> Slip:
    """A slip on one line that has the pattern."""

    def slip(lines: Lines, chance: Random) -> Broken | None:
        if not (chosen := _chosen(lines, chance, pattern)):
            return None
        number, found = chosen
        line = lines[number]
        new = line[: found.start()] + change(found, chance) + line[found.end() :]
        return Broken([*lines[:number], new, *lines[number + 1 :]], number + 1)

    return slip


def _in_the_text(more: str) -> Slip:
    """A sign in a text that needs quotes then."""

    def slip(lines: Lines, chance: Random) -> Broken | None:
        if not (chosen := _chosen(lines, chance, WORDS)):
            return None
        number, found = chosen
        key, _, value = found[0].partition(": ")
        broken, meant = (
            [*lines[:number], one, *lines[number + 1 :]] for one in (f"{key}: {value}{more}", f'{key}: "{value}{more}"')
        )
        return Broken(broken, number + 1, meant)

    return slip


def _typo(found: re.Match[str], chance: Random) -> str:
    key = found["key"]
    at = chance.randrange(1, len(key))
    slipped = chance.choice([key[:at] + key[at + 1 :], key[:at] + key[at] + key[at:], key.capitalize(), key.upper()])
    return f"{found['head']}{slipped}: {found['value']}"


def _typed_day(found: re.Match[str], chance: Random) -> str:
    year, month, dom = map(int, found.groups())
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
    ]
    return found[0][: found.start(1) - found.start()] + chance.choice(ways)


def _han(number: int) -> str:
    tens, ones = divmod(number, 10)
    return (DIGITS[tens] if tens > 1 else "") + ("十" if tens else "") + (DIGITS[ones] if ones else "")


def _typed_time(found: re.Match[str], chance: Random) -> str:
    hour, minute = map(int, found.groups())
    half = "上午" if hour < 12 else "下午"
    ways = [f"{half}{(hour - 1) % 12 + 1}时{minute:02}分", f"{hour}点{minute}分", f"{hour}：{minute:02}"]
    return found[0][: found.start(1) - found.start()] + chance.choice(ways)


def _typed_count(found: re.Match[str], chance: Random) -> str:
    wide = found[1].translate(str.maketrans("0123456789", "０１２３４５６７８９"))  # noqa: RUF001  # on purpose
    ways = [f"{found[1]}人", f"{int(found[1]):,}人", wide, f"{found[1]} 名"]
    return found[0][: found.start(1) - found.start()] + chance.choice(ways)


def _deeper(found: re.Match[str], chance: Random) -> str:
    return " " * chance.choice([1, 2, 3]) + found[0]


def _pasted_twice(lines: Lines, chance: Random) -> Broken | None:
    if not (chosen := _chosen(lines, chance, TOP)):
        return None
    number = chosen[0]
    return Broken([*lines[: number + 1], lines[number], *lines[number + 1 :]], number + 2)


def _in_gbk(lines: Lines, chance: Random) -> Broken | None:  # noqa: ARG001  # nothing to choose
    text = "\n".join(lines)
    return Broken(text.encode("gb18030"), next(number for number, line in enumerate(lines, 1) if not line.isascii()))


def _in_utf16(lines: Lines, chance: Random) -> Broken | None:  # noqa: ARG001  # nothing to choose
    return Broken("\n".join(lines).encode("utf-16"), 1)


def _from_a_page(found: re.Match[str], chance: Random) -> str:
    """An invisible character, as web pages have them."""
    at = chance.randrange(len(found["value"]) + 1)
    value = f"{found['value'][:at]}\u200b{found['value'][at:]}"
    return f"{found['head']}{found['key']}: {value}"


SLIPS: dict[str, Slip] = {
    "typo in a key": _on_a_line(FIELD, _typo),
    "full-width colon": _on_a_line(FIELD, lambda found, _: f"{found['head']}{found['key']}：{found['value']}"),
    "no space after the colon": _on_a_line(FIELD, lambda found, _: f"{found['head']}{found['key']}:{found['value']}"),
    "wide space after the colon": _on_a_line(
        FIELD, lambda found, _: f"{found['head']}{found['key']}:\u3000{found['value']}"
    ),
    "no colon": _on_a_line(FIELD, lambda found, _: f"{found['head']}{found['key']} {found['value']}"),
    "wide space before the key": _on_a_line(re.compile("^  (?=[a-z])"), lambda _, __: "\u3000"),
    "too deep": _on_a_line(TOP, _deeper),
    "not deep enough": _on_a_line(re.compile("^    (?=[a-z_]+:)"), lambda _, __: "   "),
    "tab": _on_a_line(re.compile("^  (?=[a-z-])"), lambda _, __: "\t"),
    "dash without a space": _on_a_line(re.compile("^( *)- "), lambda found, _: f"{found[1]}-"),
    "dash from Word": _on_a_line(re.compile("^( *)- "), lambda found, _: f"{found[1]}– "),  # noqa: RUF001  # on purpose
    "colon in the text": _in_the_text("主题: 有关情况"),
    "hash in the text": _in_the_text(" #2 号"),
    "key in Chinese": _on_a_line(re.compile("^(?:date|place|source)(?=: )"), lambda found, _: CHINESE[found[0]]),
    "comma in brackets": _on_a_line(re.compile(r"(?<=people: \[)([^\s,]+), "), lambda found, _: f"{found[1]}、"),
    "bracket left open": _on_a_line(re.compile(r"\]$"), lambda _, __: ""),
    "quote left open": _on_a_line(TOP, lambda found, _: re.sub(": ", ': "', found[0], count=1)),
    "day": _on_a_line(DAY, _typed_day),
    "time": _on_a_line(TIME, _typed_time),
    "count": _on_a_line(COUNT, _typed_count),
    "pasted twice": _pasted_twice,
    "GBK": _in_gbk,
    "UTF-16": _in_utf16,
    "from a web page": _on_a_line(FIELD, _from_a_page),
}
