"""`huanjie explain`: what the id of a finding means."""

import sys
from argparse import Namespace

from huanjie import findings, loading, source
from huanjie.commands import CLEAN, misused
from huanjie.commands.parser import Parser
from huanjie.findings import ERROR
from huanjie.model import base
from huanjie.rules import RULES

HELP = "解释一个编号是什么意思"


def add(parser: Parser) -> None:
    """Say what may be written."""
    parser.said.add_argument("id", metavar="ID", help="编号，如 M201")


def run(options: Namespace) -> int:
    """Explain an id of a finding."""
    name = options.id.upper()
    if one := RULES.get(name):
        sys.stdout.write(f"{one.id}（{one.severity.word}）{one.title}\n\n{one.explanation}\n")
        return CLEAN
    faults = source.FAULTS | base.FAULTS | loading.FAULTS
    if name in faults:
        sys.stdout.write(f"{name}（{loading.LIGHTER.get(name, ERROR).word}）{faults[name]}\n")
        return CLEAN
    near = findings.near_misses(name, (*RULES, *faults))
    return misused(f"没有编号 {name}" + (f"，是不是 {'、'.join(near)}？" if near else ""))
