"""Checks on nominations, formal candidates, and those who may not run the election they stand in."""

from collections.abc import Iterator
from datetime import date

from huanjie.checks import check
from huanjie.content.records import Records
from huanjie.election.votes import constituencies
from huanjie.findings import BREACH, NOTICE, WARNING, Finding
from huanjie.law import Statute
from huanjie.model.bodies import Body
from huanjie.model.constituencies import Constituency
from huanjie.model.nominations import Candidate, Nomination
from huanjie.yaml_text import Text

BY_VOTERS = "选民联名"


@check("C220", BREACH, "candidate-ratio", "more-candidates-than-seats")
def too_few_or_too_many_candidates(records: Records, statute: Statute, today: date) -> Iterator[Finding]:
    """正式候选人的人数不符合差额的规定。

    候选人要比名额多，选民才有得选；多得太多，票又会分散。
    错：应选 3 名，正式候选人 3 名
    对：应选 3 名，正式候选人 4 名
    """
    for _, constituency, law in constituencies(records, statute):
        seats, standing = constituency.seats.agreed, constituency.listed
        limited = seats and standing and not law.by_election  # which need have no more candidates than seats
        allowed = law.between("candidate-ratio", seats=seats) if limited and seats else None
        if allowed and standing and not allowed[0] <= standing <= allowed[1]:
            wrong = f"应选 {seats} 名，正式候选人 {standing} 名"
            at = constituency.place_of("candidates" if constituency.candidates else "candidate_count")
            yield Finding(at, wrong, f"候选人应有 {_range(*allowed)}（{_ratio(law)}）")


def _range(least: int, most: int) -> str:
    return f"{least} 名" if least == most else f"{least} 至 {most} 名"


def _ratio(law: Statute) -> str:
    share = law.params("candidate-ratio")
    least, most = share["extra_min_share"], share["extra_max_share"]
    return f"比应选名额多 {least} 至 {most} 倍，不足一名的进一名，{law.article('candidate-ratio')}"


@check("C221", BREACH, "nomination-by-voters")
def too_few_voters_nominate(records: Records, statute: Statute, today: date) -> Iterator[Finding]:
    """联名推荐的选民人数不够，推荐的人却列入了名单。

    选民可以联名推荐候选人，法律规定了最少几人。人数不够，这次推荐不能算数；没有列入的，不在此列。
    错：9 名选民联名推荐张某，初步候选人里有张某
    对：10 名选民联名推荐张某，初步候选人里有张某
    """
    for _, constituency, law in constituencies(records, statute):
        for nomination in constituency.nominations:
            voters, least = nomination.voters.agreed, _voters_needed(nomination, law)
            listed = {*constituency.nominees, *(candidate.name for candidate in constituency.candidates)}
            if voters is not None and voters < least and listed & {*nomination.names}:
                right = f"选民联名推荐应有 {least} 人以上（{law.article('nomination-by-voters')}）"
                yield Finding(nomination.voters[0].at, f"{voters} 名选民联名推荐的人列入了名单", right)


def _voters_needed(nomination: Nomination, law: Statute) -> int:
    """The least number of voters, 0 where the law sets none."""
    joint = nomination.by == BY_VOTERS and law.article("nomination-by-voters")
    return int(law.params("nomination-by-voters")["count"]) if joint else 0


@check("C222", BREACH, "nominees-per-nominator")
def more_nominated_than_seats(records: Records, statute: Statute, today: date) -> Iterator[Finding]:
    """一次推荐的人数超过应选名额。

    每个政党、团体，每一名选民，推荐的人数都不能超过名额，这样谁也不能用一长串名字把别人推荐的人挤下去。
    错：应选 2 名，一次推荐 3 人
    对：应选 2 名，一次推荐 2 人
    """
    for _, constituency, law in constituencies(records, statute):
        seats = constituency.seats.agreed
        earlier: dict[str, set[str]] = {}  # what an organisation, named in several entries, has put forward
        for nomination in constituency.nominations if seats else ():
            names = earlier.setdefault(str(nomination.who), set()) if nomination.who else set()
            before = len(names)
            names |= {str(name) for name in nomination.names}
            given = {"nominees_by_one_organisation_or_one_voter": len(names), "constituency_seats": seats}
            if law.satisfies("nominees-per-nominator", **given) is False:
                right = f"应选 {seats} 名，一次推荐的人数最多 {seats} 人（{law.article('nominees-per-nominator')}）"
                who = f"{nomination.who}先后" if before else f"{nomination.by}一次"
                yield Finding(nomination.place_of("names"), f"{who}推荐了 {len(names)} 人", right)


@check("C223", WARNING, "all-nominees-listed")
def nominated_and_not_listed(records: Records, statute: Statute, today: date) -> Iterator[Finding]:
    """推荐的人不在公布的初步候选人里。

    选民和政党、团体推荐的人都要公布，不能由谁先挑一遍。联名人数不够的不在此列；本人不接受推荐等情形，在 note 里写明。
    错：推荐了张某、李某，初步候选人只有张某
    对：推荐了张某、李某，初步候选人有张某、李某
    """
    for _, constituency, law in constituencies(records, statute):
        article = law.article("all-nominees-listed")
        listed = set(constituency.nominees)
        for name in _validly_nominated(constituency, law) if listed and article and not constituency.note else ():
            if name not in listed:
                listed.add(name)  # reported once, however many nominate the person
                right = f"推荐的人都应当列入（{article}）；是抄漏的请补进 nominees，另有原因的请在 note 里写明"
                yield Finding(name.at, f"推荐的“{name}”不在公布的初步候选人里", right)


def _validly_nominated(constituency: Constituency, law: Statute) -> Iterator[Text]:
    for nomination in constituency.nominations:
        if not any(voters < _voters_needed(nomination, law) for voters in nomination.voters.values):
            yield from nomination.names


@check("C224", NOTICE, "too-many-nominees-discussion", "primary-election")
def cut_down_unexplained(records: Records, statute: Statute, today: date) -> Iterator[Finding]:
    """初步候选人比差额允许的多，没有写正式候选人是怎样定下来的。

    推荐的人多了，要由选民小组讨论、协商，意见不一致就预选。群众会问没有列上的人为什么没有列上。
    错：应选 2 名，初步候选人 6 名，正式候选人 3 名，没有 primary，也没有 consultation
    对：同上，加 consultation: 经各选民小组讨论、协商，按较多数选民的意见确定
    """
    for _, constituency, law in constituencies(records, statute):
        seats, proposed, standing = constituency.seats.agreed, constituency.nominated, constituency.listed
        explained = constituency.primary or constituency.consultation or constituency.note or law.by_election
        allowed = law.between("candidate-ratio", seats=seats) if seats and standing and not explained else None
        if allowed and proposed and proposed > allowed[1]:
            wrong = f"初步候选人 {proposed} 名，正式候选人 {standing} 名，没有写是怎样定下来的"
            most = f"应选 {seats} 名的，候选人最多 {allowed[1]} 名（{law.article('candidate-ratio')}）"
            right = f"{most}；经过预选的请写 primary，经过讨论、协商的请写 consultation"
            yield Finding(constituency.place_of("nominees" if constituency.nominees else "nominee_count"), wrong, right)


@check("C225", WARNING)
def candidate_in_two_constituencies(records: Records, statute: Statute, today: date) -> Iterator[Finding]:
    """同一个姓名是两个选区的正式候选人。

    可能是抄错了选区，也可能真是同名的两个人。两个人都写了基本情况，而且不一样，或者 note 里说明了，就不再提示。
    错：第 1 选区和第 2 选区的候选人都有“张某”，没有别的内容
    对：两处各加一行 introduction，写明各是谁
    """
    first: dict[tuple[str, str], tuple[Constituency, Candidate]] = {}
    for _, constituency, _ in constituencies(records, statute):
        for candidate in constituency.candidates:
            other, known = first.setdefault((constituency.level, candidate.name), (constituency, candidate))
            apart = known.introduction and candidate.introduction and known.introduction != candidate.introduction
            explained = any(candidate.name in (noting.note or "") for noting in (other, constituency))
            if other is not constituency and not apart and not explained:
                at = known.name.at
                wrong = f"“{candidate.name}”也是{other.title}的正式候选人（{at.file} 第 {at.line} 行）"
                yield Finding(candidate.name.at, wrong, "请核对；是同名的两个人，请在 introduction 里写明各是谁")


@check("C226", WARNING, "election-committee-candidate-resigns")
def candidate_on_the_election_committee(records: Records, statute: Statute, today: date) -> Iterator[Finding]:
    """正式候选人的姓名在选举委员会的名单里。

    自己参选，又主持这场选举，群众不会放心。是同一个人的，应当辞去委员会的职务，写了 left 就不再提示；
    同名的另一个人，在选区的 note 里写明这个名字。
    错：李某是区选举委员会委员，又是区人大代表候选人
    对：李某辞去委员职务以后当候选人，委员名单里的李某写着 left: 2026-10-15
    """
    committees = [body for body in records.of(Body) if body.sort == "选举委员会"]
    members = {(body.level, person.name): body for body in committees for person in body.serving}
    given = {"member_of_election_committee": True, "candidate": True}
    for _, constituency, law in constituencies(records, statute):
        for candidate in constituency.candidates:
            body = members.get((constituency.level, candidate.name))
            explained = candidate.name in (constituency.note or "")
            if body and not explained and law.satisfies("election-committee-candidate-resigns", **given) is False:
                article = law.article("election-committee-candidate-resigns")
                right = f"是同一个人的，应当辞去选举委员会的职务（{article}）；同名的另一个人，请在选区的 note 里写明"
                yield Finding(candidate.name.at, f"“{candidate.name}”的姓名也在{body.title}的成员里", right)


@check("C227", BREACH, "relatives-not-scrutineers")
def relative_counts_the_votes(records: Records, statute: Statute, today: date) -> Iterator[Finding]:
    """候选人的近亲属当了监票人或者计票人。

    由候选人的家里人数票，数得再准，别人也会怀疑。
    错：张某是候选人，监票人写 relative_of: 张某
    对：换一名不是候选人近亲属的监票人
    """
    for _, constituency, law in constituencies(records, statute):
        article = law.article("relatives-not-scrutineers")
        standing = {candidate.name for candidate in constituency.candidates} if article else set()
        for worker in constituency.workers:
            if worker.relative_of in standing:
                wrong = f"{worker.role}“{worker.name}”是候选人“{worker.relative_of}”的近亲属"
                right = f"候选人的近亲属不得担任{worker.role}（{article}）"
                yield Finding(worker.place_of("relative_of"), wrong, right)
