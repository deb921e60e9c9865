"""The law of one election: for each law the version in force on the polling day, and rules with their numbers in it."""

from bisect import bisect_left
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import cache
from typing import Any, Self

from huanjie.chinese.numerals import chinese
from huanjie.law.formula import evaluate
from huanjie.law.pack import Article, Law, LegalRule, Provision, Version, laws, legal_rules
from huanjie.model.election import Election

NATIONAL = "national"
ELECTORAL = "electoral-law"
FROM_THE_END = {"last": "最后一款", "last-but-one": "倒数第二款"}


def provinces() -> tuple[str, ...]:
    """The provinces whose rules the pack has."""
    return tuple(sorted({str(law.level) for law in laws().values()} - {NATIONAL}))


@dataclass(frozen=True)
class Cited:
    """A place in a law as of a version: the text of the citation, and the article it leads to."""

    law: Law
    version: Version
    provision: Provision

    @property
    def article(self) -> str:
        """The place as it is cited: 第二十八条第二款第三项."""
        text = f"第{chinese(self.provision.article)}{self.law.unit or '条'}"
        if self.provision.para:
            text += FROM_THE_END.get(str(self.provision.para)) or f"第{chinese(int(self.provision.para))}款"
        return text + (f"第{chinese(int(self.provision.item))}项" if self.provision.item else "")

    @property
    def text(self) -> str:
        """The citation with its law and version: 选举法（2020 年）第二十八条."""
        return f"{self.law.short}（{self.version.id} 年）{self.article}"

    @property
    def pack_article(self) -> Article | None:
        """The article of the pack."""
        return self.law.article(str(self.version.id), self.provision.article)


@dataclass(frozen=True)
class Statute:
    """The law in force on a day, national and of one province; `level` is county, township or both ("").

    `by_election`: the statute is for a by-election, which has deadlines of its own.
    """

    day: date
    province: str = ""
    level: str = ""
    by_election: bool = False

    @classmethod
    def of(cls, election: Election, today: date) -> Self:
        """The law of an election: as in force on its first polling day, or today while that is not known.

        Of a day known only by month or year, as in force when that began.
        """
        days = [fact.value for fact in election.polling_day if fact.value.year]
        known = [day.exact or date(day.year, day.month or 1, day.day or 1) for day in days]
        return cls(min(known, default=today), str(election.province or ""), by_election=election.by_election)

    @property
    def laws(self) -> Iterator[Law]:
        """The laws that apply here."""
        return (law for law in laws().values() if law.level in (NATIONAL, self.province))

    @property
    def begins(self) -> date | None:
        """The first day of the electoral law that the pack has, where the day lies before it; None where it reaches."""
        first = min((version.since for version in laws()[ELECTORAL].versions if version.since), default=None)
        return first if first and self.day < first else None

    @property
    def nearest(self) -> Self:
        """The law that explanations take their numbers from: of the first day that the pack knows, if need be."""
        return self.on(self.begins) if self.begins else self

    @property
    def unchecked(self) -> tuple[date, ...]:
        """The days until which laws were checked, where the day of this election lies after them."""
        return tuple(law.checked_until for law in self.laws if law.checked_until and law.checked_until < self.day)

    def version(self, law: str) -> Version | None:
        """The version of a law in force on the day; None where none is known."""
        return _version(law, self.day)

    @property
    def rules(self) -> Iterator[LegalRule]:
        """The rules of law in force on the day, for the level and province."""
        for rule in legal_rules().values():
            if (not self.level or self.level in rule.levels) and self.cite(rule) is not None:
                yield rule

    def cite(self, rule: LegalRule) -> Cited | None:
        """The place of a rule in the version in force; None where that has no such rule, or another province has."""
        return _cited(rule.id, self.day, self.province)

    def params(self, rule: str) -> Mapping[str, Any]:
        """The numbers of a rule in the version in force; raises KeyError where none is in force."""
        cited = self.cite(legal_rules()[rule])
        if cited is None:
            raise KeyError(rule)
        return _params(rule, str(cited.version.id))

    def on(self, day: date) -> Self:
        """The same law on another day: a constituency that votes later, a rerun."""
        return self if day == self.day else replace(self, day=day)

    @property
    def of_by_election(self) -> Self:
        """The same law for a by-election during the term."""
        return self if self.by_election else replace(self, by_election=True)

    def satisfies(self, rule: str, **given: Any) -> bool | None:  # noqa: ANN401  # numbers, words and lists of them
        """Whether the figures given satisfy the formula of a rule; None where no version in force has the rule."""
        formula = legal_rules()[rule].formula
        if formula is None or self.cite(legal_rules()[rule]) is None:
            return None
        return bool(evaluate(formula, {**self.params(rule), **given}))

    def between(self, rule: str, **given: Any) -> tuple[int, int] | None:  # noqa: ANN401  # as above
        """The least and the most that a rule allows; None where no version in force has the rule."""
        if self.cite(legal_rules()[rule]) is None:
            return None
        params = self.params(rule)
        least, most = (evaluate(str(params[end]), {**params, **given}) for end in ("min", "max"))
        return int(least), int(most)

    def least(self, rule: str, name: str, most: int, **given: int) -> int:
        """The smallest number called `name` that satisfies a rule: the law's fraction stays in the pack."""
        return bisect_left(range(most + 1), 1, key=lambda number: bool(self.satisfies(rule, **{name: number}, **given)))

    def article(self, rule: str) -> str:
        """The citation of a rule, for findings and pages."""
        return _article(rule, self.day, self.province)

    def answer(self, rule: LegalRule) -> str:
        """The plain answer with the numbers of the version in force."""
        cited = self.cite(rule)
        return rule.answer_in(str(cited.version.id) if cited else "")


@cache  # checks ask for these of every constituency
def _version(law: str, day: date) -> Version | None:
    return laws()[law].version(day)


@cache
def _cited(name: str, day: date, province: str) -> Cited | None:
    rule = legal_rules()[name]
    version = _version(str(rule.law), day) if rule.scope in (NATIONAL, province) else None
    provision = rule.articles.get(str(version.id)) if version else None
    return Cited(laws()[str(rule.law)], version, provision) if version and provision else None


@cache
def _article(name: str, day: date, province: str) -> str:
    cited = _cited(name, day, province)
    return cited.text if cited else ""


@cache
def _params(name: str, version: str) -> Mapping[str, Any]:
    return legal_rules()[name].params_in(version)
