"""Changes to a line that libyaml cannot read, tried one by one, the smallest first.

A change is proposed only where libyaml then reads on past the line.
"""

import re
from collections.abc import Iterator
from itertools import islice

import yaml

from huanjie.yaml_text.events import MAX_DEPTH
from huanjie.yaml_text.values import Fix, Place

_MOST_READ = 2_000_000  # characters in all trials together, each of which reads the whole file: about a second
_FIELD = re.compile(r"(?P<head> *(?:- +)*(?:[A-Za-z_][\w-]* *: +)?)(?P<value>\S(?:.*\S)?) *")
_FEWEST = 10  # trials; a file that is too long for so many gets none
_WHOLE = -1  # in place of a line, for a text that can be read to its end


def mended(text: str, at: Place) -> tuple[Fix, ...]:
    """Give the change to the line of a syntax error after which the file can be read further, if any."""
    lines = text.split("\n")
    number = at.line - 1
    trials = _MOST_READ // len(text)
    if trials < _FEWEST or number >= len(lines):
        return ()
    stopped = _stops(text)
    for new in islice(_candidates(lines, number), trials):
        now = _stops("\n".join([*lines[:number], new, *lines[number + 1 :]]))
        if new != lines[number] and (now == _WHOLE or now > max(stopped, number)):
            return (Fix(Place(at.file, at.line, 1, 0), new),)
    return ()


def _stops(text: str) -> int:
    """The line at which libyaml stops, from 0."""
    depth = 0
    try:
        for event in yaml.parse(text, Loader=yaml.CSafeLoader):
            depth += isinstance(event, yaml.CollectionStartEvent) - isinstance(event, yaml.CollectionEndEvent)
            if depth > MAX_DEPTH:  # the reader goes no deeper, and libyaml takes longer for each level
                return event.start_mark.line if event.start_mark else 0
    except yaml.MarkedYAMLError as error:
        return error.problem_mark.line if error.problem_mark else 0
    return _WHOLE


def _candidates(lines: list[str], number: int) -> Iterator[str]:
    line = lines[number]
    if match := _FIELD.fullmatch(line):
        yield from _enclosed(match["head"], match["value"])
    yield from (f"{' ' * column}{line.lstrip()}" for column in _columns(lines, number))
    if (match := _FIELD.fullmatch(line)) and not set('"\\') & set(match["value"]):
        yield f'{match["head"]}"{match["value"]}"'
    elif match and "'" not in match["value"]:
        yield f"{match['head']}'{match['value']}'"


def _enclosed(head: str, value: str) -> Iterator[str]:
    """Close an open quote or bracket; move a list that begins on the line of its field below it."""
    if value[0] in "\"'" and value.count(value[0]) == 1:
        yield f"{head}{value}{value[0]}"
    if value[0] in "[{":
        yield f"{head}{value}{']' if value[0] == '[' else '}'}"
        yield f"{head}{value.replace('，', ', ')}"
    if value.startswith("- ") and head.rstrip().endswith(":"):
        yield f"{head.rstrip()}\n{' ' * (len(head) - len(head.lstrip()) + 2)}{value}"


def _columns(lines: list[str], number: int) -> list[int]:
    """The columns where the line might begin: those of lines above, or below a field without a value; nearest first."""
    above = list(islice((line for line in reversed(lines[:number]) if line.strip()), 200))
    columns = {column for line in above for column in (_indent(line), _indent(line.replace("- ", "  ", 1)))}
    if above and above[0].rstrip().endswith(":"):
        columns.add(_indent(above[0]) + 2)
    own = _indent(lines[number])
    return sorted(columns - {own}, key=lambda column: abs(column - own))


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip(" "))
