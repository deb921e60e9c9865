"""The explainer pack: questions that people ask in every election, answered for the law in force.

One file a topic below `explainers/`, read like any record. `more` has the paragraphs that differ between versions or
provinces, under the law they belong to; numbers are references ({proxy-limit.count}), so none falls behind the law.
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
from huanjie.model.base import FieldGroup
from huanjie.model.questions import TOPICS, Question
from huanjie.model.values import Flag, Line, Prose, Several, Slug, one_of
from huanjie.yaml_text import Fields, Items, Text, Value


class More(FieldGroup):
    """只在一部法律、一个版本里才有的一段。"""

    under: Line = Field(description="哪部法律施行时才有，如 gansu-rules；只有一个版本有的，如 electoral-law 2020")
    text: Prose = Field(description="这一段")

    def applies(self, statute: Statute) -> bool:
        """Whether the election is held under that law and, where one is named, that version of it."""
        law, _, wanted = self.under.partition(" ")
        version = statute.version(law) if laws()[law] in statute.laws else None
        return version is not None and wanted in ("", str(version.id))


class Explainer(FieldGroup):
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


class Topic(FieldGroup):
    """一个题目的问题。"""

    topic: Annotated[Line, one_of(*TOPICS)] = Field(description="题目")
    questions: tuple[Explainer, ...] = Field(description="问题")


@cache
def topics() -> tuple[Topic, ...]:
    """The topics of the pack in their order; raises ValueError where a file cannot be read."""
    files = (PACK / "explainers").glob("*.yml")
    every = (Topic.model_validate(read_pack(f"explainers/{path.name}")) for path in files)
    return tuple(sorted(every, key=lambda topic: TOPICS.index(topic.topic)))


@cache
def explainers() -> Mapping[str, Explainer]:
    """All questions of the pack by id, in the order of topics."""
    return {str(explainer.id): explainer for topic in topics() for explainer in topic.questions}


@cache
def explained(statute: Statute) -> tuple[Question, ...]:
    """The questions of the pack as the law in force answers them."""
    return tuple(
        _question(topic, explainer, statute)
        for topic in topics()
        for explainer in topic.questions
        if not (statute.by_election and explainer.of_general)
    )


def _question(topic: Topic, explainer: Explainer, statute: Statute) -> Question:
    at = explainer.at
    paragraphs = [explainer.answer.strip(), *(more.text.strip() for more in explainer.more if more.applies(statute))]
    typed: dict[str, Value] = {
        "title": explainer.title,
        "also": Items([*explainer.also], at),
        "topic": topic.topic,
        "short": explainer.short,
        "answer": Text("\n\n".join(paragraphs), at),
        "local": Text("yes" if explainer.local else "no", at),
    }
    lists = {"rules": explainer.rules, "themes": explainer.themes}
    typed |= {name: Items([*ids], at) for name, ids in lists.items() if ids}
    question = Question.model_validate(Fields({Text(name, at): value for name, value in typed.items()}, at))
    question._slug = str(explainer.id)  # noqa: SLF001  # as records do it when they shelve an entry
    return question


def articles(explainer: Explainer, statute: Statute) -> Iterator[tuple[str, Law, Article]]:
    """The articles that an answer rests on, as the version in force numbers them; not those that it lacks."""
    for text in explainer.articles:
        for citation in citations(text, statute):
            law, version, article = citation.law, citation.version, citation.article
            number = article.numbers.get(str(version.id)) if article and version else None
            if article and version and number and law in statute.laws:
                yield f"{law.short}（{version.id} 年）第{chinese(number)}{citation.unit}", law, article


def replaced(own: Iterable[Question], statute: Statute) -> Mapping[str, Question]:
    """The questions of the pack, by id, that an office answers itself, each with the office's own question.

    It is replaced by an answer that names it or has one of its wordings, and by whatever has its address.
    """
    local = tuple(reversed(tuple(own)))
    answered = [question for question in local if question.short or question.answer]
    by_id = {str(slug): question for question in answered for slug in question.replaces}
    by_id |= {question.slug: question for question in local}
    by_wording = {wording: question for question in answered for wording in _wordings(question)}
    replacements = {}
    for question in explained(statute):
        same = (by_wording[wording] for wording in _wordings(question) if wording in by_wording)
        if replacement := by_id.get(question.slug) or next(same, None):
            replacements[question.slug] = replacement
    return replacements


def _wordings(question: Question) -> Iterator[str]:
    return (bare(wording) for wording in (question.title, *question.also))


def bare(wording: str) -> str:
    """A wording without punctuation and spaces, equal for two questions that ask the same."""
    return re.sub(r"\W", "", wording)
