"""Checks over Records: generators that yield findings, one file per subject. A new file here is found by itself.

A rule's docstring is its entry on the page "How we check": the fault, why it matters to a resident, 错 and 对.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from importlib import import_module
from pkgutil import iter_modules

from huanjie.content.records import Records
from huanjie.findings import Finding, Severity
from huanjie.law import Statute

Check = Callable[[Records, Statute, date], Iterator[Finding]]


@dataclass(frozen=True)
class Rule:
    """One question asked of the records: permanent id, severity, public explanation, the rules of law behind it."""

    id: str
    severity: Severity
    check: Check
    title: str
    explanation: str
    law: tuple[str, ...] = ()


RULES: dict[str, Rule] = {}


def rule(name: str, severity: Severity, *law: str) -> Callable[[Check], Check]:
    """Register a check under its permanent id; raises ValueError where the id is taken.

    `law` names the rules of the statute pack that the check rests on; their pages show what it found.
    """

    def register(check: Check) -> Check:
        if name in RULES:
            raise ValueError(name)
        title, _, rest = (check.__doc__ or "").partition("\n")
        explanation = "\n".join(line.strip() for line in rest.split("\n")).strip()
        RULES[name] = Rule(name, severity, check, title, explanation, law)
        return check

    return register


def findings(records: Records, statute: Statute, today: date, rules: Iterable[Rule] | None = None) -> Iterator[Finding]:
    """Ask every rule, in the order of ids."""
    for one in sorted(rules or RULES.values(), key=lambda one: one.id):
        for finding in one.check(records, statute, today):
            yield replace(finding, id=one.id, severity=one.severity)


for _module in iter_modules(__path__, f"{__name__}."):
    import_module(_module.name)
