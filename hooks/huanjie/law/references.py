"""References to the numbers of rules of law in prose ({proxy-limit.count}) -> the number of the version in force.

A number in a list is named by its place in it, counted from 0 as the pack's own answers count:
{public-security-penalty.serious.detention_days.0}.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from huanjie.law.pack import legal_rules
from huanjie.law.statute import Statute
from huanjie.law.values import readable

# Wider than names really are, so that a slip of the finger is reported to the editor and not printed for readers.
_REFERENCE = re.compile(r"\{ *(?P<rule>[\w-]+)\.(?P<param>[\w-]+(?:\.[\w-]+)*) *\}", re.ASCII)
_WORD = re.compile(r"[0-9]+/[0-9]+|[^!-~]+")  # 1/3, 县; English words of the pack are for programs


@dataclass(frozen=True)
class Reference:
    """A reference in a text: its extent, the rule meant, the name of the number, dots inside included."""

    start: int
    end: int
    typed: str
    rule: str
    param: str


def references(text: str) -> Iterator[Reference]:
    """Find every reference in a text; anything else in braces is left alone."""
    for match in _REFERENCE.finditer(text):
        yield Reference(match.start(), match.end(), match[0], match["rule"], match["param"])


def named(statute: Statute, rule: str) -> Mapping[str, str]:
    """The numbers and words of a rule in the version in force, by name, as pages write them; none out of force."""
    legal_rule, law = legal_rules().get(rule), statute.nearest
    return dict(_leaves(law.params(rule))) if legal_rule and law.cite(legal_rule) else {}


def resolve(statute: Statute, reference: Reference) -> str | None:
    """The number or word that a reference means; None where the version in force has no such one."""
    return named(statute, reference.rule).get(reference.param)


def filled(text: str, statute: Statute) -> str:
    """The text with its references replaced; one that means nothing stays as typed (Q204 reports it)."""
    if "{" not in text:  # nearly all text
        return text
    done, parts = 0, []
    for reference in references(text):
        parts += [text[done : reference.start], resolve(statute, reference) or reference.typed]
        done = reference.end
    return "".join([*parts, text[done:]])


def _leaves(value: Any, name: str = "") -> Iterator[tuple[str, str]]:  # noqa: ANN401  # as the pack's parameters
    if isinstance(value, tuple):
        value = dict(enumerate(value))
    if isinstance(value, Mapping):
        for key, inner in value.items():
            yield from _leaves(inner, f"{name}.{key}" if name else str(key))
    elif written := _written(value):
        yield name, written


def _written(value: bool | float | str) -> str:  # noqa: FBT001  # one of the kinds of value that parameters are
    """Write a value as it is read: 5,000, 155 万, 30%; "" for what is no number and no word for readers."""
    if isinstance(value, bool):
        return ""
    if isinstance(value, int):
        return str(readable(value))
    if isinstance(value, float):
        return f"{100 * value:g}%"  # all are shares
    return value if _WORD.fullmatch(value) else ""
