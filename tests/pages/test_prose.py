"""Prose comes out as it was typed: paragraphs, lists and links are markup, and nothing else."""

import html
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markupsafe import Markup

from district.chance import Chance
from huanjie.pages.shared.prose import Linked, inline, plain, prose

SIGNS = "甲王李当选人大代表〇零二百年月日0123456789*_~`[]()<>&#\"'{}|!+=.、，。：；"
STRINGS = 10_000


def read(markup: str) -> str:
    """What a reader reads, white space folded."""
    lines = re.sub(r"<br>|</p>|</li>", " ", markup)
    return " ".join(html.unescape(re.sub(r"<[a-z/][^>]*>", "", lines)).split())


def folded(text: str) -> str:
    return " ".join(text.split())


@pytest.mark.parametrize(
    "text",
    [
        "王*明、李*华当选",
        "138****1234、139****5678",
        "3*4*5",
        "__x__ 和 _y_",
        "&lt; &amp; &#42; &copy;",
        "# 号楼",
        "~~删去~~ `码`",
        "[第3号](5)",
        "[点](javascript:alert(1))",
        "[点](//example.org/)",
        "[点](data:text/html,x)",
        "[点](http:example.org)",
        "[点](https://user@example.org/)",
        "[点](https://user:word@example.org/)",
        "[点](mailto:a@example.org)",
        "![图](https://example.org/a.png)",
        "<b>粗</b>",
        "\\*",
        "a | b",
        "+ 甲",
        "* 甲",
        "1) 甲",
        "> 引",
        "---",
        "    四个空格",
        "[甲]: https://example.org",
        "<https://example.org>",
    ],
)
def test_what_is_no_markup_of_ours_is_shown_as_it_is(text: str) -> None:
    page = prose(text)
    assert read(page).replace("图](https://example.org/a.png)", "") == folded(text) or "<a " in page
    assert "javascript:" not in re.sub(r">[^<]*<", "><", page)
    assert plain(text) == read(page)


def test_ten_thousand_random_strings_come_out_as_they_went_in() -> None:
    chance = Chance("prose")
    for _ in range(STRINGS):
        text = "".join(chance.pick(SIGNS) for _ in range(chance.between(1, 60)))
        assert read(prose(text)) == read(inline(text)) == plain(text) == folded(text)


@given(st.text(min_size=1, max_size=80))
def test_any_text_comes_out_as_it_went_in(text: str) -> None:
    lines = [line.strip() for line in text.split("\n")]
    expected = folded(" ".join(line.removeprefix("- ") for line in lines))
    assert re.search(r"]\(", text) or folded(Markup(html.escape(read(prose(text)))).unescape()) == expected  # noqa: S704


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("甲", "<p>甲</p>"),
        ("甲\n\n乙", "<p>甲</p>\n<p>乙</p>"),
        ("甲\n\n\n\n乙\n", "<p>甲</p>\n<p>乙</p>"),
        ("甲\n乙", "<p>甲<br>乙</p>"),
        ("1. 甲\n3. 乙\n7. 丙", "<p>1. 甲<br>3. 乙<br>7. 丙</p>"),
        ("有：\n- 甲\n- 乙\n完", "<p>有：</p>\n<ul>\n<li>甲</li>\n<li>乙</li>\n</ul>\n<p>完</p>"),
        ("- 甲", "<ul>\n<li>甲</li>\n</ul>"),
        ("-甲\n－ 乙", "<p>-甲<br>－ 乙</p>"),  # noqa: RUF001  # no list: as it is typed
        ("见[怎样委托](questions/proxy/)。", '<p>见<a href="to:questions/proxy/">怎样委托</a>。</p>'),
        ("[甲](law/a-law/2020/28/#text)", '<p><a href="to:law/a-law/2020/28/#text">甲</a></p>'),
        ("[甲](https://example.org/a?b=1&c)", '<p><a href="https://example.org/a?b=1&amp;c">甲</a></p>'),
        ("[a<b](https://example.org)", '<p><a href="https://example.org">a&lt;b</a></p>'),
        ("[甲](questions/proxy)", "<p>[甲](questions/proxy)</p>"),
        ("[甲](../questions/proxy/)", "<p>[甲](../questions/proxy/)</p>"),
        ("[甲](/questions/proxy/)", "<p>[甲](/questions/proxy/)</p>"),
        ("", "<p></p>"),
    ],
)
def test_paragraphs_lists_and_links(text: str, expected: str) -> None:
    assert prose(text, to="to:{}".format) == expected


@pytest.mark.parametrize(
    ("text", "description"),
    [("上午 9:00\n10 名代表", "上午 9:00 10 名代表"), ("- 甲\n- 乙", "甲 乙"), ("甲\n\n乙", "甲 乙")],
)
def test_lines_do_not_run_together_in_a_description(text: str, description: str) -> None:
    assert plain(text) == description


def test_a_typed_link_wins_over_a_citation_inside_it() -> None:
    text = "见[选举法第三条](law/3/)和选举法第四条"
    cited = [Linked(2, 8, "选举法第三条", "x"), Linked(18, 24, "选举法第四条", "y", "说“什么”")]
    assert prose(text, cited) == (
        '<p>见<a href="law/3/">选举法第三条</a>和<a href="y" title="说“什么”">选举法第四条</a></p>'
    )
