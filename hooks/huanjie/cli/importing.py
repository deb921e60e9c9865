"""`huanjie import`: what offices have at hand becomes records; a file each for what can be imported."""

from argparse import Namespace

from huanjie.cli import import_table, import_text
from huanjie.cli.parser import Parser

HELP = "把手头的材料变成记录"

KINDS = {"text": import_text, "table": import_table}


def add(parser: Parser) -> None:
    """Say what may be written."""
    kinds = parser.add_subparsers(dest="imported", required=True, metavar="什么材料", title="什么材料")
    for name, kind in KINDS.items():
        kind.add(kinds.add_parser(name, help=kind.HELP, description=f"{kind.HELP}。"))


def run(options: Namespace) -> int:
    """Import one kind of thing."""
    status: int = KINDS[options.imported].run(options)
    return status
