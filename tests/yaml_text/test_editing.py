"""Editing a file in place: what is asked for changes, and not a byte beside it."""

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from huanjie.yaml_text import Fields, Place, read
from huanjie.yaml_text.editing import Editing, Plain, fields, item

AREA = """\
# 东关街道
title: 东关街道   # 简称东关
seats: 59
four: [甲, 乙, 丙,  丁]

constituencies:
  # 第一个选区
  - number: 1   # 城里
    covers: [东村, '西村']
    seats: 2

  - number: 2
    covers:
      - 南村   # 河南边
      - {name: 北村, part: [一组]}
    note: |
      两个村合成一个。

      分在河的两边。
  - number: 3
    covers:
      - 河村
# 最后一行
"""
Edit = Callable[[Editing], object]


def edited(text: str, edit: Edit) -> str:
    editing = Editing(text.encode())
    edit(editing)
    return editing.done().decode()


FIRST, SECOND, THIRD = (("constituencies", number) for number in range(3))
EDITS: dict[str, tuple[Edit, str, str]] = {
    "a value": (lambda e: e.put((*FIRST, "seats"), "3"), "    seats: 2\n", "    seats: 3\n"),
    "a value before a comment": (
        lambda e: e.put(("title",), "东关: 街道"),
        "title: 东关街道   # 简称",
        'title: "东关: 街道"   # 简称',
    ),
    "a text of more lines": (
        lambda e: e.put((*FIRST, "seats"), "两段。\n\n再写。"),
        "    seats: 2\n",
        "    seats: |-\n      两段。\n\n      再写。\n",
    ),
    "a text for a list": (
        lambda e: e.put((*THIRD, "covers"), "河村"),
        "    covers:\n      - 河村\n",
        "    covers: 河村\n",
    ),
    "fields for a text": (
        lambda e: e.put(("seats",), {"value": "59", "note": "照方案。"}),
        "seats: 59\n",
        "seats:\n  value: 59\n  note: 照方案。\n",
    ),
    "a field in its order": (
        lambda e: e.put((*FIRST, "voters"), "900", ("number", "covers", "seats", "voters")),
        "    seats: 2\n",
        "    seats: 2\n    voters: 900\n",
    ),
    "a field before the first": (
        lambda e: e.put((*FIRST, "level"), "县级", ("level", "number")),
        "  - number: 1 ",
        "  - level: 县级\n    number: 1 ",
    ),
    "a field after a value of more lines": (
        lambda e: e.put((*SECOND, "seats"), "1"),
        "      分在河的两边。\n",
        "      分在河的两边。\n    seats: 1\n",
    ),
    "a field in braces": (
        lambda e: e.put((*SECOND, "covers", 1, "area"), "xiguan"),
        "part: [一组]}",
        "part: [一组], area: xiguan}",
    ),
    "one more in brackets": (
        lambda e: e.append((*FIRST, "covers"), "中村, 上"),
        "[东村, '西村']",
        "[东村, '西村', \"中村, 上\"]",
    ),
    "one more below": (
        lambda e: e.append((*SECOND, "covers"), {"name": "中村", "part": ["二组", "三组"]}),
        "part: [一组]}\n",
        "part: [一组]}\n      - {name: 中村, part: [二组, 三组]}\n",
    ),
    "one more record": (
        lambda e: e.append(("constituencies",), {"number": "4", "covers": ["上村"], "vote": {"valid": "9"}}),
        "# 最后一行",
        "  - number: 4\n    covers: [上村]\n    vote:\n      valid: 9\n# 最后一行",
    ),
    "one less in brackets": (lambda e: e.relist((*FIRST, "covers"), {0}, ["中村"]), "[东村, '西村']", "['西村', 中村]"),
    "one less below": (lambda e: e.remove((*SECOND, "covers", 0)), "      - 南村   # 河南边\n", ""),
    "several less in brackets": (
        lambda e: e.relist(("four",), {0, 2, 3}, ["戊", "己"]),
        "[甲, 乙, 丙,  丁]",
        "[乙, 戊, 己]",
    ),
    "one changed in brackets and one more": (
        lambda e: [e.put(("four", 1), {"name": "乙", "sort": "村"}), e.append(("four",), "戊")],  # type: ignore[func-returns-value]
        "[甲, 乙, 丙,  丁]",
        "[甲, {name: 乙, sort: 村}, 丙,  丁, 戊]",
    ),
    "a field after a list that grows": (
        lambda e: [e.put((*THIRD, "seats"), "1"), e.append((*THIRD, "covers"), "上村")],  # type: ignore[func-returns-value]
        "      - 河村\n",
        "      - 河村\n      - 上村\n    seats: 1\n",
    ),
    "others below": (
        lambda e: e.relist((*SECOND, "covers"), {0, 1}, ["中村", "上村"]),
        "南村   # 河南边\n      - {name: 北村, part: [一组]}",
        "中村\n      - 上村",
    ),
    "a field less": (lambda e: e.remove((*FIRST, "seats")), "    seats: 2\n", ""),
    "the first field less": (lambda e: e.remove((*FIRST, "number")), "number: 1   # 城里\n    covers", "covers"),
    "a field less in braces": (lambda e: e.remove((*SECOND, "covers", 1, "part")), "北村, part: [一组]", "北村"),
    "characters": (lambda e: e.replace(Place("", 3, 8, 2), "60"), "seats: 59", "seats: 60"),
    "a line": (lambda e: e.replace(Place("", 2, 1), "title: 东关"), "title: 东关街道   # 简称东关", "title: 东关"),
}


@pytest.mark.parametrize("newline", ["\n", "\r\n"])
@pytest.mark.parametrize(("edit", "old", "new"), EDITS.values(), ids=EDITS)
def test_an_edit_changes_what_it_says_and_nothing_else(edit: Edit, old: str, new: str, newline: str) -> None:
    assert AREA.count(old) == 1
    result = edited("\ufeff" + AREA.replace("\n", newline), edit)
    assert result == "\ufeff" + AREA.replace(old, new).replace("\n", newline)
    assert not isinstance(read("areas/dongguan.yml", result.encode()), tuple)


def test_edits_are_made_at_once_and_in_the_order_of_the_file() -> None:
    def edit(editing: Editing) -> None:
        editing.put((*SECOND, "seats"), "1", ("number", "covers", "seats"))
        editing.put(("seats",), "60")
        editing.put((*SECOND, "voters"), "9", ("number", "covers", "seats", "voters"))

    added = AREA.replace("part: [一组]}\n", "part: [一组]}\n    seats: 1\n    voters: 9\n")
    assert edited(AREA, edit) == added.replace("seats: 59", "seats: 60")


def test_two_edits_of_one_value_are_refused() -> None:
    editing = Editing(AREA.encode())
    editing.put(("seats",), "60")
    editing.put(("seats",), "61")
    with pytest.raises(ValueError, match="two changes"):
        editing.done()


def test_an_empty_field_is_filled_and_a_file_without_a_last_newline_grows() -> None:
    assert edited("title:\nseats: 5", lambda e: e.put(("title",), "东村")) == "title: 东村\nseats: 5"
    assert edited("title: 东村", lambda e: e.put(("seats",), "5")) == "title: 东村\nseats: 5"
    assert edited("- {id: a}", lambda e: e.append((), {"id": "b"})) == "- {id: a}\n- {id: b}"


TEXTS = st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cs", "Cn", "Cf", "Zl", "Zp"]), min_size=1).map(
    str.strip
)
PLAIN = st.recursive(
    TEXTS | st.tuples(TEXTS.filter(bool), TEXTS.filter(bool)).map("\n".join),
    lambda inner: st.lists(inner, min_size=1, max_size=3) | st.dictionaries(st.sampled_from("abc"), inner, min_size=1),
    max_leaves=8,
)


@given(st.dictionaries(st.sampled_from(["a", "b", "c"]), PLAIN, min_size=1))
def test_whatever_is_written_is_read_back(value: dict[str, object]) -> None:
    assert read("", fields(value, 0).encode() + b"\n") == value  # type: ignore[arg-type]  # plain values of any depth


@given(PLAIN)
def test_whatever_is_put_into_a_file_is_read_back(value: Plain) -> None:
    area = read("", edited(AREA, lambda e: e.put(("title",), value)).encode())
    assert isinstance(area, Fields)
    assert area["title"] == value


NASTY = st.text(
    st.sampled_from("  \n\n-:#[]{},|>'\"*&!%@`?\\<~=aby01.：，　\u00a0\t\r\x85\u2028\ufeff\u200b\x00\x1b\ud800中"),
    max_size=40,
)
NEVER = set("\t\r\x85\u2028\ufeff\u200b\x00\x1b\ud800")
REFUSED = {"S102", "S103", "S104", "S105", "S118"}  # what the reader never takes, however it is written
ALONE = [
    "*1",
    "[]",
    "{}",
    "| block",
    "&a",
    "!x",
    "<<",
    "---",
    "...",
    "abc：",
    "y：后",
    "a: b",
    "a #b",
    "a\rb",
    "\ud800",
    "",
]
WRITTEN: dict[str, Callable[[str], tuple[str, tuple[str | int, ...]]]] = {
    "one of a list": lambda text: (item(text, 0), (0,)),
    "in brackets": lambda text: (item([text, text], 0), (0, 1)),
    "in braces": lambda text: (item([{"a": text, "b": text}], 0), (0, 0, "b")),
    "a field": lambda text: (fields({"a": text, "b": "1"}, 0), ("a",)),
    "a field of a field": lambda text: (fields({"a": {"b": text}, "c": "1"}, 0), ("a", "b")),
    "one of a list in a field": lambda text: (fields({"a": [text, "1"], "b": "1"}, 0), ("a", 0)),
    "put": lambda text: (edited(AREA, lambda e: e.put(("title",), text)), ("title",)),
    "put below": lambda text: (edited(AREA, lambda e: e.put((*THIRD, "covers"), text)), (*THIRD, "covers")),
    "put in brackets": lambda text: (edited(AREA, lambda e: e.put(("four", 1), text)), ("four", 1)),
    "put in braces": lambda text: (
        edited(AREA, lambda e: e.put((*SECOND, "covers", 1, "name"), text)),
        (*SECOND, "covers", 1, "name"),
    ),
    "put for more lines": lambda text: (edited(AREA, lambda e: e.put((*SECOND, "note"), text)), (*SECOND, "note")),
    "added": lambda text: (edited(AREA, lambda e: e.put((*FIRST, "note"), text)), (*FIRST, "note")),
    "added in brackets": lambda text: (edited(AREA, lambda e: e.append(("four",), text)), ("four", 4)),
    "added below": lambda text: (edited(AREA, lambda e: e.append((*THIRD, "covers"), text)), (*THIRD, "covers", 1)),
}


def written_and_read(text: str, form: str) -> object:
    """The text as it is read where it was written, or the ids of the faults that refuse it."""
    file, path = WRITTEN[form](text)
    value: object = read("", f"{file}\n".encode())
    if isinstance(value, tuple):
        return {fault.id for fault in value}
    for step in path:
        value = value[step]  # type: ignore[index]  # where the text was written
    return value


@pytest.mark.parametrize("form", WRITTEN)
@pytest.mark.parametrize("text", ALONE)
def test_a_text_that_yaml_takes_for_something_else_is_read_back_or_refused(text: str, form: str) -> None:
    told = written_and_read(text, form)
    refused = REFUSED | ({"S101"} if "\0" in text else set())  # as every second byte of UTF-16
    assert told == text or (isinstance(told, set) and told <= refused and NEVER & set(text))


@pytest.mark.parametrize("form", WRITTEN)
@given(text=NASTY)
def test_any_text_is_read_back_as_it_is_or_refused(text: str, form: str) -> None:
    told = written_and_read(text, form)
    refused = REFUSED | ({"S101"} if "\0" in text else set())  # as every second byte of UTF-16
    assert told == text or (isinstance(told, set) and told <= refused and NEVER & set(text))
