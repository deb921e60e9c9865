"""JSON Schema of every kind, for completion and hover in an editor. It describes what is typed, not what is stored.

A schema helps while typing; whether a record is right only the check can tell, which knows more than a schema.
"""

from collections.abc import Iterator
from typing import Any

from huanjie.model.base import FieldGroup, Record
from huanjie.model.facts import Fact
from huanjie.model.fields import FieldSpec, fields_of
from huanjie.model.numbering import LONGEST

Schema = dict[str, Any]
DRAFT = "http://json-schema.org/draft-07/schema#"  # the newest that yaml-language-server knows whole
TEXT: Schema = {"type": ["string", "number"]}  # a year or a number is a text too where a text is wanted
GAPS: Schema = {"enum": ["unknown", "unreadable"]}
PLAIN: dict[str, Schema] = {
    "slug": {"type": ["string", "integer"], "pattern": "^[a-z0-9]+(-[a-z0-9]+)*$"},
    "number": {
        "type": ["string", "integer"],
        "pattern": "^[0-9A-Za-z\u4e00-\u9fff]+(-[0-9A-Za-z\u4e00-\u9fff]+)*$",
        "maxLength": LONGEST,
    },
    "flag": {"enum": ["yes", "no", "是", "否", True, False]},
    "count": {"type": ["integer", "string"], "minimum": 0, "pattern": "^[0-9]+$"},
    "percent": {"type": ["number", "string"], "minimum": 0, "pattern": r"^([0-9]{1,3}(\.[0-9]{1,6})?%?|百分之.+)$"},
    "day": {"type": ["string", "integer"], "pattern": "^([0-9]{4}(-[0-9]{2}){0,2}|unknown-[0-9]{2}-[0-9]{2})$"},
    "clock": {"type": "string", "pattern": "^[0-2][0-9]:[0-5][0-9]$"},
    "address": {"type": "string", "pattern": r"^https?://[^\s/.@]+\.\S+$"},
    "mail": {"type": "string", "pattern": r"^[A-Za-z0-9_+.-]+@[A-Za-z0-9.-]+$"},
}


def schema(kind: type[Record]) -> Schema:
    """The schema of a file of a kind."""
    whole: Schema = {"$ref": f"#/definitions/{kind.__name__}"}
    if kind.filed == "list":
        whole = {"type": "array", "items": whole}
    models = sorted({*_reached(kind, set())}, key=lambda model: model.__name__)
    definitions = {model.__name__: _record(model) for model in models}
    return {"$schema": DRAFT, "title": kind.noun, "allOf": [whole], "definitions": definitions}


def _reached(model: type[FieldGroup], seen: set[type[FieldGroup]]) -> Iterator[type[FieldGroup]]:
    """A record type and all that its fields lead to."""
    if model in seen:
        return
    seen.add(model)
    yield model
    for field in fields_of(model):
        if field.group:
            yield from _reached(field.group, seen)


def _record(model: type[FieldGroup]) -> Schema:
    fields = fields_of(model)
    title, _, _ = (model.__doc__ or "").partition("\n")
    whole: Schema = {
        "type": "object",
        "title": title,
        "additionalProperties": False,
        "properties": {field.name: _field(field) for field in fields},
    }
    if required := [field.name for field in fields if field.required]:
        whole["required"] = required
    if model.either:
        whole["anyOf"] = [{"required": [name]} for name in model.either]
    return {"title": title, "anyOf": [TEXT, whole]} if model.shorthand else whole


def _field(field: FieldSpec) -> Schema:
    schema: Schema = {"title": field.title, "description": field.description}
    if field.example:
        schema["examples"] = [int(field.example) if field.sort in ("count", "number") else field.example]
    return schema | _value(field)


def _value(field: FieldSpec) -> Schema:
    item = _item(field)
    if field.gap:
        item = {"anyOf": [item, GAPS]}
    if field.fact:
        item = {"anyOf": [item, _fact(item)]}
    if not (field.many or field.fact):
        return item
    array = {"type": "array", "items": item} | ({"minItems": 1} if field.alone or field.fact else {})
    return {"anyOf": [item, array]} if field.alone or field.fact else array


def _item(field: FieldSpec) -> Schema:
    if field.group:
        return {"$ref": f"#/definitions/{field.group.__name__}"}
    return {"enum": list(field.choices)} if field.choices else PLAIN.get(field.sort, TEXT)


def _fact(value: Schema) -> Schema:
    """A value with its source and what a reader should know of it."""
    fields = {field.name: _field(field) for field in fields_of(Fact) if field.name != "value"}
    return {
        "type": "object",
        "additionalProperties": False,
        "properties": {"value": value} | fields,
        "required": ["value"],
    }
