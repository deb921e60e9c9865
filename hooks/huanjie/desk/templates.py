"""A template of each kind of record: what must be filled has a blank, the rest stands behind `#`.

A blank says what goes there, 【请填：会议名称】, and no field takes it: a template in which any is left is refused, so
no example can be published as if somebody had recorded it.
"""

from collections.abc import Iterator

from huanjie.model.base import FieldGroup, Record
from huanjie.model.fields import FieldSpec, fields_of
from huanjie.model.values import BLANK


def template(kind: type[Record]) -> str:
    """Write the template of a kind."""
    lines = [f"# {kind.__doc__}", "# 行首有“#”的可以不填；要填时删去“# ”，后面的说明也可以删去。"]
    for field in fields_of(kind):
        written = list(_written(field, deep=False))
        lines += written if field.required else (f"# {line}" for line in written)
    if kind.filed == "list":
        lines[2:] = _item(lines[2:])
    return "\n".join(lines) + "\n"


def _written(field: FieldSpec, *, deep: bool) -> Iterator[str]:
    """One field: its name, a blank, and after it what it is for; a group of fields below it."""
    comment = f"  # {field.description}"
    if field.group is None or (deep and field.group.shorthand):
        yield f"{field.name}: {_blank(field)}{comment}"
        return
    yield f"{field.name}:{comment}"
    inside = [*_group(field.group, deep=deep)]
    yield from (f"  {line}" for line in (_item(inside) if field.many else inside))


def _group(model: type[FieldGroup], *, deep: bool) -> Iterator[str]:
    """The fields of a group, the required ones without `#`; further down only those, or one where none is required."""
    fields = fields_of(model)
    least = [field for field in fields if field.required or field.name in model.either[:1]]
    least = least or [next(field for field in fields if field.sort != "group")]
    for field in fields:
        plain = field.group is None or field.group.shorthand
        if field in least or (plain and not deep):
            lines = _written(field, deep=True)
            yield from lines if field in least else (f"# {line}" for line in lines)


def _item(lines: list[str]) -> list[str]:
    """Lines as an item of a list; a field behind `#` cannot be its first."""
    first = next(number for number, line in enumerate(lines) if not line.startswith("# "))
    last = first + 1
    while last < len(lines) and lines[last].startswith(" "):  # the lines below the field go with it
        last += 1
    ordered = [*lines[first:last], *lines[:first], *lines[last:]]
    return [f"{'- ' if number == 0 else '  '}{line}" for number, line in enumerate(ordered)]


def _blank(field: FieldSpec) -> str:
    blank = f"{BLANK}{field.title}】"
    return f"[{blank}]" if field.group and field.many and not field.alone else blank
