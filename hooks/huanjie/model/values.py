"""The types of plain values in fields: text, ids, counts, yes or no, choices."""

import re
from dataclasses import dataclass
from difflib import get_close_matches
from typing import Annotated, Any, TypeVar

from pydantic import BeforeValidator, PlainValidator, WrapValidator

from huanjie.model.base import refuse
from huanjie.yaml_text import Fields, Items, Text, Value, shorten
from huanjie.yaml_text.names import LONGEST_NAME, is_device

T = TypeVar("T")

_ORDINARY = re.compile(r"[^\s~nN—–－·•●-]\S*(?: \S+)*")  # noqa: RUF001  # nine in ten, which are fine
_DASHED = re.compile(r"-[^\s\d-]|[—–－·•●] ")  # noqa: RUF001  # what is pasted from Word
_NULL = {"null", "Null", "NULL", "~"}
BLANK = "【请填："  # the beginning of a template's blank
EMPTY = ("这一栏是空的", "请填写内容；没有这一项时删去这一行，不详时写 unknown")


def _text(value: Value) -> Text:
    if isinstance(value, Fields):
        first = next(iter(value), None)
        hint = (
            f"内容里有“{shorten(first)}: ”这样的冒号时，请把整段放进半角双引号"
            if first
            else "以 { 开头的文字请放进半角双引号"
        )
        refuse("M104", "这里应是一段文字，写成了一组栏目", hint)
    if isinstance(value, Items):
        refuse("M104", "这里应是一段文字，写成了列表", "请去掉“- ”或者方括号，写成一段文字")
    if not value.strip() or value in _NULL:
        refuse("M104", *EMPTY)
    if BLANK in value:
        refuse(
            "M112", f"样板里的“{shorten(value)}”还没有换成内容", "请填写内容；没有这一项时删去这一行，不详时写 unknown"
        )
    return value


def _prose(value: Value) -> Text:
    text = _text(value)
    if "\n" not in text:
        _refuse_dash(text)
    return text


def _refuse_dash(text: Text) -> None:
    if _DASHED.match(text):
        refuse("M104", f"“{shorten(text)}”以“{text[0]}”开头", "列表请写成“- 内容”：半角连字符加一个空格", "-")


def line(value: Value) -> Text:
    """Read a text of one line; raises M104 with the fix."""
    if isinstance(value, Text) and _ORDINARY.fullmatch(value) and BLANK not in value:
        return value
    text = _text(value)
    if "\n" in text.strip():
        refuse("M104", f"“{shorten(text)}”有好几行", "这一栏只写一行；可以写几条时，每条一行，前面写“- ”")
    _refuse_dash(text)
    return Text(" ".join(text.split()), text.at)


_SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")


def _slug(value: Value) -> Text:
    text = line(value)
    if not _SLUG.fullmatch(text):
        plain = re.sub(r"[^a-z0-9]+", "-", text.lower()).strip("-")
        form = plain if text.isascii() and plain else "report-2016-05-31"
        refuse(
            "M108",
            f"编号“{shorten(text)}”里有不能用的字符",
            f"只用小写英文字母、数字和连字符，如 {shorten(form)}",
            form if text.isascii() and plain else "",
        )
    if len(text) > LONGEST_NAME:
        wrong = f"编号“{shorten(text)}”有 {len(text)} 个字符，超过 {LONGEST_NAME} 个"
        refuse("M108", wrong, "请改得短一些，如 report-2016-05-31")
    if is_device(text):
        refuse("M108", f"编号“{text}”是 Windows 留给设备的名字", f"请换一个，如 {text}-1")
    return text


_FLAGS = {"yes": True, "true": True, "是": True, "no": False, "false": False, "否": False}

_SPOKEN_FLAGS = {"on": "yes", "y": "yes", "有": "yes", "对": "yes", "off": "no", "n": "no", "无": "no", "没有": "no"}


def _flag(value: Value) -> bool:
    text = line(value)
    if text.lower() not in _FLAGS:
        refuse("M109", f"“{shorten(text)}”不是是或否", "请写 yes（是）或 no（否）", _SPOKEN_FLAGS.get(text.lower(), ""))
    return _FLAGS[text.lower()]


_WIDE = str.maketrans("０１２３４５６７８９，．", "0123456789,.")  # noqa: RUF001  # what offices really type
_WITH_UNIT = re.compile(r"(?P<number>[0-9]+(?:,[0-9]{3})*)[个人名票条位户]?")
_ROUNDED = re.compile(
    r"[约近]?(?P<number>[0-9]{1,10}(?:\.[0-9]{1,8})?)(?P<many>[万亿]?)[多余]?[个人名票条位户]?(?:左右)?"
)
_MANY = {"": 1, "万": 10_000, "亿": 100_000_000}
_MOST_DIGITS = len("1400000000")


def _plain(text: str) -> str:
    return text.translate(_WIDE).replace(" ", "")


def _count(value: Value) -> int:
    text = line(value)
    plain = _plain(text)
    if match := _WITH_UNIT.fullmatch(plain):
        bare = match["number"].replace(",", "").lstrip("0") or "0"
        if len(bare) > _MOST_DIGITS:
            refuse("M105", f"“{shorten(text)}”比全国人口还多", "请核对；不详写 unknown")
        if bare == text:
            return int(text)
        refuse("M105", f"“{shorten(text)}”不是纯数字", f"请写成 {bare}，不带单位、逗号和空格", bare)
    if (match := _ROUNDED.fullmatch(plain)) and (match["many"] or "." not in match["number"]):
        whole = round(float(match["number"]) * _MANY[match["many"]])
        refuse(
            "M105",
            f"“{shorten(text)}”不是纯数字",
            f"请写成完整的数；只知道约数时写 {whole}，并在 about 里照来源写“{shorten(text)}”",
            f"{{value: {whole}, about: {text}}}",
        )
    return refuse("M105", f"“{shorten(text)}”不是数", "请写阿拉伯数字，如 120；不详写 unknown，不要写 0")


def refuse_empty(value: Value, right: str) -> None:
    """Refuse an empty field that may not be unknown: the usual advice would be refused next."""
    if isinstance(value, Text) and (not value.strip() or value in _NULL):
        refuse("M104", EMPTY[0], right)


def never_unknown(right: str) -> WrapValidator:
    """Refuse anything but a number, `unknown` too, and say what to write instead."""

    def check(value: Value, handler: Any) -> Any:  # noqa: ANN401  # pydantic's own signature for a wrap validator
        refuse_empty(value, right)
        text = line(value)
        if not _WITH_UNIT.fullmatch(_plain(text)):
            refuse("M105", f"“{shorten(text)}”不是数", right)
        return handler(text)

    return WrapValidator(check)


def as_items(value: Value) -> Items:
    """Make a list of a single item; refuse an empty list, which states nothing."""
    if not isinstance(value, Items):
        return Items([value], value.at)
    if not value:
        refuse("M104", *EMPTY)
    return value


Line = Annotated[Text, PlainValidator(line)]
Prose = Annotated[Text, PlainValidator(_prose)]
Slug = Annotated[Text, PlainValidator(_slug)]
Flag = Annotated[bool, PlainValidator(_flag)]
Count = Annotated[int, PlainValidator(_count)]
Several = Annotated[tuple[T, ...], BeforeValidator(as_items)]  # a list, or its only item


@dataclass(frozen=True)
class OneOf(PlainValidator):
    """The validator of a field with a choice of words."""

    choices: tuple[str, ...] = ()


def one_of(*choices: str) -> OneOf:
    """Accept one of some words."""
    return OneOf(lambda value: choose(value, choices), choices=choices)


def choose(value: Value, choices: tuple[str, ...]) -> Text:
    """Read one of some words; raises M106 with the fix."""
    text = line(value)
    if text not in choices:
        near = get_close_matches(text, choices, n=2, cutoff=0.6)  # 小区 is half of 社区, but no slip
        right = f"请从这几种里选：{'、'.join(choices)}"
        refuse("M106", f"没有“{shorten(text)}”这一种", right, near[0] if len(near) == 1 else "")
    return text
