"""The head of a report: day, place, organiser and name of the meeting; and the page's data on the report itself."""

import re
from dataclasses import dataclass, field, replace

from huanjie.imports.reports import labels
from huanjie.imports.reports.days import days, real, without_days
from huanjie.imports.reports.words import HAN, one_of
from huanjie.model.days import Day

_BEGINS = r"(?:(?<=[，。；：！？\n])|(?<![\s\S]))"  # a clause; to try every character would take time without end
_HELD = re.compile(
    rf"{_BEGINS}(?P<who>[^，。；：！？\n]{{0,40}}?)(?:在(?P<place>[^，。；：！？\n]{{2,30}}?))?{one_of('holds')}(?:了|全)?"
    rf"(?P<title>[^，。；：！？（\n]{{1,60}}{one_of('names')})(?=[，。；：！？（\n]|$)(?P<film>（视频）)?"
)
_HELD_AT = re.compile(
    rf"{_BEGINS}(?P<who>)(?P<title>[^，。；：！？（\n]{{2,60}}?{one_of('names')})(?P<film>（视频）)?"
    rf"(?:在(?P<place>[^，。；：！？\n]{{2,30}}?))?{one_of('holds')}(?=[，。；\n]|$)"
)
_HELD_THERE = re.compile(
    rf"{_BEGINS}(?P<what>{one_of('names')})在(?P<place>[^，。；：！？\n]{{2,30}}?){one_of('holds')}(?=[，。；\n]|$)"
)
_META = re.compile(
    r"(?P<what>来源|记者|通讯员|作者|发布时间|发布日期|时间|日期)[：:]\s*(?P<said>[^\s，。；|]+)", re.MULTILINE
)
_BYLINE = re.compile(
    rf"^[（(]?(?P<line>[{HAN} ]{{2,30}})[）)](?=[\d〇零○一二三四五六七八九])"
    rf"|（(?P<paper>(?:记者|通讯员)[{HAN} ]{{2,30}})）"
)
_YESTERDAY = re.compile("昨天|昨日")
_COUNTED = re.compile(r"应到[^\d，。]{0,8}(?P<due>\d{1,4})[人名]|实到[^\d，。]{0,8}(?P<present>\d{1,4})[人名]")
_STAMP = re.compile(r"\d{4}[-/.年]\d{1,2}[-/.月]\d{1,2}日?(?: ?\d{1,2}[:：]\d\d)?")
_HEADLINE = re.compile(r"[^。，！？>|：（]{6,50}")


@dataclass
class Heading:
    """The first fields of a record, as they are typed there; "" where the report has none."""

    title: str = ""
    day: str = ""
    until: str = ""
    half: str = ""
    begins: str = ""
    ends: str = ""
    place: str = ""
    organiser: str = ""
    held: str = ""
    inferred: str = ""
    counted: dict[str, str] = field(default_factory=dict)
    meta: dict[str, list[str]] = field(default_factory=dict)
    read: list[str] = field(default_factory=list)  # the parts of the report that this was read from
    doubts: list[str] = field(default_factory=list)

    @property
    def yearless(self) -> bool:
        """Whether the day is known without its year."""
        return self.day.startswith("unknown-")


def heading(text: str) -> Heading:
    """Read the head of a report."""
    head = Heading()
    minutes = labels.labelled(text)  # in which 时间 is the meeting's own
    if not minutes:
        _meta(text, head)
    lines = [line for line in text.split("\n") if minutes or (not _META.search(line) and not _STAMP.fullmatch(line))]
    body = "\n".join(lines)
    if len(lines) > 1 and (headline := next((line for line in lines[:2] if _HEADLINE.fullmatch(line)), "")):
        head.meta["title"] = [headline]
    held = _held(body)
    if held:
        _called(held, head)
    head.title = head.title or labels.title(body)
    head.place = head.place or labels.place(body) or _place(body, head)
    _dated(body, held, head)
    for match in _COUNTED.finditer(body):
        for name, count in match.groupdict().items():
            if count:
                head.counted.setdefault(name, str(int(count)))
                head.read.append(match[0])
    return head


def _held(body: str) -> re.Match[str] | None:
    """The clause that names the meeting: one right behind a day, else the first."""
    matches = [match for pattern in (_HELD, _HELD_AT) for match in pattern.finditer(body)]
    matches.sort(key=lambda match: match.start())
    dated = [
        match for match in matches if any(days(body[max(0, match.start() - 20) : match.end()].rpartition("\n")[2]))
    ]
    return next(iter(dated or matches), None)


def _called(held: re.Match[str], head: Heading) -> None:
    who = _without_day(held["who"]).removesuffix("于")
    head.title = _without_day(held["title"]).strip("“”")
    if who and head.title.startswith("第"):
        head.title = who + head.title
    elif who.endswith("主持"):  # who chaired is no body that calls a meeting
        who = ""
    elif who.endswith("会议"):  # one meeting of another: 第一次会议举行预备会议
        head.title, who = who + head.title, ""
    head.place = held["place"] or ""
    head.organiser = who
    head.held = "视频" if held["film"] or "视频" in head.title else ""
    head.read.append(held[0])


def _place(body: str, head: Heading) -> str:
    """The place, from another sentence: 培训班在县委党校举行."""
    for match in _HELD_THERE.finditer(body):
        if head.title.endswith(match["what"]):
            head.read.append(match[0])
            return match["place"]
    return ""


def _without_day(text: str) -> str:
    return without_days(text).strip(" ，）)")


def _dated(body: str, held: re.Match[str] | None, head: Heading) -> None:
    """Find the day: the last before the meeting is named, else the first of all."""
    dates = list(days(body))
    before = [date for date in dates if held and date.start <= held.start("title")]
    head.half = _half_of(body)
    if not dates:
        head.doubts.append("没有找到会议日期")
        return
    dated = before[-1] if before else dates[0]
    head.read.append(dated.read)
    head.half, head.begins, head.ends = dated.half or head.half, dated.begins, dated.ends
    year = dated.day.year or _year_of(dated.day, head)
    day = real(year, dated.day.month, dated.day.day) or dated.day
    head.inferred = "" if day == dated.day else f"原文没有写年份；按发布日期推定是{year}年"
    head.day, head.until = str(day), str(replace(dated.until, year=day.year)) if dated.until else ""
    if _YESTERDAY.search(body):
        head.doubts.append(f"原文写“昨天”，日期读的是“{dated.read}”，可能要前推一天")
    if not before and held:
        head.doubts.append(f"日期读的是“{dated.read}”，原文没有写明会议就在这一天")


def _half_of(body: str) -> str:
    """The half of the day, where it is apart from the day: 今天是10月19日。今天上午，…"""
    match = re.search("(?:今天|今日|当天|当日|昨天|昨日)(上午|下午|晚上)", body)
    return match[1] if match else ""


def _year_of(day: Day, head: Heading) -> int:
    """The year of the last such day before the report was published; 0 where that day is not known."""
    published = next(
        (date.day for text in head.meta.get("published_on", []) for date in days(text) if date.day.year), None
    )
    return published.year - ((day.month, day.day) > (published.month, published.day)) if published else 0


_KINDS = {"来源": "publisher", "记者": "reporters", "通讯员": "reporters", "作者": "reporters"}


def _meta(text: str, head: Heading) -> None:
    """The page's data on the report: who published it, who wrote it, when."""
    for match in _META.finditer(text):
        head.meta.setdefault(_KINDS.get(match["what"], "published_on"), []).append(match["said"])
    for line in text.split("\n"):
        if (_META.search(line) or _STAMP.fullmatch(line)) and (stamp := _STAMP.search(line)):
            head.meta.setdefault("published_on", [stamp[0]])
    for match in _BYLINE.finditer(text):
        *unit, name = (match["paper"] or match["line"]).split()
        head.meta.setdefault("reporters", []).append(name)
        if unit := [word for word in unit if word not in ("记者", "通讯员")]:
            head.meta["supplied_by"] = unit
        head.read.append(match[0])
        break
