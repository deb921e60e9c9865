"""Text as decoded -> text as it can be read: simplified, punctuated in full width, each unreadable place one character.

What cannot be read becomes a character of the private use area, so that every later step handles it like any other
character of a name or a sentence; `Clean.restored` turns it into a mark.
"""

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass

from opencc import OpenCC

from huanjie.chinese import traditional
from huanjie.imports.reports.damage import HOLE, Hole, holes
from huanjie.model.marks import mark

_HAN = "\u3400-\u9fff"
_PINYIN = re.compile(
    r"(?:[(（][a-zāáǎàōóǒòēéěèīíǐìūúǔùüǖǘǚǜńňǹḿ]{1,6}[)）]"  # the sounds of single characters
    r"|[a-zü]{0,4}[āáǎàōóǒòēéěèīíǐìūúǔùǖǘǚǜ][a-z]{0,2}(?![a-z]))"
)
_UNSEEN = re.compile(r"[\u00ad\u061c\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffc]|[^\S\n ]")
_CONTROL = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]")
_WIDE = str.maketrans(
    {",": "，", ";": "；", ":": "：", "?": "？", "!": "！", "(": "（", ")": "）", "｡": "。", "､": "、"}
)
_BESIDE_HAN = re.compile(rf"(?<=[{_HAN}”》）{HOLE}])[,;:?!()｡､]|[,;:?!()｡､](?=[{_HAN}“《（{HOLE}])")
_FULL_WIDTH = re.compile("[\uff10-\uff19\uff21-\uff3a\uff41-\uff5a]")
_CORNERS = str.maketrans("「」『』", "“”‘’")  # noqa: RUF001  # as printed
_STOPS = re.compile("[，。；！？]")
_GAP = re.compile(rf"(?<=[{_HAN}\d》”])[ ]+(?=[{_HAN}\d《“])")
_SPACED_LABEL = re.compile(rf"^[ ]*([{_HAN}])[ ]+([{_HAN}])(?=：)", re.MULTILINE)  # 主　持：
_DENSE = 60  # characters for a stop; a report with fewer stops has lost them
_MOST_HOLES = 500


@dataclass(frozen=True)
class Clean:
    """The text, the unreadable places in it, and what was done to it, in the editor's words."""

    text: str
    holes: Mapping[str, Hole]  # by the character that stands for it
    done: tuple[str, ...]
    unpunctuated: bool

    def restored(self, text: str) -> str:
        """A part of the text with a mark for each place in it that could not be read."""
        return re.sub(f"[{HOLE}]", lambda match: mark(self.holes[match[0]].why), text)


def clean(text: str) -> Clean:
    """Make a decoded text readable, without removing any of its content."""
    done = []
    text = _UNSEEN.sub(lambda match: " " if match[0].isspace() else "", text.replace("\r", "\n"))
    text, pinyin = _without_pinyin(_CONTROL.sub("\ufffd", text))
    if pinyin:
        done.append(f"删去了 {pinyin} 处夹在字后面的拼音")
    text, unreadable = holes(text, _MOST_HOLES)
    text, turned = _simplified(text)
    if turned:
        done.append(f"把 {turned} 个繁体字转成了简体")
    text = _BESIDE_HAN.sub(lambda match: match[0].translate(_WIDE), text.translate(_CORNERS))
    text = _FULL_WIDTH.sub(lambda match: unicodedata.normalize("NFKC", match[0]), text)
    bare = len(text) > _DENSE * (1 + len(_STOPS.findall(text)))
    if bare and (gaps := len(_GAP.findall(text))):
        done.append(f"原文几乎没有标点，在 {gaps} 个空格处补了逗号")
        text = _GAP.sub("，", text)
    text = _SPACED_LABEL.sub(r"\1\2", text)
    lines = (line.strip() for line in text.split("\n"))
    return Clean("\n".join(line for line in lines if line), unreadable, tuple(done), bare)


def _without_pinyin(text: str) -> tuple[str, int]:
    """Remove the pinyin that some pages print right behind a character."""
    return re.subn(rf"(?<=[{_HAN}^]){_PINYIN.pattern}", "", text)


def _simplified(text: str) -> tuple[str, int]:
    """Convert traditional characters by the phrase; a text without any stays untouched."""
    if not any(ord(character) in traditional() for character in text):
        return text, 0
    turned = OpenCC("tw2s").convert(text)
    return turned, sum(before != other for before, other in zip(text, turned, strict=False))
