"""libyaml's events -> values with their places, and the faults on the way.

Events, not composed nodes: events name anchors, tags and documents, cost less (0.12 ms against 0.17 ms for 1.8 KB) and
cannot be made to recurse without end.
"""

import re
from typing import TYPE_CHECKING, Any

import yaml

from huanjie.yaml_text.characters import unseen_escape
from huanjie.yaml_text.lines import swallowed
from huanjie.yaml_text.values import Fault, Fields, Fix, Items, Place, Text, Value, may_recur, shorten

if TYPE_CHECKING:
    from collections.abc import Callable

MAX_DEPTH = 20  # the deepest record (speech, point, point, fact) has 9
MAX_VALUES = 50_000  # read in 0.3 s; a whole township's constituencies need about 5,000
MAX_TEXT = 100_000  # characters of a text: every check is tested up to here; the longest in a record here has 500

_place = tuple.__new__  # Place(…) without its two calls: there are a hundred places in a file
_Event = Any  # libyaml's events; the stubs know neither their fields nor that they always carry marks
_FIELD = re.compile(r" *(?:- +)*[a-z_]+:(?: |$)")


class RefusedError(Exception):
    """Ends the reading of one file."""

    def __init__(self, fault: Fault) -> None:
        """Keep why."""
        super().__init__(fault.wrong)
        self.fault = fault


class Building:
    """Builds the values of a file from libyaml's events, and collects faults on the way."""

    def __init__(self, file: str) -> None:
        """Begin with a file's name."""
        self.file = file
        self.faults: list[Fault] = []
        self.doubts: list[Fault] = []  # probable slips in values that can be read
        self.enclosed: set[int] = set()  # lines inside quotes or block text: prose, not keys
        self._last = Place(file)  # right after the last character
        self._end = 0  # the last line of the value that was read last, from 1
        self._depth = 0
        self._brackets = 0  # the number of open brackets
        self._values = 0

    def document(self, text: str) -> Value:
        """Read the only document of the file; raises RefusedError or yaml.MarkedYAMLError."""
        self._lines = text.split("\n")
        self._next: Callable[[], _Event] = yaml.CSafeLoader(text).get_event
        self._last = Place(self.file, text.count("\n") + 1, len(text) - text.rfind("\n"))
        self._next()
        if isinstance(self._next(), yaml.StreamEndEvent):
            raise RefusedError(Fault("S108", Place(self.file), "文件是空的", "请填写内容；不需要这份记录时请删去文件"))
        value = self._value(self._next())
        self._next()
        more = self._next()
        if isinstance(more, yaml.DocumentStartEvent):
            self._fault("S109", more, "这里用 --- 开始了第二份记录", "一个文件只写一份，请另建文件，并删去 ---")
        return value

    def _at(self, event: _Event) -> Place:
        start, end = event.start_mark, event.end_mark
        line, column = start.line, start.column
        if line >= self._last.line:  # libyaml places a missing value at the end behind the end
            return self._last
        length = end.column - column if end.line == line else 0
        return _place(Place, (self.file, line + 1, column + 1, max(0, length)))

    def _fault(self, fault: str, event: yaml.Event, wrong: str, right: str) -> None:
        self.faults.append(Fault(fault, self._at(event), wrong, right))

    def _value(self, event: _Event) -> Value:
        self._values += 1
        if self._values > MAX_VALUES:
            raise RefusedError(Fault("S119", self._at(event), f"一个文件里超过 {MAX_VALUES} 项内容", "请分成几个文件"))
        if type(event) is yaml.ScalarEvent and event.anchor is event.tag is None:  # four values in five
            return self._text(event)
        if isinstance(event, yaml.AliasEvent):
            wrong = f"用了引用“*{shorten(event.anchor or '')}”"
            self._fault("S110", event, wrong, "请把内容再写一遍；是文字的话请放进半角双引号")
            self._ended(event)
            return Text("", self._at(event))
        self._refuse_extras(event)
        if isinstance(event, yaml.ScalarEvent):
            return self._text(event)
        self._depth += 1
        if self._depth > MAX_DEPTH:
            raise RefusedError(Fault("S114", self._at(event), f"层次超过 {MAX_DEPTH} 层", "请检查缩进和括号"))
        self._brackets += event.flow_style
        value = self._fields(event) if isinstance(event, yaml.MappingStartEvent) else self._items(event)
        self._brackets -= event.flow_style
        self._depth -= 1
        return value

    def _ended(self, event: _Event) -> None:
        """Note the last line of a value; libyaml ends block text at the beginning of the next line."""
        self._end = event.end_mark.line + (1 if event.end_mark.column else 0)

    def _refuse_extras(self, event: _Event) -> None:
        if event.anchor is not None:
            self._fault("S110", event, f"用了锚点“&{shorten(event.anchor)}”", "请删去它；是文字的话请放进半角双引号")
        if event.tag is not None:
            tag = shorten(event.tag.replace("tag:yaml.org,2002:", "!!"))
            self._fault("S112", event, f"用了类型标签“{tag}”", "请删去它；是文字的话请放进半角双引号")

    def _text(self, event: _Event) -> Text:
        if len(event.value) > MAX_TEXT:
            wrong = f"这段文字有 {len(event.value):,} 个字，一段最多 {MAX_TEXT:,} 个字"
            raise RefusedError(Fault("S122", self._at(event), wrong, "请分成几段，或者分成几份记录"))
        if event.style:
            last = event.end_mark.line + (1 if event.end_mark.column else 0)
            self.enclosed.update(range(event.start_mark.line + 2, last + 1))
            if event.style in "\"'" and any(map(_FIELD.match, self._lines[event.start_mark.line + 1 : last])):
                self._unclosed(event)
        at = self._at(event)
        self._ended(event)
        text = Text(event.value, at._replace(length=1) if event.style in ("|", ">") else at)
        if not event.style and event.end_mark.line > event.start_mark.line and not self._brackets:
            first, last = event.start_mark.line + 1, event.end_mark.line
            self.faults += swallowed(self.file, self._lines, first, last, event.start_mark.column)
        if event.style == '"' and (fault := unseen_escape(text)):  # only double quotes know escapes
            self.faults.append(fault)
        return text

    def _unclosed(self, event: _Event) -> None:
        """Report a quote that ends only at another quote further down, with fields in between."""
        line = self._lines[event.start_mark.line]
        fix = Fix(Place(self.file, event.start_mark.line + 1), f"{line.rstrip()}{event.style}")
        fixes = (fix,) if line.count(event.style) == 1 else ()
        self.faults.append(Fault("S118", self._at(event), "引号没有收尾", "请在文字末尾补上同样的半角引号", fixes))

    def _items(self, start: _Event) -> Items:
        values: list[Value] = []
        while type(event := self._next()) is not yaml.SequenceEndEvent:
            value = self._value(event)
            if values and value == values[-1] and not may_recur(value):
                self._again(event, values[-1], flow=start.flow_style)
            values.append(value)
        if start.flow_style:  # a list below its field ends with its last item
            self._ended(event)
        return Items(values, self._at(start))

    def _again(self, event: _Event, before: Value, *, flow: bool) -> None:
        """Report an item that equals the item before it; its lines may go."""
        at = self._at(event)
        fixes = [] if flow else [Fix(Place(self.file, line), None) for line in range(at.line, self._end + 1)]
        wrong = f"这一条和上一条（第 {before.at.line} 行）完全一样"
        right = "粘贴了两次的，请删去一条；真有两条的，请写出区别"
        self.doubts.append(Fault("S121", at, wrong, right, tuple(fixes)))

    def _twice(self, key: Text, before: int, *, same: bool) -> None:
        """Report a field that was typed twice; where both are equal, the lines of the second may go."""
        fixes = [Fix(Place(self.file, line), None) for line in range(key.at.line, self._end + 1)] if same else []
        wrong = f"“{shorten(key)}”写了两次，前一次在第 {before} 行"
        right = "两处一样，请删去这一处" if same else "请只留一处"
        self.faults.append(Fault("S113", key.at, wrong, right, tuple(fixes)))

    def _fields(self, start: _Event) -> Fields:
        fields: dict[str, Value] = {}
        lines: dict[str, int] = {}
        while type(event := self._next()) is not yaml.MappingEndEvent:
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
            elif key in fields:
                self._twice(key, lines[key], same=fields[key] == value and not start.flow_style)
            else:
                fields[key] = value
                lines[key] = key.at.line
        if start.flow_style:
            self._ended(event)
        return Fields(fields, Place(self.file, start.start_mark.line + 1, start.start_mark.column + 1))
