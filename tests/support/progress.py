"""Makes the page of progress and reads the states of its stages."""

from datetime import date
from pathlib import Path
from xml.etree.ElementTree import Element

from tests.support.pages import rendered, text

BEFORE, DAY, AFTER = date(2016, 6, 15), date(2016, 6, 28), date(2016, 7, 10)


def progress(content: Path, today: date = AFTER) -> Element:
    return rendered("progress", content, today)["progress/"]


def standings(shown: Element) -> list[tuple[str, str]]:
    """List each stage of the table and its state."""
    rows = [row for row in shown.findall(".//tbody/tr") if str(row.get("id")).startswith("stage-")]
    return [(text(row[0]), text(row[1])) for row in rows]
