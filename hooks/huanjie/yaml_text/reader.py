"""The bytes of a file -> its values, or every fault in it."""

from collections.abc import Iterator
from itertools import chain

import yaml

from huanjie.yaml_text.characters import decode, unseen
from huanjie.yaml_text.events import Building, RefusedError
from huanjie.yaml_text.lines import bad_colons, cut_texts, wide_indents
from huanjie.yaml_text.mending import mended
from huanjie.yaml_text.syntax import explain
from huanjie.yaml_text.values import Fault, Fields, Items, Text, Value, shorten

_COLONS = ("S106", "S107")
_ROUNDS = 10  # in which a file with wrong colons is read anew; each takes as long as reading it


def read(file: str, raw: bytes) -> Fields | Items | tuple[Fault, ...]:
    """Read a record file: give its mapping or list, or every fault in it.

    `file` is only the name in places; nothing is opened here.
    """
    text = decode(file, raw)
    if isinstance(text, Fault):
        return (text,)
    if faults := unseen(file, text):
        return faults
    return _read(file, text, _ROUNDS)


def _read(file: str, text: str, rounds: int) -> Fields | Items | tuple[Fault, ...]:
    building = Building(file)
    try:
        value: Value = building.document(text)
    except RefusedError as refused:
        building.faults.append(refused.fault)
    except yaml.MarkedYAMLError as error:
        faults = _stopped(file, text, error, building)
        return (*faults, *_below(file, text, faults, rounds))
    by_line = (look(file, text, building.enclosed) for look in (bad_colons, wide_indents, cut_texts))
    if faults := (*building.faults, *chain.from_iterable(by_line)):
        return faults
    if isinstance(value, Text):
        wrong = f"整个文件只有一段文字“{shorten(value)}”"
        return (Fault("S116", value.at, wrong, "请写成一行一栏，如 title: 会议名称"),)
    value.doubts = tuple(building.doubts)
    return value


def _stopped(file: str, text: str, error: yaml.MarkedYAMLError, building: Building) -> tuple[Fault, ...]:
    """Explain an error of libyaml: by slips that lines show by themselves, else by its message."""
    if building.faults and building.faults[-1].id in ("S117", "S118"):  # the error follows from that fault
        return tuple(building.faults)
    syntax = explain(file, text, error, building.enclosed)
    known = syntax.at.line  # further down it is not known what is prose, but prose is indented
    by_line = (look(file, text, building.enclosed) for look in (bad_colons, wide_indents))
    slips = tuple(slip for slip in chain.from_iterable(by_line) if slip.at.line <= known or slip.at.column == 1)
    if not slips and not syntax.fixes:
        syntax = syntax._replace(fixes=mended(text, syntax.at))
    return (*building.faults, *(slips or (syntax,)))


def _below(file: str, text: str, above: tuple[Fault, ...], rounds: int) -> Iterator[Fault]:
    """Report wrong colons further down: once those above are right, prose can be told from fields there."""
    fixes = {fault.at.line: fix for fault in above if fault.id in _COLONS for fix in fault.fixes}
    if not rounds or len(fixes) < len(above):
        return
    lines = text.split("\n")
    for number, (at, new) in fixes.items():
        line, start = lines[number - 1], at.column - 1
        lines[number - 1] = f"{line[:start]}{new}{line[start + at.length :]}"
    again = _read(file, "\n".join(lines), rounds - 1)
    if isinstance(again, tuple):
        yield from (fault for fault in again if fault.id in _COLONS and fault.at.line not in fixes)
