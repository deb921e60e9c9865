"""The day is China's, whatever zone the machine is set to."""

import os
import subprocess
import sys
from datetime import UTC, date, datetime, timedelta, timezone
from zoneinfo import ZoneInfo

import pytest

from huanjie.system.clock import day_in_china
from tests.conftest import FIXTURES

EVE, DAY = date(2026, 11, 17), date(2026, 11, 18)
ZONES = ("Asia/Shanghai", "Pacific/Kiritimati", "America/Los_Angeles", "UTC")


@pytest.mark.parametrize("zone", ZONES)
@pytest.mark.parametrize(
    ("moment", "day"),
    [
        ("2026-11-17T00:00Z", EVE),
        ("2026-11-17T15:59:59.999999Z", EVE),
        ("2026-11-17T16:00Z", DAY),
        ("2026-11-17T16:01Z", DAY),
        ("2026-11-18T15:59Z", DAY),
        ("2026-07-01T15:59Z", date(2026, 7, 1)),  # no daylight saving since 1991
        ("2026-07-01T16:00Z", date(2026, 7, 2)),
        ("2028-02-28T16:00Z", date(2028, 2, 29)),
        ("2026-12-31T16:00Z", date(2027, 1, 1)),
    ],
)
def test_the_day_begins_in_china_at_16_hours_utc(zone: str, moment: str, day: date) -> None:
    assert day_in_china(datetime.fromisoformat(moment).astimezone(ZoneInfo(zone))) == day


# Zones a day before and a day after UTC: 48 hours apart, so the machine's own day never fits both.
@pytest.mark.parametrize("zone", ["EAST-24", "WEST+24", *ZONES])
def test_a_command_tells_the_day_in_china_in_every_zone(zone: str) -> None:
    command = [sys.executable, "-m", "huanjie", "due", str(FIXTURES / "smallest")]
    before = in_china()
    run = subprocess.run(command, env=os.environ | {"TZ": zone}, capture_output=True, text=True, check=True, timeout=60)
    told = {f"没有过了期限的事，今天（{day}）和今后 7 天也没有要做的。\n" for day in (before, in_china())}
    assert run.stdout in told  # two where midnight came meanwhile


def in_china() -> date:
    """The day in China, by its hours before UTC."""
    return datetime.now(UTC).astimezone(timezone(timedelta(hours=8))).date()
