"""The pages of the example: their markup, no dead link, and the weight of a first visit."""

import gzip
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import unquote, urldefrag, urljoin
from xml.etree.ElementTree import Element

import pytest

from tests.support import example_site
from tests.support.markup import Pages, badly_headed, parsed, repeated_ids

pytestmark = pytest.mark.build
example = example_site.example

HOST = "https://example/"


@pytest.fixture(scope="module")
def pages(example: Path) -> Pages:
    return parsed(example)


def test_every_page_has_one_heading_of_the_first_level_and_skips_no_level(pages: Pages) -> None:
    assert badly_headed(pages) == []


def test_no_id_stands_twice_on_a_page(pages: Pages) -> None:
    assert repeated_ids(pages) == []


def test_every_link_leads_to_a_file_of_the_site_and_every_fragment_to_an_id(example: Path, pages: Pages) -> None:
    ids = {address: {tag.get("id") for tag in page.iter()} for address, page in pages.items()}
    dead = []
    for address, page in pages.items():
        for link in sorted(links(page)):
            url, fragment = urldefrag(urljoin(HOST + address, link))
            if not url.startswith(HOST):
                continue
            target = unquote(url.removeprefix(HOST))
            file = f"{target}index.html" if not target or target.endswith("/") else target
            if not (example / file).is_file() or (fragment and unquote(fragment) not in ids[file]):
                dead.append((address, link))
    assert dead == []


def test_a_first_visit_to_any_page_costs_less_than_100_kilobytes(example: Path, pages: Pages) -> None:
    weights: dict[Path, int] = {}

    def weight(file: Path) -> int:
        if file not in weights:
            weights[file] = len(gzip.compress(file.read_bytes()))
        return weights[file]

    heavy = {
        address: total
        for address, page in pages.items()
        if (total := sum(map(weight, {example / address, *loaded(example, address, page)}))) >= 100_000
    }
    assert heavy == {}


def loaded(site: Path, address: str, page: Element) -> Iterator[Path]:
    """The styles, scripts and pictures that come with a page; those that come later are measured in Chromium."""
    for tag in page.iter():
        link = tag.get("src") or (tag.get("href") if tag.get("rel") in {"stylesheet", "icon"} else None)
        if link and not link.startswith("data:"):
            yield site / urldefrag(urljoin(HOST + address, link)).url.removeprefix(HOST)


def links(page: Element) -> set[str]:
    """All that a page leads to and loads."""
    return {link for tag in page.iter() for name in ("href", "src") if (link := tag.get(name))}
