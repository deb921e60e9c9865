"""The model -> the configuration of Decap CMS, which shows the forms of `huanjie desk` in a browser.

Records reach the forms as JSON (`filled.as_form`), so dates and numbers stay as typed. Some fields of a form are not
the record's: `_within` names the record that holds it, `_file` is the name of its file or its address in its holder,
`_called` is its name in lists, `_opened` the state that was opened.
"""

import re
from collections.abc import Iterator
from typing import Any

import yaml

from huanjie.desk.filled import form_fields, is_fact, is_listed
from huanjie.model import KINDS
from huanjie.model.base import FieldGroup, Record
from huanjie.model.fields import FieldSpec, fields_of, holder_of

Widget = dict[str, Any]
DEEPEST = 3  # a point, a point below it, and one below that: deeper ones stay as they are, and are changed in the file
_MADE = "# 这一页由 huanjie schema --write 生成，不要手改：浏览器里的表单，从记录的模型来。\n"
_NAME = ("^[a-z0-9]+(-[a-z0-9]+)*$", "只用小写英文字母、数字和连字符")
_SUMMED = ("line", "prose", "choice", "slug", "count")
_LIST = re.compile(r"\[([^]]*)\]")
_BY_ID = re.compile("写[^，；]*编号(，如 [^，；]*)?")
_FLAG = [{"label": "是", "value": "yes"}, {"label": "否", "value": "no"}]


def config() -> str:
    """Write the configuration."""
    kinds = sorted(KINDS.values(), key=lambda kind: kind.kind != "meetings")  # written most often, so it opens first
    settings = {
        "backend": {"name": "proxy", "proxy_url": "/records"},
        "locale": "zh_Hans",
        "media_folder": "files",  # it asks for one; no record has a file, and the page hides the button
        "slug": {"encoding": "ascii"},
        "show_preview_links": False,
        "collections": [_collection(kind) for kind in kinds],
    }
    return _MADE + yaml.dump(settings, Dumper=yaml.CSafeDumper, allow_unicode=True, sort_keys=False, width=110)


def _collection(kind: type[Record]) -> Widget:
    collection: Widget = {"name": kind.kind, "label": kind.noun, "description": kind.__doc__, "format": "json"}
    collection["editor"] = {"preview": False}
    if kind.filed == "one":
        file = {"name": kind.kind, "label": kind.noun, "file": f"{kind.kind}.yml", "fields": _form(kind)}
        return collection | {"files": [file]}
    if kind.filed == "within":
        collection["path"] = "{{_within}}/{{slug}}"
    return collection | {
        "label_singular": kind.noun,
        "folder": kind.kind,
        "extension": "yml",
        "create": True,
        "delete": False,
        "identifier_field": next(field.name for field in fields_of(kind) if field.required),  # it may not be empty
        "slug": f"{{{{{address(kind)}}}}}",
        "summary": "{{_called}}",
        "fields": _form(kind),
    }


def address(kind: type[Record]) -> str:
    """The field of a form that has the record's address."""
    return "id" if kind.filed == "list" else "_file"


def _form(kind: type[Record]) -> list[Widget]:
    hidden = [{"name": name, "widget": "hidden", "required": False} for name in ("_called", "_opened")]
    return [*_place(kind), *_fields(kind, (kind,)), *hidden]


def _place(kind: type[Record]) -> Iterator[Widget]:
    """The widgets for the place of a record, which come before its fields."""
    if kind.filed == "within":
        holder, _ = holder_of(kind)
        yield {"name": "_within", "label": f"在哪个{holder.noun}", "hint": "存了以后不改。", **_relation(holder.kind)}
        yield {"name": "_file", "widget": "hidden", "required": False}
    if kind.filed == "folder":
        dated = f"不写就用“{_title(kind, kind.dated)}”" if kind.dated else "如 voter-list"
        hint = f"网页的地址，不带 .yml；{dated}。存了以后不改。"
        name = {"name": "_file", "label": "文件名", "hint": hint, "widget": "string", "pattern": [*_NAME]}
        yield name | {"required": not kind.dated}


def _title(kind: type[Record], name: str) -> str:
    return next(field.title for field in fields_of(kind) if field.name == name)


def _fields(model: type[FieldGroup], above: tuple[type[FieldGroup], ...]) -> list[Widget]:
    return [
        _field(field, above) for field in form_fields(model) if not field.group or above.count(field.group) < DEEPEST
    ]


def _field(field: FieldSpec, above: tuple[type[FieldGroup], ...]) -> Widget:
    widget: Widget = {"name": field.name, "label": field.title, "required": field.required}
    if hint := _hint(field):
        widget["hint"] = hint
    if field.sort == "ref" and field.many and _is_listed_kind(field.kind):
        return widget | _value(field) | {"multiple": True}
    if not is_listed(field):
        return widget | (_group(field.group, above) if field.group and not is_fact(field) else _value(field))
    widget |= {"widget": "list", "label_singular": field.title}
    if not field.many:
        widget["max"] = 1
    if not field.group or is_fact(field):
        item = {"name": "one", "label": field.title, "required": False, **_value(field)}
        return widget | {"collapsed": False, "field": item}
    summary = _summary(field.group) or field.title
    return widget | {"collapsed": True, "summary": summary, "fields": _fields(field.group, (*above, field.group))}


def _hint(field: FieldSpec) -> str:
    """The description after the field's name, in the words of a form: choose, not type."""
    hint = field.description.removeprefix(field.title).lstrip("，。；：")
    if field.sort == "choice":
        return ""
    if field.sort == "flag":
        return hint.replace("写 yes ", "选“是”").replace("写 yes", "选“是”").replace("写 no ", "选“否”")
    if _is_listed_kind(field.kind):
        return _BY_ID.sub("从列表里选", hint)
    return _LIST.sub(lambda match: match[1].replace(", ", "、"), hint.replace('"', ""))  # a form has no YAML brackets


def _group(model: type[FieldGroup], above: tuple[type[FieldGroup], ...]) -> Widget:
    return {"widget": "object", "fields": _fields(model, (*above, model))}


def _value(field: FieldSpec) -> Widget:
    """The control of one value."""
    if is_fact(field):
        return {"widget": "fact"}
    if field.sort == "ref" and _is_listed_kind(field.kind):
        return _relation(field.kind)
    if field.sort in ("choice", "flag"):
        return {"widget": "select", "options": list(field.choices) or [dict(option) for option in _FLAG]}
    if field.sort == "slug":
        return {"widget": "string", "pattern": [*_NAME]}
    return {"widget": "text" if field.sort == "prose" else "string"}


def _relation(kind: str) -> Widget:
    """A control to choose from the records of a kind by their addresses."""
    search = {"search_fields": ["_called"], "display_fields": ["_called"], "options_length": 1000}
    return {"widget": "relation", "collection": kind, "value_field": "{{slug}}", **search}


def _is_listed_kind(kind: str) -> bool:
    """Whether the forms have a list of the records of a kind to choose from."""
    return kind in KINDS and KINDS[kind].filed != "one"


def _summary(model: type[FieldGroup]) -> str:
    """The name of a closed group of fields in its list: its first plain texts; "" where it has none."""
    fields = fields_of(model)
    group = next((f"{field.name}.name" for field in fields if field.group and not is_listed(field)), None)
    plain = [field.name for field in fields if field.sort in _SUMMED and not (field.many or field.fact)]
    named = [group] if group else [name for name in plain if name != "note"][:2]
    return " ".join(f"{{{{fields.{name}}}}}" for name in named)
