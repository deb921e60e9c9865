"""The explainer pack: questions that people ask in every election, answered for the law in force.

One file a topic below `explainers/`, read like any record. What differs between versions or provinces stands in `more`,
under the law it belongs to; numbers are references ({proxy-limit.count}), so that no answer can fall behind the law.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from typing import Annotated

from pydantic import Field

from huanjie.chinese.numerals import chinese
from huanjie.law.citations import citations
from huanjie.law.guidance import Lead
from huanjie.law.pack import PACK, Article, Law, laws, read_pack
from huanjie.law.statute import Statute
from huanjie.model.base import Record
from huanjie.model.questions import TOPICS, Question
from huanjie.model.values import Flag, Line, Prose, Several, Slug, one_of
from huanjie.yaml_text import Fields, Items, Text, Value


class More(Record):
    """只在一部法律、一个版本里才有的一段。"""

    under: Line = Field(description="哪部法律施行时才有，如 gansu-rules；只有一个版本有的，如 electoral-law 2020")
    text: Prose = Field(description="这一段")

    def applies(self, statute: Statute) -> bool:
        """Whether the election is held under that law and, where one is named, that version of it."""
        law, _, wanted = self.under.partition(" ")
        version = statute.version(law) if laws()[law] in statute.laws else None
        return version is not None and wanted in ("", str(version.id))


class Explainer(Record):
    """一个各地都会问的问题。"""

    id: Slug = Field(description="编号，也是网址")
    title: Line = Field(description="问题")
    also: Several[Line] = Field(description="别的问法")
    short: Prose = Field(description="一句话的答案")
    answer: Prose = Field(description="完整的答案")
    more: Several[More] = Field((), description="只在一部法律、一个版本里才有的段落")
    rules: Several[Line] = Field((), description="根据哪些法律规则")
    articles: Several[Line] = Field((), description="根据哪些条，写明版本，如 2015年代表法第四十五条")
    local: Flag = Field(default=False, description="答案要看本省、本地的规定")
    leads: tuple[Lead, ...] = Field((), description="接着可以看的页")
    themes: Several[Line] = Field((), description="属于哪些宣传主题")
    often: Flag = Field(default=False, description="问得最多的，列在问答的首页")
    of_general: Flag = Field(default=False, description="只问这次换届的，补选的网站不列")


class Topic(Record):
    """一个题目的问题。"""

    topic: Annotated[Line, one_of(*TOPICS)] = Field(description="题目")
    questions: tuple[Explainer, ...] = Field(description="问题")


@cache
def topics() -> tuple[Topic, ...]:
    """The topics of the pack in their order; raises ValueError where a file cannot be read."""
    found = (Topic.model_validate(read_pack(f"explainers/{path.name}")) for path in (PACK / "explainers").glob("*.yml"))
    return tuple(sorted(found, key=lambda one: TOPICS.index(one.topic)))


@cache
def explainers() -> Mapping[str, Explainer]:
    """All questions of the pack by id, in the order of topics."""
    return {str(one.id): one for topic in topics() for one in topic.questions}


@cache
def explained(statute: Statute) -> tuple[Question, ...]:
    """The questions of the pack as the law in force answers them."""
    several = ((topic, one) for topic in topics() for one in topic.questions)
    return tuple(_question(*each, statute) for each in several if not (statute.by_election and each[1].of_general))


def _question(topic: Topic, one: Explainer, statute: Statute) -> Question:
    paragraphs = [one.answer.strip(), *(more.text.strip() for more in one.more if more.applies(statute))]
    typed: dict[str, Value] = {
        "title": one.title,
        "also": Items([*one.also], one.at),
        "topic": topic.topic,
        "short": one.short,
        "answer": Text("\n\n".join(paragraphs), one.at),
        "local": Text("yes" if one.local else "no", one.at),
    }
    lists = {"rules": one.rules, "themes": one.themes}
    typed |= {name: Items([*several], one.at) for name, several in lists.items() if several}
    question = Question.model_validate(Fields({Text(name, one.at): value for name, value in typed.items()}, one.at))
    question._slug = str(one.id)  # noqa: SLF001  # as records do it when they shelve an entry
    return question


def articles(one: Explainer, statute: Statute) -> Iterator[tuple[str, Law, Article]]:
    """The articles that an answer rests on, as the version in force numbers them; not those that it lacks."""
    for text in one.articles:
        for found in citations(text, statute):
            number = found.article.numbers.get(str(found.version.id)) if found.article and found.version else None
            if found.article and found.version and number and found.law in statute.laws:
                where = f"{found.law.short}（{found.version.id} 年）第{chinese(number)}{found.unit}"
                yield where, found.law, found.article


def replaced(own: Iterable[Question], statute: Statute) -> Mapping[str, Question]:
    """The questions of the pack, by id, that an office answers itself, each with the office's own question.

    It is replaced by an answer that names it or has one of its wordings, and by whatever has its address.
    """
    several = tuple(reversed(tuple(own)))
    answered = [one for one in several if one.short or one.answer]
    named = {str(name): one for one in answered for name in one.replaces} | {one.slug: one for one in several}
    worded = {wording: one for one in answered for wording in _wordings(one)}
    found = {}
    for one in explained(statute):
        same = (worded[wording] for wording in _wordings(one) if wording in worded)
        if local := named.get(one.slug) or next(same, None):
            found[one.slug] = local
    return found


def _wordings(question: Question) -> Iterator[str]:
    return (bare(wording) for wording in (question.title, *question.also))


def bare(wording: str) -> str:
    """A wording without punctuation and spaces: what two that ask the same have in common."""
    return re.sub(r"\W", "", wording)
