"""What the model refused -> findings: each refused value once, where it was typed, with the likely cure."""

from collections.abc import Iterable, Iterator
from typing import Any

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from huanjie.findings import Finding, near_misses
from huanjie.model.base import Record
from huanjie.source import Fields, Items, Value, shorten


def refusals(error: ValidationError, kind: type[Record], value: Value) -> Iterator[Finding]:
    """Tell what the model refused: each refused value once, where it was typed."""
    details = error.errors(include_url=False, include_input=False)
    unknown = [_unknown_key(detail, kind, value) for detail in details if detail["type"] == "extra_forbidden"]
    yield from (finding for finding, _ in unknown)
    meant = {path for _, path in unknown}
    for detail in details:
        if detail["type"] == "missing":
            if detail["loc"] not in meant:  # a slip in a key is one fault, not an unknown key and a missing one
                yield _missing_key(detail, kind, value)
        elif detail["type"] == "tuple_type":
            at = _found(detail["loc"], value).at
            yield Finding(at, "这里应是列表", "请换一行缩进，每条前面写“- ”", "S117")
        elif detail["type"] != "extra_forbidden":
            context = detail.get("ctx", {})
            yield Finding(_found(detail["loc"], value).at, context["wrong"], context["right"], detail["type"])


def _found(path: Iterable[int | str], value: Value) -> Value:
    """Follow pydantic's path as far as what was typed goes: a plain value stands for a list and a fact too."""
    for step in path:
        if (isinstance(value, Items) and isinstance(step, int) and step < len(value)) or (
            isinstance(value, Fields) and step in value
        ):
            value = value[step]  # type: ignore[index]  # the step fits the kind of value, checked above
    return value


def _model_at(path: Iterable[int | str], kind: type[Record]) -> type[Record]:
    """Find the record type that a path leads into, to name its fields."""
    for step in path:
        if isinstance(step, str) and step in kind.model_fields:
            kind = next(_records_in(kind.model_fields[step].annotation), kind)
    return kind


def _records_in(annotation: Any) -> Iterator[type[Record]]:  # noqa: ANN401  # annotations have no narrower type
    if isinstance(annotation, type) and issubclass(annotation, Record):
        yield annotation
    for inner in getattr(annotation, "__args__", ()):
        yield from _records_in(inner)
    for fact in getattr(annotation, "__orig_bases__", ()):
        yield from _records_in(fact)


def _unknown_key(detail: ErrorDetails, kind: type[Record], value: Value) -> tuple[Finding, tuple[int | str, ...]]:
    """Tell a key that the record does not have, and give the path of the one that was probably meant."""
    *path, key = detail["loc"]
    typed = str(key)
    holder = _found(path, value)
    at = holder.place_of_key(typed) if isinstance(holder, Fields) else holder.at
    fields = _model_at(path, kind).model_fields
    near = near_misses(typed.strip().lower(), fields) or tuple(
        name for name, field in fields.items() if len(typed) > 1 and typed in (field.description or "")
    )
    meant = f"是不是“{near[0]}”（{fields[near[0]].description}）？" if near else ""
    right = meant or f"这里可以写：{'、'.join(fields)}"
    return Finding(at, f"没有“{shorten(typed)}”这一栏", right, "M101"), (*path, *near[:1])


def _missing_key(detail: ErrorDetails, kind: type[Record], value: Value) -> Finding:
    *path, key = detail["loc"]
    field = _model_at(path, kind).model_fields.get(str(key))
    what = f"（{field.description}）" if field and field.description else ""
    return Finding(_found(path, value).at, f"缺少“{key}”这一栏", f"请补上一行 {key}: …{what}", "M102")
