"""The proceedings of a meeting, read sentence by sentence: chair, speeches, attendance, material, decisions."""

import re
from dataclasses import dataclass, field
from typing import Self

from huanjie.imports.reports.attendance import SPOKE_TOO, Attendance
from huanjie.imports.reports.days import days_only
from huanjie.imports.reports.people import Person, people, person
from huanjie.imports.reports.points import Cue, Outline, cued
from huanjie.imports.reports.speakers import ENDS, WHO, Floor, Speech
from huanjie.imports.reports.words import HAN, one_of
from huanjie.imports.reports.writing import Tree

_SENTENCE = re.compile(r"[^。！？]+[。！？]*[”）]?")
_CLAUSE = re.compile(r"[^，；：]+[，；：]?")
_CHAIRED_BY = re.compile(rf"(?:会议|大会|培训)由{WHO}主持(?P<talk>)")
_CHAIRS = re.compile(rf"^（?{WHO}(?:在[^，。；：]{{2,8}})?主持(?:了|召开)?[^，。；]{{0,14}}?{SPOKE_TOO}[）。，；]*$")
_SHOWN = re.compile(
    rf"(?P<verb>{one_of('shows')})(?:了|的)?(?P<sort>[^，。；《》]{{0,12}}?)(?P<title>《[^《》]{{2,80}}》)"
)
_STUDIED = re.compile(rf"[就对]了?(?P<sort>)(?P<title>《[^《》]{{2,80}}》)进行了?(?P<verb>{one_of('shows')})")
_DECIDED = re.compile(
    rf"^(?:会议|大会|会上)(?:研究|讨论)?{one_of('decides')}(?:了?(?:以下|下列|如下)[^，。：]{{0,6}}(?=：))?[，：]?(?P<text>.*)$",
    re.DOTALL,
)
_PASSED = re.compile(rf"{one_of('passes')}了?[^，。；]+")
_SIGNED = re.compile(rf"[{HAN}]{{4,30}}")
_METHOD = re.compile(one_of("methods"))
_OWNED = re.compile(rf"(?P<apart>[，；])?由(?P<owner>[{HAN}、（）]{{2,20}}?)(?:具体|共同)?负责(?:落实|实施|办理)?$")


def _unsigned(lines: list[str]) -> list[str]:
    """The lines without who signed them and when."""
    if len(lines) > 2 and days_only(lines[-1]):  # noqa: PLR2004  # a text, a name and a day
        return lines[: -2 if _SIGNED.fullmatch(lines[-2]) else -1]
    return lines


def _decision(text: str) -> Tree:
    """A decision and who carries it out; that is left out of the text where it is a clause of its own."""
    text = text.strip()
    if not (match := _OWNED.search(text.rstrip(ENDS))):
        return {"text": text}
    rest = text[: match.start()] + text[match.end() :] if match["apart"] else text
    return {"text": rest, "owner": re.split("、|(?<=[办局部委会院所站室镇乡村])和", match["owner"])}


@dataclass
class Proceedings:
    """The proceedings as far as they were read."""

    chair: list[Person] = field(default_factory=list)
    attendance: Attendance = field(default_factory=Attendance)
    materials: list[Tree] = field(default_factory=list)
    decisions: list[Tree] = field(default_factory=list)
    _floor: Floor = field(default_factory=Floor)
    _waiting: list[str] = field(default_factory=list)  # clauses that name people, until the sentence has its verb
    _deciding: str | None = None  # how the decisions that go on are numbered, "" before the first

    @classmethod
    def of(cls, text: str) -> Self:
        """Read a whole text."""
        proceedings = cls()
        for paragraph in _unsigned(text.split("\n")):
            proceedings._floor.inside = False
            for sentence in _SENTENCE.findall(paragraph):
                proceedings._sentence(sentence)
        return proceedings

    @property
    def speeches(self) -> list[Speech]:
        """The speeches, in the order of the report."""
        return self._floor.speeches

    def _sentence(self, sentence: str) -> None:
        head, points = cued(sentence, self._floor.now.outline if self._floor.now else Outline())
        if head and not self._claimed(head):
            self._floor.goes_on(head)
        for cue, body in points:
            if self._decided(cue, body) or ((self._floor.nobody or body.startswith("会议")) and self._claimed(body)):
                continue
            self._floor.numbered(cue, body)

    def _decided(self, cue: Cue, body: str) -> bool:
        """Take a numbered point behind 会议决定： as a decision, until another way of numbering begins."""
        if self._deciding is None or self._deciding not in ("", cue.style):
            self._deciding = None
            return False
        self._deciding = cue.style
        self.decisions.append(_decision(body.strip(ENDS)))
        return True

    def _claimed(self, text: str) -> bool:
        """Read a sentence on the meeting; False where it is about something else."""
        if self.attendance.listed(text, self._floor):
            return True
        if match := _DECIDED.match(text):
            whole = match["text"].strip(ENDS)
            if whole:
                self.decisions.append(_decision(match["text"]))
            self._deciding = None if whole else ""
            return True
        claimed, done = False, 0
        self._waiting = []
        for clause in _CLAUSE.finditer(text):
            if clause.start() < done:
                continue
            length = self._taken(clause[0].rstrip(), text[clause.start() :])
            claimed |= bool(length)
            done = clause.start() + length
            bare = clause[0].strip(ENDS)
            self._waiting = [*self._waiting, bare] if not length and people(bare) else []
        return claimed

    def _taken(self, clause: str, rest: str) -> int:
        """The number of characters that were read: the clause, or the rest of the sentence where a speech begins."""
        if self.attendance.came(clause, self._waiting, self._floor):
            return len(clause)
        if self._floor.rest(clause, rest):
            return len(rest)
        if self._floor.clause(clause):
            self._shown(clause)
            return len(clause)
        return len(clause) * (self._chaired(clause) | self._shown(clause) | self._passed(clause))

    def _chaired(self, clause: str) -> bool:
        match = _CHAIRED_BY.search(clause) or _CHAIRS.search(clause)
        chair = person(match["who"].strip(ENDS), self._floor.known) if match else None
        if not match or not chair:
            return False
        if chair.name not in {person.name for person in self.chair}:
            self.chair.append(chair)
        self._floor.know(chair)
        if match["talk"]:
            self._floor.begin(chair)
        return True

    def _shown(self, clause: str) -> bool:
        match = _SHOWN.search(clause) or _STUDIED.search(clause)
        if match:
            self.materials.append({"title": match["title"], "sort": match["sort"], "shown": match["verb"]})
        return bool(match)

    def _passed(self, clause: str) -> bool:
        match = _PASSED.search(clause)
        if match:
            method = _METHOD.search(clause)
            self.decisions.append({"text": match[0], "method": method[0] if method else ""})
        return bool(match)
