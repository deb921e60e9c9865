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
    """A day in a text, with its place, the time of day and the last day."""

    start: int
    read: str
    day: Day
    until: Day | None
    half: str
    begins: str
    ends: str


def days(text: str) -> Iterator[Dated]:
    """Every day in a text that the calendar has."""
    for match in _DAY.finditer(text):
        year = _year(match["year"] or "")
        if day := real(year, _number(match["month"]), _number(match["day"])):
            month = _number(match["month2"] or match["month"])
            until = real(year, month, _number(match["day2"])) if match["day2"] else None
            yield Dated(match.start(), match[0], day, until, match["half"] or match["before"] or "", *_clocks(match))


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
    return int(
        "".join(str(_DIGITS.find(digit)) if digit in _DIGITS else digit for digit in text.translate(_ZEROS)) or 0
    )


def _number(text: str) -> int:
    return arabic(text) or 0


def _clocks(match: re.Match[str]) -> tuple[str, str]:
    return _clock(match, "hour", "minute"), _clock(match, "hour2", "minute2")


def _clock(match: re.Match[str], hours: str, minutes: str) -> str:
    if not match[hours]:
        return ""
    hour, minute = _number(match[hours]), 30 if match[minutes] == "半" else _number(match[minutes] or "")
    hour += _NOON * (match["half"] in _EVENING and hour < _NOON)
    return str(Clock(hour, minute)) if hour < _MIDNIGHT and minute < _HOUR else ""
