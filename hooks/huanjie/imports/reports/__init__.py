"""A pasted report -> a draft meeting record, with every doubtful place marked and nothing dropped."""

import re
from collections.abc import Container, Iterator
from dataclasses import dataclass
from itertools import chain, count

from huanjie.imports.reports.cleaning import Clean, clean
from huanjie.imports.reports.decoding import decode
from huanjie.imports.reports.heading import Heading, heading
from huanjie.imports.reports.labels import spoken
from huanjie.imports.reports.leftovers import leftovers
from huanjie.imports.reports.people import NOBODY
from huanjie.imports.reports.proceedings import Proceedings
from huanjie.imports.reports.words import sort_of
from huanjie.imports.reports.writing import Tree, values, written
from huanjie.model.marks import mark

MOST = 10_000  # characters; the longest report seen has 3,500
_MOST_TOLD = 5  # unreadable places of which each is told
_OPENING = (
    "由 huanjie import text 从一份报道生成的草稿。【?…】是存疑的地方：对照原件改好，删去标记。\n"
    "各条要点是原文的话，发布以前请用自己的话写。原件上也读不出的，在那一条写 unreadable: 哪里读不出。\n"
    "全部核对完，删去 draft 那一行就会发布。"
)
_LEFT = "原文里还有这些话，没有放进上面任何一栏。用得着的请放进去，用不着的删去："
_YEARLESS = "原文没有写年份；查到是哪一年以后，写上年份，并写明怎样推定的（inferred）"
_APART = ("chair", "materials", "speeches", "attendance", "decisions")


@dataclass(frozen=True)
class Draft:
    """A draft record: its address, its YAML, and how it was made, for the editor."""

    slug: str
    text: str
    done: tuple[str, ...]  # what was done to the report's text
    taken: tuple[tuple[str, str], ...]  # what was read from the report, in the editor's words
    left: int  # sentences that are in none of the fields


class NoReportError(Exception):
    """The bytes cannot be a report; the message says why."""

    def __init__(self, characters: int) -> None:
        """Say how long the text is."""
        super().__init__(f"里有 {characters:,} 个字，不像一份报道" if characters else "里没有文字")


def draft(raw: bytes, source: str = "", known: Container[str] = ()) -> Draft:
    """Make a draft of a report; raises NoReportError where there is nothing to read or far too much.

    `source` is the id of its source record; else the draft proposes one, with none of the `known` ids and labels.
    """
    report = clean(decode(raw))
    characters = len(report.text) if any(map(str.isalnum, report.text)) else 0
    if not 0 < characters <= MOST:
        raise NoReportError(characters)
    head, proceedings = heading(report.text), Proceedings.of(spoken(report.text))
    fields = _fields(report, head, proceedings, source)
    fields["#source"] = "" if source else _registration(head, known)
    fields["note"] = "".join((str(fields["note"]), *map(mark, _unplaced(report, "".join(values(fields))))))
    texts = (text for values in head.meta.values() for text in values)
    left = leftovers(report.text, (*values(fields), *head.read, *texts))
    fields["#left"] = "\n".join(("\n" + _LEFT, *left)) if left else ""
    text = written(fields, report.restored, apart=_APART)
    taken = tuple((name, report.restored(text)) for name, text in _taken(head, proceedings))
    return Draft(head.day or "unknown", text, report.done, taken, len(left))


def _fields(report: Clean, head: Heading, proceedings: Proceedings, source: str) -> Tree:
    """The record from top to bottom; a field with nothing in it is not written."""
    doubts = [*head.doubts, *(["原文几乎没有标点，断句可能不对"] if report.unpunctuated else [])]
    return {
        "#": _OPENING,
        "draft": "yes",
        "title": head.title or mark("没有找到会议名称"),
        "#date": _YEARLESS if head.yearless else "",
        "date": {"value": head.day, "inferred": head.inferred} if head.inferred else head.day or "unknown",
        "until": head.until,
        "sort": sort_of(head.title),
        "summary": mark("请用自己的话写一两句：这次会议做了什么"),
        "#source": "",
        "source": source or mark("请填这份报道在 sources.yml 里的编号"),
        "held": head.held,
        "sessions": [{"half": head.half, "begins": head.begins, "ends": head.ends}] if head.half or head.begins else [],
        "place": head.place or "unknown",
        "organiser": head.organiser,
        "chair": [person.written() for person in proceedings.chair],
        "materials": [*proceedings.materials],
        "speeches": [speech.written() for speech in proceedings.speeches],
        "attendance": {**head.counted, **proceedings.attendance.written()},
        "decisions": [*proceedings.decisions],
        "note": "".join(map(mark, doubts)),
    }


def _unplaced(report: Clean, written: str) -> list[str]:
    """The reasons of unreadable places that are in none of the fields; one sentence for many."""
    reasons = [hole.why for sign, hole in report.holes.items() if sign not in written]
    if len(reasons) <= _MOST_TOLD:
        return reasons
    return [f"原文还有{len(reasons)}处读不出，多半是编码转换时丢了字，最好从网页上重新复制一份"]


def _registration(head: Heading, known: Container[str]) -> str:
    """A source record for sources.yml, from the page of the report; with an id and a label that are new."""
    day = re.search(r"(\d\d)-(\d\d)$", head.day)
    dated = f"{int(day[1])}月{int(day[2])}日" if day else ""
    sort = sort_of(head.title).removeprefix("其他")
    record: Tree = {
        "id": _free(f"report-{head.day or 'unknown'}", known),
        "label": _free(f"{dated}{sort}报道", known),
        **head.meta,
        "summary": f"报道了{head.title}。" if head.title else mark("请用自己的话写一两句：这份报道说了什么"),
    }
    lines = written(record, str).rstrip().replace("\n", "\n  ")
    return f"这份报道还没有登记。请在 sources.yml 里写一条，再把编号填在下面，如：\n- {lines}"


def _free(name: str, known: Container[str]) -> str:
    """The name, or the first with a number behind it that is not taken."""
    return next(free for free in chain([name], (f"{name}-{number}" for number in count(2))) if free not in known)


def _taken(head: Heading, proceedings: Proceedings) -> Iterator[tuple[str, str]]:
    """What was read as what, for the editor to look over."""
    yield "会议", head.title or "没有找到名称"
    yield "日期", " ".join(filter(None, (head.day or "没有找到", head.half, head.begins)))
    yield "地点", head.place or "没有找到"
    yield "召开的单位", head.organiser or "没有找到"
    yield "主持", "、".join(person.name for person in proceedings.chair) or "没有找到"
    for speech in proceedings.speeches:
        yield "讲话", f"{speech.speaker.name or NOBODY}，{len(speech.points())} 条"
    came = proceedings.attendance
    yield "出席", f"写了姓名的 {len(came.people)} 人，只写职务的 {len(came.posts)} 人，成批的 {len(came.groups)} 批"
    yield "材料", "、".join(str(material["title"]) for material in proceedings.materials) or "没有找到"
    yield "决定", f"{len(proceedings.decisions)} 件"
