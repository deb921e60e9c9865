"""`huanjie import table`: a spreadsheet of an office -> records; shows the changes, writes them with --write."""

from argparse import Namespace
from pathlib import Path

from huanjie.cli.parser import Parser

HELP = "把表格（.xlsx、.xls、.csv）里的选区、村、投票站、候选人、结果、机构成员、宣传任务收进记录"


def add(parser: Parser) -> None:
    """Say what may be written."""
    parser.arguments.add_argument("file", type=Path, metavar="FILE", help="表格文件")
    parser.arguments.add_argument("--content", type=Path, default=Path("content"), help="内容文件夹；不写就是 content")
    parser.arguments.add_argument("--kind", metavar="KIND", help="哪一种表格，如 stations；不写就看表头")
    map_help = "对应表：哪一列是哪一栏；不写就用上次的（imports 文件夹里），没有就看表头"
    parser.arguments.add_argument("--map", type=Path, metavar="MAPPING.yml", help=map_help)
    parser.arguments.add_argument("--write", action="store_true", help="写入记录；不写这个就只看会改什么")


def run(options: Namespace) -> int:
    """Import a table."""
    from huanjie.cli import table_rows  # noqa: PLC0415  # other commands need none of it

    return table_rows.run(options)
