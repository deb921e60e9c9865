"""Reads pages about a constituency's votes by their structure: headings with ids, rows, labelled cells."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from xml.etree.ElementTree import Element

from tests.support.pages import text

DEPUTIES = ("当选的人", "现在的代表")
HEADINGS = ("h1", "h2")


@dataclass(frozen=True)
class Section:
    """The section of a vote: the outcome for each person, and all sentences."""

    people: dict[str, str]
    sentences: str


@dataclass(frozen=True)
class Read:
    """The page of a constituency: its state, the deputies, each vote by the id of its heading."""

    state: str
    deputies: set[str]
    votes: dict[str, Section]


def by_class(page: Element, tag: str, name: str) -> Iterator[Element]:
    """Elements of a class."""
    yield from (element for element in page.iter(tag) if name in (element.get("class") or "").split())


def constituency(page: Element) -> Read:
    """Read the page of a constituency."""
    state = next(by_class(page, "p", "hj-state"), None)
    rows = [(row.find("dt"), row.find("dd")) for facts in by_class(page, "dl", "hj-facts") for row in facts]
    people = [dd for dt, dd in rows if dt is not None and dd is not None and text(dt) in DEPUTIES]
    return Read(
        "" if state is None else text(state).removesuffix("。"),
        {name for dd in people for link in dd.findall("a") for name in text(link).split("、")},
        {
            name: _section(parts)
            for name, parts in sections(page).items()
            if re.match("result|rerun|by-election|recall", name)
        },
    )


def sections(page: Element) -> dict[str, list[Element]]:
    """Collect the elements below each heading that has an id, up to the next."""
    below: dict[str, list[Element]] = {}
    for parent in page.iter():
        name = ""
        for element in parent:
            if element.tag in HEADINGS:
                name = element.get("id") or ""
            if name:
                below.setdefault(name, []).append(element)
    return below


def _section(parts: list[Element]) -> Section:
    people = {}
    for row in (row for part in parts for row in part.iter("tr")):
        name, outcome = (
            row.find("th"),
            next((cell for cell in row.iter("td") if cell.get("data-label") == "结果"), None),
        )
        if name is not None and outcome is not None:
            people[text(name).removesuffix("（另选）")] = text(outcome)
    return Section(people, "".join(text(part) for part in parts if part.tag == "p"))


def notices(page: Element) -> dict[str, str]:
    """The text of each notice on the page of notices, by its id."""
    return {name: text(part) for part in page.iter("section") if (name := part.get("aria-labelledby"))}


def poster(page: Element) -> str:
    """Give the text of a poster's sheet."""
    return "".join(text(part) for part in by_class(page, "section", "hj-poster"))


@dataclass(frozen=True)
class Row:
    """A row of the table of results of an area: the elected, and the state of the constituency."""

    elected: str
    state: str


def results_of_area(page: Element) -> dict[str, Row]:
    """The rows of the results of an area, by their ids."""
    cells = {
        name: {str(cell.get("data-label")): text(cell) for cell in row.iter("td")}
        for row in page.iter("tr")
        if (name := row.get("id"))
    }
    return {name: Row(row["当选的人"], row["选满没有"]) for name, row in cells.items() if "选满没有" in row}


@dataclass(frozen=True)
class Level:
    """The results of a level: how many were elected, the turnout as printed, the areas with open seats."""

    elected: str
    turnout: str
    open: set[str]


def results(page: Element) -> dict[str, Level]:
    """The results of each level, by the id of its heading."""
    levels = {}
    for name in ("county", "township"):
        figures = {}
        for part in sections(page).get(name, []):
            if part.tag == "dl":
                for row in part:
                    dt, value = row.find("dt"), next(by_class(row, "span", "hj-value"))
                    figures[text(dt) if dt is not None else ""] = (text(value), "".join(text(p) for p in row.iter("p")))
        levels[name] = Level(figures["当选代表"][0], figures.get("投票率", ("", ""))[1], _open(page, name))
    return levels


def _open(page: Element, name: str) -> set[str]:
    """The areas that the list under the heading of open seats links to."""
    for parent in page.iter():
        for heading, after in zip([*parent], [*parent][1:], strict=False):
            if heading.get("id") == f"{name}-open":
                return {str(link.get("href")).strip("./").split("/")[1] for link in after.iter("a")}
    return set()
