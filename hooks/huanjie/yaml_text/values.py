"""Plain values with their places, and faults for texts that the reader refuses."""

import re
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple, Self

MAX_BYTES = 1_000_000  # the largest real record seen is 12 KB; a file above this is a mistake or an attack


class Place(NamedTuple):
    """A place in a file: line and column from 1, length in characters.

    Length 0: to the end of the line, and maybe of more lines.

    `file` is the path below the content folder, with `/`.
    """

    file: str
    line: int = 1
    column: int = 1
    length: int = 0


class Fix(NamedTuple):
    """A change that puts a fault right: new characters for those at a place; None removes the whole line.

    A place of length 0 goes to the end of its line, as in `editing`.
    """

    at: Place
    new: str | None


@dataclass(frozen=True)
class Span:
    """A beginning and an end that were typed into one field: the value for it, and that for the field of the end."""

    first: str
    last: str


class Fault(NamedTuple):
    """A fault of a text: the id of the finding, the place, what is wrong, what would be right, the changes."""

    id: str
    at: Place
    wrong: str
    right: str
    fixes: tuple[Fix, ...] = ()


class Text(str):
    """A scalar as it was typed."""

    __slots__ = ("at",)
    at: Place

    def __new__(cls, value: str, at: Place) -> Self:
        """Keep the place beside the characters."""
        text = super().__new__(cls, value)
        text.at = at
        return text

    def __reduce__(self) -> tuple[type[Self], tuple[str, Place]]:
        """Be pickled with the place."""
        return type(self), (str(self), self.at)


class Items(list["Value"]):
    """A list; `at` is its first character.

    `doubts` has the probable slips in a whole file.
    """

    doubts: tuple["Fault", ...] = ()

    def __init__(self, values: "list[Value]", at: Place) -> None:
        """Keep the place beside the values."""
        super().__init__(values)
        self.at = at


class Fields(dict[str, "Value"]):
    """A mapping; its keys are `Text`, so they have places too.

    `doubts` has the probable slips in a whole file.
    """

    doubts: tuple["Fault", ...] = ()

    def __init__(self, values: "dict[str, Value]", at: Place) -> None:
        """Keep the place beside the values."""
        super().__init__(values)
        self.at = at

    def place_of_key(self, name: str) -> Place:
        """The place of a key."""
        return self._places.get(name, self.at)

    @cached_property
    def _places(self) -> "dict[str, Place]":
        """The place of each key: a search for each of thousands of unknown keys would take minutes."""
        return {str(key): key.at for key in self if isinstance(key, Text)}


Value = Text | Items | Fields

# Every id here is permanent. The sentence is on the page "How we check".
FAULTS = {
    "S101": "文件编码不是 UTF-8。",
    "S102": "文件里有看不见的控制字符。",
    "S103": "文件里有会颠倒文字方向的控制字符，显示的和实际的不一样。",
    "S104": "文件里有不占位置、看不见的字符，多半是从网页粘贴来的。",
    "S105": "文件里有制表符（Tab）。",
    "S106": "栏名后面用了全角冒号。",
    "S107": "栏名的冒号后面没有半角空格。",
    "S108": "文件是空的。",
    "S109": "一个文件里写了好几份记录（中间有 ---）。",
    "S110": "用了锚点（&）或者引用（*）。",
    "S111": "用了合并写法（<<）。",
    "S112": "用了类型标签（!）。",
    "S113": "同一栏写了两次。",
    "S114": "层次太深。",
    "S115": "栏名不是一个词。",
    "S116": "该写成“栏名: 内容”的地方写成了别的样子。",
    "S117": "该写成列表的地方写成了别的样子。",
    "S118": "写法不合 YAML 的规则。",
    "S119": "一个文件里的内容太多。",
    "S120": "空格和 # 后面的文字没有算进内容。",
    "S121": "列表里相邻的两条完全一样，像是粘贴了两次。",
    "S122": "一段文字太长。",
    "S201": "不是普通文件（管道、设备等）。",
    "S202": "链接指到了内容文件夹外面，或者指向文件夹、隐藏的文件，或者指向的文件不在。",
    "S203": "文件名或文件夹名不合规定。",
    "S204": "两个名字只差大小写。",
    "S205": "文件太大。",
    "S206": "文件读不出来。",
    "S207": "扩展名不是 .yml。",
    "S208": "这个文件不属于任何一种记录。",
    "S209": "缺少必需的文件。",
}


_MAY_RECUR = re.compile(r"\S{1,4}|.*·.*|unknown|unreadable")


def may_recur(value: Value) -> bool:
    """Whether a list may have a value twice in a row: namesakes, and people whose names are not known."""
    if isinstance(value, Fields):
        return any(text in ("unknown", "unreadable") for text in value.values())
    return isinstance(value, Text) and bool(_MAY_RECUR.fullmatch(value))


def shorten(text: str, size: int = 24) -> str:
    """Cut a long text for a message and mark the cut."""
    line = " ".join(text.split())
    return line if len(line) <= size else f"{line[:size]}…"
