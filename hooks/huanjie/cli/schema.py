"""`huanjie schema`: what may be written in records, for editors of text and for people."""

from argparse import Namespace
from pathlib import Path

from huanjie.cli import CLEAN, hand_over, say
from huanjie.cli.parser import Parser
from huanjie.desk.json_schema import schema
from huanjie.desk.schema_files import as_json, files
from huanjie.desk.templates import template
from huanjie.model.fields import own_kinds

HELP = "给出每种记录的填写规则（JSON Schema）和样板"


def add(parser: Parser) -> None:
    """Say what may be written."""
    kinds = [kind.kind for kind in own_kinds()]
    parser.arguments.add_argument(
        "kind", nargs="?", choices=kinds, metavar="KIND", help="哪一种记录，如 meetings；不写就是全部"
    )
    parser.arguments.add_argument("--template", action="store_true", help="给出样板，照着填")
    parser.arguments.add_argument("--write", type=Path, metavar="FOLDER", help="把规则、样板、编辑器设置写进这个文件夹")


def run(options: Namespace) -> int:
    """Print schemas or templates, or write every file that is made from the model."""
    if options.write:
        for name, text in files().items():
            path = options.write / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(text.encode())
        say(f"写好了 {len(files())} 个文件。\n")
        return CLEAN
    kinds = [kind for kind in own_kinds() if options.kind in (None, kind.kind)]
    if options.template:
        say("\n".join(template(kind) for kind in kinds))
    else:
        schemas = {kind.kind: schema(kind) for kind in kinds}
        hand_over(as_json(schemas[options.kind] if options.kind else schemas))
    return CLEAN
