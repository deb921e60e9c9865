"""Words of the law in plain words: what each means, and the rules of law that it rests on."""

import re
from collections.abc import Mapping
from functools import cache

from pydantic import Field

from huanjie.law.pack import legal_rules, read_pack
from huanjie.law.references import filled
from huanjie.law.statute import Cited, Statute
from huanjie.model.base import FieldGroup
from huanjie.model.values import Flag, Line, Prose, Several, Slug


class Term(FieldGroup):
    """一个词：是什么意思，根据什么。"""

    id: Slug = Field(description="编号，永久不变")
    name: Line = Field(description="词")
    also: Several[Line] = Field((), description="别的叫法")
    topic: Line = Field(description="属于哪个题目")
    says: Prose = Field(description="用大白话说是什么意思；法律的数写成 {规则.名称}")
    of_by_election: Prose | None = Field(None, description="补选时怎样说；和 says 一样就不写")
    rules: Several[Line] = Field(description="根据的法律规则的编号")
    marked: Flag = Field(default=True, description="正文里要不要标出来；到处都有的词不标")

    def meaning(self, statute: Statute) -> str:
        """The meaning of the word, with the numbers of the version in force."""
        return filled(str((statute.by_election and self.of_by_election) or self.says), statute)

    def cited(self, statute: Statute) -> list[Cited]:
        """The articles of the law in force that the meaning rests on, each once."""
        every = [cited for rule in self.rules if (cited := statute.cite(legal_rules()[str(rule)]))]
        return list({cited.text: cited for cited in every}.values())


@cache
def terms() -> Mapping[str, Term]:
    """All words by id, in the order of the subject."""
    return {str(term.id): term for term in map(Term.model_validate, read_pack("glossary.yml"))}


@cache
def named() -> Mapping[str, Term]:
    """The words that are marked in prose, by each of their names."""
    return {str(name): term for term in terms().values() if term.marked for name in (term.name, *term.also)}


@cache
def pattern() -> re.Pattern[str]:
    """The pattern of the marked words in HTML, and of the tags and whole links to step over."""
    names = sorted(named(), key=len, reverse=True)  # 选民资格案件 before 选民资格
    return re.compile("|".join(["<a\\b.*?</a>", "<[^>]*>", *map(re.escape, names)]), re.DOTALL)
