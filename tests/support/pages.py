"""Makes pages of a content folder without a build, parses them, and reads their text and links."""

import re
from collections.abc import Collection, Iterator
from dataclasses import replace
from datetime import date
from importlib import import_module
from pathlib import Path
from pkgutil import walk_packages
from typing import Any
from xml.etree.ElementTree import Element

import html5lib

from huanjie import pages
from huanjie.checks.report import check_folder
from huanjie.pages import Edition, Page, PagePlan
from huanjie.pages.shared.rendering import render

TODAY = date(2016, 7, 10)

AREA = """\
title: 示例镇
sort: 镇
source: report
constituencies:
  - {number: 7, level: 乡级}
"""

BODIES = """\
- id: office
  title: 示例区选举委员会办公室
  sort: 办公室
  level: 县级
  parent: committee
  contact: {phone: 0000-5550100, hours: 工作日 08:30 至 17:30}
  source: report
- id: committee
  title: 示例区选举委员会
  sort: 选举委员会
  level: 县级
  source: report
"""


def edition(content: Path, today: date = TODAY) -> Edition:
    """Make the edition of a content folder in which nothing is wrong."""
    report = check_folder(content, today)
    assert not report.refused, report.text("")
    return Edition.of(report)


def subject_module(subject: str) -> Any:  # noqa: ANN401  # a module has no type of its own
    """Find the module that makes the pages of a subject, in any section."""
    names = (module.name for module in walk_packages(pages.__path__, "huanjie.pages."))
    modules = (import_module(name) for name in names if name.endswith(f".{subject}"))
    return next(module for module in modules if hasattr(module, "pages"))


def made(subject: str, of: Edition) -> Iterator[Page]:
    """Make the pages of a subject, ready to be rendered."""
    for one in subject_module(subject).pages(of):
        yield replace(one.page if isinstance(one, PagePlan) else one, statute=of.statute)


def rendered(subject: str, content: Path, today: date = TODAY, among: Collection[str] = ()) -> dict[str, Element]:
    """Render the pages of a subject and parse them strictly: all, or those of some addresses."""
    parser = html5lib.HTMLParser(strict=True, namespaceHTMLElements=False)
    pages = (page for page in made(subject, edition(content, today)) if not among or page.address in among)
    return {page.address: parser.parseFragment(render(page)) for page in pages}


def text(element: Element) -> str:
    """Give the text of an element without white space."""
    return re.sub(r"\s+", "", "".join(element.itertext()))


def texts(page: Element, path: str) -> list[str]:
    return [text(one) for one in page.findall(path)]


def links(page: Element, path: str = ".//a") -> list[tuple[str | None, str]]:
    return [(one.get("href"), text(one)) for one in page.findall(path)]
