"""How a run ends: the exit status says of what kind it is, and one sentence what happened and what to do."""

import os
import sys
import tempfile
import traceback
from collections.abc import Callable
from concurrent.futures import BrokenExecutor
from pathlib import Path

from huanjie.cli import CLEAN, DEBUG, INTERRUPTED, OUR_FAULT, WRONG_USE, complain, could_not
from huanjie.system.errors import sentence


def status_of(command: Callable[[], int]) -> int:
    """Run a command to its end, whatever comes in between, and give the exit status."""
    try:
        status = _run(command)
        sys.stdout.flush()
    except KeyboardInterrupt as stopped:
        complain("")  # behind the ^C of a terminal
        complain(f"huanjie: 已经停下。{_notes(stopped)}")
        return INTERRUPTED
    except (OSError, MemoryError) as why:
        return could_not(f"{sentence(why)}{_notes(why)}")
    except BrokenExecutor as why:
        return could_not(
            f"没有做成：系统中途停掉了一个进程，多半是内存不够。请关上一些别的程序，再来一次。{_notes(why)}"
        )
    except Exception as fault:  # noqa: BLE001  # whatever it is, nobody below knew of it
        return _our_fault(fault)
    return status


def _run(command: Callable[[], int]) -> int:
    try:
        return command()
    except SystemExit as ended:  # the parser of the command line has told why
        return ended.code if isinstance(ended.code, int) else CLEAN if ended.code is None else WRONG_USE


def _notes(error: BaseException) -> str:
    return "".join(getattr(error, "__notes__", ()))


def _our_fault(fault: Exception) -> int:
    """Report a fault of this program; the traceback goes into a file, for whoever can mend it."""
    if os.environ.get(DEBUG):
        traceback.print_exc()
        where = "出错的地方写在上面"
    else:
        where = f"出错的地方写在 {_written()}"
    name = type(fault).__name__
    complain(f"huanjie: 程序自己出了错（{name}），不是记录写错了。{_notes(fault)}{where}，请交给维护这个程序的人。")
    return OUR_FAULT


def _written() -> Path:
    handle, name = tempfile.mkstemp(prefix="huanjie-", suffix=".txt")
    with os.fdopen(handle, "w", encoding="utf-8", errors="backslashreplace") as file:
        file.write(traceback.format_exc())
    return Path(name)
