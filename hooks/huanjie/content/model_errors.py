"""Errors of the model -> findings: each refused value once, where it was typed, with the likely fix."""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from pydantic import ValidationError
from pydantic.fields import FieldInfo
from pydantic_core import ErrorDetails

from huanjie.findings import Finding, near_misses
from huanjie.model.base import FieldGroup
from huanjie.model.values import EMPTY
from huanjie.yaml_text import Fields, Fix, Items, Span, Text, Value, shorten
from huanjie.yaml_text.typos import SHORTEST, slip_of

# The fields for a beginning, each with the one for its end.
_ENDS = {
    "date": "until",
    "polling_day": "polling_until",
    "polling_begins": "polling_ends",
    "begins": "ends",
    "opens": "closes",
    "arrives": "leaves",
}


def refusals(error: ValidationError, kind: type[FieldGroup], value: Value) -> Iterator[Finding]:
    """Make findings of an error of the model: each refused value once, where it was typed."""
    details = error.errors(include_url=False, include_input=False)
    unknown = [_unknown_key(detail, kind, value) for detail in details if detail["type"] == "extra_forbidden"]
    yield from (finding for finding, _ in unknown)
    meant = {path for _, path in unknown}
    for detail in details:
        if detail["type"] == "missing":
            if detail["loc"] not in meant:  # a slip in a key is one fault, not an unknown key and a missing one
                yield _missing_key(detail, kind, value)
        elif detail["type"] == "tuple_type":
            yield _no_list(_value_at(detail["loc"], value))
        elif detail["type"] != "extra_forbidden":
            context = detail.get("ctx", {})
            at, wrong, right = _value_at(detail["loc"], value).at, context["wrong"], context["right"]
            yield Finding(at, wrong, right, detail["type"], fixes=_fixes(detail["loc"], kind, value, context["fix"]))


def _fixes(
    path: Sequence[int | str], kind: type[FieldGroup], value: Value, fix: str | Sequence[str] | Span
) -> tuple[Fix, ...]:
    """Replace a refused text by the model's proposal, where it is on a line by itself."""
    holder, typed = _follow(path, value)
    if fix == "-" and isinstance(typed, Text):  # the dash of a list, which libyaml took for the text
        return (Fix(typed.at._replace(length=1), "-" if typed[1:2] == " " else "- "),)
    if not fix or not isinstance(typed, Text) or typed.at.length < len(typed):  # block text has length 1
        return ()
    if isinstance(fix, Span):
        return _two_fields(path, kind, holder, typed, fix) if isinstance(holder, Fields) else ()
    if isinstance(fix, str):
        named = isinstance(holder, Fields) and holder.get(str(path[-1])) is typed
        short = path[-1] in ("value", "name") and not named  # a text that stands for a fact or a person
        fits = short or not fix.startswith("{")
        return (Fix(typed.at, fix),) if fits else ()
    if not isinstance(holder, Items):
        return (Fix(typed.at, f"[{', '.join(fix)}]"),)
    below = ", " if holder.at.length else f"\n{' ' * (holder.at.column - 1)}- "  # a list in brackets has a length
    return (Fix(typed.at, below.join(fix)),)


def _two_fields(
    path: Sequence[int | str], kind: type[FieldGroup], holder: Fields, typed: Text, span: Span
) -> tuple[Fix, ...]:
    """Split a span: the beginning stays in its field, the end goes into the field for it, where the record has one."""
    begins = next(name for name, value in holder.items() if value is typed)
    ends = _ENDS.get(begins, "")
    record = _model_at(path[: path.index(begins)] if begins in path else path, kind)
    if ends not in record.model_fields or holder.get(ends, span.last) != span.last:
        return ()
    if ends in holder:
        return (Fix(typed.at, span.first),)
    in_braces = holder.place_of_key(next(iter(holder))).column > holder.at.column
    below = ", " if in_braces else f"\n{' ' * (holder.at.column - 1)}"
    return (Fix(typed.at, f"{span.first}{below}{ends}: {span.last}"),)


def _no_list(value: Value) -> Finding:
    if isinstance(value, Text) and not value.strip():
        return Finding(value.at, *EMPTY, "M104")
    right = "请在第一栏前面加“- ”，下面各栏与它对齐" if isinstance(value, Fields) else "请每条一行，前面写“- ”"
    return Finding(value.at, "这里应是列表", right, "S117")


def _value_at(path: Iterable[int | str], value: Value) -> Value:
    """The value that was typed at pydantic's path."""
    return _follow(path, value)[1]


def _follow(path: Iterable[int | str], value: Value) -> tuple[Value | None, Value]:
    """Follow pydantic's path as far as it was typed; give the value and its holder.

    A plain value may be typed in place of a list or a fact.
    """
    holder: Value | None = None
    for step in path:
        if (isinstance(value, Items) and isinstance(step, int) and step < len(value)) or (
            isinstance(value, Fields) and step in value
        ):
            holder, value = value, value[step]  # type: ignore[index]  # the step fits the kind of value, checked above
    return holder, value


def _model_at(path: Iterable[int | str], kind: type[FieldGroup]) -> type[FieldGroup]:
    """Find the record type that a path leads into, to name its fields."""
    for step in path:
        if isinstance(step, str) and step in kind.model_fields:
            kind = next(_records_in(kind.model_fields[step].annotation), kind)
    return kind


def _records_in(annotation: Any) -> Iterator[type[FieldGroup]]:  # noqa: ANN401  # annotations have no narrower type
    if isinstance(annotation, type) and issubclass(annotation, FieldGroup):
        yield annotation
    for inner in getattr(annotation, "__args__", ()):
        yield from _records_in(inner)
    for fact in getattr(annotation, "__orig_bases__", ()):
        yield from _records_in(fact)


def _unknown_key(detail: ErrorDetails, kind: type[FieldGroup], value: Value) -> tuple[Finding, tuple[int | str, ...]]:
    """Report a key that the record does not have, and give the path of the field that was probably meant."""
    *path, key = detail["loc"]
    typed = str(key)
    holder = _value_at(path, value)
    at = holder.place_of_key(typed) if isinstance(holder, Fields) else holder.at
    model = _model_at(path, kind)
    fields = model.model_fields
    bare = isinstance(holder, Fields) and holder[typed] == ""  # within braces, name：张三 is all there is
    name, *rest = (part.strip() for part in re.split("[:： ]" if bare else "[:：]", typed, maxsplit=1))
    free = {field_name: field for field_name, field in fields.items() if field_name == name or field_name not in holder}
    sure = _meant(name, free, getattr(model, "noun", ""))
    near = sure or _like(name, free)
    wrong = f"没有“{shorten(typed)}”这一栏"
    right = f"是不是“{near}”（{fields[near].description}）？" if near else f"这里可以写：{'、'.join(fields)}"
    if not typed:
        wrong, right = "冒号前面没有栏名", f"请补上栏名；{right}"
    elif typed[0].isdecimal():
        wrong, right = f"“{shorten(typed)}”成了单独的一栏", "数里不写逗号，如 123456；是文字的话请放进半角双引号"
    elif near == name and rest:
        wrong, right = f"“{shorten(typed)}”里的冒号不对", f"请写成“{name}: {shorten(rest[0])}”，半角冒号加一个空格"
    elif near == name:
        wrong, right = f"“{name}”的前面或后面有别的空格", "请把它删去，缩进用半角空格"
    meant = (f"{near}: {rest[0]}" if bare else "") if rest else near
    fixes = (Fix(at, meant),) if sure and meant and at.length else ()
    return Finding(at, wrong, right, "M101", fixes=fixes), (*path, *([near] if near else ()))


def _meant(typed: str, fields: Mapping[str, FieldInfo], noun: str) -> str | None:
    """Give the field that was certainly meant: its name has a slip of the finger, or its Chinese name was typed."""
    typed = unicodedata.normalize("NFKC", typed)
    called = [name for name, field in fields.items() if typed in _called(field, noun)]
    return called[0] if len(called) == 1 else slip_of(typed, fields)


def _called(field: FieldInfo, noun: str) -> set[str]:
    """The Chinese names of a field: 会议日期 of a 会议 is 日期 too, and 整份记录出自哪个来源 is 来源."""
    title = re.split("[，。；：]", field.description or "")[0]
    return {title, title.removeprefix(noun), title.rpartition("哪个")[2]}


def _like(typed: str, fields: Mapping[str, FieldInfo]) -> str | None:
    """Give the field that was perhaps meant: its name is similar, or its description has the Chinese word."""
    if typed.isascii():
        return next(iter(near_misses(typed.lower(), fields)), None) if len(typed) >= SHORTEST else None
    described = {name: (field.description or "").find(typed) for name, field in fields.items()}
    matching = [name for name in described if described[name] >= 0 and len(typed) > 1 and not typed.isdecimal()]
    return min(matching, key=lambda name: described[name], default=None)


def _missing_key(detail: ErrorDetails, kind: type[FieldGroup], value: Value) -> Finding:
    *path, key = detail["loc"]
    field = _model_at(path, kind).model_fields.get(str(key))
    description = f"（{field.description}）" if field and field.description else ""
    return Finding(_value_at(path, value).at, f"缺少“{key}”这一栏", f"请补上一行 {key}: …{description}", "M102")
