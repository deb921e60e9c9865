"""Makes a page of a folder in which nothing is wrong, and reads labelled values and rows of tables from it."""

from datetime import date
from pathlib import Path
from xml.etree.ElementTree import Element

from huanjie.checks.report import check_folder
from huanjie.findings import NOTICE
from tests.support.pages import rendered, text

TODAY = date(2016, 7, 10)
COUNTY = "areas/town/county-1/"


def page(content: Path, address: str = COUNTY, subject: str = "constituencies", today: date = TODAY) -> Element:
    """Make a page of a folder without error, warning or breach, also as of that day."""
    report = check_folder(content, today)
    found = [finding for finding in (*report.findings, *report.as_of(today).findings) if finding.severity != NOTICE]
    assert found == [], report.text("")
    return rendered(subject, content, today)[address]


def says(shown: Element, label: str) -> list[str]:
    """Read the values beside a label, or the reason why there are none."""
    (said,) = (row[1] for row in shown.findall("./dl/div") if text(row[0]) == label)
    values = [text(one) for one in said.iter() if one.get("class") in ("hj-value", "hj-missing")]
    return values or [text(said)]


def rows(shown: Element, prefix: str) -> list[list[str]]:
    """Read the rows whose ids begin with the prefix, each as its cells without the notes in them."""
    found = [row for row in shown.findall(".//tbody/tr") if str(row.get("id")).startswith(prefix)]
    return [[_cell(cell) for cell in row] for row in found]


def _cell(cell: Element) -> str:
    notes = "".join(text(one) for one in cell if one.get("class") == "hj-note")
    return text(cell).removesuffix(notes)
