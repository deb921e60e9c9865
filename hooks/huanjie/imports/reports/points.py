"""Numbered points: 一是 … 一要 … 二要 … 二是 …, nested as the numbers tell."""

import re
from dataclasses import dataclass, field

from huanjie.chinese.numerals import arabic, chinese
from huanjie.imports.reports.damage import HOLE
from huanjie.imports.reports.writing import Tree
from huanjie.model.marks import mark

_NUMBER = "[一二三四五六七八九十]{1,3}"
_ORDER = ("首先", "其次", "再次")
_LAST = "最后"
_CUE = re.compile(
    rf"(?P<spoken>{_NUMBER})(?P<verb>是要|是|要)(?![素件害领旨])[，：]?"
    rf"|第(?P<nth>{_NUMBER})[，、：](?:要|是)?"
    rf"|(?P<heading>{_NUMBER})[、.．]"  # noqa: RUF001  # full width as typed
    rf"|（(?P<bracketed>{_NUMBER}|\d{{1,2}})）"
    r"|(?P<figure>\d{1,2})(?:[、．)）]|\.(?!\d))"  # noqa: RUF001
    r"|(?P<circled>[①-⑳])"
    rf"|(?P<word>{'|'.join((*_ORDER, _LAST))})[，：]?(?:要|是)?"
)
_BEGINS = re.compile(rf"(?:^|(?<=[，。；：！？、\n{HOLE} ]))")
_FIRST_SENTENCE = re.compile(rf"[^。！？；：{HOLE}]+[。！？；：]?")
_LONGEST_TITLE = 30
_SHORT_TITLE = 12  # of a point that is one sentence
HEADINGS = "hbf"  # what follows on lines of their own belongs to them


@dataclass(frozen=True)
class Cue:
    """The start of a point: its style (是, 要, or the first letter of the group of `_CUE`), its number, 0 for 最后."""

    style: str
    number: int


@dataclass
class Node:
    """A point while it is being read."""

    cue: Cue
    body: str
    points: list["Node"] = field(default_factory=list)
    doubt: str = ""

    def written(self) -> Tree:
        """The point as fields of a record."""
        title, text = _titled(self.body, nested=bool(self.points))
        doubt = mark(self.doubt) if self.doubt else ""
        text = text or ("" if title else mark("原文这一条只有编号"))
        return {"title": title, "text": text, "note": doubt, "points": [point.written() for point in self.points]}


@dataclass
class Outline:
    """The points of one speech; `open` are the last ones of each depth."""

    points: list[Node] = field(default_factory=list)
    open: list[Node] = field(default_factory=list)

    def add(self, cue: Cue, body: str) -> None:
        """Add a point at the depth that its number shows."""
        depth = next((at for at in range(len(self.open) - 1, -1, -1) if self.open[at].cue.style == cue.style), None)
        if depth is None and cue.number != 1 and self.open:  # 一要 … 二是 …: another word, the same list
            after = [at for at, node in enumerate(self.open) if node.cue.number == cue.number - 1]
            depth = after[-1] if after else None
            cue = Cue(self.open[depth].cue.style, cue.number) if depth is not None else cue
        node = Node(cue, body.strip("，；：、 \n"))
        if depth is not None:
            node = self._after(self.open[depth], node)
            del self.open[depth:]
        elif cue.number > 1:
            node.doubt = f"这一条编号是{chinese(cue.number)}，前面的没有找到"
        (self.open[-1].points if self.open else self.points).append(node)
        self.open.append(node)

    @staticmethod
    def _after(before: Node, node: Node) -> Node:
        number = node.cue.number or before.cue.number + 1
        if number != before.cue.number + 1:
            node.doubt = f"编号从{chinese(before.cue.number)}到{chinese(number)}，中间可能缺了，或者另起了一组"
        node.cue = Cue(node.cue.style, number)
        return node

    def extend(self, text: str, *, same_paragraph: bool) -> bool:
        """Add a sentence to the open point; a sentence of another paragraph only where the point is a heading."""
        if not self.open or not (same_paragraph or self.open[-1].cue.style in HEADINGS):
            return False
        last = self.open[-1]
        headed = last.body and last.body[-1] not in "，。；：！？、" and not same_paragraph
        last.body += f"。{text}" if headed else text
        return True


def cued(sentence: str, outline: Outline) -> tuple[str, list[tuple[Cue, str]]]:
    """Split a sentence into the text before the first cue, and the points with their cues."""
    cues: list[tuple[re.Match[str], Cue]] = []
    styles = {node.cue.style for node in outline.open}
    for match in _CUE.finditer(sentence):
        cue = _cue(match)
        if cue and _BEGINS.match(sentence, match.start()) and (cue.number or cue.style in styles):
            cues.append((match, cue))
            styles.add(cue.style)
    ends = [*(match.start() for match, _ in cues[1:]), len(sentence)][: len(cues)]
    head = sentence[: cues[0][0].start()] if cues else sentence
    return head, [(cue, sentence[match.end() : end]) for (match, cue), end in zip(cues, ends, strict=True)]


def _cue(match: re.Match[str]) -> Cue | None:
    style, text = next((name, text) for name, text in match.groupdict().items() if text and name != "verb")
    if style == "word":
        return Cue("w", 0 if text == _LAST else _ORDER.index(text) + 1)
    number = ord(text) - ord("①") + 1 if style == "circled" else arabic(text)
    return Cue((match["verb"] or style)[0], number) if number else None


def _titled(body: str, *, nested: bool) -> tuple[str, str]:
    """Split a point into a title and the rest: the first sentence, or its first clause where that is long."""
    if not (first := _FIRST_SENTENCE.match(body)):
        return "", body
    title, rest = first[0], body[first.end() :]
    short, comma, more = title.partition("，")
    comma = "" if short.endswith("的") else comma  # 外出务工的，… is who, not what
    if comma and (len(title) > _LONGEST_TITLE or not (rest or nested)):
        fits = len(short) <= (_LONGEST_TITLE if rest or nested else _SHORT_TITLE)
        title, rest = (short, more + rest) if fits else ("", body)
    if rest or nested:
        return title.strip("，。；："), rest
    return "", body
