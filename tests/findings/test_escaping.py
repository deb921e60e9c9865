"""Text from records and file names shows all of itself and does nothing, on a terminal, in CI, in Markdown, in JSON."""

import json
import re
from xml.etree import ElementTree as ET

import markdown
import pytest
from hypothesis import given
from hypothesis import strategies as st

from huanjie.findings.escaping import as_json, code, line, lines
from huanjie.findings.escaping import markdown as written

UNSEEN = [
    *(chr(number) for number in (*range(0x20), *range(0x7F, 0xA0)) if chr(number) != "\n"),
    *"\u00ad\u061c\u180e\u200b\u200e\u2028\u2029\u202e\u2060\u2066\u2069\u3164\ufeff\ue000\U000e0041\ud800",
]
NASTY = st.text(st.sampled_from([*UNSEEN, "\n", *":#[]@`*_<>&|~!()$-+.%", "中", "a", "1", " "]), max_size=40)


@pytest.mark.parametrize("char", UNSEEN, ids=lambda char: f"{ord(char):04x}")
def test_what_is_not_seen_is_spelled_out(char: str) -> None:
    assert lines(f"甲{char}乙\n丙").isascii() is False
    assert re.fullmatch(r"甲\\(t|r|u[0-9a-f]{4}|U[0-9a-f]{8})乙\n丙", lines(f"甲{char}乙\n丙"))


@pytest.mark.parametrize("text", ["", "张三", "𠮷野家", "\U0003134f", "（　）", "a\u00a0b", "😀", "é", "::", "C#[1]"])
def test_what_is_seen_stays(text: str) -> None:
    assert lines(f"x{text}") == line(f"x{text}") == f"x{text}"


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("::error::a", r"\u003a:error::a"),  # GitHub and Gitea take it for their own
        (" \u3000::error::a", " \u3000\\u003a:error::a"),  # behind spaces too
        ("a\n ::error::b", "a\n \\u003a:error::b"),  # as the unchanged line of a diff
        ("- a ##[add-mask]b", r"- a #\u0023[add-mask]b"),  # anywhere in a line
        ("##vso[task.x]", r"#\u0023vso[task.x]"),
        ("a ::error::", "a ::error::"),
        ("## 标题", "## 标题"),
    ],
)
def test_no_line_is_a_command_to_a_ci_run(text: str, shown: str) -> None:
    assert lines(text) == shown
    assert lines(shown) == shown


def test_a_value_cannot_begin_a_line() -> None:
    assert line("甲\n::error::乙\r\n") == r"甲\n::error::乙\r\n"


@given(NASTY)
def test_whatever_is_shown_is_seen(text: str) -> None:
    shown = line(text)
    assert shown.replace("\u3000", "").replace("\u00a0", "").isprintable()
    assert line(shown) == shown
    assert "\n" not in shown


@given(NASTY)
def test_json_says_the_same_and_shows_all_of_it(text: str) -> None:
    told = as_json([{text: text}])
    assert json.loads(told) == [{text: text}]
    assert lines(told) == told


def rendered(source: str) -> ET.Element:
    """What a renderer makes of a list with one line."""
    html = markdown.markdown(f"- 甲：{source}。", extensions=["extra"])
    return ET.fromstring(f"<x>{html}</x>")  # noqa: S314  # made here


MARKDOWN = [
    "<!-- 看不见了",
    "<img src=http://evil.example/x.png>",
    "<script>alert(1)</script>",
    "![图](http://evil.example/x.png)",
    "[请看](javascript:alert(1))",
    "[甲][1]",
    "[1]: http://evil.example",
    "[^1]",
    "@huanjie/team 请看",
    "`代码`",
    "```",
    "``a` b``",
    "甲|乙|丙",
    "**粗** _斜_ ~~删~~ ~删~",
    "&lt;b&gt; &copy; &#60;",
    "<http://evil.example>",
    "http://evil.example/x",
    "https://github.com/a/b/issues/1",
    "www.evil.example",
    "a@evil.example",
    "#12 GH-12 a/b#12 !12 %12 &12",
    ":smile: :+1:",
    "$\\color{white}{看不见}$",
    "\\# \\\\",
    "# 标题",
    "1. 一",
    "12) 一",
    "- 一",
    "+ 一",
    "> 引",
    "--- ",
    "    缩进",
    "*[甲]: 乙",
    "{: .x onclick=a }",
    "\u202e颠倒\u2066",
    "一行\n# 两行\n<!--",
    "\x1b[31m红",
]


@pytest.mark.parametrize("text", MARKDOWN)
def test_a_renderer_makes_nothing_of_a_text_but_the_text(text: str) -> None:
    tree = rendered(written(text))
    assert [one.tag for one in tree.iter()] == ["x", "ul", "li"]
    assert "".join(tree.itertext()).strip().replace("\u2060", "") == f"甲：{line(text).strip()}。"


@given(NASTY)
def test_a_renderer_makes_nothing_of_any_text(text: str) -> None:
    tree = rendered(written(text))
    assert [one.tag for one in tree.iter()] == ["x", "ul", "li"]
    assert "".join(tree.itertext()).strip().replace("\u2060", "") == f"甲：{line(text).strip()}。"


# No renderer of GitHub's is at hand: the rules of its documentation, each with what must not stand in the source.
GITHUB = {
    "comment or tag": r"<[!?/a-zA-Z]",
    "mention": r"(?<![\w`])@[a-zA-Z0-9]",
    "issue": r"(?<!&)#\d|\bGH-\d",
    "autolink": r"://|\bwww\.\w|[\w.]@\w",
    "image or link": r"(?<!\\)\]\(|(?<!\\)\[",
    "code": r"(?<!\\)`",
    "emphasis": r"(?<!\\)[*_]",
    "strikethrough": "~",
    "cell of a table": r"\|",
    "picture": r":[\w+-]+:",
    "formula": r"\$",
    "reference of a character": r"&(?!#(?:38|60|62|124|126|36|8288);)",
}


@pytest.mark.parametrize("text", MARKDOWN)
@pytest.mark.parametrize("sign", GITHUB.values(), ids=GITHUB)
def test_github_finds_nothing_that_hides_loads_links_or_notifies(text: str, sign: str) -> None:
    assert not re.search(sign, written(text).replace("\\\\", ""))


@pytest.mark.parametrize("text", ["content/a.yml:3", "a`b", "``", "`a``b`", "@x <b>", "a\nb"])
def test_a_code_span_ends_where_it_should(text: str) -> None:
    tree = rendered(code(text))
    assert [one.tag for one in tree.iter()] == ["x", "ul", "li", "code"]
    assert "".join(tree.itertext()).strip() == f"甲：{line(text)}。"
