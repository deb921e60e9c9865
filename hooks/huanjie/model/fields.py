"""The model -> the fields that an editor may write, for schemas, templates, forms and lists.

`fields_of` walks a record type once; these are made from its result, so a new field or kind is in each by itself.
"""

import re
from dataclasses import dataclass
from functools import cache
from typing import Annotated, Any, Literal, get_args, get_origin

from pydantic import BeforeValidator, PlainValidator

from huanjie.model.addresses import Address, Mail
from huanjie.model.base import FieldGroup, Record, kinds
from huanjie.model.clocks import TypedClock
from huanjie.model.days import TypedDay
from huanjie.model.facts import Facts, OrGap, RefTo
from huanjie.model.numbering import ConstituencyNumber
from huanjie.model.percent import Percent
from huanjie.model.values import Count, Flag, Line, OneOf, Prose, Slug

Sort = Literal[
    "line",
    "prose",
    "slug",
    "number",
    "flag",
    "count",
    "percent",
    "day",
    "clock",
    "address",
    "mail",
    "choice",
    "ref",
    "group",
]
_ALIASES: tuple[tuple[Any, Sort], ...] = (
    *((Line, "line"), (Prose, "prose"), (Slug, "slug"), (Flag, "flag")),
    *((Count, "count"), (TypedDay, "day"), (TypedClock, "clock"), (Address, "address")),
    *((Mail, "mail"), (ConstituencyNumber, "number"), (Percent, "percent")),
)
_SORTS = {get_args(alias)[1].func: sort for alias, sort in _ALIASES}
_MANNERS: dict[Sort, str] = {
    "line": "一行文字",
    "prose": "文字，可以分段",
    "slug": "小写英文字母、数字和连字符",
    "number": "数、字母或者一两个汉字",
    "flag": "yes 或者 no",
    "count": "阿拉伯数字",
    "percent": "百分比",
    "day": "日期，年-月-日",
    "clock": "时间，时:分",
    "address": "网址",
    "mail": "电子邮箱",
    "group": "一组栏目",
}
_EXAMPLE = re.compile(r"如 ([^，；。（]+)")


@dataclass(frozen=True)
class FieldSpec:
    """The specification of a field: `fact` where the value may have a source, `gap` where it may be unknown.

    `many`: a list; `alone`: a single item may be written without the list.
    """

    name: str
    description: str
    required: bool
    sort: Sort = "line"
    many: bool = False
    alone: bool = False
    fact: bool = False
    gap: bool = False
    choices: tuple[str, ...] = ()
    kind: str = ""
    group: type[FieldGroup] | None = None

    @property
    def title(self) -> str:
        """The name of the field: its description up to the first stop."""
        return re.split("[，。；：]", self.description)[0]

    @property
    def manner(self) -> str:
        """The way to write it, in words."""
        noun = kinds()[self.kind].noun if self.kind else "记录"
        manner = {"choice": f"选一种：{'、'.join(self.choices)}", "ref": f"{noun}的编号", **_MANNERS}[self.sort]
        manner += "，一条或者几条" if self.alone else "，几条写几条" if self.many else ""
        return manner + ("；可以附来源、说明" if self.fact else "")

    @property
    def example(self) -> str:
        """The example in the description; "" where there is none."""
        match = _EXAMPLE.search(self.description)
        return match[1].strip('"') if match and not match[1].startswith("[") else ""


@cache
def fields_of(model: type[FieldGroup]) -> tuple[FieldSpec, ...]:
    """The fields of a record type, in the order of the model."""
    return tuple(
        FieldSpec(
            name, str(field.description), field.is_required(), **_taken(_inside(field.annotation, field.metadata))
        )
        for name, field in model.model_fields.items()
    )


def filed_at(kind: type[Record]) -> str:
    """The path of a kind's records below the content folder; "" for records within others."""
    return {"within": "", "folder": f"{kind.kind}/*.yml"}.get(kind.filed, f"{kind.kind}.yml")


def own_kinds() -> tuple[type[Record], ...]:
    """The kinds that have files of their own."""
    return tuple(kind for kind in kinds().values() if kind.filed != "within")


def holder_of(kind: type[Record]) -> tuple[type[Record], str]:
    """The kind of record that holds the records of a kind, and the field that they are in."""
    return next((holder, field.name) for holder in own_kinds() for field in fields_of(holder) if field.group is kind)


def _inside(annotation: Any, metadata: Any) -> Any:  # noqa: ANN401  # annotations have no narrower type
    """Rebuild a field's annotation, which pydantic keeps in two parts."""
    for constraint in metadata:
        annotation = Annotated[annotation, constraint]
    return annotation


def _taken(annotation: Any) -> dict[str, Any]:  # noqa: ANN401  # as above
    """The specification by an annotation, from the outside inwards."""
    origin, inside = get_origin(annotation), get_args(annotation)
    if origin is Annotated:
        return _taken(inside[0]) | _validated(inside[1:])
    if origin is tuple:
        return _taken(inside[0]) | {"many": True}
    if origin is Facts:
        return _taken(inside[0]) | {"fact": True, "gap": True}
    if isinstance(annotation, type) and issubclass(annotation, FieldGroup):
        return {"sort": "group", "group": annotation}
    types = [type_ for type_ in inside if type_ is not type(None)]
    return _taken(types[0]) if types else {}


def _validated(validators: tuple[Any, ...]) -> dict[str, Any]:
    """The specification by validators; a validator before a list makes a list of a single item."""
    spec: dict[str, Any] = {}
    for validator in validators:
        if isinstance(validator, OneOf):
            spec |= {"sort": "choice", "choices": validator.choices}
        elif isinstance(validator, RefTo):
            spec |= {"sort": "ref", "kind": validator.kind}
        elif isinstance(validator, PlainValidator):
            spec |= {"sort": _SORTS.get(validator.func, "line")}
        elif validator is OrGap:
            spec |= {"gap": True}
        elif isinstance(validator, BeforeValidator):
            spec |= {"alone": True}
    return spec
