"""The markup of every page of the built site: strictly parsed, with headings in order and ids that are unique."""

from collections import Counter
from pathlib import Path

import pytest

from tests.support.markup import Pages, badly_headed, parsed, repeated_ids

pytestmark = pytest.mark.build


@pytest.fixture(scope="module")
def pages(built: Path) -> Pages:
    return parsed(built)


def test_every_page_is_written_in_chinese_with_a_title_and_one_main_part(pages: Pages) -> None:
    titles = [page.findtext("head/title", "").strip() for page in pages.values()]
    assert {page.get("lang") for page in pages.values()} == {"zh"}
    assert {len(page.findall(".//main")) for page in pages.values()} == {1}
    assert [title for title in titles if not title or title.startswith("-")] == []
    assert max(Counter(titles).values()) == 1


def test_every_page_has_one_heading_of_the_first_level_and_skips_no_level(pages: Pages) -> None:
    assert badly_headed(pages) == []


def test_no_id_stands_twice_on_a_page(pages: Pages) -> None:
    assert repeated_ids(pages) == []
