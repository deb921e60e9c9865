"""YAML text -> values, by libyaml's events, and every fault of the text.

Events, not composed nodes: events name anchors, tags and documents, cost less (0.12 ms against 0.17 ms for 1.8 KB) and
cannot be made to recurse without end.
"""

import re
from collections.abc import Iterator
from typing import Any

import yaml

from huanjie.source.characters import decode, unseen, unseen_escape
from huanjie.source.values import Fault, Fields, Items, Place, Text, Value, shorten

MAX_DEPTH = 20  # the deepest record (speech, point, point, fact) has 9
MAX_VALUES = 50_000  # read in 0.3 s; a whole township's constituencies need about 5,000

_Event = Any  # libyaml's events; the stubs know neither their fields nor that they always carry marks
_BAD_COLON = re.compile(
    r"^ *(?:- +)*(?P<key>[A-Za-z_][A-Za-z0-9_-]*) *(?P<colon>：|:(?!//)(?=[^\s])|:(?=[\u00a0\u3000]))"
)

# What libyaml says, in the words of somebody who looks at the file. The first that matches is told.
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
        "这一行和上面的没有对齐，或者引号后面还有字",
        "同一层的栏名要从同一列开始；内容里有引号时，请把整段放进另一种引号",
    ),
    ("did not find expected '-' indicator", "列表里的这一行没有以“- ”开头，或者没有对齐", "请与上一条的“- ”对齐"),
    ("block sequence entries are not allowed", "“- ”不能和栏名写在同一行", "请换到下一行，缩进两格再写“- ”"),
    ("did not find expected ',' or", "括号里少了逗号，或者括号没有收尾", "请用半角逗号隔开各项，用半角括号收尾"),
    ("found character that cannot start any token", "内容不能以这个符号开头", "请把整段内容放进半角双引号"),
    ("did not find expected alphabetic or numeric character", "内容以 * 或 & 开头", "请把整段内容放进半角双引号"),
    ("found undefined alias", "内容以 * 开头", "请把整段内容放进半角双引号"),
    ("escape", "双引号里的反斜杠（\\）后面不是能用的写法", "请改用单引号，或者把 \\ 写成 \\\\"),
    ("undefined tag handle", "内容以 ! 开头", "请把整段内容放进半角双引号"),
    ("directive", "这一行以 % 开头", "请把整段内容放进半角双引号，或者删去这一行"),
    ("<document start>", "这一行和上面的内容接不上", "请检查缩进：同一层要从同一列开始"),
)


class _RefusedError(Exception):
    """Ends the reading of one file."""

    def __init__(self, fault: Fault) -> None:
        super().__init__(fault.wrong)
        self.fault = fault


def read(file: str, raw: bytes) -> Fields | Items | tuple[Fault, ...]:
    """Read one record file: its mapping or list, or every fault that was found in it.

    `file` is only the name that places carry; nothing is opened here.
    """
    text = decode(file, raw)
    if isinstance(text, Fault):
        return (text,)
    if faults := unseen(file, text):
        return faults
    reader = _Reader(file)
    try:
        value: Value = reader.document(text)
    except _RefusedError as refused:
        reader.faults.append(refused.fault)
    except yaml.MarkedYAMLError as error:
        colons = tuple(reader.bad_colons(text))
        return colons or (*reader.faults, _syntax(file, error))
    if faults := (*reader.faults, *reader.bad_colons(text)):
        return faults
    if isinstance(value, Text):
        return (
            Fault("S116", value.at, f"整个文件只有一段文字“{shorten(value)}”", "请写成一行一栏，如 title: 会议名称"),
        )
    return value


def _syntax(file: str, error: yaml.MarkedYAMLError) -> Fault:
    """Tell what libyaml could not read; an open quote is told where it begins, not at the end of the file."""
    problem = f"{error.problem or ''} {error.context or ''}"
    wrong, right = next(
        ((wrong, right) for sign, wrong, right in _SYNTAX if sign in problem),
        ("这里的写法读不懂", "请对照别的记录检查这一行的缩进、冒号和引号"),
    )
    opened = error.context_mark if wrong == "引号没有收尾" else None
    mark = opened or error.problem_mark or error.context_mark
    return Fault("S118", Place(file, mark.line + 1, mark.column + 1) if mark else Place(file), wrong, right)


class _Reader:
    """Builds the values of one file from libyaml's events, and notes what is refused on the way."""

    def __init__(self, file: str) -> None:
        self.file = file
        self.faults: list[Fault] = []
        self._enclosed: set[int] = set()  # lines inside quotes or block text: prose, not keys
        self._depth = 0
        self._values = 0

    def document(self, text: str) -> Value:
        """Read the only document of the file; raises _RefusedError or yaml.MarkedYAMLError."""
        self._parser = yaml.CSafeLoader(text)
        self._next()
        if isinstance(self._next(), yaml.StreamEndEvent):
            raise _RefusedError(Fault("S108", Place(self.file), "文件是空的", "请填写内容；不需要这份记录时请删去文件"))
        value = self._value(self._next())
        self._next()
        more = self._next()
        if isinstance(more, yaml.DocumentStartEvent):
            self._fault("S109", more, "这里用 --- 开始了第二份记录", "一个文件只写一份，请另建文件，并删去 ---")
        return value

    def bad_colons(self, text: str) -> Iterator[Fault]:
        """Find keys whose colon is full-width or has no space after it: YAML takes such a line for plain text."""
        for number, line in enumerate(text.split("\n"), 1):
            if number in self._enclosed or not (found := _BAD_COLON.match(line)):
                continue
            key, width = found["key"], found.end() - found.start("key")
            at = Place(self.file, number, found.start("key") + 1, width)
            if found["colon"] == "：":
                yield Fault("S106", at, f"“{key}”后面是全角冒号“：”", f"请改成半角冒号加一个空格：{key}: ")
            else:
                wide = line[found.end() : found.end() + 1] in ("\u3000", "\u00a0")
                wrong = f"“{key}:”后面是全角空格" if wide else f"“{key}:”后面没有空格"
                yield Fault("S107", at, wrong, f"请在冒号后面加一个半角空格：{key}: ")

    def _next(self) -> _Event:
        return self._parser.get_event()

    def _at(self, event: _Event) -> Place:
        start, end = event.start_mark, event.end_mark
        length = end.column - start.column if end.line == start.line else 0
        return Place(self.file, start.line + 1, start.column + 1, max(length, 0))

    def _fault(self, fault: str, event: yaml.Event, wrong: str, right: str) -> None:
        self.faults.append(Fault(fault, self._at(event), wrong, right))

    def _value(self, event: _Event) -> Value:
        self._values += 1
        if self._values > MAX_VALUES:
            raise _RefusedError(Fault("S119", self._at(event), f"一个文件里超过 {MAX_VALUES} 项内容", "请分成几个文件"))
        if isinstance(event, yaml.AliasEvent):
            self._fault("S110", event, f"用了引用“*{event.anchor}”", "请把内容再写一遍；是文字的话请放进半角双引号")
            return Text("", self._at(event))
        self._refuse_extras(event)
        if isinstance(event, yaml.ScalarEvent):
            return self._text(event)
        self._depth += 1
        if self._depth > MAX_DEPTH:
            raise _RefusedError(Fault("S114", self._at(event), f"层次超过 {MAX_DEPTH} 层", "请检查缩进和括号"))
        value = self._fields(event) if isinstance(event, yaml.MappingStartEvent) else self._items(event)
        self._depth -= 1
        return value

    def _refuse_extras(self, event: _Event) -> None:
        if event.anchor is not None:
            self._fault("S110", event, f"用了锚点“&{event.anchor}”", "请删去它；是文字的话请放进半角双引号")
        if event.tag is not None:
            self._fault("S112", event, f"用了类型标签“{shorten(event.tag)}”", "请删去它；是文字的话请放进半角双引号")

    def _text(self, event: _Event) -> Text:
        if event.style:
            last = event.end_mark.line + (1 if event.end_mark.column else 0)
            self._enclosed.update(range(event.start_mark.line + 2, last + 1))
        text = Text(event.value, self._at(event))
        if fault := unseen_escape(text):
            self.faults.append(fault)
        return text

    def _items(self, start: _Event) -> Items:
        values: list[Value] = []
        while not isinstance(event := self._next(), yaml.SequenceEndEvent):
            values.append(self._value(event))
        return Items(values, self._at(start))

    def _fields(self, start: _Event) -> Fields:
        fields: dict[str, Value] = {}
        first: dict[str, Text] = {}
        while not isinstance(event := self._next(), yaml.MappingEndEvent):
            key = self._value(event)
            value = self._value(self._next())
            if not isinstance(key, Text):
                self._fault(
                    "S115",
                    event,
                    "栏名写成了列表或者另一组栏目",
                    "栏名只写一个英文词，如 title；以 { 或 [ 开头的文字请放进半角双引号",
                )
            elif key == "<<":
                self._fault("S111", event, "用了合并写法“<<”", "请把要用的各栏直接写在这里")
            elif key in first:
                self._fault(
                    "S113", event, f"“{shorten(key)}”写了两次，前一次在第 {first[key].at.line} 行", "请只留一处"
                )
            else:
                fields[key] = value
                first[key] = key
        return Fields(fields, Place(self.file, start.start_mark.line + 1, start.start_mark.column + 1))
