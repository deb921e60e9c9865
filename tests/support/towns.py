"""Small areas for the tests of checks: a town with its constituencies, and the election they belong to."""

import re
from datetime import date

from huanjie.checks.report import check_folder
from huanjie.findings import Finding
from tests.conftest import FIXTURES, Write

TODAY = date(2026, 11, 24)
TWO_SOURCES = "[report, bulletin]"  # so that two figures, as of two sources, are no slip
ELECTION = (FIXTURES / "smallest" / "election.yml").read_text("utf-8")
LISTS = {"voter_list": "2016-06-01", "nominees_list": "2016-06-10", "candidates_list": "2016-06-20"}


def constituency(number: int | str = 1, level: str = "县级", **fields: str) -> str:
    """Write a constituency whose lists were published in time, with more fields, or others; one given as "" is none."""
    lines = {"level": level, **LISTS, **fields}
    return "".join([f"  - number: {number}\n", *(f"    {name}: {value}\n" for name, value in lines.items() if value)])


def town(*constituencies: str, name: str = "town", sort: str = "镇", **fields: str) -> dict[str, str | bytes]:
    """Write a town, or another sort of area, in a file of its own."""
    lines = {"title": f"示例{name}", "sort": sort, "source": TWO_SOURCES, **fields}
    text = "".join(f"{field}: {value}\n" for field, value in lines.items())
    if constituencies:
        text += "constituencies:\n" + "".join(constituencies)
    return {f"areas/{name}.yml": text}


def election(congress: str = "", more: str = "", year: int = 2016, area: str = "示例区") -> dict[str, str | bytes]:
    """Write the election of the smallest folder with more fields of its congress, in another year, of another area."""
    text = ELECTION.replace("term: 8}", f"term: 8{congress}}}").replace("2016-", f"{year}-")
    return {"election.yml": text.replace("area: 示例区", f"area: {area}") + more}


def without_steps() -> dict[str, str | bytes]:
    """Write the election of the smallest folder without its steps."""
    return {"election.yml": re.sub(r"steps:\n(?:  - .*\n)+", "", ELECTION)}


def ids(folder: Write, *files: dict[str, str | bytes], today: date = TODAY) -> list[str]:
    """List the ids of all findings."""
    return [finding.id for finding in _findings(folder, files, today)]


def messages(folder: Write, *files: dict[str, str | bytes]) -> list[str]:
    """List the messages of all findings."""
    return [finding.message for finding in _findings(folder, files, TODAY)]


def _findings(folder: Write, files: tuple[dict[str, str | bytes], ...], today: date) -> tuple[Finding, ...]:
    return check_folder(folder({path: text for part in files for path, text in part.items()}), today).findings
