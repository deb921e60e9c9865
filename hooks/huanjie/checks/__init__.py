"""Checks over Records: generators that yield findings, one file per subject. Every module in this folder is imported.

A check's docstring is its entry on the page "How we check": the fault, why it matters to a resident, 错 and 对.
A *rule* is always one of the law's.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from importlib import import_module
from pkgutil import iter_modules

from huanjie.content.records import Records
from huanjie.findings import Finding, Severity
from huanjie.law import Statute

Finder = Callable[[Records, Statute, date], Iterator[Finding]]


@dataclass(frozen=True)
class Check:
    """One question about the records: permanent id, severity, public explanation, the rules of law behind it."""

    id: str
    severity: Severity
    find: Finder
    title: str
    explanation: str
    law: tuple[str, ...] = ()


CHECKS: dict[str, Check] = {}


def check(name: str, severity: Severity, *law: str) -> Callable[[Finder], Finder]:
    """Register a generator of findings under its permanent id; raises ValueError where the id is taken.

    `law` names the rules of the statute pack that the check rests on; their pages show what it found.
    """

    def register(find: Finder) -> Finder:
        if name in CHECKS:
            raise ValueError(name)
        title, _, rest = (find.__doc__ or "").partition("\n")
        explanation = "\n".join(line.strip() for line in rest.split("\n")).strip()
        CHECKS[name] = Check(name, severity, find, title, explanation, law)
        return find

    return register


def findings(records: Records, statute: Statute, today: date) -> Iterator[Finding]:
    """Run every check, in the order of ids."""
    for _, each in sorted(CHECKS.items()):
        for finding in each.find(records, statute, today):
            yield replace(finding, id=each.id, severity=each.severity)


for _module in iter_modules(__path__, f"{__name__}."):
    import_module(_module.name)
