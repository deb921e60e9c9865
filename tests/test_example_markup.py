"""The markup of every page of the example: held to what `test_markup` asks of our own site, and no link is dead."""

from pathlib import Path
from urllib.parse import unquote, urldefrag, urljoin
from xml.etree.ElementTree import Element

import pytest

from tests import example_site, test_markup

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


def links(page: Element) -> set[str]:
    """All that a page leads to and loads."""
    return {link for one in page.iter() for name in ("href", "src") if (link := one.get(name))}
