"""Records as of days around the vote."""

from collections.abc import Callable
from datetime import date, timedelta

from huanjie.checks.report import check_folder
from huanjie.content.records import Records
from tests.conftest import Write

DAY = date(2016, 6, 15)


POLLING = date(2016, 6, 28)


AFTER = date(2016, 7, 15)


Files = dict[str, str | bytes]


Told = tuple[object, object, object]


SINCE = (False, True, True)  # what is made public on a day


OVER = (False, False, True)  # what comes out of a vote on a day, where the day it was published is not recorded


def shown(folder: Write, files: Files, day: date, seen: Callable[[Records], object]) -> Told:
    """What is seen the day before, on the day, the day after."""
    report = check_folder(folder(files), date(2017, 1, 1))
    assert not report.refused, report.text("")
    before, on, after = (seen(report.as_of(day + timedelta(count)).records) for count in (-1, 0, 1))
    return before, on, after
