"""A day passes: only what changes on it changes on the site, and what stands need not be made again."""

import re
from collections import Counter
from collections.abc import Mapping
from datetime import date, timedelta
from pathlib import Path

import pytest

from huanjie.pages import Edition, data, every_page, plan
from huanjie.pages.shared.edition import TODAY
from huanjie.pages.shared.rendering import render
from huanjie.site.frames import MARKS, Frame
from huanjie.site.page_parts import SiteInfo
from huanjie.site.writer import PageState, PageWriter
from tests.support.example import CONTENT, checked
from tests.support.example_site import build

pytestmark = pytest.mark.build
IDLE, NEXT = date(2026, 11, 6), date(2026, 11, 7)  # between them nothing happens in the example
PIECES = Frame.of("\n".join(vars(MARKS).values()))
SITE = SiteInfo("示例区", "https://example.org/", "", contact="选举委员会", mail="a@example.org")


def test_a_day_on_which_nothing_changes_leaves_every_byte(tmp_path: Path) -> None:
    sites: list[dict[str, bytes]] = []
    for day in (IDLE, NEXT):
        folder = tmp_path / str(day)
        folder.mkdir()
        clock = str(1_794_000_000 + 86_400 * len(sites))  # what MkDocs takes for its own clock
        site = build(folder, "--today", str(day), HUANJIE_SITE_URL="https://example.org/", SOURCE_DATE_EPOCH=clock)
        sites.append(contents(site))
    first, second = sites
    assert first.keys() == second.keys()  # the search names its files by what is in them
    assert [name for name in first if first[name] != second[name]] == []


# How many pages of a kind are others than on the day before, from 15 to 22 November: the vote is on the 18th.
WEEK = {
    "about": (0, 2, 2, 0, 1, 3, 3, 0),
    "areas": (1, 0, 0, 0, 16, 17, 0, 3),
    "areas: constituency": (3, 0, 0, 413, 411, 416, 1, 3),  # introductions are quiet on the day; it is over; results
    "areas: notices": (3, 0, 0, 0, 111, 416, 0, 2),
    "areas: poster": (3, 0, 0, 0, 413, 416, 0, 2),  # three postponed; the vote is over; results
    "areas: station": (5, 0, 0, 0, 203, 216, 0, 0),
    "candidates": (0, 0, 0, 0, 0, 17, 0, 0),
    "congress": (0, 0, 0, 0, 1, 0, 0, 0),
    "corrections": (0, 0, 0, 0, 1, 0, 0, 0),
    "coverage": (0, 1, 1, 0, 1, 1, 1, 0),
    "decisions": (3, 3, 3, 2, 2, 0, 2, 2),
    "find": (5, 0, 0, 1, 17, 17, 0, 3),
    "home": (1, 1, 1, 1, 1, 1, 0, 1),
    "law": (2, 8, 2, 0, 2, 10, 0, 0),
    "ledger": (1, 0, 0, 0, 17, 17, 0, 3),
    "meetings": (5, 7, 5, 5, 8, 5, 1, 1),
    "notices": (3, 0, 0, 0, 0, 4, 0, 0),
    "policies": (5, 2, 1, 0, 0, 1, 0, 0),
    "posters": (1, 1, 0, 0, 1, 10, 1, 1),
    "progress": (1, 1, 1, 17, 18, 18, 2, 2),
    "questions": (10, 14, 10, 1, 11, 22, 12, 11),
    "questions: poster": (0, 2, 2, 0, 0, 3, 0, 0),
    "results": (0, 0, 0, 0, 17, 17, 0, 3),
    "sources": (2, 0, 0, 0, 2, 9, 0, 2),
    "stories": (0, 0, 0, 0, 0, 4, 0, 4),
    "structure": (0, 0, 0, 0, 0, 1, 0, 1),
    "themes": (5, 5, 6, 0, 6, 5, 2, 4),
    "vote": (5, 0, 0, 7, 1, 18, 0, 1),  # the last day for a judgment is the 17th
}


def test_around_polling_day_what_changes_is_what_the_records_and_the_law_change() -> None:
    days = [date(2026, 11, 14) + timedelta(count) for count in range(9)]
    counted: dict[str, list[int]] = {}
    before: dict[str, str] = {}
    for day in days:
        now = page_texts(day)
        others = (address for address in now.keys() | before.keys() if now.get(address) != before.get(address))
        kinds = Counter(map(kind_of, others))
        for kind in kinds.keys() | counted.keys():
            counted.setdefault(kind, [0] * days.index(day)).append(kinds[kind])
        before = now
    week = {kind: tuple(counts[1:]) for kind, counts in sorted(counted.items()) if any(counts[1:])}
    assert week == WEEK


def page_texts(day: date) -> dict[str, str]:
    """Everything that is told on the pages of the example on a day."""
    edition = Edition.of(checked(CONTENT), day)
    pages = every_page(edition)
    return {page.address: f"{page.title} {page.description} {page.changed} {render(page)}" for page in pages}


def kind_of(address: str) -> str:
    """What kind of page it is: its section, and below an area what it is about."""
    if match := re.fullmatch(r"areas/[^/]+/(station|county|township)-\d+/(\w*)/?", address):
        return f"areas: {match[2] or ('station' if match[1] == 'station' else 'constituency')}"
    if address.endswith("/poster/"):
        return "questions: poster"
    return address.partition("/")[0] or "home"


def test_a_site_brought_to_another_day_is_one_that_is_made_from_nothing(tmp_path: Path) -> None:
    """Over a day on which nothing changes, over the vote, and back."""
    site = tmp_path / "site"
    made = filled(IDLE, site, {})
    # Each of them is made again every day; others only ask whether a day of their own is past.
    assert sum(TODAY in state.reads for state in made.values()) < 60
    for day in (NEXT, date(2026, 11, 19), IDLE):
        made = filled(day, site, made)
        fresh = tmp_path / str(day)
        filled(day, fresh, {})
        assert contents(site) == contents(fresh)


def filled(day: date, folder: Path, before: Mapping[str, PageState]) -> dict[str, PageState]:
    """Bring the pages of the example to a day, in place, without what the theme puts around them."""
    edition = Edition.of(checked(CONTENT), day)
    writer = PageWriter(edition, SITE, folder, folder, before)
    made = {state.address: state for state in writer.pages([(planned, PIECES) for planned in plan(edition)])}
    made |= {file.address: writer.data_file(file) for file in data(edition)}
    for address in before.keys() - made.keys():
        writer.file(folder, address).unlink()
    return made


def contents(folder: Path) -> dict[str, bytes]:
    return {file.relative_to(folder).as_posix(): file.read_bytes() for file in folder.rglob("*") if file.is_file()}
