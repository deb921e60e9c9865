"""Compares pages about generated elections with the sentences that the oracle requires."""

import re
from collections.abc import Iterator
from xml.etree.ElementTree import Element

from district.elections.records import Constituency
from tests.support import election_oracle as oracle
from tests.support import election_sentences as wanted
from tests.support import elections_read as reading
from tests.support.election_oracle import Judged

Wrong = dict[str, object]


def address(ward: Constituency) -> str:
    level = {"县级": "county", "乡级": "township"}[ward.level]
    return f"areas/{ward.slug}/{level}-{ward.number}/"


def held(ward: Constituency) -> Iterator[tuple[str, Judged]]:
    """The votes whose results are public, each with the id of its heading."""
    for number, judged in enumerate(oracle.term(ward, ward.setting.today)):
        yield f"rerun-{number}" if number else "result", judged
    for vote in ward.by_elections:
        if vote.count:
            yield "by-election-1", oracle.by_election(ward, vote, vote.count)


def differs(text: str, sentences: Iterator[wanted.Wanted]) -> list[str]:
    """The words that are not there and ought to be, or the other way round."""
    return [words for words, there in sentences if (words in text) is not there]


def page_differs(ward: Constituency, page: Element) -> Wrong:
    """Everything on the page of a constituency that the oracle contradicts."""
    read, wrong = reading.constituency(page), Wrong()
    if (state := wanted.state(ward)) and read.state != state:
        wrong["state"] = (read.state, state)
    if not state and ("选满" in read.state or "当选" in read.state):
        wrong["state"] = (read.state, "no result yet")
    if read.deputies != (now := oracle.deputies(ward, ward.setting.today)):
        wrong["deputies"] = (read.deputies, now)
    for name, judged in held(ward):
        section = read.votes[name]
        people = {person: wanted.of_person(judged, person) for person in (judged.count.votes if judged.count else ())}
        if section.people != people:
            wrong[f"{name}: people"] = (section.people, people)
        if judged.kind != "by-election" and (words := differs(section.sentences, wanted.of_vote(ward, judged))):
            wrong[f"{name}: sentences"] = (words, section.sentences)
    for recall in ward.recalls:
        passed = oracle.recall_passed(ward, recall.voters, recall.votes)
        if ("罢免通过：" in read.votes["recall-1"].sentences) != passed:
            wrong["recall"] = read.votes["recall-1"].sentences
    return wrong


def notices_differ(ward: Constituency, notices: dict[str, str]) -> Wrong:
    """Everything in the notices of a constituency that the oracle contradicts."""
    wrong = Wrong()
    for name, judged in held(ward):
        text = notices.get(name if name == "result" else f"{name}-result", "")
        if (judged.void or (judged.count and judged.count.votes)) and (
            words := differs(text, wanted.of_result_notice(judged))
        ):
            wrong[name] = (words, text)
        chosen = {*re.findall(r"[^、：]+", "".join(re.findall(r"当选代表\d+名：([^。]*)。", text)))}
        if chosen != judged.chosen:
            wrong[f"{name}: elected"] = (text, judged.chosen)
    for number, (vote, before) in enumerate(zip(ward.reruns, oracle.term(ward, ward.setting.today), strict=False), 1):
        text, kind = notices.get(f"rerun-{number}", ""), oracle.next_kind(before)
        if words := differs(text, wanted.of_notice_before(vote, kind, before)):
            wrong[f"rerun-{number}"] = (words, text)
    return wrong
