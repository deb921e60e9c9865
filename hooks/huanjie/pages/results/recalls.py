"""The result of a recall in a sentence: by the record's own mark and by the sum, which may differ."""

from huanjie.election.figures import least
from huanjie.election.outcome import Outcome, State
from huanjie.election.poll import Poll
from huanjie.election.validity import RECALL, VOTERS
from huanjie.model.results import Recall
from huanjie.pages.shared.facts import number


def recall_outcome(came_to: Outcome) -> str:
    """Say whether a recall passed, with the article and, where mark and sum differ, with both."""
    article = came_to.poll.law.article(RECALL)
    rule = f"要有原选区过半数的选民同意{_needed(came_to.poll)}" + (f"（{article}）" if article else "")
    match came_to.state:
        case State.AHEAD:
            return "没有表决结果的记录。"
        case State.PASSED:
            return f"罢免通过：{rule}。"
        case State.FAILED:
            return f"没有罢免：{rule}。"
        case State.DISPUTED if came_to.poll.recall:
            return _differs(came_to, came_to.poll.recall, article)
    return f"记录里没有写罢免通过。{rule}，现有的数不够判断。"


def _needed(poll: Poll) -> str:
    """The number of votes that a recall needs, where the number of voters is known."""
    voters = poll.voters.agreed
    needed = least(poll.law, RECALL, "votes_for_recall", VOTERS[RECALL], voters) if voters else None
    return f"，{number(voters)} 名至少要 {number(needed)} 票" if voters and needed else ""


def _differs(came_to: Outcome, recall: Recall, article: str) -> str:
    voters, agreed = recall.voters.values[0], recall.votes.values[0]
    needed = least(came_to.poll.law, RECALL, "votes_for_recall", VOTERS[RECALL], voters) or 0
    figures = f"原选区选民 {number(voters)} 名，过半数要 {number(needed)} 票，同意的有 {number(agreed)} 票（{article}）"
    if recall.recalled:
        return f"记录写着罢免通过；{figures}，没有过半数。"
    return f"{figures}，过半数；记录里没有写罢免通过。"
