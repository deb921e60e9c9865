"""Bytes -> text without invisible characters: encodings, control characters, tabs."""

import re
from collections import Counter
from collections.abc import Iterator
from itertools import islice

from huanjie.chinese.encodings import certain, likeliest, possible
from huanjie.yaml_text.values import FAULTS, Fault, Fix, Place, Text

# The parts of emoji. A joiner between two makes one of both; a selector after one chooses its form.
_EMOJI = (
    "\u00a9\u00ae\u203c\u2049\u2122\u2139\u2190-\u21ff\u2300-\u23ff\u24c2\u25aa-\u25fe\u2600-\u27bf\u2900-\u297f\u2b00-\u2bff"
    "\u3030\u303d\u3297\u3299\U0001f000-\U0001faff"
)
_HAN = "\u3400-\u9fff\U00020000-\U0003ffff"  # some have forms that a selector chooses from
_HIDDEN = (  # no space, no mark, nothing; Unicode counts some of them as letters
    "\u00ad\u034f\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b\u200c\u2060-\u2065\u206a-\u206f\u2800\u3164\ufeff\uffa0"
)
_HIDDEN_FAR = "\U0001d173-\U0001d17a\U000e0000-\U000e007f"
_UNSEEN = re.compile(
    r"(?P<S102>[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufdd0-\ufdef\ufff9-\ufffb\ufffe\uffff])"
    r"|(?P<S103>[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069])"
    rf"|(?P<S104>[{_HIDDEN}{_HIDDEN_FAR}]|(?<![{_EMOJI}\ufe0f])\u200d|\u200d(?![{_EMOJI}])"
    rf"|(?<![{_EMOJI}0-9#*])[\ufe0e\ufe0f]|(?<=[0-9#*])[\ufe0e\ufe0f](?!\u20e3)|[\ufe00-\ufe0d]|(?<![{_HAN}])[\U000e0100-\U000e01ef])"
    r"|(?P<S105>\t)"
)
# Invisible characters that Python calls printable; those beyond U+FFFF apart, which is ten times as fast.
_PRINTABLE = re.compile(f"[{_HIDDEN}\ufe00-\ufe0f]")
_FAR = re.compile("[\U00010000-\U0010ffff]")
_CURE = {
    "S102": "请把它删去，重新输入这几个字",
    "S103": "请把它删去",
    "S104": "请把它删去；从网页粘贴时，先粘贴到记事本再复制过来",
    "S105": "请改成空格，每层缩进两个",
}

_REPLACED = {"S103": "", "S104": ""}  # the replacement; that of a control character is not known
_INDENT = re.compile(r"[ \t]*")
_MOST_FIXED = 1000  # at a time: a megabyte of them is no slip


def decode(file: str, raw: bytes) -> str | Fault:
    """Decode UTF-8, with or without a byte-order mark; every line ends in a newline, as YAML counts lines."""
    lines = raw.removeprefix(b"\xef\xbb\xbf").replace(b"\r\n", b"\n").replace(b"\r", b"\n")  # Windows, old Macs
    try:
        text = lines.decode()
    except UnicodeDecodeError as error:
        before = lines[: error.start].decode()
        at = Place(file, before.count("\n") + 1, len(before) - before.rfind("\n"), 1)
        return _not_utf8(at, raw)
    return _not_utf8(Place(file), raw) if "\0" in text and likeliest(raw).encoding != "utf-8" else text


def utf8(raw: bytes) -> bytes:
    """Convert a file to UTF-8 where its encoding is certain; else leave it."""
    if isinstance(decode("", raw), str):
        return raw
    reading = certain(raw)
    return reading.text.encode() if reading else raw


def _not_utf8(at: Place, raw: bytes) -> Fault:
    """Name the encoding, or all possible ones: a file that can be read in two ways must not be rewritten."""
    if reading := certain(raw):
        right = "请用记事本打开，“另存为”时编码选 UTF-8；或者运行 huanjie fix，由它来改"
        return Fault("S101", at, f"文件编码是 {reading.name}，不是 UTF-8", right)
    if likeliest(raw).encoding == "utf-8" and likeliest(raw).likely:
        return Fault("S101", at, "这里的字节坏了，读不出是什么字；文件其余部分是 UTF-8", "请对照原件重新输入这几个字")
    if names := possible(raw):
        wrong = f"文件编码不是 UTF-8；可能是 {'，也可能是 '.join(names)}，拿不准"
        return Fault("S101", at, wrong, "请用写这个文件的软件打开，看清每个字都对，再另存为 UTF-8")
    wrong = "这里的字节不是文字：文件不是 UTF-8，也不是 GBK、Big5、UTF-16"
    return Fault("S101", at, wrong, "请确认这是一个文本文件，再另存为 UTF-8")


def unseen(file: str, text: str) -> tuple[Fault, ...]:
    """Report each kind of invisible or refused character once: a file from Word has hundreds of them."""
    # True for nearly every file, and fifty times as fast as the search.
    if text.replace("\n", "").isprintable() and not (_PRINTABLE.search(text) or _FAR.search(text)):
        return ()
    first: dict[str, re.Match[str]] = {}
    count: Counter[str] = Counter()
    fixes: dict[str, list[Fix]] = {}
    for match in _UNSEEN.finditer(text):
        kind = str(match.lastgroup)
        first.setdefault(kind, match)
        count[kind] += 1
        if kind in _REPLACED and count[kind] <= _MOST_FIXED:
            fixes.setdefault(kind, []).append(Fix(_place(file, text, match.start()), _REPLACED[kind]))
    if "S105" in first:
        fixes["S105"] = [*islice(_untabbed(file, text), _MOST_FIXED)]
    faults = []
    for kind, match in first.items():
        more = f"，全文共 {count[kind]} 处" if count[kind] > 1 else ""
        wrong = f"{FAULTS[kind][:-1]}（{_code(match)}{more}）"
        faults.append(Fault(kind, _place(file, text, match.start()), wrong, _CURE[kind], tuple(fixes.get(kind, ()))))
    return tuple(faults)


def _untabbed(file: str, text: str) -> Iterator[Fix]:
    """Replace lines with tabs; rows of a table below a field without a value become its list."""
    lines = text.split("\n")
    waits = False
    for number, line in enumerate(lines, 1):
        if "\t" not in line:
            waits = line.rstrip().endswith(":")
            continue
        indent, content = _INDENT.match(line), line.strip()
        row = waits and "\t" in content and not content.startswith("-")
        cells = content.split("\t")
        if row and cells[0].isdecimal():  # the rows were numbered
            del cells[0]
        new = " ".join(filter(None, map(str.strip, cells)))
        spaces = indent[0].replace("\t", "  ") if indent else ""
        yield Fix(Place(file, number), f"{spaces}{'- ' if row else ''}{new}")


def unseen_escape(text: Text) -> Fault | None:
    r"""Report an invisible character that a double-quoted text has as an escape, such as "\u202e"."""
    if not (match := _UNSEEN.search(text.replace("\n", ""))):
        return None
    kind = str(match.lastgroup)
    return Fault(kind, text.at, f"{FAULTS[kind][:-1]}（写成了转义，{_code(match)}）", _CURE[kind])


def _code(match: re.Match[str]) -> str:
    return f"U+{ord(match[0]):04X}"


def _place(file: str, text: str, start: int) -> Place:
    return Place(file, text.count("\n", 0, start) + 1, start - text.rfind("\n", 0, start), 1)
