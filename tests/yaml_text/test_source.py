"""The reader: bytes in, values that know their places out, or faults that an editor can act on."""

from time import perf_counter
from typing import NamedTuple

import pytest
from hypothesis import given
from hypothesis import strategies as st

from huanjie.yaml_text import FAULTS, MAX_BYTES, Fault, Fields, Items, Place, Text, Value, read
from huanjie.yaml_text.events import MAX_DEPTH, MAX_TEXT, MAX_VALUES


def faults(raw: str | bytes) -> list[tuple[str, int, int]]:
    """The id, line and column of each fault."""
    value = read("a.yml", raw if isinstance(raw, bytes) else raw.encode())
    assert isinstance(value, tuple)
    return [(fault.id, fault.at.line, fault.at.column) for fault in value]


def fault(raw: str | bytes) -> Fault:
    """The only fault."""
    value = read("a.yml", raw if isinstance(raw, bytes) else raw.encode())
    assert isinstance(value, tuple)
    (only,) = value
    return only


def value_of(raw: str | bytes) -> Value:
    value = read("a.yml", raw if isinstance(raw, bytes) else raw.encode())
    assert not isinstance(value, tuple)
    return value


# ---- Values ----


@pytest.mark.parametrize(
    "typed", ["2016-06-28", "1.0", "0x10", "010", "yes", "no", "null", "~", "09:00", "1e3", "=", "<<x", ".inf", "文字"]
)
def test_every_scalar_is_the_text_that_was_typed(typed: str) -> None:
    assert value_of(f"a: {typed}\n") == {"a": typed}


def test_values_know_their_file_line_and_column() -> None:
    value = value_of("题: 甲\nlist:\n  - 乙\n  - {k: 丙}\n")
    assert isinstance(value, Fields)
    listed = value["list"]
    assert isinstance(listed, Items)
    inner = listed[1]
    assert isinstance(inner, Fields)
    assert [value.at, value["题"].at, listed.at, listed[0].at, inner.at, inner["k"].at] == [
        Place("a.yml", 1, 1),
        Place("a.yml", 1, 4, 1),
        Place("a.yml", 3, 3),
        Place("a.yml", 3, 5, 1),
        Place("a.yml", 4, 5),
        Place("a.yml", 4, 9, 1),
    ]
    assert value.place_of_key("list") == Place("a.yml", 2, 1, 4)
    assert value.place_of_key("nothing") == value.at


@pytest.mark.parametrize(
    ("raw", "is_read"),
    [
        (b"\xef\xbb\xbfa: 1\n", True),  # Windows' Notepad begins UTF-8 with a byte-order mark
        (b"a: 1\r\nb: 2\r\n", True),
        (b"a: 1\rb: 2", True),
        (b"a: 1", True),  # no newline at the end
        (b"---\na: 1\n...\n", True),  # one document, marked as such
        ("a: |\n  App：照录\n  b：照录\n".encode(), True),  # prose in block text is no key
        ('a: "一\n  b：照录"\n'.encode(), True),
        (b"a: see http://example.org/x\n", True),
        ("a：1\n".encode(), False),
    ],
)
def test_what_is_fine_is_read(raw: bytes, *, is_read: bool) -> None:
    assert isinstance(read("a.yml", raw), Fields) is is_read


def test_lines_are_counted_alike_whatever_ends_them() -> None:
    for end in ("\n", "\r\n", "\r"):
        assert faults(end.join(["a: 1", "b: 2", "c：3", "d: \u200b"])) == [("S104", 4, 4)]
        assert faults(end.join(["a: 1", "b: 2", "c：3", ""])) == [("S106", 3, 1)]


# ---- Traps ----

# The first character's two bytes are UTF-8 too, by chance: the second is where it breaks.
NO_TEXT = "这里的字节不是文字：文件不是 UTF-8，也不是 GBK、Big5、UTF-16"
GBK = "title: 示例区换届选举\n".encode("gbk")


class Trap(NamedTuple):
    raw: bytes
    id: str
    line: int
    column: int
    wrong: str


TRAPS = {
    "gbk": Trap(b"a: 1\n" + GBK, "S101", 2, 9, "文件编码是 GBK（记事本里叫“ANSI”），不是 UTF-8"),
    "utf-16": Trap("a: 1".encode("utf-16"), "S101", 1, 1, "文件编码是 UTF-16（记事本里叫“Unicode”），不是 UTF-8"),
    "no text": Trap(
        b"a: 1\n\xff\xff\x00", "S101", 2, 1, "这里的字节不是文字：文件不是 UTF-8，也不是 GBK、Big5、UTF-16"
    ),
    "nul": Trap(b"a: 1\nb: x\0y\n", "S102", 2, 5, "文件里有看不见的控制字符（U+0000）"),
    "escape": Trap(b"a: \x1b[31m\n", "S102", 1, 4, "文件里有看不见的控制字符（U+001B）"),
    "no text after a mark": Trap(b"\xef\xbb\xbfa: 1\r\x80", "S101", 2, 1, NO_TEXT),
    "second mark": Trap(
        b"\xef\xbb\xbf\xef\xbb\xbfa: 1\n",
        "S104",
        1,
        1,
        "文件里有不占位置、看不见的字符，多半是从网页粘贴来的（U+FEFF）",
    ),
    "many tabs": Trap(b"a:\n\tb: 1\n\tc: 2\n", "S105", 2, 1, "文件里有制表符（Tab）（U+0009，全文共 2 处）"),
    "nothing": Trap(b"", "S108", 1, 1, "文件是空的"),
    "blank": Trap(b"\n  \n\n", "S108", 1, 1, "文件是空的"),
    "only a comment": Trap(b"# a: 1\n", "S108", 1, 1, "文件是空的"),
    "bombs": Trap(b"a: &a [x]\nb: [*a, *a]\n", "S110", 1, 4, "用了锚点“&a”"),
    "nested without end": Trap(b"[" * 500_000, "S114", 1, MAX_DEPTH + 1, f"层次超过 {MAX_DEPTH} 层"),
    "as many values as fit": Trap(
        b"[" + b"x," * 400_000 + b"]", "S119", 1, 2 * MAX_VALUES, f"一个文件里超过 {MAX_VALUES} 项内容"
    ),
    "a text without end": Trap(
        b"a: " + b"x" * (MAX_TEXT + 1), "S122", 1, 4, "这段文字有 100,001 个字，一段最多 100,000 个字"
    ),
    "a name without end": Trap(b"x" * (MAX_TEXT + 1), "S122", 1, 1, "这段文字有 100,001 个字，一段最多 100,000 个字"),
}


def test_a_text_may_be_as_long_as_the_checks_are_tried() -> None:
    assert isinstance(read("a.yml", b"a: " + b"x" * MAX_TEXT), Fields)


@pytest.mark.parametrize("trap", TRAPS.values(), ids=TRAPS)
def test_a_trap_is_told_where_it_is(trap: Trap) -> None:
    value = read("a.yml", trap.raw)
    assert isinstance(value, tuple)
    first = value[0]
    assert (first.id, first.at.line, first.at.column, first.wrong) == (trap.id, trap.line, trap.column, trap.wrong)
    assert first.right


HIDDEN = (
    "\u00ad\u034f\u115f\u1160\u17b4\u180b\u180e\u200b\u200c\u200d\u2060\u2064\u206a\u206f\u2800\u3164\ufe00\ufe0f\uffa0"
)


@pytest.mark.parametrize("sign", [*HIDDEN, "\U000e0001", "\U000e0041"])
def test_what_nobody_can_see_is_refused_also_as_a_whole_title(sign: str) -> None:
    for text in (f"a: {sign}", f"a: 会{sign}议", f'a: "\\U{ord(sign):08x}"'):
        assert ids_of(text) == {"S104"}


@pytest.mark.parametrize("text", ["\U000e0100", "a\U000e0100", "字\u200d字", "1\ufe0f", "👍\u200d", "\u200d👍"])
def test_a_joiner_and_a_selector_are_refused_where_there_is_nothing_to_join_or_select(text: str) -> None:
    assert ids_of(f"a: {text}") == {"S104"}


def ids_of(text: str) -> set[str]:
    told = read("a.yml", f"{text}\n".encode())
    return {one.id for one in told if isinstance(one, Fault)}


@pytest.mark.parametrize(
    "text",
    [
        "\U0001f468\u200d\U0001f469\u200d\U0001f467",  # a family
        "\u2764\ufe0f",
        "\U0001f44d\U0001f3fd",
        "\U0001f9d1\u200d\u2695\ufe0f",
        "1\ufe0f\u20e3",
        "\u00a9\ufe0f",
        "\U0001f3f3\ufe0f\u200d\U0001f308",
        "葛\U000e0100",
        "\U0002cc56",
    ],
)
def test_an_emoji_of_several_and_a_form_of_a_character_are_taken(text: str) -> None:
    assert read("a.yml", f"a: 会{text}议\n".encode()) == {"a": f"会{text}议"}


@pytest.mark.parametrize("sign", ["\u200d", "👍\u200d", "\ufe0f", "\u3164", "👍"])
def test_hidden_characters_are_looked_for_in_linear_time(sign: str) -> None:
    begun = perf_counter()
    read("a.yml", f"a: {sign * 200_000}\n".encode())
    assert perf_counter() - begun < 3


@pytest.mark.parametrize(("deep", "refused"), [(MAX_DEPTH, False), (MAX_DEPTH + 1, True)])
def test_nesting_ends_at_the_limit(deep: int, *, refused: bool) -> None:
    assert isinstance(read("a.yml", b"[" * deep + b"x" + b"]" * deep), tuple) is refused


@pytest.mark.parametrize(
    "text",
    [
        "a: " + "字" * 300_000,
        "a: " + "\u200b" * 300_000,
        'a: "' + "\n\n" * 400_000,
        "a: " + "- " * 400_000,
        " " * 900_000 + "a：x",
        "k" * 900_000 + ": x",
        "a：x\n" * 100_000,
        "a: x\n" + "  — 乙\n" * 90_000,
        "a: x\n" * 20_000,
        "".join(f"k{number}: x\n" for number in range(20_000)),
    ],
    ids=lambda text: repr(text[:6]),
)
def test_a_megabyte_of_anything_is_read_to_an_end(text: str) -> None:
    assert len(text.encode()) <= MAX_BYTES
    read("a.yml", text.encode())


# ---- Messages ----


@pytest.mark.parametrize(
    ("text", "wrong", "right"),
    [
        ("date：1\n", "“date”后面是全角冒号“：”", "请改成“date: ”，半角冒号加一个空格；是文字的话请放进半角双引号"),
        ("date:1\n", "“date:”后面没有空格", "请改成“date: ”，半角冒号加一个空格；是文字的话请放进半角双引号"),
        ("date:\u30001\n", "“date:”后面是全角空格", "请改成“date: ”，半角冒号加一个空格；是文字的话请放进半角双引号"),
        (
            "日期：1\na: 1\n",
            "“日期”后面是全角冒号“：”",
            "请改成“日期: ”，半角冒号加一个空格；是文字的话请放进半角双引号",
        ),
        ("a: 1\na: 2\n", "“a”写了两次，前一次在第 1 行", "请只留一处"),
        ("a: !!python/name:os x\n", "用了类型标签“!!python/name:os”", "请删去它；是文字的话请放进半角双引号"),
        ("a: *重要*\n", "内容以 * 或 & 开头", "请把整段内容放进半角双引号"),
        ("a: ! x\n", "用了类型标签“!”", "请删去它；是文字的话请放进半角双引号"),
        ("a: “甲”: 乙\n", "这里不该有冒号", None),
        ('a: "甲"乙\n', "引号或者括号收尾以后还有字", "请把整段内容放进半角引号；内容里有双引号时，用单引号"),
        ("a: 1\n  - b\nc\n", "栏名后面没有冒号", None),
        ("a: 1\n- b: 2\n", "这一行和上面的接不上", "同一层的栏名要从同一列开始；上面不是列表的，这里也不写“- ”"),
        ("a:\n-b\n", "列表的这一行以“-”开头，不是“- ”", "请写成“- 内容”：半角连字符加一个空格"),
        ("a: 1\n: 2\n", "冒号前面没有栏名", "请写成“栏名: 内容”"),
        ("a:\n\u3000- b\n", "行首用了全角空格", "缩进请用半角空格，每层两个"),
        ("只有一段\n", "整个文件只有一段文字“只有一段”", "请写成一行一栏，如 title: 会议名称"),
    ],
)
def test_a_message_names_the_slip_and_a_form_that_can_be_typed(text: str, wrong: str, right: str | None) -> None:
    told = fault(text)
    assert told.wrong == wrong
    assert right in (None, told.right)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("a: 1\ndate 2\nb: 3\n", [("S118", 2, 1)]),  # the line without a colon, not the one after it
        ("a: [b\nc: 1\n", [("S118", 1, 4)]),  # the bracket, not the end of the file
        ('a: "b\nc: 1\n', [("S118", 1, 4)]),
        ("a:\n  -b: 1\n    c: 2\n", [("S118", 2, 3)]),
        ("a: 1\n d: 2\n", [("S118", 2, 3)]),
        ("a：1\nb：2\nc 3\nd: 4\n", [("S106", 1, 1), ("S106", 2, 1)]),  # every one at once
        ("a: [b\nc: |\n  d：照录\n", [("S118", 1, 4)]),  # prose further down is no fault
        ("a: |\n  一是：照录\n b: 1\n", [("S118", 3, 2)]),  # nor is prose further up
        ("a: &x 1\nb: !y 2\na: 3\n", [("S110", 1, 4), ("S112", 2, 4), ("S113", 3, 1)]),
    ],
)
def test_a_slip_is_told_where_it_was_made(text: str, found: list[tuple[str, int, int]]) -> None:
    assert faults(text) == found


NASTY = "：:- \t&*!|>{}[]%@\"'#?,~<\\\u3000\u202e\u200b\ufeff\n\r\0一aZ0/`"


def test_every_id_has_a_sentence() -> None:
    assert all(sentence.endswith("。") for sentence in FAULTS.values())


def texts(value: Value) -> list[Text]:
    if isinstance(value, Text):
        return [value]
    inner = value if isinstance(value, Items) else [*value.values()]
    return [text for one in inner for text in texts(one)]


# Each of these once ended the reader in an AttributeError.
@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("- {}\n- {}\n", []),
        ("[[], []]\n", []),
        ("- []\n- []\n- []\n", []),
        ("a:\n  - {}\n  - {}\n", []),
        ("*a : *a\n*a : *a\n", ["S110", "S110", "S110", "S110", "S113"]),
        ("[{*a : 1, *a : 1}]\n", ["S110", "S110", "S113"]),
    ],
)
def test_empty_things_that_stand_twice_are_read(text: str, found: list[str]) -> None:
    value = read("a.yml", text.encode())
    assert ([one.id for one in value] if isinstance(value, tuple) else []) == found


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("- [甲,\n   乙乙乙乙乙\n  ]\n- [甲,\n   乙乙乙乙乙\n  ]\n- 丙\n", [4, 5, 6]),
        ("- {a: 乙乙乙乙乙,\n  }\n- {a: 乙乙乙乙乙,\n  }\n", [3, 4]),
        ("- a: []\n  b: 乙乙乙乙乙\n  c: [\n  ]\n- a: []\n  b: 乙乙乙乙乙\n  c: [\n  ]\n", [5, 6, 7, 8]),
    ],
)
def test_all_lines_of_what_stands_twice_may_go_the_closing_bracket_too(text: str, lines: list[int]) -> None:
    value = read("a.yml", text.encode())
    assert isinstance(value, Items)
    assert [fix.at.line for doubt in value.doubts for fix in doubt.fixes] == lines


@given(st.one_of(st.binary(max_size=60), st.text(NASTY, max_size=60).map(str.encode)))
def test_any_bytes_are_read_or_refused_with_a_place_inside(raw: bytes) -> None:
    value = read("a.yml", raw)
    lines = raw.decode("utf-8-sig", "replace").replace("\r\n", "\n").replace("\r", "\n").split("\n")
    places = [one.at for one in (value if isinstance(value, tuple) else texts(value))]
    for at in places:
        assert 1 <= at.line <= len(lines)
        assert 1 <= at.column <= len(lines[at.line - 1]) + 1
    if isinstance(value, tuple):
        assert value
        assert all(one.id in FAULTS and one.wrong and one.right for one in value)
