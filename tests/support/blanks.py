"""Fills the blanks of templates as an editor would, each with the example in the description of its field."""

import re
from collections.abc import Iterator

from huanjie.model.base import FieldGroup, Record
from huanjie.model.fields import FieldSpec, fields_of

KNOWN = {"sources": "report-2016-05-31", "themes": "progress", "": "meetings/2016-05-31"}  # what a new project has
PLAIN = {"flag": "no", "count": "1", "slug": "example", "day": "2016-05-31", "clock": "09:00"}
PLACES = {"address": "https://www.example.org/", "mail": "a@example.org"}
BLANKS = re.compile(r"(?P<name>[a-z_]+): (?P<open>\[?)【请填：(?P<title>[^】]*)】(?P<close>\]?)  # (?P<said>.*)")


def reached(model: type[FieldGroup], seen: set[type[FieldGroup]]) -> Iterator[FieldSpec]:
    """List every field of a record and of the records inside it."""
    seen.add(model)
    for field in fields_of(model):
        yield field
        if field.group and field.group not in seen:
            yield from reached(field.group, seen)


def filled(text: str, kind: type[Record]) -> str:
    """Fill each blank of a template with the example of its field."""
    fields = {(field.name, field.description): field for field in reached(kind, set())}

    def example(found: re.Match[str]) -> str:
        field = fields[found["name"], found["said"]]
        while field.group and not field.example:
            field = next(one for one in fields_of(field.group) if one.name == field.group.shorthand)
        known = KNOWN.get(field.kind, "example") if field.sort == "ref" else ""
        value = known or field.example or next(iter(field.choices), "") or (PLAIN | PLACES).get(field.sort, "内容")
        quoted = f'"{value}"' if value.startswith(tuple("*&%@[{#\"'`!|>-")) or ": " in value else value
        return f"{found['name']}: {found['open']}{quoted}{found['close']}"

    return BLANKS.sub(example, text)
