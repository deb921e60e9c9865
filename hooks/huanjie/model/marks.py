"""Marks: 【?…】 at a doubtful place of a draft, with the reason of the doubt.

`huanjie import` sets them, editors resolve them; no text with a mark is published.
"""

import re

_MARK = re.compile(r"【[?？](?P<why>[^【】]*)】")


def mark(why: str) -> str:
    """Write a mark; brackets in the reason would end it too soon."""
    return f"【?{why.replace('【', '[').replace('】', ']')}】"


def marks(text: str) -> list[str]:
    """The reasons of all marks in a text."""
    return _MARK.findall(text)


def unmarked(text: str) -> str:
    """The text without its marks."""
    return _MARK.sub("", text)
