"""A mapping: which column of a table is which field. Kept between imports beside the content, never inside it."""

import re
from collections.abc import Mapping as Pairs
from typing import Annotated

from pydantic import Field, PlainValidator, ValidationError

from huanjie.content.model_errors import refusals
from huanjie.findings import Finding, from_fault, near_misses
from huanjie.imports.tables.kinds import NAMED_ABOVE, Kind, kinds
from huanjie.model.base import FieldGroup, refuse
from huanjie.model.values import Count, Line, Several, Slug, line, never_unknown
from huanjie.yaml_text import Fields, Value, read
from huanjie.yaml_text.editing import Plain, fields

_SLUG = re.compile("[a-z0-9]+(?:[-/][a-z0-9]+)*")
_HEAD = """\
# 表格的哪一列是记录的哪一栏；由 huanjie import table 写成，可以改，下次照它读。不会发布。
# 冒号后面写表头；表头有两行的写“上一行 / 下一行”，也可以写列的字母，如 C。
"""


def _pairs(value: Value) -> Pairs[str, str]:
    if not isinstance(value, Fields):
        refuse("M110", "这里应是一组栏目", "请写成一行一栏，如 seats: 代表名额")
    return {str(key): str(line(inner)) for key, inner in value.items()}


def _names(value: Value) -> Pairs[str, str]:
    names = _pairs(value)
    for name, slug in names.items():
        if not _SLUG.fullmatch(slug):
            refuse("M108", f"“{name}: {slug}”里的编号有不能用的字符", "只用小写英文字母、数字和连字符，如 chengguan")
    return names


def _kind(value: Value) -> str:
    text = line(value)
    if text not in kinds():
        choices = "、".join(f"{kind.name}（{kind.noun}）" for kind in kinds().values())
        refuse("M106", f"没有“{text}”这一种表格", f"可以写：{choices}")
    return str(text)


_Names = Annotated[Pairs[str, str], PlainValidator(_names)]
_Number = Annotated[Count, never_unknown("请写数，如 3；不写就删去这一行")]
_Pairs = Annotated[Pairs[str, str], PlainValidator(_pairs)]


class Mapping(FieldGroup):
    """一种表格怎样读：哪一列是哪一栏，哪些内容每一行都一样。"""

    table: Annotated[str, PlainValidator(_kind)] = Field(description="哪一种表格，如 constituencies")
    sheet: Line | None = Field(None, description="哪一张工作表；不写就是每一张读得懂的")
    first: _Number | None = Field(None, description="内容从第几行开始；不写就是表头下面一行")
    columns: _Pairs = Field(description="哪一栏是哪一列，如 seats: 代表名额")
    values: _Pairs = Field({}, description="每一行都一样、表里没有写的，如 level: 县级")
    names: Annotated[Pairs[str, str], PlainValidator(_names)] = Field(
        {}, description="表里的叫法是哪份记录，如 城关镇: chengguan"
    )
    year: _Number | None = Field(None, description="表里的日期没有年份时，是哪一年")
    source: Several[Slug] = Field((), description="新建的记录出自哪个来源，写来源的编号")

    @property
    def kind(self) -> Kind:
        """The kind of table."""
        return kinds()[self.table]

    @property
    def lacking(self) -> tuple[str, ...]:
        """The keys of a row that neither columns nor values give; some may be above the table."""
        known = {*NAMED_ABOVE, *self.columns, *self.values}
        known |= {"number"} if self.kind.by_name and "name" in known else set()
        return tuple(name for name in self.kind.needed if name not in known)


def mapping_of(file: str, raw: bytes) -> Mapping | tuple[Finding, ...]:
    """Read a mapping, or give findings on what is wrong with it."""
    value = read(file, raw)
    if isinstance(value, tuple):
        return tuple(map(from_fault, value))
    try:
        mapping = Mapping.model_validate(value)
    except ValidationError as error:
        return tuple(refusals(error, Mapping, value))
    known = mapping.kind.columns
    return (
        tuple(
            Finding(mapping.place_of(place), f"“{mapping.table}”没有“{name}”这一栏", _near(name, known), "M101")
            for place in ("columns", "values")
            for name in getattr(mapping, place)
            if name not in known
        )
        or mapping
    )


def drafted(kind: Kind, columns: Pairs[str, str], values: Pairs[str, str]) -> bytes:
    """Write a mapping as a file."""
    mapping: dict[str, Plain] = {"table": kind.name, "columns": columns, "values": values}
    return f"{_HEAD}{fields({name: value for name, value in mapping.items() if value}, 0)}\n".encode()


def _near(name: str, known: Pairs[str, object]) -> str:
    near = near_misses(name, known)
    return f"是不是“{near[0]}”？" if near else f"可以写：{'、'.join(known)}"
