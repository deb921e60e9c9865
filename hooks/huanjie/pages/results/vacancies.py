"""Vacancies in words: who no longer is a deputy, and by which article; why there is a by-election; votes called off."""

from collections.abc import Iterator

from huanjie.election.poll import Poll
from huanjie.election.votes import law_of
from huanjie.law import Statute
from huanjie.law.deadlines import written
from huanjie.model.constituencies import Constituency
from huanjie.model.days import Day, exact_day
from huanjie.model.facts import Facts
from huanjie.model.results import ByElection
from huanjie.model.vacancies import MOVED, ORDERED, RESIGNED, Vacancy
from huanjie.pages import Edition
from huanjie.pages.shared.facts import day as write_day

ENDS = "deputy-mandate-ends"
# The rule of law behind each reason, and the words by which a version that has the reason names it in its parameters.
GROUNDS = {
    RESIGNED: ("resignation", ""),
    ORDERED: (ENDS, "ordered resignation"),
    MOVED: ("leaving-the-area-ends-mandate", ""),
    "未经批准两次不出席会议": (ENDS, "absent"),
    "丧失中国国籍": (ENDS, "nationality"),
    "被剥夺政治权利": (ENDS, "political rights"),
    "丧失行为能力": (ENDS, "capacity"),
}
SAID = {MOVED: "调离或者迁出本行政区域", "其他": "因其他原因不再任代表"}


def vacancies(edition: Edition, constituency: Constituency) -> Iterator[tuple[str, str | None]]:
    """Sentences on former deputies, with the article as of that day; and the note."""
    for vacancy in constituency.vacancies:
        day = exact_day(vacancy.day)
        law = law_of(edition.records, edition.statute, constituency)
        article = _article(law.on(day) if day else law, vacancy)
        resigned = vacancy.reason in (RESIGNED, ORDERED)  # other mandates end by themselves
        accepted = f"，{vacancy.accepted_by}接受" if vacancy.accepted_by and resigned else ""
        announced = f"，{_written(vacancy.announced)}公告" if vacancy.announced else ""
        cited = f"（{article}）" if article else ""
        yield f"{vacancy.name}{_written(vacancy.day)}{_said(vacancy)}{accepted}{announced}{cited}。", vacancy.note


def _article(law: Statute, vacancy: Vacancy) -> str:
    """The article, where the version of the day has the reason."""
    rule, words = GROUNDS.get(str(vacancy.reason), ("", ""))
    article = law.article(rule) if rule else ""
    if not article or not words:
        return article
    return article if any(words in str(reason) for reason in law.params(rule)["several"]) else ""


def _written(days: Facts[Day]) -> str:
    return "或 ".join(write_day(value) for value in days.values)


def _said(vacancy: Vacancy) -> str:
    return SAID.get(str(vacancy.reason), str(vacancy.reason))


def why(poll: Poll) -> str:
    """Why there is a by-election: as it is recorded, or whose seats it fills and how these fell vacant."""
    if poll.reason:
        return poll.reason.rstrip("。")
    constituency = poll.constituency
    known = {str(vacancy.name): _said(vacancy) for vacancy in constituency.vacancies}
    known |= {str(recall.name): "被罢免" for recall in constituency.recalls if recall.recalled}
    names = poll.record.replaces if isinstance(poll.record, ByElection) else known if poll.first else ()
    return "，".join(f"{name}{known.get(str(name), '不再任代表')}" for name in names)


def called_off(poll: Poll) -> str:
    """The sentence on a vote that was called off, by whom and why; "" for any other vote."""
    if not (gone := poll.cancelled):
        return ""
    decided, planned = _written(gone.decided_on), poll.days.first
    what = f"原定{written(planned)}的{poll.kind.chinese}" if planned else poll.kind.chinese
    return f"{what}取消了。{decided}，{gone.by}决定取消，原因：{gone.reason.rstrip('。')}。".replace("。，", "。")
