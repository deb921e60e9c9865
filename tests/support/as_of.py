"""Compares records as of the day before a date, the day itself and the day after."""

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

SINCE = (False, True, True)  # something is public from the day on

OVER = (False, False, True)  # a result whose day of publication is not recorded is public the day after the vote


def shown(folder: Write, files: Files, day: date, seen: Callable[[Records], object]) -> Told:
    """Give what `seen` reads of the records as of the day before, the day and the day after."""
    report = check_folder(folder(files), date(2017, 1, 1))
    assert not report.refused, report.text("")
    before, on, after = (seen(report.as_of(day + timedelta(count)).records) for count in (-1, 0, 1))
    return before, on, after
