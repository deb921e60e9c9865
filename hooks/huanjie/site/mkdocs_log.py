"""The log of MkDocs, without lines that are no news here, and with all that an editor has to know of the preview."""

import logging
import re

from mkdocs import livereload
from mkdocs.commands import build

from huanjie.findings import escaping

_ADDRESS = re.compile(r"Serving on (\S+)")


def _is_news(record: logging.LogRecord) -> bool:
    """Whether anybody need know: every page of ours has an empty output until it is filled."""
    return "enerated empty output" not in record.getMessage()


def _tell_how_to_go_on(record: logging.LogRecord) -> bool:
    """Say in Chinese where the preview is, and how it ends."""
    if match := _ADDRESS.search(record.getMessage()):
        record.msg = f"{record.getMessage()}\n预览开着：用浏览器打开 {match[1]} ；看完按 Ctrl+C 结束。"
    return True


def _show_all(record: logging.LogRecord) -> bool:
    """Spell out what a terminal would obey."""
    record.msg, record.args = escaping.lines(record.getMessage()), ()
    return True


def _show_in_a_line(record: logging.LogRecord) -> bool:
    """The same, in a line: a browser says where it comes from, and what it asks for."""
    record.msg, record.args = escaping.line(record.getMessage()), ()
    return True


def listen() -> None:
    """Put ourselves between MkDocs and the terminal; twice is as good as once."""
    build.log.addFilter(_show_all)
    build.log.addFilter(_is_news)
    livereload.log.logger.addFilter(_show_in_a_line)
    livereload.log.logger.addFilter(_tell_how_to_go_on)
