"""The turnout that a source states, beside the turnout that the figures give."""

from collections.abc import Iterator
from decimal import ROUND_DOWN

from huanjie.election.figures import by_turnout_alone, own_voters
from huanjie.election.outcome import Outcome
from huanjie.election.turnout import Agreement, Turnout, turnouts
from huanjie.election.validity import quorum, quorum_rule
from huanjie.pages.shared.facts import number

BASES = {
    "participants": ("参加投票", "名"),
    "issued": ("发出选票", "张"),
    "returned": ("收回选票", "张"),
    "in_person": ("自己来投票", "名"),
}
WAYS = {
    Agreement.EQUAL: "，正好一样",
    Agreement.ROUNDED: "，四舍五入就是公布的数",
    Agreement.CUT: "，后面的小数去掉就是公布的数",
    Agreement.RAISED: "，后面的小数进一就是公布的数",
    Agreement.NONE: "，和公布的不一样，没有说明",
}


def stated_turnout(came_to: Outcome) -> Iterator[str]:
    """Sentences that derive each stated turnout from the figures, or say what it leaves open without a count."""
    for turnout in turnouts(came_to.poll):
        yield f"公布的参选率是 {turnout.stated.value}%；{beside(turnout)}。"
    yield from _by_turnout(came_to)


def beside(turnout: Turnout) -> str:
    """The sum of the two figures, and how it agrees with what is stated."""
    voters, noted = f"登记选民 {number(turnout.voters)} 名", turnout.stated.note
    if not turnout.base:
        return f"{voters}，没有哪个人数算出来正好是这么多" + ("" if noted else "，没有说明")
    what, unit = BASES[turnout.base]
    exact = turnout.percentage(turnout.part, ROUND_DOWN, more=2)
    sign = "=" if exact == turnout.share else "≈"
    way = "，和公布的不一样" if noted and turnout.agreement is Agreement.NONE else WAYS[turnout.agreement]
    return f"{what} {number(turnout.part)} {unit} ÷ {voters} {sign} {exact.normalize():f}%{way}"


def _by_turnout(came_to: Outcome) -> Iterator[str]:
    """Infer from a stated turnout how many took part, and whether they are enough."""
    poll, bounds = came_to.poll, by_turnout_alone(came_to.poll)
    voters, needed = own_voters(poll).agreed, quorum(poll)
    if bounds is None or bounds.most is None or voters is None:
        return
    span = number(bounds.least) if bounds.exact is not None else f"{number(bounds.least)} 至 {number(bounds.most)}"
    sentence = (
        f"参加投票的人数没有记录，按公布的参选率（四舍五入或者去尾）和登记选民 {number(voters)} 名推算，是 {span} 名"
    )
    if needed is None or came_to.enough_voters is None:
        yield f"{sentence}。"
        return
    enough = "过半数" if came_to.void else "过半数，选举有效"
    verdict = enough if came_to.enough_voters else "没有过半数，选举无效"
    yield f"{sentence}：{verdict}（{poll.law.article(quorum_rule(poll))}）。"
