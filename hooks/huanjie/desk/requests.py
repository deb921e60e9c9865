"""A request of the forms as bytes -> what is asked for, with every value of the kind that is meant."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import NoReturn

from pydantic import JsonValue, TypeAdapter, ValidationError

from huanjie.yaml_text.editing import Plain

Form = dict[str, Plain]
_JSON: TypeAdapter[JsonValue] = TypeAdapter(JsonValue)  # ends at 200 levels, and where half a character is written
_DEEPEST = 40  # levels of a form; those of a record are nine


class BadRequestError(Exception):
    """A request that no form of ours makes; says what is wrong."""


def _refuse(why: str) -> NoReturn:
    raise BadRequestError(why)


@dataclass(frozen=True)
class Request:
    """An action, and what is given for it."""

    action: str
    given: Mapping[str, JsonValue]

    def text(self, name: str) -> str:
        """A text that is given."""
        return _text(name, self.given.get(name))

    def form(self, name: str) -> Form:
        """What was filled in."""
        return _form(name, self.given.get(name))

    def paths(self, name: str) -> list[str]:
        """The paths of the files that are given."""
        files = self.given.get(name)
        if not isinstance(files, list):
            _refuse(f"“{name}”应当是列表")
        return [_text("path", _group(name, file).get("path")) for file in files]

    def record(self) -> tuple[str, Form, bool]:
        """The one record that is to be kept: its path, its form, and whether it is new."""
        files, new = self.given.get("dataFiles"), _group("options", self.given.get("options")).get("newEntry")
        if not isinstance(files, list) or len(files) != 1:
            _refuse("“dataFiles”应当是一份记录")
        if not isinstance(new, bool):
            _refuse("“newEntry”应当是 true 或者 false")
        file = _group("dataFiles", files[0])
        return _text("path", file.get("path")), _form("raw", _json(_text("raw", file.get("raw")).encode())), new


def read(raw: bytes) -> Request:
    """Read a request; raises BadRequestError."""
    asked = _group("", _json(raw))
    return Request(_text("action", asked.get("action")), _group("params", asked.get("params", {})))


def _json(raw: bytes) -> JsonValue:
    try:
        return _JSON.validate_json(raw)
    except ValidationError:
        _refuse("请求的内容不是写对了的 JSON")


def _group(name: str, value: JsonValue) -> dict[str, JsonValue]:
    return value if isinstance(value, dict) else _refuse(f"“{name}”应当是一组栏目" if name else "请求应当是一组栏目")


def _text(name: str, value: JsonValue) -> str:
    if not isinstance(value, str):
        _refuse(f"“{name}”应当是文字")
    if "\0" in value:
        _refuse(f"“{name}”里有不能存的字符（编号为 0）；多半是从别的文件里复制来的，请重新打一遍")
    return value


def _form(name: str, value: JsonValue) -> Form:
    return {_text(name, key): _plain(key, one, 1) for key, one in _group(name, value).items()}


def _plain(name: str, value: JsonValue, depth: int) -> Plain:
    """What stands in a field: texts, in lists and groups; nothing where it was left empty."""
    if depth > _DEEPEST:
        _refuse(f"“{name}”里的层数太多")
    if isinstance(value, list):
        return [_plain(name, one, depth + 1) for one in value]
    if isinstance(value, dict):
        return {_text(name, key): _plain(key, one, depth + 1) for key, one in value.items()}
    return "" if value is None else _text(name, value)


def length(said: list[str]) -> int | None:
    """The length that a request gives for itself; None where it gives none that can be trusted."""
    return int(said[0]) if len(said) == 1 and re.fullmatch("[0-9]{1,12}", said[0]) else None
