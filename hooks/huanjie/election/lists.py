"""The lists that a constituency publishes: who issued them, their columns, and whether the law lets that body do so.

The election committee of the level publishes the voter list, the nominees, the formal candidates and those elected. Its
offices and the leading groups of constituencies post them for it, as provinces allow; so only a body that is certainly
no part of the organisation of elections, or the committee of the other level, counts as another body.
"""

import re

from huanjie.content.records import Records
from huanjie.law.pack import legal_rules
from huanjie.model.areas import Area
from huanjie.model.constituencies import Constituency
from huanjie.model.election import Election, Step
from huanjie.model.lists import PostedList

# The rules that give a list to the committee; the others belong to it by its duties.
COMMITTEE_RULES = {"初步候选人名单": "nominees-published", "选举结果": "elected-list-published-by"}
DUTIES = "election-committee-duties"
_OF_ELECTIONS = re.compile("选举|选委会|选区|换届")
_OTHER = re.compile(
    "公安|派出所|人民政府|县委|区委|市委|党委|党支部|党总支|党工委|组织部|宣传部|办事处|居民?委员?会|村民?委员?会|村委|居委"
    "|人民法院|人民检察院|[局厅]$"
)
_OF_CONGRESS = re.compile("人大|人民代表大会|常委会|主席团")  # which publish the deputies once these are confirmed


def posted_list(records: Records, constituency: Constituency, name: str, rule: str) -> PostedList | Step | None:
    """The record of a list, `rule` setting its last day: of the constituency, else of all at once; else None."""
    own = next((posted for posted in constituency.lists if posted.list == name), None)
    event = legal_rules()[rule].event
    steps = (step for step in records.one(Election).steps if step.event == event and (step.issuer or step.columns))
    return own or next(steps, None)


def belongs_to(name: str) -> str:
    """The rule of law that gives a list to the election committee."""
    return COMMITTEE_RULES.get(name, DUTIES)


def other_body(name: str, issuer: str) -> bool:
    """Whether a body is certainly none that the law lets publish a list; together with a committee it may."""
    of_congress = name != "选举结果" and _OF_CONGRESS.search(issuer)
    return bool(of_congress or _OTHER.search(issuer)) and not _OF_ELECTIONS.search(issuer)


def committee_of_other_level(records: Records, area: Area, level: str, issuer: str) -> bool:
    """Whether the committee is by its name that of the other level, alone."""
    county, town = f"{records.one(Election).area}选举委员会", f"{area.title}选举委员会"
    return issuer == (county if level == "乡级" else town)
