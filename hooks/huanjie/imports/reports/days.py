"""Days as reports write them: 5月31日上午9时, 二〇二六年十月十二日至十三日, 2026-10-14."""

import re
from calendar import monthrange
from collections.abc import Iterator
from dataclasses import dataclass

from huanjie.chinese.numerals import arabic
from huanjie.model.clocks import Clock
from huanjie.model.days import FIRST_YEAR, LAST_YEAR, Day

_DIGITS = "〇一二三四五六七八九"
_ZEROS = str.maketrans("零○", "〇〇")
_FIGURES = r"[0-9〇零○一二三四五六七八九十]{1,3}"
_DAY = re.compile(
    r"(?:(?P<before>上午|下午|晚上)（)?"
    r"(?:(?P<year>[0-9]{4}|[〇零○一二三四五六七八九]{4})[年\-./]|(?<![0-9\-./]))"
    rf"(?P<month>{_FIGURES})[月\-./](?P<day>{_FIGURES})(?:[日号]|(?<=[-./][0-9][0-9])(?![0-9]))"
    rf"(?:至(?:(?P<month2>{_FIGURES})月)?(?P<day2>{_FIGURES})[日号])?"
    r"(?P<half>上午|下午|晚上|全天)?"
    rf"(?:(?P<hour>{_FIGURES})[时点：:](?P<minute>半|{_FIGURES})?分?"
    rf"(?:[至到~～—-]{{1,2}}(?P<hour2>{_FIGURES})[时点：:](?P<minute2>半|{_FIGURES})?分?)?)?"
)
_EVENING = ("下午", "晚上")
_NOON, _MIDNIGHT, _HOUR = 12, 24, 60


@dataclass(frozen=True)
class Dated:
    """A day in a text: where it stands, and what it says of the time of day and of a last day."""

    start: int
    read: str
    day: Day
    until: Day | None
    half: str
    begins: str
    ends: str


def days(text: str) -> Iterator[Dated]:
    """Every day in a text that the calendar has."""
    for found in _DAY.finditer(text):
        year = _year(found["year"] or "")
        if day := real(year, _number(found["month"]), _number(found["day"])):
            month = _number(found["month2"] or found["month"])
            until = real(year, month, _number(found["day2"])) if found["day2"] else None
            yield Dated(found.start(), found[0], day, until, found["half"] or found["before"] or "", *_clocks(found))


def without_days(text: str) -> str:
    """A text without the days in it."""
    return _DAY.sub("", text)


def days_only(text: str) -> bool:
    """Whether a text is a day and nothing else."""
    return _DAY.fullmatch(text.strip()) is not None


def real(year: int, month: int, day: int) -> Day | None:
    """A day, if the calendar has it; the year may be 0, not known."""
    possible = (not year or FIRST_YEAR <= year <= LAST_YEAR) and month in range(1, 13)
    return Day(year, month, day) if possible and 1 <= day <= monthrange(year or 2000, month)[1] else None  # a leap year


def _year(text: str) -> int:
    return int("".join(str(_DIGITS.find(one)) if one in _DIGITS else one for one in text.translate(_ZEROS)) or 0)


def _number(text: str) -> int:
    return arabic(text) or 0


def _clocks(found: re.Match[str]) -> tuple[str, str]:
    return _clock(found, "hour", "minute"), _clock(found, "hour2", "minute2")


def _clock(found: re.Match[str], hours: str, minutes: str) -> str:
    if not found[hours]:
        return ""
    hour, minute = _number(found[hours]), 30 if found[minutes] == "半" else _number(found[minutes] or "")
    hour += _NOON * (found["half"] in _EVENING and hour < _NOON)
    return str(Clock(hour, minute)) if hour < _MIDNIGHT and minute < _HOUR else ""
