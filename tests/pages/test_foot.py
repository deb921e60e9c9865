"""What stands below every page: its age, whom to tell of an error, with a letter that says which page is meant."""

from dataclasses import replace
from urllib.parse import parse_qs, urlsplit

import html5lib

from huanjie.pages import Page
from huanjie.site.page_parts import SiteInfo
from tests.support.example import CONTENT, TODAY, pages_of

PHONES = (("0000-5550100", "0000-5550100"),)
SITE = SiteInfo("示例区", "https://example.org/x/", "", "办公室", PHONES, "a@shili.example")
ADDRESS = "areas/xiguan/county-20/"


def page() -> Page:
    return pages_of(CONTENT, TODAY)[ADDRESS]


def links(site_info: SiteInfo, page: Page) -> dict[str, str]:
    tree = html5lib.parseFragment(site_info.parts(page).foot, namespaceHTMLElements=False)
    return {"".join(element.itertext()): element.get("href", "") for element in tree.iter("a")}


def test_a_reader_who_finds_an_error_has_the_telephone_and_a_letter_in_which_only_the_error_is_missing() -> None:
    shown = replace(page(), title="甲&乙：第 20 选区？")
    result = links(SITE, shown)
    assert result["0000-5550100"] == "tel:0000-5550100"
    letter = urlsplit(result["写邮件"])
    said = parse_qs(letter.query)
    assert (letter.scheme, letter.path, said["subject"]) == ("mailto", "a@shili.example", [f"网页有错：{shown.title}"])
    for piece in (shown.title, f"https://example.org/x/{ADDRESS}", "版本：", "记录：areas/xiguan.yml", "哪里错了："):
        assert piece in said["body"][0]


def test_the_letter_names_another_version_when_the_page_says_something_else() -> None:
    now, later = (links(SITE, one)["写邮件"] for one in (page(), replace(page(), title="别的")))
    versions = [parse_qs(urlsplit(one).query)["body"][0].split("版本：")[1][:6] for one in (now, later)]
    assert versions[0] != versions[1]


def test_nobody_is_named_who_is_not_recorded() -> None:
    foot = SITE.parts(page()).foot
    assert "这一页有错？" in foot
    assert "写邮件" not in replace(SITE, mail="").parts(page()).foot
    assert "这一页有错？" not in replace(SITE, contact="", phones=(), mail="").parts(page()).foot


def test_the_day_of_a_page_is_that_of_its_sources_and_left_out_where_none_is_known() -> None:
    assert "本页按 2026年11月20日 公布的材料更新。" in SITE.parts(page()).foot
    assert "公布的材料更新" not in SITE.parts(replace(page(), changed=None)).foot
