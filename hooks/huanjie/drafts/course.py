"""The course of a meeting, read sentence by sentence: who chaired, spoke, came; what was shown and decided."""

import re

from huanjie.drafts.floor import ENDS, WHO, Floor
from huanjie.drafts.people import People, Person, people, person
from huanjie.drafts.points import Outline, cued
from huanjie.drafts.words import one_of
from huanjie.drafts.writing import Tree

_SENTENCE = re.compile(r"[^。！？]+[。！？]*[”）]?")
_CLAUSE = re.compile(r"[^，；：]+[，；：]?")
_SPOKE_TOO = "(?P<talk>并(?:作|发表)?.{0,4}讲话)?"
_CHAIRED_BY = re.compile(rf"(?:会议|大会|培训)由{WHO}主持(?P<talk>)")
_CHAIRS = re.compile(rf"^（?{WHO}主持(?:了|召开)?[^，。；]{{0,14}}?{_SPOKE_TOO}[）。，；]*$")
_ATTENDS = re.compile(
    rf"^(?P<who>.*?)(?:共?(?P<about>[近约])?(?P<count>\d{{1,5}})(?P<more>余|多)?[人名])?(?:分别)?{one_of('attends')}"
    rf"(?:了|此次|本次|这次)*{one_of('gatherings')}?{_SPOKE_TOO}[，。；]*$"
)
_ATTENDED = re.compile(rf"^{one_of('attends')}(?:{one_of('gatherings')})的(?:还)?有[：，]?(?P<who>.+)$", re.DOTALL)
_SHOWN = re.compile(
    rf"(?P<verb>{one_of('shows')})(?:了|的)?(?P<sort>[^，。；《》]{{0,12}}?)(?P<title>《[^《》]{{2,80}}》)"
)
_DECIDED = re.compile(rf"^(?:会议|大会|会上)(?:研究|讨论)?{one_of('decides')}[，：]?(?P<text>.+)$", re.DOTALL)
_PASSED = re.compile(rf"{one_of('passes')}了?[^，。；]+")
_METHOD = re.compile(one_of("methods"))


class Course:
    """What has been read of a meeting."""

    def __init__(self, text: str) -> None:
        """Read a whole text."""
        self.chair: list[Person] = []
        self.came = People()
        self.others = False
        self.present: tuple[str, str] | None = None  # the number, and how it was written where it is only about so
        self.materials: list[Tree] = []
        self.decisions: list[Tree] = []
        self._floor = Floor()
        self.speeches = self._floor.speeches
        self._waiting: list[str] = []  # clauses that name people, until the sentence says what they did
        for paragraph in text.split("\n"):
            self._floor.inside = False
            for sentence in _SENTENCE.findall(paragraph):
                self._sentence(sentence)

    def attendance(self) -> Tree:
        """Who came, as fields of a record."""
        count, about = self.present or ("", "")
        return {
            **({"present": {"value": count, "about": about} if about else count} if count else {}),
            "people": [one.written() for one in self.came.people],
            "posts": self.came.posts,
            "groups": self.came.groups,
            "and_others": "yes" if self.others else "",
        }

    def _sentence(self, sentence: str) -> None:
        head, points = cued(sentence, self._floor.now.outline if self._floor.now else Outline())
        if head and not self._claimed(head):
            self._floor.goes_on(head)
        for cue, body in points:
            self._floor.numbered(cue, body)

    def _claimed(self, text: str) -> bool:
        """Take what a sentence tells of the meeting; False where it tells nothing of it."""
        if found := _ATTENDED.match(text):
            return self._came(found["who"])
        if found := _DECIDED.match(text):
            self.decisions.append({"text": found["text"].strip()})
            return True
        claimed, done = False, 0
        self._waiting = []
        for clause in _CLAUSE.finditer(text):
            if clause.start() < done:
                continue
            taken = self._taken(clause[0].rstrip(), text[clause.start() :])
            claimed |= bool(taken)
            done = clause.start() + taken
            bare = clause[0].strip(ENDS)
            self._waiting = [*self._waiting, bare] if not taken and people(bare) else []
        return claimed

    def _taken(self, clause: str, rest: str) -> int:
        """How many characters of the sentence are taken: the clause, or all the rest where somebody begins to speak."""
        if self._attended(clause) or self._floor.clause(clause):
            return len(clause)
        if self._floor.rest(clause, rest):
            return len(rest)
        return len(clause) * (self._chaired(clause) | self._shown(clause) | self._passed(clause))

    def _chaired(self, clause: str) -> bool:
        found = _CHAIRED_BY.search(clause) or _CHAIRS.search(clause)
        chair = person(found["who"].strip(ENDS), self._floor.known) if found else None
        if not found or not chair:
            return False
        if chair.name not in {one.name for one in self.chair}:
            self.chair.append(chair)
        self._floor.know(chair)
        if found["talk"]:
            self._floor.begin(chair)
        return True

    def _attended(self, clause: str) -> bool:
        found = _ATTENDS.match(clause)
        if not found or not (found["who"] or self._waiting):
            return False
        if not self._came("，".join(filter(None, (*self._waiting, found["who"].strip(ENDS))))):
            return False
        if found["count"]:
            about = f"{found['about'] or ''}{found['count']}{found['more'] or ''}人"
            self.present = (found["count"], about if found["about"] or found["more"] else "")
        if found["talk"] and self.came.people:
            self._floor.begin(self.came.people[-1])
        return True

    def _came(self, who: str) -> bool:
        """Take a list of those who came; False where it is none."""
        last: Person | None = None
        any_named = False
        for part in filter(None, re.split("[，；]", who.strip(ENDS))):
            named = people(part.removesuffix("等"), last)
            any_named |= bool(named)
            self.others |= part.endswith("等") and bool(named)
            self._counted(named)
            last = named.people[-1] if named.people else None
        return any_named

    def _counted(self, named: People) -> None:
        """Add people to those who came, each once, with the posts with which they were named first."""
        there = {one.name for one in self.came.people}
        for one in named.people:
            self._floor.know(one)
            if one.name not in there:
                self.came.people.append(one if one.posts else self._floor.known[one.name])
        self.came.posts += named.posts
        self.came.groups += named.groups

    def _shown(self, clause: str) -> bool:
        found = _SHOWN.search(clause)
        if found:
            self.materials.append({"title": found["title"], "sort": found["sort"], "shown": found["verb"]})
        return bool(found)

    def _passed(self, clause: str) -> bool:
        found = _PASSED.search(clause)
        if found:
            method = _METHOD.search(clause)
            self.decisions.append({"text": found[0], "method": method[0] if method else ""})
        return bool(found)
