"""Faults that a line shows by itself: lines that libyaml takes for something else.

`enclosed` are the lines inside quotes or block text, where nothing is a fault.
"""

import re
from collections.abc import Container, Iterator

from huanjie.yaml_text.values import Fault, Fix, Place, shorten

_BAD_COLON = re.compile(
    r"^ *(?:- +)*(?P<key>[A-Za-z_][A-Za-z0-9_-]*) *(?P<colon>：|:(?!//)(?=[^\s])|:(?=[\u00a0\u3000]))"
)
_WIDE_INDENT = re.compile(r" *(?P<slip>[\u00a0\u3000]+) *(?:- +)*[a-z_]+ *[:：]")  # offices type both colons
_SWALLOWED = re.compile(r"( *)([-—–－·•●]) +(?=\S)")  # noqa: RUF001  # what is pasted from Word
_DASH = re.compile("( *)- ")
NEAR = 50  # lines to search for the item above; in a whole file of such lines the search would take minutes
_GLUED = re.compile(r"-(?=[^\s-])|[—–－·•●](?P<spaced> )?")  # noqa: RUF001  # the same
_CUT = re.compile(
    r" *(?:- +)*(?:[A-Za-z_][\w-]*: +|(?!- |[A-Za-z_][\w-]*:))(?P<value>[^\s\"'#|>\[{].*? "
    r"(?P<cut>#[^\s#](?:(?! #).)*))(?: +#.*)?"
)


def bad_colons(file: str, text: str, enclosed: Container[int]) -> Iterator[Fault]:
    """Find keys whose colon is full-width or has no space after it: YAML takes such a line for plain text."""
    for number, line in enumerate(text.split("\n"), 1):
        if number in enclosed or not (match := _BAD_COLON.match(line)):
            continue
        key, width = match["key"], match.end() - match.start("key")
        at = Place(file, number, match.start("key") + 1, width)
        right = f"请改成“{shorten(key)}: ”，半角冒号加一个空格；是文字的话请放进半角双引号"
        rest = line[match.end() :].lstrip()  # wide spaces too
        whole = at._replace(length=len(line) - len(rest) - match.start("key"))
        fixes = (Fix(whole, f"{key}: " if rest else f"{key}:"),)
        if match["colon"] == "：":
            yield Fault("S106", at, f"“{shorten(key)}”后面是全角冒号“：”", right, fixes)
        else:
            wide = line[match.end() : match.end() + 1] in ("\u3000", "\u00a0")
            wrong = f"“{shorten(key)}:”后面是全角空格" if wide else f"“{shorten(key)}:”后面没有空格"
            yield Fault("S107", at, wrong, right, fixes)


def wide_indents(file: str, text: str, enclosed: Container[int]) -> Iterator[Fault]:
    """Find fields behind wide spaces, which YAML takes as a part of the name."""
    for number, line in enumerate(text.split("\n"), 1):
        if number not in enclosed and (match := _WIDE_INDENT.match(line)):
            at = Place(file, number, match.start("slip") + 1, len(match["slip"]))
            fix = Fix(at, match["slip"].replace("\u3000", "  ").replace("\u00a0", " "))
            yield Fault("S118", at, "行首用了全角空格", "缩进请用半角空格，每层两个", (fix,))


def swallowed(file: str, lines: list[str], first: int, last: int, start: int) -> Iterator[Fault]:
    """Find items that libyaml took as more text of the item above; or that item, if its dash is wrong."""
    begins = lines[first - 1][start:]
    if (glued := _GLUED.match(begins)) and _SWALLOWED.match(lines[first]):
        at = Place(file, first, start + 1, 1)
        fix = Fix(at, "-" if glued["spaced"] else "- ")
        right = "请写成“- 内容”：半角连字符加一个空格"
        yield Fault("S117", at, f"“{shorten(begins)}”没有成为列表的一条", right, (fix,))
        return
    for number in range(first, min(last + 1, len(lines))):
        line = lines[number]
        if not (match := _SWALLOWED.match(line)):
            continue
        above = (_DASH.match(lines[place]) for place in range(number - 1, max(number - NEAR, 0) - 1, -1))
        if dash := next(filter(None, above), None):
            at = Place(file, number + 1, match.start(2) + 1, 1)
            fix = Fix(Place(file, number + 1), f"{dash[1]}- {line[match.end() :]}")
            wrong = f"“{shorten(line.strip())}”接到了上一条后面"
            yield Fault("S117", at, wrong, "请以“- ”开头，与上一条的“- ”对齐", (fix,))


def cut_texts(file: str, text: str, enclosed: Container[int]) -> Iterator[Fault]:
    """Find texts that a # ends, as in 第 #3 选区; a comment has spaces on both sides of its own."""
    if " #" not in text:
        return
    for number, line in enumerate(text.split("\n"), 1):
        if number not in enclosed and (match := _CUT.fullmatch(line)):
            value = match["value"].rstrip()
            at = Place(file, number, match.start("value") + 1, len(value))
            right = f'请把整段放进半角双引号，如 "{shorten(value)}"；是注释的话，# 后面空一格'
            quoted = () if set('"\\') & set(value) else (Fix(at, f'"{value}"'),)
            yield Fault("S120", at, f"“{shorten(match['cut'])}”没有算进内容", right, quoted)
