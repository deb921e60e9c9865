"""The index: what is in it and what never is, how large it is, and what the reader's script finds in it."""

import re
import shutil
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from bench.search import answers
from huanjie.pages import Page
from huanjie.pages.shared.rendering import render
from huanjie.search import Indexed, build, of_page, postings
from huanjie.search.index.encoding import PLACES, SIGNS, packed, shortened
from huanjie.search.index.kinds import kind_of
from huanjie.search.index.sections import sections
from tests.support.example import CONTENT, TODAY, pages_of

needs_node = pytest.mark.skipif(shutil.which("node") is None, reason="needs node")

FEW = [
    Indexed(
        "questions/card/", "选民证丢了还能投票吗？", "问答", "<h1>题</h1><p>能，带身份证来。</p>", ("选民证找不到",)
    ),
    Indexed("policies/polling/", "投票办法", "政策材料", '<h1>题</h1><h2 id="when">时间</h2><p>二十日以前公布。</p>'),
    Indexed("areas/zaolin/", "枣林镇", "乡镇街道", "<h1>题</h1><p>西井洼村</p>", ("西井洼村", "井洼老庄")),
    Indexed("policies/constituencies/", "选区划分办法", "政策材料", "<h1>题</h1><p>一村一个。</p>"),
]


@pytest.fixture(scope="module")
def example() -> list[Indexed]:
    """The pages of the invented district."""
    return [
        indexed
        for page in pages_of(CONTENT, TODAY).values()
        if page.searched
        for indexed in of_page(page, render(page))
    ]


@pytest.fixture(scope="module")
def written(example: list[Indexed], tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Its index in a folder."""
    return write(tmp_path_factory.mktemp("index"), example)


def write(folder: Path, pages: list[Indexed]) -> Path:
    for name, content in build(pages).items():
        (folder / name).write_bytes(content)
    return folder


def addresses_of(folder: Path, query: str) -> list[str]:
    (answer,) = answers(folder, [query])
    addresses: list[str] = answer["addresses"]
    return addresses


@needs_node
@pytest.mark.parametrize(
    ("query", "address"),
    [
        ("选民证", "questions/card/"),
        ("选民卡找不到", "questions/card/"),
        ("選民證丟了", "questions/card/"),
        ("xuanminzheng", "questions/card/"),
        ("xuǎn mín zhèng", "questions/card/"),
        ("tpbf", "policies/polling/"),
        ("20天以前公布", "policies/polling/"),
        ("井洼老庄", "areas/zaolin/"),
        ("早林镇", "areas/zaolin/"),  # sounds alike
        ("西井村", "areas/zaolin/"),  # a character is missing
        ("西井洼洼村", "areas/zaolin/"),  # one too many
        ("西井哇村", "areas/zaolin/"),
        ("xuanqu huafen", "policies/constituencies/"),
        ("选取划分", "policies/constituencies/"),  # a word of the field that sounds alike
        ("选民正找不到", "questions/card/"),
    ],
)
def test_a_page_is_found_by_what_people_type(tmp_path: Path, query: str, address: str) -> None:
    assert addresses_of(write(tmp_path, FEW), query)[:1] == [address]


@needs_node
@pytest.mark.parametrize(
    "query",
    ["", "天气", "<b>", "(.*)+" * 2000, "a" * 10_000, "\ud800", "\x00\x07", "🙂", "qqq", f"{'liao' * 29}q"],
)
def test_odd_queries_and_those_about_other_things_find_nothing(tmp_path: Path, query: str) -> None:
    assert addresses_of(write(tmp_path, FEW), query) == []


def test_the_same_pages_in_another_order_give_the_same_bytes(example: list[Indexed]) -> None:
    assert build(example[:200]) == build(example[:200][::-1])


def test_a_page_takes_no_more_than_two_kilobytes(example: list[Indexed], written: Path) -> None:
    assert sum(path.stat().st_size for path in written.iterdir()) <= 2048 * len(example)


@pytest.mark.build
def test_one_changed_word_changes_few_files(example: list[Indexed]) -> None:
    (place,) = (number for number, page in enumerate(example) if page.address == "policies/polling-rules/")
    page = example[place]
    changed = replace(page, html=f"{page.html}<p>鲲鹏</p>")
    before, after = build(example), build([*example[:place], changed, *example[place + 1 :]])
    assert 0 < len(after.keys() - before.keys()) <= 4
    assert len(after) == len(before)


@pytest.mark.build
def test_introductions_of_candidates_are_in_no_page_whatever_the_day() -> None:
    for day in (date(2026, 11, 17), date(2026, 11, 18)):
        page = pages_of(CONTENT, day)["areas/dongguan/county-8/"]
        (indexed,) = of_page(page, render(page))
        text = postings(indexed).text
        assert "杨国田" in text
        assert "开面馆" not in text


def test_each_word_explained_is_found_by_itself_with_what_it_means(example: list[Indexed]) -> None:
    (rerun,) = (page for page in example if page.address == "glossary/#rerun")
    assert (rerun.title, rerun.kind) == ("另行选举", "词语")
    assert len(postings(rerun).text) > 20


@needs_node
def test_what_editors_say_that_people_here_say_is_found(tmp_path: Path) -> None:
    for name, content in build(FEW, (("红本本", "选民证"),)).items():
        (tmp_path / name).write_bytes(content)
    assert addresses_of(tmp_path, "红本本") == addresses_of(tmp_path, "选民证") != []


def test_generated_notices_and_the_ledger_are_left_out(example: list[Indexed]) -> None:
    addresses = [page.address for page in example]
    assert not [address for address in addresses if re.match(r"ledger/|areas/.*notices/", address)]
    assert "notices/no-1/" in addresses
    assert "law/electoral-law/2020/28/" in addresses


def test_a_question_has_its_other_wordings_and_an_article_its_old_number(example: list[Indexed]) -> None:
    others = {page.address: page.others for page in example}
    assert "投票有什么用" in others["questions/my-one-vote/"]
    assert "选举法第二十七条（2015 年版）" in others["law/electoral-law/2020/28/"]
    assert "老织锦街" in others["areas/dongguan/"]
    assert "麦咀村" in others["areas/zaolin/station-13/"]
    assert "麦咀村" in others["areas/zaolin/county-90/"]


def test_sections_have_the_ids_of_their_headings_and_no_navigation() -> None:
    html = '<h1 id="title">题</h1><p>甲<b>乙</b></p><h2 id="b">丙</h2><nav><p>丁</p></nav><p>戊 &amp; 己</p>'
    assert [(section.id, section.heading, section.text) for section in sections(html)] == [
        ("", "", "甲乙"),
        ("b", "丙", "戊 & 己"),
    ]


@pytest.mark.parametrize(
    ("address", "kind"),
    [
        ("questions/a/", "问答"),
        ("questions/topics/1/", "目录"),
        ("law/rules/a/", "规则"),
        ("areas/a/station-1/", "投票站"),
    ],
)
def test_the_kind_of_a_page_follows_from_its_address(address: str, kind: str) -> None:
    assert kind_of(address) == kind
    assert [indexed.kind for indexed in of_page(Page(address, "", "", ""), "")] == [kind]


def test_packed_numbers_and_texts_need_no_backslash() -> None:
    signs = packed([0, 45 * PLACES + 89, 10_000 * PLACES + 5]) + "".join(shortened(["选民\n登记", "选民证\n选民证"])[1])
    assert set(signs) <= set(SIGNS)
