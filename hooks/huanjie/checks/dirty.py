"""Checks on text that was damaged on its way into a record: pasted, and not read again.

A place that is unreadable in the source is recorded as such (`unreadable`, `damage`); these checks find damage that a
text has instead of words. Every pattern is linear in the length.
"""

import re
from collections.abc import Callable, Iterator
from datetime import date
from itertools import pairwise

from huanjie.checks import check
from huanjie.chinese import everyday, readings
from huanjie.content.records import Records
from huanjie.findings import WARNING, Finding
from huanjie.law import Statute
from huanjie.model.articles import ArticleText
from huanjie.yaml_text import shorten

_HAN = re.compile("[\u3400-\u9fff]")
_LOST = "[\ufffc\ufffd\ue000-\uf8ff]"
_FAR = re.compile("[\U000f0000-\U0010ffff]")  # for private use too; with the others, it would take ten times as long
# The second and third bytes of UTF-8 as Latin-1 and Windows-1252 have them, and what Chinese bytes begin with there.
_REST = (
    "[\u0080-\u00bf\u0152\u0153\u0160\u0161\u0178\u017d\u017e\u0192\u02c6\u02dc\u2013\u2014\u2018-\u201e\u2020-\u2022\u2026"
    "\u2030\u2039\u203a\u20ac\u2122]"
)
_MOJIBAKE = re.compile(
    f"{_LOST}+|锟斤拷|锟斤|斤拷|锘匡|烫烫烫|屯屯屯|ï¿½|ï»¿|[\u00e0-\u00ef]{_REST}{{2}}|[\u00c2-\u00df][\u0080-\u00bf]"
    "|(?:[\u00b0-\u00b6\u00b8-\u00d6\u00d8-\u00f6][\u00a1-\u00b6\u00b8-\u00d6\u00d8-\u00f6\u00f8-\u00fe]){2}"
)
_ODD = re.compile(f"{_LOST[:-1]}\u00a1-\u00b6\u00b8-\u00ff锟斤锘烫屯]")  # of which each has one at least
# Characters that hardly any text has but one of UTF-8 bytes read as GBK: 选民 becomes 閫夋皯.
_AS_GBK = re.compile("[涓鍏鍖鍙鍚鍦鍔鐨绗缁閫鎴鎵鏄鏂鏈鏃鎷銆鈥鍑鍒鍗鍥澶灏骞庝忔娆浠浜浣琛瑕璁璇璐閬閮閲闂闄鍜鎬鏉鏁]")
_RUN = re.compile("[^\x00-\x7f]+")
_GAPS = re.compile(
    r"(?:^|[于在至到从自（(，。；])年[ \u3000]?月[ \u3000]?日"
    r"|[0-9]年[ \u3000]?月[ \u3000]?日"
    r"|第[ \u3000]?(?:选区|届|条|期)(?![的号])"
    r"|(?:共|共计|合计)[ \u3000]?[人名张份](?=[，。；、）]|$)"
    r"|占[ \u3000]?[%％]",  # noqa: RUF001  # as printed
    re.MULTILINE,
)
_TONES = "āáǎàōóǒòēéěèīíǐìūúǔùǖǘǚǜ"
_LETTERS = re.compile(f"[a-zü{_TONES}]+")
_LONGEST = 40  # letters that somebody forgot to turn into characters
_LONGEST_SYLLABLE = 6
_SIGNS = re.compile(r"^[^\w\n]+$", re.MULTILINE)
Search = Callable[[str], str]  # gives the damage in a text, "" where there is none


def _damaged(records: Records, search: Search, wrong: str, right: str) -> Iterator[Finding]:
    """A finding for each damaged text, with the damage; not for official texts."""
    for record, texts in records.texts:
        if isinstance(record, ArticleText) or not search("\n".join(texts)):  # nearly always, and four times as fast
            continue
        for text in texts:
            if not text.isascii() and (damage := search(text)):
                yield Finding(text.at, f"“{shorten(damage)}”{wrong}", right)


@check("W211", WARNING)
def mojibake(records: Records, statute: Statute, today: date) -> Iterator[Finding]:
    """有乱码。

    文字在不同编码之间转换时坏了，读者看到的不是字。来源里本来就读不出的，照实写读不出，不要把乱码留在网页上。
    错：summary: 锟斤拷锟斤拷召开会议
    对：照原件改好；原件也读不出的，写 unreadable，或者记在来源的 damage 里
    """
    right = "请对照原件改好；原件上也读不出的，写 unreadable，或者记在来源的 damage 里"
    return _damaged(records, garbled, "是乱码", right)


@check("W212", WARNING)
def figures_missing(records: Records, statute: Statute, today: date) -> Iterator[Finding]:
    """数字没有填。

    从样板或者表格里粘贴来的句子，数字的地方还空着，读者不知道是哪天、第几、多少。
    错：summary: 于年月日召开，到会共人。
    对：summary: 2016 年 6 月 2 日召开，到会共 40 人。
    """
    return _damaged(records, _gap, "里没有数字", "请填上数字；不知道的写“不详”")


@check("W213", WARNING)
def sounds_left_in(records: Records, statute: Statute, today: date) -> Iterator[Finding]:
    """汉字中间夹着拼音。

    多半是打字时没有选字，或者从带拼音的网页粘贴来的，读者要猜是什么字。
    错：summary: 今天召开huiyi部署工作。
    对：summary: 今天召开会议，部署工作。
    """
    return _damaged(records, spelled, "是拼音", "请换成汉字，或者删去")


@check("W214", WARNING)
def no_word(records: Records, statute: Statute, today: date) -> Iterator[Finding]:
    """只有标点，没有字。

    只写了引号、横线或者省略号，读者看到的是空的。
    错：title: “”
    对：title: 示例区推进会；不知道的，能写 unknown 的栏写 unknown，不能写的删去这一行
    """
    return _damaged(records, _sign, "里没有字", "请写上内容；不知道的写 unknown，或者删去这一栏")


def garbled(text: str) -> str:
    """Give the first characters of a text that come of the wrong encoding; "" where there are none."""
    if match := _FAR.search(text) or (_ODD.search(text) and _MOJIBAKE.search(text)):
        return match[0]
    if _AS_GBK.search(text):
        return next((run for run in _RUN.findall(text) if _undone(run)), "")
    return ""


def _undone(run: str) -> bool:
    """Whether two everyday characters come out side by side if the bytes of the run in GBK are read as UTF-8."""
    words = run.encode("gb18030").decode("utf-8", "replace")
    return any(everyday(character) and everyday(following) for character, following in pairwise(words))


def _gap(text: str) -> str:
    match = _GAPS.search(text)
    return match[0] if match else ""


def spelled(text: str) -> str:
    """Give the first letters between Chinese characters that are nothing but sounds; "" where there are none."""
    for match in _LETTERS.finditer(text):
        before = text[max(0, match.start() - 2) : match.start()].rstrip("(（")
        after = text[match.end() : match.end() + 2].lstrip(")）")
        if len(match[0]) <= _LONGEST and _HAN.match(before[-1:]) and _is_sound(match[0], after):
            return "" if garbled(text) else match[0]
    return ""


def _is_sound(letters: str, after: str) -> bool:
    """Whether letters behind a Chinese character are sounds: marked as such, or all syllables and before another."""
    toned = not set(letters).isdisjoint(_TONES)
    return toned or (len(letters) > 1 and bool(_HAN.match(after)) and _is_pinyin(letters))


def _is_pinyin(letters: str) -> bool:
    """Whether letters can be cut into syllables; ends that can be reached are followed from left to right."""
    syllables = {sound for sounds in readings().values() for sound in sounds}
    reached = {0}
    for end in range(1, len(letters) + 1):
        starts = range(max(0, end - _LONGEST_SYLLABLE), end)
        if any(start in reached and letters[start:end] in syllables for start in starts):
            reached.add(end)
    return len(letters) in reached


def _sign(text: str) -> str:
    match = _SIGNS.search(text)
    return match[0] if match else ""
