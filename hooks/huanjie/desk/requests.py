"""A request of the forms as bytes -> an action and its parameters, each of the expected type."""

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
    """An action and its parameters."""

    action: str
    parameters: Mapping[str, JsonValue]

    def text(self, name: str) -> str:
        """A parameter that is a text."""
        return _text(name, self.parameters.get(name))

    def form(self, name: str) -> Form:
        """A parameter that is a filled form."""
        return _form(name, self.parameters.get(name))

    def paths(self, name: str) -> list[str]:
        """The paths of the files in a parameter."""
        files = self.parameters.get(name)
        if not isinstance(files, list):
            _refuse(f"“{name}”应当是列表")
        return [_text("path", _group(name, file).get("path")) for file in files]

    def record(self) -> tuple[str, Form, bool]:
        """The record to save: its path, its form, and whether it is new."""
        files = self.parameters.get("dataFiles")
        new = _group("options", self.parameters.get("options")).get("newEntry")
        if not isinstance(files, list) or len(files) != 1:
            _refuse("“dataFiles”应当是一份记录")
        if not isinstance(new, bool):
            _refuse("“newEntry”应当是 true 或者 false")
        file = _group("dataFiles", files[0])
        return _text("path", file.get("path")), _form("raw", _json(_text("raw", file.get("raw")).encode())), new


def read(raw: bytes) -> Request:
    """Read a request; raises BadRequestError."""
    request = _group("", _json(raw))
    return Request(_text("action", request.get("action")), _group("params", request.get("params", {})))


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
    return {_text(name, key): _plain(key, inner, 1) for key, inner in _group(name, value).items()}


def _plain(name: str, value: JsonValue, depth: int) -> Plain:
    """The content of a field: texts, in lists and groups; "" where it was left empty."""
    if depth > _DEEPEST:
        _refuse(f"“{name}”里的层数太多")
    if isinstance(value, list):
        return [_plain(name, item, depth + 1) for item in value]
    if isinstance(value, dict):
        return {_text(name, key): _plain(key, inner, depth + 1) for key, inner in value.items()}
    return "" if value is None else _text(name, value)


def length(headers: list[str]) -> int | None:
    """The length of a request by its headers of that name; None where they give none that can be trusted."""
    return int(headers[0]) if len(headers) == 1 and re.fullmatch("[0-9]{1,12}", headers[0]) else None
