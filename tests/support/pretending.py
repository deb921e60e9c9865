"""`python pretending.py COMMAND…`: huanjie on a system without fcntl, fork, hard links and the exchange of folders.

The interpreter and its libraries know where they are; from here on this program takes it for Windows. What Windows has
for locks is made of what there is.
"""

import ctypes
import fcntl
import multiprocessing
import os
import signal
import sys
import sysconfig
from importlib import import_module
from types import ModuleType
from typing import NoReturn


def _locking(handle: int, _: int, size: int) -> None:
    _lockf(handle, _FLAGS, size)


def _refused(*_: object) -> NoReturn:
    raise PermissionError(1, "Operation not permitted")


def _no_context(method: str | None = None) -> NoReturn:
    raise ValueError(method)


class _LibraryWithoutExchange:
    """What `ctypes` finds in a C library that is not Linux's."""

    def __init__(self, *_: object, **__: object) -> None:
        """Load nothing."""


if __name__ == "__main__":
    for name in ("concurrent.futures.process", "mkdocs.commands.build", "mkdocs.livereload", "platformdirs"):
        import_module(name)
    sysconfig.get_config_vars()  # of the real system, kept from now on
    _lockf, _FLAGS = fcntl.lockf, fcntl.LOCK_EX | fcntl.LOCK_NB
    windows = ModuleType("msvcrt")
    windows.locking, windows.LK_NBLCK = _locking, 2  # type: ignore[attr-defined]
    sys.modules["msvcrt"] = windows
    for name in ("fcntl", "resource", "termios", "pwd", "grp"):
        sys.modules[name] = None  # type: ignore[assignment]  # so that an import fails
    for name in ("fork", "getppid", "sched_getaffinity", "geteuid"):
        delattr(os, name)
    del signal.SIGKILL, signal.pthread_sigmask
    os.link = _refused  # type: ignore[assignment]
    ctypes.CDLL = _LibraryWithoutExchange  # type: ignore[assignment,misc]
    multiprocessing.get_context = _no_context
    sys.platform = "win32"
    from huanjie.__main__ import run

    run()
