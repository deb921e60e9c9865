"""The text of a cell -> the value of a field, if the field's own validator accepts it."""

import re
from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from functools import cache
from typing import Annotated, Any, NoReturn, get_args, get_origin

from pydantic import TypeAdapter, ValidationError

from huanjie.chinese.numerals import arabic
from huanjie.imports.tables.kinds import words
from huanjie.model import numbering
from huanjie.model.base import FieldGroup
from huanjie.model.clocks import Clock
from huanjie.model.days import Day
from huanjie.model.facts import Facts
from huanjie.model.people import Post
from huanjie.model.stations import Covered
from huanjie.yaml_text import Fields, Items, Place, Text, Value
from huanjie.yaml_text.editing import Plain

BLANK = {"", "/", "-", "—", "——", "－", "无", "…"}  # noqa: RUF001  # what offices put where there is nothing
UNKNOWN = {"不详", "未知", "不清楚", "待查"}
_ZERO = date(1899, 12, 30)  # day 0 of a spreadsheet's calendar, as Excel counts from 1900-03-01 on
_SERIAL = re.compile(r"[2-6]\d{4}")
_SPACED = re.compile(r"(?<=[\u4e00-\u9fff]) +(?=[\u4e00-\u9fff])")
_SIGNS = re.compile(r"(?P<between>[、，,；;\n]+)|(?P<closes>[)）])|[（(]")
_BETWEEN_POSTS = re.compile(r"[，,；;\n]+")  # 区纪委副书记、区监委副主任 may be one
_NOWHERE = Place("")
_PART = re.compile(r"(?P<name>[^（(]+)[（(](?P<part>[^（()）]+)[)）]")
_GROUP = re.compile("(?:组|队|社|小区|号楼|片区)$")
_NO_YEAR = re.compile(r"\d{1,2}[-./月]\d{1,2}[日号]?")
_AROUND_NUMBER = re.compile("第|选区|号|区$")
_COMPUTED = re.compile(r"\d{1,3}\.\d{7,}")
_FIGURES = re.compile("[0-9:.-]+")  # days, times and numbers are written anew; words are the editor's to change
_BORN = re.compile(r"(?P<year>\d{4})(?:\D|\d{2}$|$)")


class RefusedError(Exception):
    """A cell cannot be taken: what is wrong, what would be right, and the text to type instead where it is certain."""

    def __init__(self, wrong: str, right: str, fix: object = "") -> None:
        """Keep all three."""
        super().__init__(f"{wrong}；{right}")
        self.wrong, self.right, self.fix = wrong, right, fix


def refuse_cell(wrong: str, right: str) -> NoReturn:
    """Refuse a cell or its row."""
    raise RefusedError(wrong, right)


def value_of(model: type[FieldGroup], name: str, cell: str, year: int | None = None) -> Plain | None:
    """Read a cell as the value of a field; None where it has none. Raises RefusedError."""
    text = words().get(name, {}).get(cell, cell)
    if text in BLANK:
        return None
    annotation = model.model_fields[name].annotation
    if name == "turnout" and _COMPUTED.fullmatch(text):
        return None  # a formula of the sheet, and not what anybody stated
    if text in UNKNOWN:
        return "unknown" if get_origin(annotation) is Facts else None
    if get_origin(annotation) is not tuple:
        return _fixed(model, name, _prepared(model, name, text, year))
    if name == "groups":  # of a village; those of a constituency stand in brackets behind it
        items: list[Plain] = [*_groups(text)]
    else:
        apart = _BETWEEN_POSTS.split(text) if Post in get_args(annotation) else _outside_brackets(text)
        items = [*_parts(apart, covered=Covered in get_args(annotation))]
    if items:
        _validated(model, name, _value(items))
    return items or None


def same(model: type[FieldGroup], name: str, text: str, other: str) -> bool:
    """Whether two texts mean the same in a field, such as yes and 是."""
    if text == other:
        return True
    try:
        return bool(_validated(model, name, _value(text)) == _validated(model, name, _value(other)))
    except RefusedError:
        return False


@cache
def sort_of(model: type[FieldGroup], name: str) -> type:
    """The type of a field: Day, Clock or int, else str. Its validator is tried with a sample of each."""
    for sample in ("2016-05-31", "08:00", "1"):
        try:
            value = _validated(model, name, _value(sample))
        except RefusedError:
            continue
        kind = type(value[0].value if isinstance(value, Facts) and value else value)
        if kind in (Day, Clock, int):
            return kind
    return str


@cache
def _adapter(model: type[FieldGroup], name: str) -> TypeAdapter[Any]:
    field = model.model_fields[name]
    return TypeAdapter(Annotated[field.annotation, *field.metadata, None])  # type: ignore[arg-type]  # built from data


def _validated(model: type[FieldGroup], name: str, value: Value) -> object:
    try:
        return _adapter(model, name).validate_python(value)
    except ValidationError as error:
        reason = error.errors()[0].get("ctx", {})
        wrong, right = str(reason.get("wrong", "读不懂")), str(reason.get("right", "请核对"))
        raise RefusedError(wrong, right, reason.get("fix", "")) from error


def _fixed(model: type[FieldGroup], name: str, text: str) -> str:
    """Give a text as it is, or as its validator would have it written."""
    for _ in range(3):  # a day may be put right twice: its signs, its order
        try:
            _validated(model, name, _value(text))
        except RefusedError as refused:
            if "没有年份" in refused.wrong:
                refuse_cell(refused.wrong, "请补上年份；每一行都是同一年的，在对应表里写 year")
            if not _FIGURES.fullmatch(str(refused.fix)):
                raise
            text = str(refused.fix)
        else:
            return text
    return refuse_cell(f"“{text}”读不懂", "请核对")


def _prepared(model: type[FieldGroup], name: str, text: str, year: int | None) -> str:
    """Undo what spreadsheets and offices do to days, numbers of constituencies and names."""
    if sort_of(model, name) is Day:
        if _SERIAL.fullmatch(text):
            return (_ZERO + timedelta(int(text))).isoformat()
        return f"{year}年{text}" if year and _NO_YEAR.fullmatch(text) else text
    if name == "number":
        bare = numbering.bare(text)
        figure = arabic(_AROUND_NUMBER.sub("", text).strip())
        return str(figure or (bare if numbering.is_number(bare) else text))
    if name == "born":
        return match["year"] if (match := _BORN.match(text)) else text
    if name == "turnout" and text in ("1", "1.0"):
        return "100"  # a cell that is shown as 100 %
    return _SPACED.sub("", text) if name == "name" else text


def _outside_brackets(text: str) -> list[str]:
    """Split a text at signs outside brackets: of the brackets after such a sign the next is not a closing one."""
    parts, end, inside = [], len(text), False
    for match in reversed([*_SIGNS.finditer(text)]):
        if not match["between"]:
            inside = bool(match["closes"])
        elif not inside:
            parts.append(text[match.end() : end])
            end = match.start()
    return [text[:end], *reversed(parts)]


def _parts(items: list[str], *, covered: bool) -> Iterator[Plain]:
    """Read the items of a list in one cell; in a list of places, 东村（一、二组） is a part of a place."""
    for item in items:
        bare = item.strip(" 。")
        match = _PART.fullmatch(bare) if covered else None
        if match:
            yield {"name": match["name"].strip(), "part": _groups(match["part"])}
        elif bare:
            yield _SPACED.sub("", bare)


def _groups(text: str) -> list[str]:
    """Split 一、二、三组 into 一组, 二组, 三组."""
    parts = [part.strip() for part in re.split("[、，,；;]", text) if part.strip()]
    noun = _GROUP.search(parts[-1]) if parts else None
    end = noun[0] if noun else ""
    return [part if part.endswith(end) else f"{part}{end}" for part in parts]


def _value(plain: Plain) -> Value:
    """Give a plain value the type that validators take, without a place."""
    if isinstance(plain, str):
        return Text(plain, _NOWHERE)
    if isinstance(plain, Mapping):
        return Fields({Text(key, _NOWHERE): _value(inner) for key, inner in plain.items()}, _NOWHERE)
    return Items([_value(item) for item in plain], _NOWHERE)
