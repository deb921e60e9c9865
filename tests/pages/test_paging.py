"""Long lists: in parts that hold everything once, none too long, each a tap from the next."""

from datetime import date
from xml.etree.ElementTree import Element

import pytest
from hypothesis import given
from hypothesis import strategies as st

from huanjie.pages.shared.paging import MOST, parts
from tests.conftest import Write
from tests.support.meetings import meeting
from tests.support.pages import links, rendered

TODAY = date(2016, 7, 10)
MANY = 2 * MOST + 30


@given(st.integers(0, 2000))
def test_every_thing_stands_in_one_part_in_order(count: int) -> None:
    cut = parts("list/", range(count))
    assert [thing for part in cut for thing in part.things] == [*range(count)]
    assert all(len(part.things) <= MOST for part in cut)
    assert len({part.address for part in cut}) == len(cut) == cut[0].of


@given(st.integers(1, 3000), st.data())
def test_a_part_links_to_the_first_the_last_and_its_neighbours(count: int, data: st.DataObject) -> None:
    cut = parts("list/", range(count))
    part = data.draw(st.sampled_from(cut))
    assert {1, part.number, part.of} <= {*part.near}
    assert {part.number - 1, part.number + 1} & {*range(1, part.of + 1)} <= {*part.near}
    assert len(part.near) <= 7


@pytest.fixture
def many(folder: Write) -> dict[str, Element]:
    """The meetings' pages where one year has more than a page holds."""
    files = {
        name: text
        for number in range(MANY)
        for name, text in meeting(name=f"2016-06-05-{number}", date="2016-06-05").items()
    }
    content = folder(files)
    return rendered("meetings", content, TODAY) | rendered("sources", content, TODAY)


@pytest.mark.parametrize("origin", ["meetings/years/2016/", "sources/report/"])
def test_a_long_list_goes_on_on_further_pages(many: dict[str, Element], origin: str) -> None:
    pages = [many[origin], many[f"{origin}2/"], many[f"{origin}3/"]]
    assert f"{origin}4/" not in many
    leads = [[str(href) for href, _ in links(page)] for page in pages]
    result = [href.rpartition("/meetings/")[2] for page in leads for href in page]
    result = [name for name in result if name.startswith("2016-06-05-")]
    assert len(result) == len(set(result)) == MANY
    assert {origin, f"{origin}3/"} <= {href.replace("../", "") for href in leads[1]}
