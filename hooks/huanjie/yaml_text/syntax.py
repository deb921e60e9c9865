"""Syntax errors of libyaml -> faults in the words of an editor.

libyaml often stops lines after the slip (at the next key, or at the end of the file). A fault is placed at the slip.
"""

import re
from collections.abc import Container, Iterator
from itertools import islice

import yaml

from huanjie.yaml_text.values import Fault, Fix, Place

# The first whose sign is in libyaml's message counts.
_SYNTAX = (
    ("found unexpected end of stream", "引号没有收尾", "请在文字末尾补上同样的半角引号"),
    ("found unexpected document indicator", "引号没有收尾", "请在文字末尾补上同样的半角引号"),
    (
        "mapping values are not allowed",
        "这里不该有冒号",
        "内容里有“: ”时，请把整段内容放进半角双引号；如果是新的一栏，请与上一栏对齐",
    ),
    (
        "could not find expected ':'",
        "栏名后面没有冒号",
        "请写成“栏名: 内容”，用半角冒号和一个空格；接着上一行写的文字请多缩进两格",
    ),
    (
        "did not find expected key",
        "这一行和上面的接不上",
        "同一层的栏名要从同一列开始；上面不是列表的，这里也不写“- ”",
    ),
    ("did not find expected '-' indicator", "列表里的这一行没有以“- ”开头，或者没有对齐", "请与上一条的“- ”对齐"),
    ("block sequence entries are not allowed", "“- ”不能和栏名写在同一行", "请换到下一行，缩进两格再写“- ”"),
    ("did not find expected ',' or", "括号里少了逗号，或者括号没有收尾", "请用半角逗号隔开各项，用半角括号收尾"),
    ("found character that cannot start any token", "内容不能以这个符号开头", "请把整段内容放进半角双引号"),
    ("did not find expected node content", "内容不能以这个符号开头", "请把整段内容放进半角双引号"),
    ("mapping keys are not allowed", "内容不能以这个符号开头", "请把整段内容放进半角双引号"),
    ("did not find expected alphabetic or numeric character", "内容以 * 或 & 开头", "请把整段内容放进半角双引号"),
    ("found undefined alias", "内容以 * 开头", "请把整段内容放进半角双引号"),
    ("scanning a block scalar", "| 或 > 的后面还有字", "请把整段内容放进半角双引号"),
    ("parsing a quoted scalar", "双引号里的反斜杠（\\）后面不是能用的写法", "请改用单引号，或者把 \\ 写成 \\\\"),
    ("undefined tag handle", "内容以 ! 开头", "请把整段内容放进半角双引号"),
    ("scanning a tag", "内容以 ! 开头", "请把整段内容放进半角双引号"),
    ("directive", "这一行以 % 开头", "请把整段内容放进半角双引号，或者删去这一行"),
    ("incompatible YAML document", "这一行以 % 开头", "请把整段内容放进半角双引号，或者删去这一行"),
    ("<document start>", "这一行和上面的内容接不上", "请检查缩进：同一层要从同一列开始"),
)
_OPENED = ("引号没有收尾", "栏名后面没有冒号")  # placed at its beginning: libyaml stops at the end
_WIDE_INDENT = re.compile(r" *(?P<slip>[\u00a0\u3000]+)")
_WRONG_DASH = re.compile(r" *(?:-|[—–－·•●] ?)[a-z_]+:(?: |$)")  # noqa: RUF001  # before a field, which it swallows
_ODD = re.compile(" (?:  )*(?=[a-z])")
_NO_NAME = re.compile(r" *(?P<slip>:)(?: |$)")
_DASH = re.compile(r" *(?P<slip>-(?=[^\s-])|[—–－·•●])")  # noqa: RUF001  # what is pasted from Word
_NO_COLON = re.compile(r" *(?:- +)*(?P<slip>(?P<key>[a-z_]+)[ \u3000=＝]+)(?!.*: )\S")  # noqa: RUF001  # what is typed for it
_WIDE_COLON = re.compile(r" *(?:- +)*(?P<slip>(?P<key>[^\s\"'#:：，。、（]{1,8}) *：)")


def explain(file: str, text: str, error: yaml.MarkedYAMLError, enclosed: Container[int]) -> Fault:
    """Explain an error of libyaml: by a known slip on that line or the line before, else by its message.

    `enclosed` are the lines inside quotes or block text, where nothing is a slip.
    """
    problem = f"{error.problem or ''} {error.context or ''}"
    wrong, right = next(
        ((wrong, right) for sign, wrong, right in _SYNTAX if sign in problem),
        ("这里的写法读不懂", "请对照别的记录检查这一行的缩进、冒号和引号"),
    )
    mark, opened = error.problem_mark, error.context_mark
    if opened and (not mark or wrong in _OPENED or ("括号" in wrong and opened.line != mark.line)):
        mark = opened
    if not mark:
        return Fault("S118", Place(file), wrong, right)
    lines = text.split("\n")[: mark.line + 1]
    if early := next(_early_slips(file, lines, problem, enclosed), None):
        return early
    suspects = (number for number in _last_two(lines) if number + 1 not in enclosed)
    if slip := next((slip for number in suspects for slip in _slips(file, number, lines[number])), None):
        return slip
    if "expected key" in problem and lines[mark.line : mark.line + 1] and lines[mark.line][: mark.column].strip():
        wrong, right = "引号或者括号收尾以后还有字", "请把整段内容放进半角引号；内容里有双引号时，用单引号"
    if mark.line >= len(lines):  # after the end, which has no newline
        return Fault("S118", Place(file, len(lines), len(lines[-1]) + 1), wrong, right)
    return Fault("S118", Place(file, mark.line + 1, mark.column + 1), wrong, right)


def _last_two(lines: list[str]) -> list[int]:
    """The numbers of the last two lines that are not blank, counted from 0, the last first."""
    return list(islice((number for number in range(len(lines) - 1, -1, -1) if lines[number].strip()), 2))


def _early_slips(file: str, lines: list[str], problem: str, enclosed: Container[int]) -> Iterator[Fault]:
    """Find slips of the indentation that libyaml accepts, and stops at only where a later line is right."""
    for number, line in enumerate(lines):
        if number + 1 not in enclosed and _WRONG_DASH.match(line):
            yield from _slips(file, number, line)
    first = next((number for number, line in enumerate(lines) if line.strip() and line.lstrip()[0] != "#"), 0)
    if "<document start>" in problem and (indent := len(lines[first]) - len(lines[first].lstrip(" "))):
        at = Place(file, first + 1, 1, indent)
        yield Fault("S118", at, "第一行前面有空格", "请从行首写起", (Fix(at, ""),))
    for number in _last_two(lines)[1:]:
        if number + 1 not in enclosed and (odd := _ODD.match(lines[number])) and not _ODD.match(lines[-1]):
            at = Place(file, number + 1, 1, odd.end())
            yield Fault("S118", at, "这一行和上下没有对齐", "同一层的栏名要从同一列开始，每层缩进两格")


def _slips(file: str, number: int, line: str) -> Iterator[Fault]:
    if match := _WIDE_INDENT.match(line):
        at = _place(file, number, match)
        fix = Fix(at, "".join("  " if char == "\u3000" else " " for char in match["slip"]))
        yield Fault("S118", at, "行首用了全角空格", "缩进请用半角空格，每层两个", (fix,))
    elif match := _NO_NAME.match(line):
        yield Fault("S118", _place(file, number, match), "冒号前面没有栏名", "请写成“栏名: 内容”")
    elif match := _DASH.match(line):
        at = _place(file, number, match)
        wrong = f"列表的这一行以“{match['slip']}”开头，不是“- ”"
        fix = Fix(at, "-" if line[match.end() :].startswith(" ") else "- ")
        yield Fault("S118", at, wrong, "请写成“- 内容”：半角连字符加一个空格", (fix,))
    elif match := _WIDE_COLON.match(line):
        at = _place(file, number, match)
        wrong = f"“{match['key']}”后面是全角冒号“：”"
        right = f"请改成“{match['key']}: ”，半角冒号加一个空格；是文字的话请放进半角双引号"
        yield Fault("S106", at, wrong, right, (Fix(at, f"{match['key']}: "),))
    elif match := _NO_COLON.match(line):
        at = _place(file, number, match)
        right = f"请写成“{match['key']}: 内容”，用半角冒号和一个空格；接着上一行写的文字请多缩进两格"
        yield Fault("S118", at, "栏名后面没有冒号", right, (Fix(at, f"{match['key']}: "),))


def _place(file: str, number: int, match: re.Match[str]) -> Place:
    return Place(file, number + 1, match.start("slip") + 1, len(match["slip"]))
