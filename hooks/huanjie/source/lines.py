"""Faults that a line shows by itself, of lines that libyaml takes for something else.

`enclosed` are the lines inside quotes or block text, where nothing is a fault.
"""

import re
from collections.abc import Container, Iterator

from huanjie.source.values import Cure, Fault, Place, shorten

_BAD_COLON = re.compile(
    r"^ *(?:- +)*(?P<key>[A-Za-z_][A-Za-z0-9_-]*) *(?P<colon>：|:(?!//)(?=[^\s])|:(?=[\u00a0\u3000]))"
)
_CUT = re.compile(
    r" *(?:- +)*(?:[A-Za-z_][\w-]*: +|(?!- |[A-Za-z_][\w-]*:))(?P<value>[^\s\"'#|>\[{].*? "
    r"(?P<cut>#[^\s#](?:(?! #).)*))(?: +#.*)?"
)


def bad_colons(file: str, text: str, enclosed: Container[int]) -> Iterator[Fault]:
    """Find keys whose colon is full-width or has no space after it: YAML takes such a line for plain text."""
    for number, line in enumerate(text.split("\n"), 1):
        if number in enclosed or not (found := _BAD_COLON.match(line)):
            continue
        key, width = found["key"], found.end() - found.start("key")
        at = Place(file, number, found.start("key") + 1, width)
        cure = f"请改成“{shorten(key)}: ”，半角冒号加一个空格；是文字的话请放进半角双引号"
        rest = line[found.end() :].lstrip()  # wide spaces too
        whole = at._replace(length=len(line) - len(rest) - found.start("key"))
        cures = (Cure(whole, f"{key}: " if rest else f"{key}:"),)
        if found["colon"] == "：":
            yield Fault("S106", at, f"“{shorten(key)}”后面是全角冒号“：”", cure, cures)
        else:
            wide = line[found.end() : found.end() + 1] in ("\u3000", "\u00a0")
            wrong = f"“{shorten(key)}:”后面是全角空格" if wide else f"“{shorten(key)}:”后面没有空格"
            yield Fault("S107", at, wrong, cure, cures)


def cut_texts(file: str, text: str, enclosed: Container[int]) -> Iterator[Fault]:
    """Find texts that a # ends, as in 第 #3 选区; a comment has spaces on both sides of its own."""
    if " #" not in text:
        return
    for number, line in enumerate(text.split("\n"), 1):
        if number not in enclosed and (found := _CUT.fullmatch(line)):
            value = found["value"].rstrip()
            at = Place(file, number, found.start("value") + 1, len(value))
            right = f'请把整段放进半角双引号，如 "{shorten(value)}"；是注释的话，# 后面空一格'
            quoted = () if set('"\\') & set(value) else (Cure(at, f'"{value}"'),)
            yield Fault("S120", at, f"“{shorten(found['cut'])}”没有算进内容", right, quoted)
