"""Pages of made-up elections, compared with the oracle."""

import re
from collections.abc import Iterator
from xml.etree.ElementTree import Element

from district.elections.records import Constituency
from tests.support import election_oracle as oracle
from tests.support import election_sentences as wanted
from tests.support import elections_read as reading
from tests.support.election_oracle import Judged

Wrong = dict[str, object]


def address(constituency: Constituency) -> str:
    level = {"县级": "county", "乡级": "township"}[constituency.level]
    return f"areas/{constituency.slug}/{level}-{constituency.number}/"


def held(constituency: Constituency) -> Iterator[tuple[str, Judged]]:
    """The votes whose results are public, each with the id of its heading."""
    for number, judged in enumerate(oracle.term(constituency, constituency.setting.today)):
        yield f"rerun-{number}" if number else "result", judged
    for vote in constituency.by_elections:
        if vote.count:
            yield "by-election-1", oracle.by_election(constituency, vote, vote.count)


def differs(text: str, expected: Iterator[wanted.Wanted]) -> list[str]:
    """The words that are not there and ought to be, or the other way round."""
    return [words for words, there in expected if (words in text) is not there]


def page_differs(constituency: Constituency, page: Element) -> Wrong:
    """Everything on the page of a constituency that the oracle contradicts."""
    read, wrong = reading.constituency(page), Wrong()
    if (state := wanted.state(constituency)) and read.state != state:
        wrong["state"] = (read.state, state)
    if not state and ("选满" in read.state or "当选" in read.state):
        wrong["state"] = (read.state, "no result yet")
    if read.deputies != (now := oracle.deputies(constituency, constituency.setting.today)):
        wrong["deputies"] = (read.deputies, now)
    for name, judged in held(constituency):
        section = read.votes[name]
        people = {person: wanted.of_person(judged, person) for person in (judged.count.votes if judged.count else ())}
        if section.people != people:
            wrong[f"{name}: people"] = (section.people, people)
        if judged.kind != "by-election" and (words := differs(section.sentences, wanted.of_vote(constituency, judged))):
            wrong[f"{name}: sentences"] = (words, section.sentences)
    for recall in constituency.recalls:
        passed = oracle.recall_passed(constituency, recall.voters, recall.votes)
        if ("罢免通过：" in read.votes["recall-1"].sentences) != passed:
            wrong["recall"] = read.votes["recall-1"].sentences
    return wrong


def notices_differ(constituency: Constituency, notices: dict[str, str]) -> Wrong:
    """Everything in the notices of a constituency that the oracle contradicts."""
    wrong = Wrong()
    for name, judged in held(constituency):
        said = notices.get(name if name == "result" else f"{name}-result", "")
        if (judged.void or (judged.count and judged.count.votes)) and (
            words := differs(said, wanted.of_result_notice(judged))
        ):
            wrong[name] = (words, said)
        chosen = {*re.findall(r"[^、：]+", "".join(re.findall(r"当选代表\d+名：([^。]*)。", said)))}
        if chosen != judged.chosen:
            wrong[f"{name}: elected"] = (said, judged.chosen)
    for number, (vote, before) in enumerate(
        zip(constituency.reruns, oracle.term(constituency, constituency.setting.today), strict=False), 1
    ):
        said, kind = notices.get(f"rerun-{number}", ""), oracle.next_kind(before)
        if words := differs(said, wanted.of_notice_before(vote, kind, before)):
            wrong[f"rerun-{number}"] = (words, said)
    return wrong
