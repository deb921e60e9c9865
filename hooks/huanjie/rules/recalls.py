"""Rules on recalls: who asked for one, whether enough agreed, and whom it was to remove."""

from collections.abc import Iterator
from datetime import date

from huanjie.election.figures import least
from huanjie.election.outcome import Outcome
from huanjie.election.validity import RECALL, VOTERS
from huanjie.election.votes import recalls
from huanjie.findings import BREACH, Finding
from huanjie.law import Statute
from huanjie.records import Records
from huanjie.rules import rule


@rule("C244", BREACH, "recall-request")
def recall_asked_by_too_few(records: Records, statute: Statute, today: date) -> Iterator[Finding]:
    """联名要求罢免的选民不够法定人数。

    罢免由选民提出，但要有一定人数，免得代表因为几个人的意见就要被表决。县级和乡级的人数不同。没有付表决的不在此列。
    错：乡级代表，29 名选民联名，付了表决
    对：乡级代表，30 名选民联名，付了表决
    """
    name = "recall-request"
    for poll, recall in recalls(records, statute):
        constituency, law = poll.constituency, poll.law
        signatories, level = recall.signatories.only, "county" if constituency.level == "县级" else "township"
        put = recall.recalled or recall.votes  # a request that was not put to the vote is none that was wrongly taken
        if put and signatories is not None and law.holds(name, signatories=signatories, level=level) is False:
            wrong = f"{signatories} 名选民联名要求罢免“{recall.name}”"
            right = (
                f"罢免{constituency.level}代表，至少应有 {law.params(name)[level]} 名选民联名（{law.article(name)}）"
            )
            yield Finding(recall.signatories[0].at, wrong, right)


@rule("C245", BREACH, "recall-majority")
def recalled_without_majority(records: Records, statute: Statute, today: date) -> Iterator[Finding]:
    """罢免没有过半数选民同意，却写着通过。

    选民选出来的代表，要过半数选民同意才能罢免。按罢免时原选区的全体选民算，正好一半不够。
    错：原选区选民 1000 名，500 票同意，写着通过
    对：原选区选民 1000 名，501 票同意，写着通过
    """
    for poll, recall in recalls(records, statute):
        if recall.recalled and Outcome(poll).recall_kept is False:
            voters, agreed = min(recall.voters.values), max(recall.votes.values)
            enough = least(poll.law, RECALL, "votes_for_recall", VOTERS[RECALL], voters)
            wrong = f"原选区选民 {voters} 名，同意罢免“{recall.name}”的 {agreed} 票，写着通过"
            yield Finding(recall.votes[0].at, wrong, f"至少要有 {enough} 票同意（{poll.law.article(RECALL)}）")
