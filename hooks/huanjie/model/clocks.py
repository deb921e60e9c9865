"""Times of day in records, to the minute."""

import re
from dataclasses import dataclass
from typing import Annotated

from pydantic import PlainValidator

from huanjie.model.base import refuse
from huanjie.model.days import BETWEEN, WIDE, arabic
from huanjie.model.values import line
from huanjie.yaml_text import Span, Value, shorten


@dataclass(frozen=True, order=True)
class Clock:
    """A time of day, to the minute."""

    hour: int
    minute: int

    def __str__(self) -> str:
        """Write it as editors type it."""
        return f"{self.hour:02}:{self.minute:02}"


_SPOKEN = re.compile(
    r"(?P<half>上午|早上|中午|下午|晚上)?(?P<hour>\d{1,2})[时点:：](?:(?P<minute>\d{1,2})分?|(?P<thirty>半)|整)?",
    re.ASCII,
)


def clock(value: Value) -> Clock:
    """Read a time of day as typed: 09:00; raises M107 with the fix."""
    text = line(value)
    match = re.fullmatch(r"(?P<hour>[0-2]\d):(?P<minute>[0-5]\d)", text, re.ASCII)
    if match and int(match["hour"]) < 24:  # noqa: PLR2004  # hours of a day
        return Clock(int(match["hour"]), int(match["minute"]))
    plain = arabic(re.sub(r"\s", "", text.translate(WIDE)))
    spoken = _SPOKEN.fullmatch(plain)
    if not spoken and (span := _times_between(plain)):
        first, last = span
        refuse(
            "M107",
            f"“{shorten(text)}”写了两个时间",
            f"请分两栏写：开始 {first}，结束 {last}",
            Span(str(first), str(last)),
        )
    if spoken and (meant := _meant(spoken)):
        refuse("M107", f"时间“{shorten(text)}”的写法不对", f"请写成 {meant}", str(meant))
    return refuse("M107", f"时间“{shorten(text)}”读不懂", "请用 24 小时制写成 时:分，如 09:00 或 14:30")


def _times_between(plain: str) -> tuple[Clock, Clock] | None:
    """The beginning and the end, where both are typed; a word at one only (9-17时, 上午9时至11时) applies to both."""
    between = BETWEEN.search(plain)
    if not between:
        return None
    begins, ends = plain[: between.start()], plain[between.end() :]
    first, last = _SPOKEN.fullmatch(f"{begins}时" if begins.isdecimal() else begins), _SPOKEN.fullmatch(ends)
    if not first or not last:
        return None
    if first["half"] and not last["half"]:
        last = _SPOKEN.fullmatch(f"{first['half']}{ends}") or last
    times = [_meant(first), _meant(last)]
    return (times[0], times[1]) if times[0] and times[1] and times[0] < times[1] else None


def _meant(spoken: re.Match[str]) -> Clock | None:
    """Give the time of day in 24 hours; None where there is no such time, or it may be noon or midnight."""
    half, hour, minute = spoken["half"], int(spoken["hour"]), 30 if spoken["thirty"] else int(spoken["minute"] or 0)
    if hour >= 24 or minute >= 60 or (half == "晚上" and hour == 12):  # noqa: PLR2004  # hours and minutes
        return None
    after_noon = (half in ("下午", "晚上") and hour < 12) or (half == "中午" and hour < 3)  # noqa: PLR2004
    return Clock(hour + 12 * after_noon, minute)


TypedClock = Annotated[Clock, PlainValidator(clock)]
