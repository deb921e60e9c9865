"""The reports of `tests/imports/reports`, the record made by hand of each, and the facts of a record to be counted.

A fact is a place in the record and the value there; in a list without order the place has no index, so that a missing
name is a single missing fact.
"""

import re
from collections.abc import Iterator
from pathlib import Path

from pydantic import BaseModel

from huanjie.content.reading import Reader
from huanjie.findings import ERROR
from huanjie.model.facts import Fact
from huanjie.model.meetings import Meeting
from tests.conftest import ROOT

REPORTS = ROOT / "tests" / "imports" / "reports"
NAMES = sorted(path.stem for path in REPORTS.glob("*.txt"))
_ABOUT_THE_DRAFT = {"summary", "source", "note", "draft", "unreadable", "themes"}
_UNORDERED = {"chair", "people", "posts", "groups", "materials", "decisions"}

Pairs = set[tuple[str, str]]


def raw(name: str) -> bytes:
    return (REPORTS / f"{name}.txt").read_bytes()


def expected(name: str, folder: Path) -> Pairs:
    """What the record made by hand says."""
    by_hand = (REPORTS / f"{name}.yml").read_text("utf-8")
    return pairs(meeting(f"summary: （略）\nsource: report\n{by_hand}", folder))


def meeting(text: str, folder: Path) -> Meeting:
    """Read a meeting as `huanjie check` does; fails where anything is wrong with it."""
    (folder / "meetings").mkdir(exist_ok=True)
    (folder / "meetings" / "report.yml").write_text(text, "utf-8", newline="\n")
    ((_, reading),) = Reader().readings(folder, ("meetings/report.yml",))
    assert not [one for one in reading.findings if one.severity == ERROR], text
    (record,) = reading.records
    assert isinstance(record, Meeting)
    return record


def pairs(record: Meeting) -> Pairs:
    """Everything that a record says of the meeting."""
    return {(path, value) for path, value in _leaves("", record) if (path, value) != (".place", "unknown")}


def _leaves(path: str, value: object) -> Iterator[tuple[str, str]]:
    if isinstance(value, Fact):
        yield from _leaves(path, value.typed)
    elif isinstance(value, BaseModel):
        for name, inner in value:
            if name not in _ABOUT_THE_DRAFT:
                yield from _leaves(f"{path}.{name}", inner)
    elif isinstance(value, tuple):
        unordered = path.rpartition(".")[2] in _UNORDERED
        for at, one in enumerate((*value, *getattr(value, "gaps", ()))):
            simple = isinstance(one, Fact)
            yield from _leaves(path if simple else f"{path}[{_called(one) if unordered else at}]", one)
    elif value not in (None, False):
        yield path, re.sub("【[?][^】]*】", "【?】", str(value)).rstrip("。")


def _called(one: object) -> str:
    return next(str(name) for key in ("name", "title", "text") if (name := getattr(one, key, None)))
