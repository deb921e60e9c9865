"""Days in records, each as exact as it was stated.

A day may lack its day of month, its month, or its year: news copy says "5月31日" and an old plan says "2016年6月".
Pure calendar days, no time zone: an election day is the same day everywhere in China.
"""

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Annotated, NoReturn

from pydantic import PlainValidator

from huanjie.model.base import refuse
from huanjie.model.facts import NONE_STATED, Facts
from huanjie.model.values import line
from huanjie.yaml_text import Span, Text, Value, shorten

FIRST_YEAR, LAST_YEAR = 1949, 2100  # a year outside is a slip of the finger


@dataclass(frozen=True, order=True)
class Day:
    """A calendar day, known to the day, the month or the year; `year` is 0 where only month and day are known."""

    year: int
    month: int = 0
    day: int = 0

    @property
    def exact(self) -> date | None:
        """The day, if it is known to the day."""
        return date(self.year, self.month, self.day) if self.year and self.month and self.day else None

    def after(self, today: date) -> bool:
        """Whether it certainly lies after a day; never where the year is not known."""
        parts = [part for part in (self.year, self.month, self.day) if part]
        return bool(self.year) and parts > [today.year, today.month, today.day][: len(parts)]

    def __str__(self) -> str:
        """Write it as editors type it."""
        year = f"{self.year:04}" if self.year else "unknown"
        return "-".join([year, *(f"{part:02}" for part in (self.month, self.day) if part)])


_TYPED = re.compile(r"(?P<year>\d{4}|unknown)(?:-(?P<month>\d\d)(?:-(?P<day>\d\d))?)?", re.ASCII)
_FIRST_OF_SPREADSHEETS = date(1899, 12, 30)
# The additions of offices and spreadsheets to a day: day of the week, half, time, quotes, spaces.
_AROUND = re.compile(
    r"[（(]?(?:星期|周|礼拜)[一二三四五六日天][)）]?|上午|下午|晚上|全天"
    r"|(?<=\d)(?:\s+|T)\d{1,2}[:：]\d\d(?:[:：]\d\d)?$|[\s“”\u2018\u2019\"']"
)
_EIGHT = re.compile(r"(?<!\d)(\d{4})(\d\d)(\d\d)(?!\d)", re.ASCII)
_FILE_DAY = re.compile(r"(?P<year>\d{4})-(?P<month>\d\d)-(?P<day>\d\d)", re.ASCII)
WIDE = str.maketrans("０１２３４５６７８９．－—／", "0123456789.---")  # noqa: RUF001  # what offices really type
_NUMERALS = str.maketrans("〇零○一二两三四五六七八九", "0001223456789")
_SLOPPY = re.compile(r"(?:(?P<year>\d{4}|\d\d)[-./年])?(?P<month>\d{1,2})[-./月](?P<day>\d{1,2})[日号]?", re.ASCII)
BETWEEN = re.compile("[至到~～]|-+")  # the first day and the last, or two times of day
_LAST = re.compile(r"(?:(?:(?P<year>\d{4})[-./年])?(?P<month>\d{1,2})[-./月])?(?P<day>\d{1,2})[日号]?", re.ASCII)
_MONTH = re.compile(r"(?P<year>\d{4})[-./年](?P<month>\d{1,2})月?", re.ASCII)


def day(value: Value) -> Day:
    """Read a day as typed: 2016-05-31, 2016-05, 2016 or unknown-05-31; raises M103 with the fix."""
    text = line(value)
    if not (match := _TYPED.fullmatch(text)):
        _refuse(text)
    if match["year"] == "unknown" and not match["day"]:
        refuse("M103", f"日期“{text}”没有年份", "请写成 2016-05（年份-月份），全不知道时写 unknown")
    year = None if match["year"] == "unknown" else int(match["year"])
    return _real(text, year, *(int(part) if part else None for part in match.group("month", "day")))


def _real(text: Text, year: int | None, month: int | None, dom: int | None) -> Day:
    """Give the day if the calendar has it; None is a part that was not typed."""
    if year is not None and not FIRST_YEAR <= year <= LAST_YEAR:
        refuse("M103", f"日期“{shorten(text)}”的年份不像真的", f"请核对年份（{FIRST_YEAR} 到 {LAST_YEAR}）")
    if month is not None and not 1 <= month <= 12:  # noqa: PLR2004  # months of a year
        refuse("M103", f"日期“{shorten(text)}”没有这个月", "月份从 01 到 12；请写成 年-月-日，如 2016-05-31")
    last = monthrange(year or 2000, month)[1] if month else 0  # 2000 is a leap year
    if dom is not None and not 1 <= dom <= last:
        wrong = f"日期“{shorten(text)}”不存在：这个月" + (f"只有 {last} 天" if dom else "没有 0 日")
        refuse("M103", wrong, "请核对；只知道年月写 2016-05")
    return Day(year or 0, month or 0, dom or 0)


def _refuse(text: Text) -> NoReturn:
    """Say what the day lacks and, where it is certain, how to write it."""
    plain = _EIGHT.sub(r"\1-\2-\3", arabic(_AROUND.sub("", text.translate(WIDE))))
    if span := _days_between(text, plain):
        first, last = span
        refuse(
            "M103", f"“{shorten(text)}”写了两天", f"请分两栏写：开始 {first}，结束 {last}", Span(str(first), str(last))
        )
    if re.fullmatch(r"[34]\d{4}", plain, re.ASCII):  # a spreadsheet's own count of days: 1982 to 2036
        meant = str(_FIRST_OF_SPREADSHEETS + timedelta(int(plain)))
        refuse("M103", f"“{shorten(text)}”像是表格里日期背后的数", f"请核对，是这一天就写 {meant}", meant)
    if match := _SLOPPY.fullmatch(plain):
        month, dom = int(match["month"]), int(match["day"])
        if match["year"]:
            year = int(match["year"])
            if len(match["year"]) < len("2016"):
                year += 2000 if year < FIRST_YEAR % 100 else 1900
            meant = str(_real(text, year, month, dom))
            refuse("M103", f"日期“{shorten(text)}”的写法不对", f"请写成 {meant}", meant)
        _real(text, None, month, dom)
        advice = f'年份不详时写 "unknown-{month:02}-{dom:02}"'
        named = _FILE_DAY.search(text.at.file)
        if named and (int(named["month"]), int(named["day"])) == (month, dom):
            refuse("M103", f"日期“{shorten(text)}”没有年份", f"请写成 {named[0]}，{advice}", named[0])
        refuse(
            "M103",
            f"日期“{shorten(text)}”没有年份",
            f"请写成 年份-{month:02}-{dom:02}，如 2016-{month:02}-{dom:02}；{advice}",
        )
    if match := _MONTH.fullmatch(plain):
        meant = str(_real(text, int(match["year"]), int(match["month"]), None))
        refuse("M103", f"日期“{shorten(text)}”的写法不对", f"请写成 {meant}", meant)
    refuse(
        "M103", f"日期“{shorten(text)}”读不懂", "请写成 年-月-日，如 2016-05-31；只知道年月写 2016-05；不详写 unknown"
    )


def _days_between(text: Text, plain: str) -> tuple[Day, Day] | None:
    """The first day and the last, where two are typed; the last may leave out the month or year of the first."""
    for between in BETWEEN.finditer(plain):
        first, last = _SLOPPY.fullmatch(plain[: between.start()]), _LAST.fullmatch(plain[between.end() :])
        if first and last and len(first["year"] or "") == len("2016"):
            month = last["month"] or first["month"]
            days = [
                _real(text, int(match["year"] or first["year"]), int(match["month"] or month), int(match["day"]))
                for match in (first, last)
            ]
            return (days[0], days[1]) if days[0] < days[1] else None
    return None


def arabic(text: str) -> str:
    """Turn 二〇一六年五月三十一日 into 2016年5月31日."""
    text = re.sub(r"([一二三四五六七八九])?十([一二三四五六七八九])?", _tens, text)
    return text.translate(_NUMERALS)


def _tens(match: re.Match[str]) -> str:
    return f"{match[1] or '一'}{match[2] or '〇'}"


TypedDay = Annotated[Day, PlainValidator(day)]


def exact_day(facts: Facts[Day]) -> date | None:
    """The day, where it is known to the day and the sources agree."""
    return facts.agreed.exact if facts.agreed else None


def all_after(facts: Facts[Day], today: date) -> bool:
    """Whether days are stated, and all of them are after `today`."""
    return bool(facts) and all(fact.value.after(today) for fact in facts)


def still_voting(facts: Facts[Day], today: date) -> bool:
    """Whether a vote may still go on: its day is today, or every stated day is still to come."""
    exact = exact_day(facts)
    return all_after(facts, today) or (exact is not None and today <= exact)


def up_to(facts: Facts[Day], today: date) -> Facts[Day]:
    """The days up to `today`: a day to come is a plan, not a record."""
    return NONE_STATED if all_after(facts, today) else facts
