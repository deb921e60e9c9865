"""Values of the statute pack: days in force, numbers, parameters, texts by version; numbers as they are read aloud."""

from collections.abc import Mapping
from datetime import date
from typing import Annotated, Any, TypeVar

from pydantic import BeforeValidator, PlainValidator

from huanjie.model.base import refuse
from huanjie.model.days import day
from huanjie.model.values import line
from huanjie.yaml_text import Fields, Items, Text, Value

TEN_THOUSAND = 10_000
ALL = "all"  # the key of what every version says alike

T = TypeVar("T")


def _day_or_none(value: Value) -> date | None:
    """Read a day in force; `unknown` and `none` (still in force) are both no limit to compute with."""
    return None if line(value) in ("unknown", "none") else day(value).exact


def _number(value: Value) -> int:
    text = line(value)
    return int(text) if text.isdecimal() else refuse("M105", f"“{text}”不是数", "请写阿拉伯数字")


def _parameter(value: Value) -> Any:  # noqa: ANN401  # parameters are numbers, words, lists and mappings of them
    """Read a parameter: what looks like a number is one."""
    if isinstance(value, Fields):
        return {str(key): _parameter(inner) for key, inner in value.items()}
    if isinstance(value, Items):
        return tuple(_parameter(inner) for inner in value)
    text = str(value)
    if text in ("true", "false"):
        return text == "true"
    for kind in (int, float):
        try:
            return kind(text)
        except ValueError:
            continue
    return text


def _by_version(value: Value) -> Value:
    """Take a value without versions as that of every version."""
    return value if isinstance(value, Fields) else Fields({Text(ALL, value.at): value}, value.at)


DayInForce = Annotated[date | None, PlainValidator(_day_or_none)]
Number = Annotated[int, PlainValidator(_number)]
ByVersion = Annotated[Mapping[str, T], BeforeValidator(_by_version)]
Parameters = Annotated[Mapping[str, Any], PlainValidator(_parameter)]


def readable(value: Any) -> Any:  # noqa: ANN401  # parameters are numbers, words, lists and mappings of them
    """Write large numbers as they are read aloud: 1650000 is 165 万, 5000 is 5,000."""
    if isinstance(value, Mapping):
        return {key: readable(inner) for key, inner in value.items()}
    if isinstance(value, tuple):
        return tuple(readable(inner) for inner in value)
    if isinstance(value, bool) or not isinstance(value, int):
        return value
    return f"{value // TEN_THOUSAND} 万" if value and value % TEN_THOUSAND == 0 else f"{value:,}"
