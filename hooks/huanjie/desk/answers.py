"""An editor's answer to one field -> a value for the record, or the reason why it is none."""

import re
from dataclasses import dataclass

from pydantic import ValidationError

from huanjie.model.base import FieldGroup
from huanjie.model.fields import FieldSpec
from huanjie.yaml_text import Fields, Items, Place, Text, Value
from huanjie.yaml_text.editing import Plain

_NOWHERE = Place("")


@dataclass(frozen=True)
class Answer:
    """The value that was understood; or, in `wrong`, what is wrong and what would be right."""

    value: Plain = ""
    wrong: str = ""


def answered(model: type[FieldGroup], field: FieldSpec, typed: str) -> Answer:
    """Read an answer: several ids, a choice by its number, a day in any form."""
    text = " ".join(typed.split())
    if text.isdecimal() and 0 < int(text) <= len(field.choices):
        text = field.choices[int(text) - 1]
    value: Plain = text
    between = {"ref": r"[，、,;；\s]+", "slug": r"[，、,;；\s]+", "group": "[、;；]"}.get(field.sort, "")
    if field.many and between and len(items := re.split(between, text)) > 1:
        value = items
    details = _refused(model, field.name, value)
    fix = details[0].get("fix") if details else ""
    if isinstance(fix, str) and fix[:1].isalnum() and not _refused(model, field.name, fix):
        return Answer(fix)
    return Answer(value, f"{details[0]['wrong']}；{details[0]['right']}" if details else "")


def _refused(model: type[FieldGroup], name: str, value: Plain) -> list[dict[str, str]]:
    """The model's objections to a value in one of its fields, whatever the others lack."""
    try:
        model.model_validate(Fields({Text(name, _NOWHERE): _typed(value)}, _NOWHERE))
    except ValidationError as refused:
        details = refused.errors(include_url=False, include_input=False)
        return [error["ctx"] for error in details if error["loc"][:1] == (name,) and "wrong" in error.get("ctx", {})]
    return []


def _typed(value: Plain) -> Value:
    """The value as the reader would give it."""
    return Text(value, _NOWHERE) if isinstance(value, str) else Items([_typed(item) for item in value], _NOWHERE)
