"""The invented district without a build: its content, an edition as of a day, and single changes of records."""

import random
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from pathlib import Path

from huanjie.checks.report import Report, check_folder
from huanjie.pages import Edition, Page, every_page
from huanjie.pages.shared.rendering import render
from tests.conftest import ROOT

CONTENT = ROOT / "examples" / "shili" / "content"
TODAY = date(2026, 11, 24)
# What may be changed: a line of an area's file, and how it is changed by a throw of the dice; "" removes the line.
SEATS = re.compile(r"^    seats: (\d+)$")
VOTES = re.compile(r"(?:votes|against|abstained|valid|invalid|returned|issued|participants): (\d+)")
DAY = re.compile(r"^    (?:voter_list|nominees_list|candidates_list|result_list): (\d{4}-\d\d-\d\d)$")
VILLAGE = re.compile(r"^      - (?:\{name: )?(\w+村)")
REFERENCE = re.compile(r"source: \[?([a-z-]+)")
KINDS = {"seats": SEATS, "votes": VOTES, "day": DAY, "village": VILLAGE, "reference": REFERENCE}


@dataclass(frozen=True)
class Change:
    """One line of one file, as it was and as it became; None: removed."""

    kind: str
    line: int
    was: str
    now: str | None


@cache
def checked(content: Path) -> Report:
    """What a content folder gives, read once for all tests: two seconds for the example."""
    return check_folder(content, TODAY)


@cache
def pages_of(content: Path, day: date) -> dict[str, Page]:
    """Every page of a content folder as of a day, by address."""
    return {page.address: page for page in every_page(Edition.of(checked(content), day))}


def shown(page: Page) -> str:
    """All that a page tells: its title, its description, its HTML."""
    return "\n".join([page.title, page.description, render(page)])


def changes(lines: list[str], kind: str, count: int, dice: random.Random) -> Iterator[Change]:
    """Choose lines that say something of a kind, and remove or change each."""
    able = [number for number, line in enumerate(lines) if KINDS[kind].search(line)]
    for number in dice.sample(able, count):
        line = lines[number]
        found = KINDS[kind].search(line)
        assert found is not None
        if (
            kind in ("seats", "day", "village") and dice.random() < 0.4
        ):  # four in ten are left out, as an editor who skips a line would
            yield Change(kind, number, line, None)
        else:
            other = _other(kind, found[1], dice)
            yield Change(kind, number, line, line[: found.start(1)] + other + line[found.end(1) :])


def _other(kind: str, value: str, dice: random.Random) -> str:
    match kind:
        case "seats":
            return str(int(value) % 3 + 1)
        case "votes":
            return str(int(value) + dice.choice([-100, -10, -1, 1, 9, 90]) or 1)
        case "day":
            return (date.fromisoformat(value) + timedelta(days=dice.choice([-30, -9, -2, -1, 1, 2, 9, 30]))).isoformat()
        case "village":
            return value.replace("村", "庄")
        case _:
            return f"{value}s"
