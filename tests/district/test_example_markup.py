"""The markup of every page of the example: held to what `test_markup` asks of our own site, and no link is dead."""

import gzip
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import unquote, urldefrag, urljoin
from xml.etree.ElementTree import Element

import pytest

from tests.pages import test_markup
from tests.support import example_site

pytestmark = pytest.mark.build
example, pages = example_site.example, test_markup.pages
test_headings = test_markup.test_every_page_has_one_heading_of_the_first_level_and_skips_no_level
test_ids = test_markup.test_no_id_stands_twice_on_a_page

HOST = "https://example/"


@pytest.fixture(scope="module")
def built(example: Path) -> Path:
    """The site that the tests taken over from `test_markup` look at."""
    return example


def test_every_link_leads_to_a_file_of_the_site_and_every_fragment_to_an_id(
    built: Path, pages: dict[str, Element]
) -> None:
    ids = {address: {one.get("id") for one in page.iter()} for address, page in pages.items()}
    dead = []
    for address, page in pages.items():
        for link in sorted(links(page)):
            url, fragment = urldefrag(urljoin(HOST + address, link))
            if not url.startswith(HOST):
                continue
            target = unquote(url.removeprefix(HOST))
            file = f"{target}index.html" if not target or target.endswith("/") else target
            if not (built / file).is_file() or (fragment and unquote(fragment) not in ids[file]):
                dead.append((address, link))
    assert dead == []


def test_a_first_visit_to_any_page_costs_less_than_100_kilobytes(built: Path, pages: dict[str, Element]) -> None:
    weights: dict[Path, int] = {}

    def weight(file: Path) -> int:
        if file not in weights:
            weights[file] = len(gzip.compress(file.read_bytes()))
        return weights[file]

    heavy = {
        address: total
        for address, page in pages.items()
        if (total := sum(map(weight, {built / address, *loaded(built, address, page)}))) >= 100_000
    }
    assert heavy == {}


def loaded(built: Path, address: str, page: Element) -> Iterator[Path]:
    """What a browser loads with a page: styles, scripts, pictures; what is loaded on demand is measured in Chromium."""
    for one in page.iter():
        address_of = one.get("src") or (one.get("href") if one.get("rel") in {"stylesheet", "icon"} else None)
        if address_of and not address_of.startswith("data:"):
            yield built / urldefrag(urljoin(HOST + address, address_of)).url.removeprefix(HOST)


def links(page: Element) -> set[str]:
    """All that a page leads to and loads."""
    return {link for one in page.iter() for name in ("href", "src") if (link := one.get(name))}
