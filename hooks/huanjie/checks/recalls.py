"""Checks on recalls: enough voters who request one, enough who agree, and a deputy to be removed."""

from collections.abc import Iterator
from datetime import date

from huanjie.checks import check
from huanjie.content.records import Records
from huanjie.election.figures import least
from huanjie.election.outcome import Outcome, State
from huanjie.election.validity import RECALL, VOTERS
from huanjie.election.votes import constituencies, recalls, votes
from huanjie.findings import BREACH, WARNING, Finding, near_misses
from huanjie.law import Statute
from huanjie.model.results import Recall


@check("C244", BREACH, "recall-request")
def recall_asked_by_too_few(records: Records, statute: Statute, today: date) -> Iterator[Finding]:
    """联名要求罢免的选民不够法定人数。

    罢免由选民提出，但要有一定人数，免得代表因为几个人的意见就要被表决。县级和乡级的人数不同。没有付表决的不在此列。
    错：乡级代表，29 名选民联名，付了表决
    对：乡级代表，30 名选民联名，付了表决
    """
    name = "recall-request"
    for poll, recall in recalls(records, statute):
        constituency, law = poll.constituency, poll.law
        signatories, level = recall.signatories.agreed, constituency.level.slug
        put = recall.recalled or recall.votes  # a request that was not put to the vote is none that was wrongly taken
        if put and signatories is not None and law.satisfies(name, signatories=signatories, level=level) is False:
            wrong = f"{signatories} 名选民联名要求罢免“{recall.name}”"
            right = (
                f"罢免{constituency.level}代表，至少应有 {law.params(name)[level]} 名选民联名（{law.article(name)}）"
            )
            yield Finding(recall.signatories[0].at, wrong, right)


@check("C245", BREACH, "recall-majority")
def recalled_without_majority(records: Records, statute: Statute, today: date) -> Iterator[Finding]:
    """罢免没有过半数选民同意，却写着通过。

    选民选出来的代表，要过半数选民同意才能罢免。按罢免时原选区的全体选民算，正好一半不够。
    错：原选区选民 1000 名，500 票同意，写着通过
    对：原选区选民 1000 名，501 票同意，写着通过
    """
    for poll, recall in recalls(records, statute):
        if recall.recalled and Outcome(poll).enough_for_recall is False:
            voters, agreed = min(recall.voters.values), max(recall.votes.values)
            enough = least(poll.law, RECALL, "votes_for_recall", VOTERS[RECALL], voters)
            wrong = f"原选区选民 {voters} 名，同意罢免“{recall.name}”的 {agreed} 票，写着通过"
            yield Finding(recall.votes[0].at, wrong, f"至少要有 {enough} 票同意（{poll.law.article(RECALL)}）")


@check("C265", WARNING, "recall-majority")
def recalled_and_not_marked(records: Records, statute: Statute, today: date) -> Iterator[Finding]:
    """同意罢免的过了半数，没有写罢免通过。

    多半是漏了 recalled: yes；照这样，网页上这个人还是代表。
    错：原选区选民 1000 名，501 票同意，没有 recalled
    对：recalled: yes
    """
    for poll, recall in recalls(records, statute):
        if not recall.recalled and Outcome(poll).enough_for_recall:
            voters, agreed = max(recall.voters.values), min(recall.votes.values)
            wrong = f"原选区选民 {voters} 名，同意罢免“{recall.name}”的 {agreed} 票，过了半数，没有写通过"
            yield Finding(recall.votes[0].at, wrong, f"通过了的请写 recalled: yes（{poll.law.article(RECALL)}）")


@check("C266", WARNING, "voters-may-recall")
def recall_of_somebody_not_elected(records: Records, statute: Statute, today: date) -> Iterator[Finding]:
    """被提出罢免的人，没有在这个选区当选过，或者已经罢免了。

    选民罢免的是自己选出的代表。名字对不上，多半是打错了字，或者写到了别的选区；
    上一届选出来的、罢免以后又当选的，在选区的 note 里写明这个名字。
    错：这个选区当选的是张某，罢免写 name: 章某
    对：罢免写 name: 张某
    """
    for _, constituency, _ in constituencies(records, statute):
        polls = votes(records, statute, constituency) if constituency.recalls else ()
        elected = {str(tally.name) for poll in polls for tally in Outcome(poll).recorded}
        gone: set[str] = set()  # recalled, and not elected since
        for poll in polls if elected else ():
            gone -= {str(tally.name) for tally in Outcome(poll).recorded}
            if recall := poll.recall:
                if recall.name not in (constituency.note or ""):
                    yield from _not_a_deputy(recall, elected, gone)
                gone |= {str(recall.name)} if Outcome(poll).state is State.PASSED else set()


def _not_a_deputy(recall: Recall, elected: set[str], gone: set[str]) -> Iterator[Finding]:
    name = str(recall.name)
    if name in gone:
        right = "请核对；罢免以后又当选的，请写进 by_elections，或者在选区的 note 里写明"
        yield Finding(recall.place_of("name"), f"“{name}”在这以前已经罢免了", right)
    elif name not in elected:
        near = near_misses(name, elected)
        right = f"是不是“{near[0]}”？" if near else "请核对名字和选区；上一届选出来的请在选区的 note 里写明"
        yield Finding(recall.place_of("name"), f"这个选区没有“{name}”当选的记录", right)
