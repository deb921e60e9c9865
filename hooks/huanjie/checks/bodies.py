"""Checks on the bodies that run the election: who sits in them, and how they are reached."""

import re
from collections.abc import Iterator
from datetime import date
from unicodedata import normalize

from huanjie.checks import check
from huanjie.content.records import Records
from huanjie.findings import WARNING, Finding
from huanjie.law import Statute
from huanjie.model.bodies import Body, Member
from huanjie.yaml_text import Text

SIZES = {"县级": "gansu-county-committee-size", "乡级": "gansu-township-committee-size"}
_MOBILE = re.compile(r"(?<![0-9])(?:86)?1[0-9]{10}(?![0-9])")


@check("B201", WARNING)
def member_twice(records: Records, statute: Statute, today: date) -> Iterator[Finding]:
    """一个机构的成员里，同一个姓名写了两次。

    读者会以为多一个人；多半是粘贴时重复了。同名的两个人，写上不同的职务就不再提示。已经不再担任的不算。
    错：members: [王某, 李某, 王某]
    对：确实同名的，各写一条并写上职务
    """
    for body in records.of(Body):
        known: list[Member] = []
        for member in body.serving:
            if any(_same(member, other) for other in known):
                wrong = f"{body.title}的成员里“{member.name}”写了两次"
                yield Finding(member.name.at, wrong, "重复的请删去一条；同名的两个人请写上职务")
            elif isinstance(member.name, Text):  # two whose names are not known may be two people
                known.append(member)


def _same(member: Member, other: Member) -> bool:
    """Whether two entries may be the same person: the same name, and no posts that differ."""
    posts, others = ({post.value for post in either.posts} for either in (member, other))
    return member.name == other.name and (not posts or not others or posts == others)


@check("B202", WARNING)
def mobile_number_in_public(records: Records, statute: Statute, today: date) -> Iterator[Finding]:
    """对外公开的电话像是个人的手机号。

    手机号是个人信息，人换了岗位，群众也就打不通了。要写的是办公室的座机。
    错：phone: 13900000000
    对：phone: 0938-8210000
    """
    for body in records.of(Body):
        for phone in body.contact.phone if body.contact else ():
            if _MOBILE.search(re.sub(r"[\s-]", "", normalize("NFKC", phone))):
                yield Finding(
                    phone.at, f"{body.title}的电话像是个人的手机号", "请写办公电话（座机）；没有的请删去这一行"
                )


@check("B203", WARNING, *SIZES.values())
def committee_of_another_size(records: Records, statute: Statute, today: date) -> Iterator[Finding]:
    """选举委员会的人数不在规定的范围里。

    选举委员会主持这场选举，人数由省里规定。多半是名单没有录全，或者有人已经不再担任，没有写 left。
    错：甘肃省的县级选举委员会，members 有 8 人
    对：甘肃省的县级选举委员会，members 有 9 人
    """
    for body in records.of(Body):
        article, members = statute.article(SIZES[body.level]), len(body.serving)
        if body.sort == "选举委员会" and members and article:
            size = statute.params(SIZES[body.level])["members"]
            if not size["min"] <= members <= size["max"]:
                right = f"应有 {size['min']} 至 {size['max']} 人（{article}）；没有录全的请补上，不再担任的请写 left"
                yield Finding(body.place_of("members"), f"{body.title}现有成员 {members} 人", right)
