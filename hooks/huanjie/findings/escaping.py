"""Text from records, file names and arguments -> text that is visible as a whole and harmless where it is printed.

A terminal obeys control characters and reverses text at others, a CI run takes commands from the output, Markdown
hides, loads and notifies. So all output passes through here.
"""

import json
import re
import unicodedata

# What no terminal shows although it is none of the categories below: fillers and a blank of Braille.
_BLANK = re.compile("[\u034f\u115f\u1160\u17b4\u17b5\u2800\u3164\uffa0]")
_UNSEEN = {"Cc", "Cf", "Cs", "Co", "Zl", "Zp"}  # not Cn: Python may be older than a rare character of a name
_NAMES = {"\t": r"\t", "\n": r"\n", "\r": r"\r"}
# GitHub, Gitea and Azure take commands at the beginning of a line, and ##[…] and ##vso[…] anywhere in it.
_COMMAND = re.compile(r"^(?P<space>[^\S\n]*):(?=:)|#(?P<hash>#)(?=\w*\[)", re.MULTILINE)
_MARKS = re.compile(r"[\\`*_\[\]{}]")
_ENTITIES = str.maketrans({char: f"&#{ord(char)};" for char in "&<>|~$"})
_BLOCK = re.compile(r"^([-+#]|\d+(?=[.)]))")  # what begins a heading, a list or a rule
# What GitHub, GitLab and Gitea make links, notices and pictures of once Markdown is done.
_REFERENCE = re.compile(r"@|#(?=\w)|:(?=//|[\w+-]+:)|\b(?:www|gh)(?=[.-])|[!%&](?=\d)", re.ASCII | re.IGNORECASE)
_JOINER = "&#8288;"  # a character without width, spelled out: it stands between what would be read together


def lines(text: str) -> str:
    r"""Spell out invisible characters, such as \u202e, and break commands of CI runs; line ends stay."""
    if not _all_seen(text):
        text = "".join(char if char == "\n" else _seen(char) for char in text)
    return _COMMAND.sub(_broken, text)


def line(text: str) -> str:
    r"""Spell out invisible characters and line ends: a name or a value cannot begin a line of its own."""
    return lines(text if "\n" not in text else text.replace("\n", r"\n"))


def _all_seen(text: str) -> bool:
    """A fast test, true for nearly every text: there is nothing to spell out."""
    return text.replace("\n", "").isprintable() and not _BLANK.search(text)


def _seen(char: str) -> str:
    if unicodedata.category(char) not in _UNSEEN and not _BLANK.match(char):
        return char
    return _NAMES.get(char) or (f"\\U{ord(char):08x}" if char > "\uffff" else f"\\u{ord(char):04x}")


def _broken(match: re.Match[str]) -> str:
    return r"#\u0023" if match["hash"] else rf"{match['space']}\u003a"


def markdown(text: str) -> str:
    """Write a text as one line of Markdown with just this text: nothing hidden, linked, loaded or notified."""
    apart = _REFERENCE.sub(r"\g<0>\0", line(text).strip())  # no text has a NUL by then
    escaped = _MARKS.sub(r"\\\g<0>", apart.translate(_ENTITIES))
    return _BLOCK.sub(_escaped_block, escaped).replace("\0", _JOINER)


def _escaped_block(match: re.Match[str]) -> str:
    return f"{match[0]}\\" if match[0].isdecimal() else rf"\{match[0]}"


def code(text: str) -> str:
    """Write a text as a code span of Markdown."""
    text = line(text)
    fence = "`" * (max(map(len, re.findall("`+", text)), default=0) + 1)
    space = " " if "`" in text else ""
    return f"{fence}{space}{text}{space}{fence}"


def as_json(value: object) -> str:
    """Write JSON without invisible characters; its values stay the same."""
    text = json.dumps(value, ensure_ascii=False, indent=1)
    if not _all_seen(text):
        text = "".join(char if char == "\n" else _spelled(char) for char in text)
    return _COMMAND.sub(_broken, text)


def _spelled(char: str) -> str:
    """A character, or its JSON escape where it is invisible."""
    return char if _seen(char) == char else json.dumps(char)[1:-1]
