"""The markup of every page of the built site: strictly parsed, with headings in order and ids that are unique."""

from collections import Counter
from itertools import pairwise
from pathlib import Path
from xml.etree.ElementTree import Element

import html5lib
import pytest

pytestmark = pytest.mark.build


@pytest.fixture(scope="module")
def pages(built: Path) -> dict[str, Element]:
    """Each page's address with its tree; any parse error at all is raised."""
    parser = html5lib.HTMLParser(strict=True, namespaceHTMLElements=False)
    return {
        path.relative_to(built).as_posix(): parser.parse(path.read_text(encoding="utf-8"))
        for path in sorted(built.rglob("*.html"))
    }


def test_every_page_is_written_in_chinese_with_a_title_and_one_main_part(pages: dict[str, Element]) -> None:
    titles = [page.findtext("head/title", "").strip() for page in pages.values()]
    assert {page.get("lang") for page in pages.values()} == {"zh"}
    assert {len(page.findall(".//main")) for page in pages.values()} == {1}
    assert [title for title in titles if not title or title.startswith("-")] == []
    assert max(Counter(titles).values()) == 1


def test_every_page_has_one_heading_of_the_first_level_and_skips_no_level(pages: dict[str, Element]) -> None:
    for address, page in pages.items():
        levels = [int(element.tag[1]) for element in page.iter() if element.tag in {"h1", "h2", "h3", "h4", "h5", "h6"}]
        assert levels.count(1) == 1, address
        assert levels[0] == 1, address
        assert [now for before, now in pairwise(levels) if now > before + 1] == [], address


def test_no_id_stands_twice_on_a_page(pages: dict[str, Element]) -> None:
    ids = Counter(
        (address, element.get("id")) for address, page in pages.items() for element in page.iter() if element.get("id")
    )
    assert [where for where, times in ids.items() if times > 1] == []
