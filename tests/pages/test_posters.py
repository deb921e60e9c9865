"""Posters: one for each step, constituency, answered question and topic, with a code that leads to the page."""

import re
from datetime import date
from functools import partial
from urllib.parse import urljoin

import pytest
import segno

from huanjie.law.guidance import steps
from huanjie.model.constituencies import Constituency
from huanjie.pages import Page
from huanjie.pages.posters.posters import Poster
from huanjie.pages.posters.type_size import SIZES, largest
from huanjie.pages.shared.qr_codes import QUIET, code
from huanjie.pages.shared.rendering import render
from tests.conftest import FIXTURES, Write
from tests.support.example import CONTENT, TODAY, checked, pages_of
from tests.support.pages import rendered, text
from tests.support.towns import ELECTION, constituency, town

SITE = "https://example.org/hj/"
POSTER = re.compile(r"posters/(?:steps|topics)/.+|.+/poster/")


def posters() -> dict[str, Page]:
    return {address: page for address, page in pages_of(CONTENT, TODAY).items() if POSTER.fullmatch(address)}


def test_an_election_that_has_ended_has_no_posters(folder: Write) -> None:
    assert "posters/" in rendered("posters", FIXTURES / "smallest")
    assert rendered("posters", folder({"election.yml": f"{ELECTION}ended: yes\n"})) == {}


def test_every_step_and_constituency_has_a_poster_and_the_page_leads_to_it() -> None:
    pages = pages_of(CONTENT, TODAY)
    assert all(f"../posters/steps/{step.id}/" in render(pages["vote/"]) for step in steps())
    for recorded in checked(CONTENT).records.of(Constituency):
        assert f"areas/{recorded.slug}/poster/" in pages
    assert 'county-13/poster/"' in render(pages["areas/dongguan/county-13/"])
    assert 'my-one-vote/poster/"' in render(pages["questions/my-one-vote/"])


def test_every_poster_leads_to_a_page_that_there_is() -> None:
    pages = pages_of(CONTENT, TODAY)
    targets = {address: page.context["poster"].target for address, page in posters().items()}  # type: ignore[attr-defined]
    assert {target.partition("#")[0] for target in targets.values()} <= pages.keys()
    assert all(
        f'id="{target.partition("#")[2]}"' in render(pages["vote/"]) for target in targets.values() if "#" in target
    )


@pytest.mark.parametrize("address", ["posters/steps/listed/", "areas/dongguan/county-13/poster/"])
def test_the_code_says_the_public_address_and_is_not_there_where_none_is_known(address: str) -> None:
    page = posters()[address]
    poster = page.context["poster"]
    assert isinstance(poster, Poster)
    public, private = render(page, partial(urljoin, SITE)), render(page)
    assert f'aria-label="二维码：{urljoin(SITE, poster.target)}"' in public
    assert "data-hj-address" not in public
    assert "<svg" not in private
    assert "data-hj-address" in private
    assert "0000-5550100" in private


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        (date(2016, 6, 9), "照 2016年6月1日 的记录"),
        (date(2016, 6, 10), "照 2016年6月10日 的记录"),  # a list was published
        (date(2016, 6, 20), "照 2016年6月20日 的记录"),
        (date(2016, 6, 27), "照 2016年6月20日 的记录"),
        (date(2016, 6, 28), "照 2016年6月20日 的记录"),
        (date(2016, 6, 29), "照 2016年6月29日 的记录"),  # the vote is over, and its source was published
        (date(2016, 8, 30), "照 2016年6月29日 的记录"),
    ],
)
def test_a_poster_says_the_day_of_the_newest_record_and_not_that_of_the_build(
    folder: Write, day: date, expected: str
) -> None:
    poster = rendered("posters", folder(town(constituency())), day)["areas/town/county-1/poster/"]
    (page,) = (text(element) for element in poster.iter("p") if element.get("class") == "hj-poster-day")
    assert page.endswith(expected.replace(" ", ""))


def test_a_poster_without_a_dated_record_says_no_day() -> None:
    assert "的记录" not in render(posters()["questions/who-pays/poster/"])


def test_a_code_is_drawn_as_the_standard_has_it() -> None:
    drawn = code(SITE)
    dark = {
        (int(row), int(column) + more)
        for column, row, length in re.findall(r"M(\d+) (\d+)h(\d+)v1h-\d+z", drawn.path)
        for more in range(int(length))
    }
    matrix = [*segno.make(SITE, error="m", micro=False).matrix]
    assert drawn.size == len(matrix) + 2 * QUIET
    assert dark == {
        (row + QUIET, column + QUIET)
        for row, modules in enumerate(matrix)
        for column, module in enumerate(modules)
        if module
    }


@pytest.mark.parametrize(("characters", "size"), [(10, SIZES[0]), (170, 24), (300, 20), (600, 13), (5000, SIZES[-1])])
def test_the_type_is_as_large_as_the_sheet_allows(characters: int, size: int) -> None:
    assert largest("标题", ["字" * characters], (), grounds=False) == size
