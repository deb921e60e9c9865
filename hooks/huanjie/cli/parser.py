"""A parser of the command line whose help and complaints editors can read."""

import argparse
import sys
from collections.abc import Iterable
from datetime import date
from typing import Any, NoReturn

from huanjie.cli import WRONG_USE


class _Chinese(argparse.HelpFormatter):
    """Help whose headings editors can read; argparse's own are English."""

    def add_usage(
        self,
        usage: str | None,
        actions: Iterable[argparse.Action],
        groups: Iterable[Any],
        prefix: str | None = None,
    ) -> None:
        """Write the usage line."""
        super().add_usage(usage, actions, groups, "用法：" if prefix is None else prefix)


class Parser(argparse.ArgumentParser):
    """A parser whose help and complaints are Chinese; arguments are to be added to `arguments`."""

    def __init__(self, prog: str, **options: Any) -> None:  # noqa: ANN401  # argparse's own many
        """Make a parser with its help in Chinese."""
        super().__init__(prog, formatter_class=_Chinese, add_help=False, **options)
        self.arguments = self.add_argument_group("可以写")
        self.arguments.add_argument("-h", "--help", action="help", help="显示这份说明")

    def day(self, name: str, text: str, *, required: bool = False) -> None:
        """Add an argument that is a day, written 2026-11-18."""
        self.arguments.add_argument(
            name, type=date.fromisoformat, required=required, default=None, metavar="DATE", help=text
        )

    def error(self, message: str) -> NoReturn:  # noqa: ARG002  # English, and the usage line says the same
        """Print the usage and end."""
        sys.stderr.write(f"huanjie: 命令写得不对，请对照用法。\n{self.format_usage()}")
        raise SystemExit(WRONG_USE)
