"""The command line: `huanjie check`, `build`, `desk`, `diff`, `due` and so on; `COMMANDS` has them all."""

import gc
import os
import sys
from collections.abc import Sequence
from importlib import import_module
from typing import NoReturn

from huanjie.cli import CLEAN, FOUND, WRONG_USE
from huanjie.cli.exits import status_of
from huanjie.cli.parser import Parser
from huanjie.system import streams

__all__ = ["CLEAN", "FOUND", "WRONG_USE", "main"]

# Each command with its module, which is imported only when it is asked for: half a second counts while one edits.
COMMANDS = {
    "check": "check",
    "build": "build",
    "desk": "desk",
    "diff": "diff",
    "due": "due",
    "explain": "explain",
    "fix": "fix",
    "import": "importing",
    "law": "law",
    "new": "new",
    "schema": "schema",
}


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command and give its exit status."""
    typed = sys.argv[1:] if arguments is None else arguments
    parser = Parser("huanjie", description="换届：把记录核对清楚，做成网站。")
    commands = parser.add_subparsers(dest="command", required=True, metavar="命令", title="命令")
    for name in typed[:1] if typed[:1] and typed[0] in COMMANDS else COMMANDS:
        command = import_module(f"huanjie.cli.{COMMANDS[name]}")
        command.add(commands.add_parser(name, help=command.HELP, description=f"{command.HELP}。"))
    options = parser.parse_args(typed)  # what is no command ends here
    gc.disable()  # a run ends soon, and looking for garbage among its records takes half its time (measured)
    try:
        status: int = command.run(options)
    finally:
        gc.enable()
    return status


def run() -> NoReturn:
    """Run one command as a program: what it leaves in memory goes with the process.

    Python would free it piece by piece first: 4 of 10 seconds after a build of 10,000 records (measured).
    """
    streams.legible()
    streams.unbroken()
    status = status_of(main)
    sys.stderr.flush()
    os._exit(status)


if __name__ == "__main__":
    run()
