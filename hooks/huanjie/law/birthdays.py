"""Who is old enough on a polling day: born on which day or before, born on which day or after.

A birthday on the polling day counts, as provinces practise it. For those born on 29 February no article says which day
of a year without one is their birthday; where that decides, their day is named and belongs to neither side.
"""

from dataclasses import dataclass
from datetime import date, timedelta

from huanjie.law.deadlines import months_after
from huanjie.law.statute import Statute

MONTHS = 12


@dataclass(frozen=True)
class Birthdays:
    """The last birthday that is early enough, the first that is too late, and the one that no article settles."""

    by: date
    after: date
    unsettled: date | None


def birthdays(statute: Statute, polling_day: date) -> Birthdays | None:
    """Count back the voting age from a polling day; None where the pack has no law of that day."""
    if not statute.article("voting-age"):
        return None
    by = months_after(polling_day, -MONTHS * statute.params("voting-age")["years"])
    following = by + timedelta(days=1)
    if polling_day.day == by.day and _is_leap_day(following) and not _is_leap_day(polling_day + timedelta(days=1)):
        return Birthdays(by, following + timedelta(days=1), following)
    return Birthdays(by, following, None)


def _is_leap_day(day: date) -> bool:
    return (day.month, day.day) == (2, 29)
