"""The course of a meeting, read sentence by sentence: who chaired, spoke, came; what was shown and decided."""

import re
from dataclasses import dataclass, field

from huanjie.drafts.people import People, Person, people, person
from huanjie.drafts.points import Outline, cued
from huanjie.drafts.words import one_of
from huanjie.drafts.writing import Tree
from huanjie.law.numerals import arabic
from huanjie.model.marks import mark

_SENTENCE = re.compile(r"[^。！？]+[。！？]*[”）]?")
_CLAUSE = re.compile(r"[^，；：]+[，；：]?")
_CHAIR = re.compile(
    r"(?:会议|大会|培训)由(?P<by>[^，。；]{2,40}?)主持|^（?(?P<who>[^，。；（]{2,40}?)主持(?:了|召开)?[^，。；]{0,14}?(?P<talk>并(?:作|发表)?.{0,4}讲话)?[）。，；]*$"
)
_BETWEEN = f"(?:{one_of('between')})*"
_SAYS = re.compile(rf"^(?P<who>[^，。；：]{{1,40}}?){_BETWEEN}{one_of('says')}[，：]?(?P<said>.*)$", re.DOTALL)
_ABOUT = re.compile(
    rf"^(?P<who>[^，。；：]{{2,40}}?){_BETWEEN}就(?P<topic>[^。；：]{{2,60}}?)，?(?:提出|讲|(?<!工)作|谈|提|进行)(?:了|出)?"
    rf"(?P<count>[一二两三四五六七八九十]{{1,2}})?[^，。；]{{0,8}}?{one_of('speech')}[，。；：]*$"
)
_TELLS = re.compile(rf"^(?P<who>[^，。；：]{{2,40}}?){_BETWEEN}(?P<what>{one_of('tells')}了[^。]+)$")
_SPEAKS = re.compile(
    rf"^(?P<who>[^，。；：]{{2,40}}?){_BETWEEN}(?:(?<!工)作|发表|讲|致)了?[^，。；：]{{0,8}}?{one_of('speech')}[，。；：]*$"
)
_HEARD = re.compile(
    rf"^(?:会议|会上)?听取了(?P<who>[^，。；：]{{2,40}}?)(?:所作的|关于|对)(?P<topic>[^。]{{2,60}}?)的{one_of('speech')}?(?:汇报|报告|说明)?"
)
_ATTENDS = re.compile(
    rf"^(?P<who>.*?)(?:共?(?P<about>[近约])?(?P<count>\d{{1,5}})(?P<more>余|多)?[人名])?(?:分别)?{one_of('attends')}"
    rf"(?:了|此次|本次|这次)*{one_of('gatherings')}?(?P<talk>并(?:作|发表)?.{{0,4}}讲话)?[，。；]*$"
)
_ATTENDED = re.compile(rf"^{one_of('attends')}(?:{one_of('gatherings')})的(?:还)?有[：，]?(?P<who>.+)$", re.DOTALL)
_SHOWN = re.compile(
    rf"(?P<verb>{one_of('shows')})(?:了|的)?(?P<sort>[^，。；《》]{{0,12}}?)(?P<title>《[^《》]{{2,80}}》)"
)
_DECIDED = re.compile(rf"^(?:会议|大会|会上)(?:研究|讨论)?{one_of('decides')}[，：]?(?P<text>.+)$", re.DOTALL)
_PASSED = re.compile(rf"{one_of('passes')}了?(?P<what>[^，。；]+)")
_METHOD = re.compile(one_of("methods"))
_COUNT = re.compile(r"(?:提出|讲)了?(?P<count>[一二两三四五六七八九十]{1,2})[点条个方面]")
_PRONOUN = re.compile(r"^(?:他|她)(?:们)?")
_NOBODY = ("会议", "大会")
_ENDS = "，。；：！？”） \n"


@dataclass
class Speech:
    """What one person said: numbered, or else as the sentences stand."""

    speaker: Person
    topic: str = ""
    outline: Outline = field(default_factory=Outline)
    remarks: list[str] = field(default_factory=list)
    doubts: list[str] = field(default_factory=list)
    counted: int = 0

    def written(self) -> Tree:
        """The speech as fields of a record."""
        points, doubts = self.points(), [*self.doubts]
        if self.counted and self.outline.points and self.counted != len(points):
            doubts.append(f"原文说有{self.counted}点，这里读到{len(points)}点")
        if points and doubts:
            points[0]["note"] = "".join(map(mark, doubts))
        return {"speaker": self.speaker.written(), "topic": self.topic, "points": points}

    def points(self) -> list[Tree]:
        """What was said: the numbered points, or else the sentences as they stand."""
        return [node.written() for node in self.outline.points] or [{"text": one} for one in self.remarks]


class Course:
    """What has been read so far."""

    def __init__(self, text: str) -> None:
        """Read a whole text."""
        self.chair: list[Person] = []
        self.speeches: list[Speech] = []
        self.came = People()
        self.others = False
        self.present: tuple[str, str] | None = None  # the number, and how it was written where it is only about so
        self.materials: list[dict[str, str]] = []
        self.decisions: list[dict[str, str]] = []
        self.known: dict[str, Person] = {}
        self._now: Speech | None = None
        self._waiting: list[str] = []
        for paragraph in text.split("\n"):
            self._inside = False  # whether something of this paragraph belongs to the speech that goes on
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
        head, points = cued(sentence, self._now.outline if self._now else Outline())
        if head and not self._claimed(head) and self._now:
            self._goes_on(self._now, head)
        if points and self._now is None:
            self._begin(Person("", ()), "")
        for cue, body in points:
            if self._now:
                self._now.outline.add(cue, body)
                self._inside = True

    def _goes_on(self, speech: Speech, text: str) -> None:
        """A sentence that begins nothing new goes on with what was said."""
        if speech.outline.extend(text, same_paragraph=self._inside):
            return
        if self._inside and not speech.outline.points:
            speech.remarks.append(text.strip())

    def _claimed(self, text: str) -> bool:
        """Take what a sentence tells of the meeting; False where it tells nothing of it."""
        if found := _ATTENDED.match(text):
            return self._came(found["who"])
        if found := _DECIDED.match(text):
            self.decisions.append({"text": found["text"].strip()})
            return True
        claimed, done = False, 0
        for clause in _CLAUSE.finditer(text):
            if clause.start() < done:
                continue
            taken = self._taken(clause[0].rstrip(), text[clause.start() :])
            claimed |= bool(taken)
            done = clause.start() + taken
            if taken or not people(clause[0].strip(_ENDS)):
                self._waiting = []
            else:
                self._waiting.append(clause[0].strip(_ENDS))
        self._waiting = []
        return claimed

    def _taken(self, clause: str, rest: str) -> int:
        """How many characters of the sentence are taken: the clause, or all the rest where somebody begins to speak."""
        if self._attended(clause) or self._clause(clause):
            return len(clause)
        if self._about(rest) or self._says(clause, rest):
            return len(rest)
        return len(clause) * (self._chaired(clause) | self._shown(clause) | self._passed(clause))

    def _about(self, rest: str) -> bool:
        """Somebody speaks about something: 就…提出了四点意见."""
        found = _ABOUT.match(rest)
        speaker = self._speaker(found["who"]) if found else None
        if found and speaker:
            self._begin(speaker, found["topic"]).counted = arabic(found["count"] or "") or 0
        return bool(speaker)

    def _clause(self, clause: str) -> bool:
        """Take a clause that tells that somebody spoke, and on what."""
        for pattern in (_HEARD, _TELLS, _SPEAKS):
            if (found := pattern.match(clause.strip(_ENDS))) and (speaker := self._speaker(found["who"])):
                groups = found.groupdict()
                speech = self._begin(speaker, groups.get("topic") or "")
                if told := (groups.get("what") or "").strip(_ENDS):
                    speech.remarks.append(told)
                return True
        return False

    def _says(self, clause: str, rest: str) -> bool:
        if not (found := _SAYS.match(rest)) or found.end("who") > len(clause):
            return False
        said = found["said"].strip()
        if found["who"] in _NOBODY:
            return self._meeting_says(said)
        speaker = self._speaker(found["who"])
        if not speaker:
            return False
        speech = self._begin(speaker, "")
        count = _COUNT.search(rest)
        speech.counted = speech.counted or (arabic(count["count"]) or 0 if count else 0)
        if said.strip(_ENDS):
            speech.remarks.append(said)
        return True

    def _meeting_says(self, said: str) -> bool:
        """会议要求 does not say who: it is put to whoever spoke right before, with a mark, else to nobody."""
        if self._now and self._inside and not self._now.outline.points:
            self._now.doubts.append(f"原文写“会议要求”，没有写明是谁讲的，这里归在{self._now.speaker.name}名下")
            self._now.remarks.append(said)
            return True
        return False

    def _speaker(self, who: str) -> Person | None:
        who = who.strip(_ENDS)
        if _PRONOUN.fullmatch(who) and self._now:
            return self._now.speaker
        found = person(who, self.known)
        return found if found and (found.posts or found.name in self.known) else None

    def _begin(self, speaker: Person, topic: str) -> Speech:
        """Begin a speech, or go on with the one of the same person."""
        speech = next((one for one in self.speeches if speaker.name and one.speaker.name == speaker.name), None)
        if speech is None:
            speech = Speech(speaker)
            self.speeches.append(speech)
        speech.topic = speech.topic or topic
        self._know(speaker)
        speech.outline.open.clear()  # what follows is said anew
        self._now, self._inside = speech, True
        return speech

    def _know(self, one: Person) -> None:
        if one.name:
            self.known.setdefault(one.name, one)

    def _chaired(self, clause: str) -> bool:
        found = _CHAIR.search(clause)
        chair = person((found["by"] or found["who"]).strip(_ENDS), self.known) if found else None
        if not found or not chair:
            return False
        if chair.name not in {one.name for one in self.chair}:
            self.chair.append(chair)
        self._know(chair)
        if found["talk"]:
            self._begin(chair, "")
        return True

    def _attended(self, clause: str) -> bool:
        found = _ATTENDS.match(clause)
        if not found or not (found["who"] or self._waiting):
            return False
        if found["count"]:
            about = f"{found['about'] or ''}{found['count']}{found['more'] or ''}人"
            self.present = (found["count"], about if found["about"] or found["more"] else "")
        who = found["who"].strip(_ENDS)
        if not self._came("，".join([*self._waiting, *([who] if who else [])])):
            return False
        if found["talk"] and self.came.people:
            self._begin(self.came.people[-1], "")
        return True

    def _came(self, who: str) -> bool:
        """Take a list of those who came; False where it is none."""
        parts = [one for one in re.split("[，；]", who.strip(_ENDS)) if one]
        last: Person | None = None
        for part in parts:
            named = people(part.removesuffix("等"), last)
            self.others |= part.endswith("等") and bool(named)
            self.came.people += (self.known.get(one.name, one) if not one.posts else one for one in named.people)
            self.came.posts += named.posts
            self.came.groups += named.groups
            last = named.people[-1] if named.people else None
            for one in named.people:
                self._know(one)
        return any(people(part.removesuffix("等")) for part in parts)

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
