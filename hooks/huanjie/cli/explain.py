"""`huanjie explain`: what the id of a finding means, or what a field takes."""

from argparse import Namespace
from collections.abc import Sequence

from huanjie import findings
from huanjie.checks import CHECKS
from huanjie.cli import CLEAN, say, usage_error
from huanjie.cli.parser import Parser
from huanjie.desk.reference import FAULTS
from huanjie.findings import ERROR
from huanjie.model import KINDS
from huanjie.model.fields import FieldSpec, fields_of, filed_at

HELP = "解释一个编号是什么意思，或者一栏写什么"


def add(parser: Parser) -> None:
    """Say what may be written."""
    parser.arguments.add_argument("id", metavar="ID|FIELD", help="编号，如 M201；或者一栏，如 meetings.date")


def run(options: Namespace) -> int:
    """Explain an id of a finding, a kind of record or a field."""
    kind, *path = options.id.split(".")
    if kind in KINDS:
        return _field(kind, path)
    name = options.id.upper()
    if check := CHECKS.get(name):
        say(f"{check.id}（{check.severity.word}）{check.title}\n\n{check.explanation}\n")
        return CLEAN
    if name in FAULTS:
        say(f"{name}（{findings.FAULT_SEVERITY.get(name, ERROR).word}）{FAULTS[name]}\n")
        return CLEAN
    near = findings.near_misses(name, (*CHECKS, *FAULTS)) or findings.near_misses(kind, KINDS)
    return usage_error(f"没有编号 {name}" + (f"，是不是 {'、'.join(near)}？" if near else ""))


def _field(kind: str, path: Sequence[str]) -> int:
    """Explain the field that a path leads to, or the whole kind."""
    where, inside = filed_at(KINDS[kind]), fields_of(KINDS[kind])
    lines = [str(KINDS[kind].__doc__), f"写在 content/{where}" if where else "写在别的记录里面"]
    for name in path:
        fields = {field.name: field for field in inside}
        if name not in fields:
            near = findings.near_misses(name, fields)
            right = f"是不是 {'、'.join(near)}？" if near else f"可以写：{'、'.join(fields)}" if fields else ""
            return usage_error(f"没有“{name}”这一栏，{right}" if right else f"没有“{name}”这一栏")
        model, lines = fields[name].group, _field_lines(fields[name])
        inside = fields_of(model) if model else ()
    lines += [f"  {field.name}{'（必填）' if field.required else ''}  {field.description}" for field in inside]
    say("\n".join(lines) + "\n")
    return CLEAN


def _field_lines(field: FieldSpec) -> list[str]:
    must = "必填" if field.required else "可以不写"
    gap = ["不详写 unknown，原稿无法辨认写 unreadable"] if field.gap else []
    return [f"{field.name}：{field.description}", f"{must}；{field.manner}", *gap]
