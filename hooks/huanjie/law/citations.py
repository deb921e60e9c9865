"""Citations of law in prose (选举法第二十八条, 《选举法》第28条第二款) -> the article as of the election's law."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache

from huanjie.chinese.numerals import NUMERAL, arabic, chinese
from huanjie.law.pack import Article, Law, Version, laws
from huanjie.law.statute import Statute

_GAP = r"[^\S\n]*"  # a citation does not go on in another line: 选举法, and then 第二条 of a notice, is none
_NUMBERED = re.compile(rf"第{_GAP}{NUMERAL}{_GAP}[条项]")
SAME = ("同法", "该法", "本法")
_LEADS = "据照按和及与、对由依反了到见把将在"  # what 同法 may follow; in 合同法 and 基本法 it is a part of another name


@dataclass(frozen=True)
class Citation:
    """A citation as a text has it: its extent, the law and version meant, and the article, if there is one.

    `dated` is the version that the text names, if it names one; `version` the one in force for the election.
    """

    start: int
    end: int
    typed: str
    law: Law
    version: Version | None
    number: int
    article: Article | None
    dated: str = ""

    @property
    def unit(self) -> str:
        """The unit by which the law is cited: 条 or 项."""
        return str(self.law.unit or "条")

    @property
    def last(self) -> int:
        """The highest number of the version in force."""
        return (
            max((article.numbers.get(str(self.version.id), 0) for article in self.law.articles), default=0)
            if self.version
            else 0
        )

    @property
    def complete(self) -> bool:
        """Whether the pack has every article of the version, so that one it lacks does not exist."""
        version = str(self.version.id) if self.version else ""
        return sum(version in article.numbers for article in self.law.articles) == self.last

    @property
    def moved(self) -> str:
        """The number in the version in force, where the text names another version and the number differs there."""
        meant = self.law.article(self.dated, self.number) if self.dated and self.version else None
        now = meant.numbers.get(str(self.version.id)) if meant and self.version else None
        return f"第{chinese(now)}{self.unit}" if now and now != self.number else ""

    def otherwise(self, day: date) -> tuple[Version, Article] | None:
        """The version of another day and its article, where no year says which is meant and the two are not the same.

        None where one of them does not exist: then the other is meant.
        """
        there = self.law.version(day)
        if there is None or self.article is None or self.typed[0].isdecimal():
            return None
        article = self.law.article(str(there.id), self.number)
        return (there, article) if article and article is not self.article else None

    def dated_as(self, version: Version, article: Article) -> str:
        """How to cite an article of one version with its year: by the version in force, where that has it."""
        now = article.numbers.get(str(self.version.id)) if self.version else None
        year = self.version.id if self.version and now else version.id
        return f"{year} 年{self.law.short}第{chinese(now or self.number)}{self.unit}"


@cache
def _pattern() -> re.Pattern[str]:
    names = sorted((name for law in laws().values() for name in names_of(law)), key=len, reverse=True)
    law = "|".join(map(re.escape, names))
    same = rf"(?:(?<![\u4e00-\u9fff])|(?<=[{_LEADS}]))(?:{'|'.join(SAME)})"
    return re.compile(
        rf"(?:(?P<dated>\d{{4}}){_GAP}年(?:版|修正的?|的)?)?(?:《(?P<quoted>{law})》|(?P<bare>{law}|{same})){_GAP}"
        rf"第{_GAP}(?P<number>{NUMERAL}){_GAP}[条项]"
        rf"(?:{_GAP}第{_GAP}{NUMERAL}{_GAP}款)?(?:{_GAP}第{_GAP}{NUMERAL}{_GAP}项)?",
        re.ASCII,
    )


def cites_something(text: str) -> bool:
    """Whether a text could cite an article at all: most texts do not, and this is soon seen."""
    return "第" in text and ("条" in text or "项" in text)


def names_of(law: Law) -> tuple[str, ...]:
    """The names by which prose calls a law."""
    return (str(law.title), str(law.short), *map(str, law.aliases))


def law_named(name: str) -> Law | None:
    """Find a law by its id or by one of its names."""
    bare = name.strip("《》")
    return next((law for law in laws().values() if bare == law.id or bare in names_of(law)), None)


@cache
def _law_of(name: str) -> Law:
    return next(law for law in laws().values() if name in names_of(law))


def citations(text: str, statute: Statute) -> Iterator[Citation]:
    """Find every citation in a text; 同法 means the law cited before it, and is passed over where there is none."""
    if not _NUMBERED.search(text):  # nearly all text: the names of all laws need not be tried
        return
    last: Law | None = None
    for match in _pattern().finditer(text):
        name = match["quoted"] or match["bare"]
        law = last if name in SAME else _law_of(name)
        number = arabic(match["number"])
        if law is None or number is None:
            continue
        last = law
        version = law.version(statute.day)
        dated = match["dated"] if match["dated"] in {str(known.id) for known in law.versions} else ""
        meant = dated or (str(version.id) if version else "")
        article = law.article(meant, number)
        yield Citation(match.start(), match.end(), match[0], law, version, number, article, dated)
