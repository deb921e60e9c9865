"""How a build ends before its time: what it built is removed, the old site is as it was, and one sentence says why."""

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from mkdocs.exceptions import Abort, MkDocsException

from huanjie.site.build import RefusedError
from huanjie.site.settings import WHOLE, MisconfiguredError
from huanjie.site.swap import Staging
from huanjie.system import parallel
from huanjie.system.errors import sentence

REPLACED = "新的网站已经换好。"


class CouldNotError(Abort):
    """The system could not do what a build or a preview needs; says so to the editor."""

    def show(self, *_: object, **__: object) -> None:
        """Say it on standard error, where MkDocs runs the build; by itself MkDocs would say it on standard output."""
        sys.stderr.write(f"{self}\n")


@contextmanager
def stopping(staging: Callable[[], Staging | None]) -> Iterator[None]:
    """Have a build that cannot go on end as RefusedError or CouldNotError; what else stops it says what it left."""
    try:
        yield
    except (MisconfiguredError, RefusedError, CouldNotError):
        raise
    except MkDocsException as problem:
        why = f"{WHOLE}MkDocs 说：{problem}"
        raise CouldNotError(why) from problem
    except BaseException as stopped:
        clear(staging())
        stopped.add_note(_left_by(staging()))
        raise


def clear(staging: Staging | None) -> None:
    """Remove what was built and not put in place, once nobody works at it any more."""
    if staging is not None:
        parallel.stop()
        staging.drop()


def could_not(error: OSError | MemoryError, staging: Staging | None) -> CouldNotError:
    """The error that MkDocs raises in place of one of the system."""
    return CouldNotError(f"{sentence(error)}{_left_by(staging)}")


def _left_by(staging: Staging | None) -> str:
    return REPLACED if staging and staging.replaced else WHOLE
