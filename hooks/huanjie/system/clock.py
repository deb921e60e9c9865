"""The clock: which day it is in China, wherever the machine stands and whatever zone it is set to.

A deadline of the law ends when the day ends in China, so every command that needs a day takes it from here.
"""

from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

CHINA = ZoneInfo("Asia/Shanghai")  # all of China keeps the time of Beijing, Urumqi too


def today() -> date:
    """Give the day that it is in China."""
    return day_in_china(datetime.now(UTC))


def day_in_china(moment: datetime) -> date:
    """Give the day in China at a moment; the moment knows its own zone."""
    return moment.astimezone(CHINA).date()
