"""Bytes -> the text of a report, also where a web page was read in the wrong encoding on its way.

Each way to undo that is tried; the text with the largest share of everyday characters wins.
"""

import html
import re
from collections.abc import Iterator

from huanjie.chinese import everyday
from huanjie.chinese.encodings import likeliest

_HAN = re.compile("[\u3400-\u9fff]")
_FOREIGN = re.compile("[\u0080-\u2fff\u3040-\u33ff\ua000-\uffdc\ufffd]")  # what a Chinese report has hardly any of
_PUNCTUATION = str.maketrans(dict.fromkeys("、。《》“”‘’「」『』·—…〇　：；，！？（）", ""))  # noqa: RUF001  # as printed
_ENCODINGS = ("gb18030", "big5")
_SINGLE_BYTE = ("latin-1", "cp1252")
_UNSHOWN = re.compile(r"<(?:(?:script|style)\b|(?P<comment>!--))")
_UNSHOWN_ENDS = (re.compile("</(?:script|style)>"), re.compile("-->"))  # of a script, of a comment
_TAGS = re.compile(r"</?[a-zA-Z][^<>]{0,500}>")
_BLOCK_ENDS = re.compile(r"<(?:br|/p|/div|/h\d|/li|/tr)\b[^<>]{0,50}>", re.IGNORECASE)


def decode(raw: bytes) -> str:
    """Read the bytes of a report; what cannot be read stays as U+FFFD."""
    text = likeliest(raw).text
    return _untagged("\n".join(max(_repairs(line), key=_likely) for line in text.splitlines()))


def _repairs(line: str) -> Iterator[str]:
    """The line as it is, and with each usual mistake of encoding undone."""
    yield line
    for wrong in _SINGLE_BYTE:
        for right in ("utf-8", *_ENCODINGS):
            yield from _again(line, wrong, right)
    if "\ufffd" in line:  # a byte that is lost takes one character with it
        yield line.replace("\ufffd", "").encode("gb18030", "ignore").decode("utf-8", "replace")
    yield from _again(line, "gb18030", "utf-8")


def _again(line: str, wrong: str, right: str) -> Iterator[str]:
    try:
        yield line.encode(wrong).decode(right)
    except UnicodeError:
        return


def _likely(text: str) -> float:
    """The share of everyday characters among all that are not ASCII; a gap counts as three wrong characters."""
    written = [character for character in text.translate(_PUNCTUATION) if not character.isascii()]
    if not written:
        return 0.5  # plain ASCII is as good as any
    good = sum(1 for character in written if _HAN.match(character) and everyday(character))
    bad = sum(1 for character in written if _FOREIGN.match(character))
    return (good - bad - 2 * text.count("\ufffd")) / len(written)


def _untagged(text: str) -> str:
    """Remove the tags of a web page that was pasted as source."""
    visible = _visible(_BLOCK_ENDS.sub("\n", text))
    return html.unescape("".join(_TAGS.sub("", piece) for piece in visible))


def _visible(text: str) -> Iterator[str]:
    """The text without scripts, styles and comments; one without an end stays, and its end is searched for once."""
    last, endless = 0, set()
    for begin in _UNSHOWN.finditer(text):
        ends = _UNSHOWN_ENDS[bool(begin["comment"])]
        if begin.start() < last or ends in endless:
            continue
        if end := ends.search(text, begin.end()):
            yield text[last : begin.start()]
            last = end.end()
        else:
            endless.add(ends)
    yield text[last:]
