"""Attendance: who came, by name, by post and by group, how many, and who came to listen only."""

import re
from dataclasses import dataclass, field

from huanjie.chinese.numerals import arabic
from huanjie.imports.reports.people import Person, people
from huanjie.imports.reports.speakers import ENDS, Floor
from huanjie.imports.reports.words import one_of
from huanjie.imports.reports.writing import Tree

SPOKE_TOO = "(?P<talk>并(?:作|发表)?.{0,4}讲话)?"
_COUNTED = (
    r"(?:(?:共计|共|等)?(?P<about>[近约])?(?P<count>[0-9一二三四五六七八九十百两零〇]{1,6})(?P<more>余|多)?[人名])?"
)
_CAME = re.compile(
    rf"^(?P<who>.*?){_COUNTED}(?:分别|在[^，。；：]{{1,6}}会场)?(?P<how>{one_of('attends')})"
    rf"(?:了|此次|本次|这次)*{one_of('gatherings')}?{SPOKE_TOO}[，。；]*$"
)
_LISTED = re.compile(rf"^(?P<how>{one_of('attends')}){one_of('gatherings')}的(?:还)?有[：，]?(?P<who>.+)$", re.DOTALL)
_AND_OTHERS = re.compile("等(?:领导|同志|人)?$")
_LISTENED = "列席"


@dataclass
class Attendance:
    """Who came, in the order of the report; each person once."""

    people: dict[str, Tree] = field(default_factory=dict)
    posts: list[str | Tree] = field(default_factory=list)
    groups: list[str | Tree] = field(default_factory=list)
    others: bool = False
    present: str | Tree = ""

    def written(self) -> Tree:
        """Who came, as fields of a record."""
        return {
            **({"present": self.present} if self.present else {}),
            "people": [*self.people.values()],
            "posts": self.posts,
            "groups": self.groups,
            "and_others": "yes" if self.others else "",
        }

    def listed(self, sentence: str, floor: Floor) -> bool:
        """Read a sentence that is a list: 参加会议的有：…"""
        match = _LISTED.match(sentence)
        return match is not None and self._take(match["who"], match["how"], floor) is not None

    def came(self, clause: str, waiting: list[str], floor: Floor) -> bool:
        """Read a clause that says that somebody came; `waiting` are clauses before it that name people."""
        match = _CAME.match(clause)
        last = self._take("，".join((*waiting, match["who"])), match["how"], floor) if match else None
        if not match or last is None:
            return False
        if count := arabic(match["count"] or ""):
            about = f"{match['about'] or ''}{match['count']}{match['more'] or ''}人"
            self.present = {"value": str(count), "about": about} if match["about"] or match["more"] else str(count)
        if match["talk"] and last.name:
            floor.begin(last)
        return True

    def _take(self, who: str, how: str, floor: Floor) -> Person | None:
        """Add those who are named and give the last, without a name if a post or a group; None if nobody is named."""
        note, last, before = (_LISTENED if how == _LISTENED else ""), None, None
        for part in filter(None, re.split("[，；]", who.strip(ENDS))):
            listed, others, _ = part.partition("等") if _AND_OTHERS.search(part) else (part, "", "")
            if not (named := people(listed, before)):
                before = None
                continue
            self.others |= bool(others)
            for person in named.people:
                floor.know(person)
                came = person if person.posts else floor.known[person.name]
                self.people.setdefault(person.name, {**came.written(), **({"note": note} if note else {})})
            self.posts += ({"name": post, "note": note} if note else post for post in named.posts)
            self.groups += ({"name": group, "note": note} if note else group for group in named.groups)
            before = named.people[-1] if named.people else None
            last = before or Person("")
        return last
