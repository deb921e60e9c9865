"""Checks on the bodies that issued lists and notices, and on the columns of a list."""

import re
from collections.abc import Iterator
from datetime import date

from huanjie.checks import check
from huanjie.content.records import Records
from huanjie.election.lists import belongs_to, committee_of_other_level, other_body
from huanjie.election.votes import constituencies
from huanjie.findings import WARNING, Finding
from huanjie.law import Statute
from huanjie.law.deadlines import LISTS
from huanjie.law.pack import legal_rules
from huanjie.model.election import Election
from huanjie.model.notices import Notice
from huanjie.yaml_text import Text

COMMITTEE_ONLY = "应由本级选举委员会公布"
CONTENT = "gansu-voter-list-content"
# The columns that the law requires, and the words by which each is recognized.
COLUMNS = {"name": ("姓名", "姓名|名字"), "sex": ("性别", "性别"), "age": ("年龄", "年龄|出生")}
# Titles that certainly announce a list itself, each with the list; others only mention one.
TITLES = {
    "选民名单": re.compile("公布.{0,12}选民名单|选民名单(?:的)?(?:公告|公示|榜)$"),
    "初步候选人名单": re.compile("公布.{0,12}初步候选人|初步候选人名单(?:的)?(?:公告|公示)$"),
    "正式候选人名单": re.compile("公布.{0,12}正式(?:代表)?候选人|正式(?:代表)?候选人名单(?:的)?(?:公告|公示)$"),
    "选举结果": re.compile("公布.{0,12}(?:选举结果|当选)|(?:选举结果|当选代表名单)(?:的)?(?:公告|公示)$"),
}
NO_LIST = re.compile("补选|罢免|查对|核对|补正|更正|申诉|资格")  # run by others, or about a list that is out


def _events(records: Records) -> Iterator[tuple[str, Text | None, tuple[Text, ...]]]:
    """The lists recorded for all constituencies at once."""
    named = {legal_rules()[rule].event: name for name, (_, rule) in LISTS.items()}
    for step in records.one(Election).steps:
        if step.event in named:
            yield named[str(step.event)], step.issuer, step.columns


@check("C295", WARNING, "election-committee-duties", "nominees-published", "elected-list-published-by")
def list_issued_by_another_body(records: Records, statute: Statute, today: date) -> Iterator[Finding]:
    """选民名单、候选人名单或者选举结果，写由别的单位发布。

    这几份名单由本级选举委员会公布，群众有意见也向它提。写成别的单位，多半是抄了盖章的地方；受委托张贴的，发布的还是选举委员会。
    错：选民名单 issuer: 东村派出所
    对：issuer: 示例区选举委员会
    """
    if statute.by_election:
        return  # which a standing committee or a presidium runs
    for name, issuer, _ in _events(records):
        if issuer and other_body(name, issuer):
            article = statute.article(belongs_to(name))
            yield Finding(issuer.at, f"{name}写由“{issuer}”发布", f"{COMMITTEE_ONLY}（{article}），请核对")
    for area, constituency, law in constituencies(records, statute):
        for posted in constituency.lists:
            article = law.article(belongs_to(str(posted.list)))
            if not posted.issuer or posted.note or not article:
                continue
            other_level = committee_of_other_level(records, area, constituency.level, posted.issuer)
            if other_level or other_body(str(posted.list), posted.issuer):
                wrong = f"{constituency.level}选区的{posted.list}写由“{posted.issuer}”发布"
                right = f"{COMMITTEE_ONLY}（{article}），请核对；另有原因的请在 note 里写明"
                yield Finding(posted.issuer.at, wrong, right)


@check("C296", WARNING, CONTENT)
def voter_list_lacks_a_column(records: Records, statute: Statute, today: date) -> Iterator[Finding]:
    """选民名单少了省里规定要写的一栏。

    有姓名、性别、年龄，才分得清同名的人，才查得出登错了的。选民名单上有的，都写进 columns。
    错：甘肃省，columns: [姓名, 性别]
    对：columns: [姓名, 性别, 年龄]
    """
    for name, _, columns in _events(records):
        yield from _lacking(statute, name, columns)
    for _, constituency, law in constituencies(records, statute):
        for posted in constituency.lists:
            yield from _lacking(law, str(posted.list), () if posted.note else posted.columns)


def _lacking(law: Statute, name: str, columns: tuple[Text, ...]) -> Iterator[Finding]:
    article = law.article(CONTENT)
    if name != "选民名单" or not columns or not article:
        return
    wanted = (COLUMNS[field] for field in law.params(CONTENT)["fields"])
    lacking = [word for word, form in wanted if not any(re.search(form, column) for column in columns)]
    if lacking:
        yield Finding(columns[0].at, f"选民名单没有写这几栏：{'、'.join(lacking)}", f"名单上应有（{article}），请核对")


@check("C297", WARNING)
def list_twice(records: Records, statute: Statute, today: date) -> Iterator[Finding]:
    """同一份名单写了两条。

    两条写得不同，读者不知道信哪一条。
    错：lists 里有两条 list: 选民名单
    对：合成一条
    """
    for _, constituency, _ in constituencies(records, statute):
        names: set[str] = set()
        for posted in constituency.lists:
            if str(posted.list) in names:
                yield Finding(posted.place_of("list"), f"“{posted.list}”前面已经写过一条", "请合成一条")
            names.add(str(posted.list))


@check("N210", WARNING, "election-committee-duties", "nominees-published", "elected-list-published-by")
def notice_issued_by_another_body(records: Records, statute: Statute, today: date) -> Iterator[Finding]:
    """公布名单、结果的公告，写由别的单位发布。

    这几样由选举委员会公布，不归公安、政府、党委、村委会这些单位。补选由人大常委会、乡镇人大主席团主持的地方，不在此列。
    错：title: 公布选民名单的公告，issuer: 东村派出所
    对：issuer: 示例区选举委员会
    """
    for notice in records.of(Notice) if not statute.by_election else ():  # as in C295
        name = next((name for name, form in TITLES.items() if form.search(notice.title)), "")
        article = statute.article(belongs_to(name)) if name else ""
        if article and not NO_LIST.search(notice.title) and other_body(name, notice.issuer):
            wrong = f"“{notice.title}”写由“{notice.issuer}”发布"
            yield Finding(notice.place_of("issuer"), wrong, f"{name}{COMMITTEE_ONLY}（{article}），请核对")
