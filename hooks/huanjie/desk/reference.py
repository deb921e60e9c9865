"""The lists in the editors' guide: every field of every kind, and every finding."""

import re
from collections.abc import Iterator

from huanjie import yaml_text
from huanjie.checks import CHECKS
from huanjie.content import loading
from huanjie.findings import ERROR, FAULT_SEVERITY
from huanjie.model import KINDS, base
from huanjie.model.base import FieldGroup, Record
from huanjie.model.facts import Fact
from huanjie.model.fields import fields_of, filed_at

FAULTS = yaml_text.FAULTS | base.FAULTS | loading.FAULTS
_MADE = "<!-- 这一页由 huanjie schema --write 生成，不要手改。 -->"


def fields() -> str:
    """Write the page of all fields."""
    head = [
        "# 每一栏写什么",
        "",
        _MADE,
        "",
        "照着写法见[编辑指南](editors.md)。查一栏：`huanjie explain meetings.date`。",
    ]
    return "\n".join([*head, *(line for kind in KINDS.values() for line in _kind(kind)), *_sourced()]) + "\n"


def _kind(kind: type[Record]) -> Iterator[str]:
    where = filed_at(kind)
    yield from ("", f"## {kind.noun}", "", str(kind.__doc__), "")
    sample = f"样板：[{kind.kind}.yml](../schemas/templates/{kind.kind}.yml)。"
    yield f"文件：`content/{where}`。{sample}" if where else "写在别的记录里面。"
    yield from _table(kind)
    for path, model in _inner(kind, "", {kind, *KINDS.values()}):
        yield from ("", f"### {kind.noun}里的 `{path}`", "", str(model.__doc__))
        yield from _table(model)


def _inner(model: type[FieldGroup], path: str, seen: set[type[FieldGroup]]) -> Iterator[tuple[str, type[FieldGroup]]]:
    """The groups of fields inside a record, each once."""
    for field in fields_of(model):
        if field.group and field.group not in seen:
            seen.add(field.group)
            below = f"{path}{field.name}"
            yield below, field.group
            yield from _inner(field.group, f"{below}.", seen)


def _table(model: type[FieldGroup]) -> Iterator[str]:
    yield from ("", "| 栏 | 写什么 | 写法 |", "|---|---|---|")
    for field in fields_of(model):
        must = "（必填）" if field.required else ""
        yield f"| `{field.name}`{must} | {_cell(field.description)} | {_cell(field.manner)} |"


def _sourced() -> Iterator[str]:
    yield from ("", "## 附来源、说明的写法", "", "写法里有“可以附来源、说明”的，除了直接写，还可以写成一组栏目：")
    yield from _table(Fact)


def _cell(text: str) -> str:
    return text.replace("|", "\\|").replace("{", "&#123;")


def findings() -> str:
    """Write the page of all findings."""
    head = [
        "# 核对会说什么",
        "",
        _MADE,
        "",
        "四种轻重见[编辑指南](editors.md#核对)。在命令里查：`huanjie explain M201`。",
    ]
    lines = ["", "## 读文件和填写", "", "| 编号 | 轻重 | 意思 |", "|---|---|---|"]
    for name, said in sorted(FAULTS.items()):
        lines.append(f"| {name} | {FAULT_SEVERITY.get(name, ERROR).word} | {_cell(said)} |")
    for check in sorted(CHECKS.values(), key=lambda check: check.id):
        lines += ["", f"## {check.id}　{check.title}", "", f"{check.severity.word}。", *_lines(check.explanation)]
    return "\n".join([*head, *lines]) + "\n"


def _lines(explanation: str) -> Iterator[str]:
    """The lines of an explanation, each a paragraph, with links as they are typed."""
    for line in filter(None, explanation.split("\n")):
        yield from ("", re.sub(r"\[[^\]]*\]\([^)]*\)", r"`\g<0>`", line))
