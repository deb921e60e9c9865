"""The picture that chat apps show beside a link."""

from datetime import date
from io import BytesIO

import pytest
from PIL import Image

from huanjie.site.share_card import SIDE, card
from tests.conftest import Project

DAY = date(2026, 11, 18)


def test_it_is_a_square_picture_that_says_the_day_and_is_the_same_each_time() -> None:
    drawn = card(DAY)
    assert Image.open(BytesIO(drawn)).size == (SIDE, SIDE)
    assert len(drawn) < 40_000
    assert card(DAY) == drawn
    assert len({drawn, card(date(2026, 11, 19)), card(None)}) == 3


@pytest.mark.build
def test_pages_name_it_by_its_public_address_where_the_site_has_one(project: Project) -> None:
    picture = project.site / "assets" / "card.png"
    page = project.site / "sources" / "index.html"
    assert project.build().returncode == 0
    assert not picture.exists()
    assert "og:image" not in page.read_text("utf-8")
    assert project.build(HUANJIE_SITE_URL="https://example.org/huanjie").returncode == 0
    assert '<meta property="og:image" content="https://example.org/huanjie/assets/card.png">' in page.read_text("utf-8")
    assert picture.read_bytes() == card(date(2016, 6, 28))
