"""Who has the floor: the speeches of a meeting as they are read, clause by clause."""

import re
from dataclasses import dataclass, field

from huanjie.chinese.numerals import arabic
from huanjie.imports.reports.people import People, Person, people, person
from huanjie.imports.reports.points import HEADINGS, Cue, Outline
from huanjie.imports.reports.words import one_of
from huanjie.imports.reports.writing import Tree
from huanjie.model.marks import mark

ENDS = "，。；：！？”） \n"  # what a clause ends with
WHO = "(?P<who>[^，。；：]{1,40}?)"
_TALKS = "(?:(?:(?:作|发表)了?)?(?:重要)?(?:讲话|发言)[时中]?，?)?"  # 讲话，要求：…
_BETWEEN = f"(?:在[^，。；：]{{1,8}}?[上中时场])?(?:{one_of('between')})*{_TALKS}"
_COUNT = "(?P<count>[一二两三四五六七八九十]{1,2})"
_NOT_IN_A_WORD = "(?<!工)"  # 工作提出 is not 作
_SPOKE = rf"[^，。；：]{{0,8}}?{one_of('speech')}[，。；：]*$"
_SAYS = re.compile(rf"^{WHO}{_BETWEEN}{one_of('says')}[，：]?(?P<said>.*)$", re.DOTALL)
_ABOUT = re.compile(
    rf"^{WHO}{_BETWEEN}就(?P<topic>[^。；：]{{2,60}}?)，?(?:提出|讲|{_NOT_IN_A_WORD}作|谈|提|进行)[了出]?{_COUNT}?{_SPOKE}"
)
_TELLS = re.compile(rf"^{WHO}{_BETWEEN}(?P<what>(?:围绕[^。]+?进行了?.{{0,4}})?{one_of('tells')}了?[^。]*)$")
_SPEAKS = re.compile(
    rf"^{WHO}{_BETWEEN}(?:(?:{_NOT_IN_A_WORD}作|发表|讲|致)了?{_SPOKE}|(?:发言|讲话)$|[给为][^，。；：]{{1,8}}{one_of('teaches')}$)"
)
_HEARD = re.compile(
    rf"^(?:会议|会上)?听取了{WHO}(?:所作的|关于|对)(?P<topic>[^。]{{2,60}}?)的{one_of('speech')}?(?:汇报|报告|说明)?"
)
_HEARD_SAYING = re.compile(rf"{_HEARD.pattern}：(?P<said>.+)$", re.DOTALL)
_FOLLOWS = re.compile("[现特兹][^。；]{0,16}如下[：。]?$")  # 现通报如下： says nothing of its own
_POINTS_FOLLOW = re.compile("讲话的?(?:要点|内容|主要内容|全文|摘要)[^。；]{0,8}如下")
_COUNTED = re.compile(rf"(?:提出|讲)了?{_COUNT}[点条个方面]")
_PRONOUNS = ("他", "她")
_NOBODY = ("会议", "大会")


@dataclass
class Speech:
    """What one person said: numbered, or else as the sentences stand."""

    speaker: Person
    topic: str = ""
    outline: Outline = field(default_factory=Outline)
    remarks: list[str] = field(default_factory=list)
    doubts: list[str] = field(default_factory=list)
    counted: int = 0  # how many points the report says there are

    def written(self) -> Tree:
        """The speech as fields of a record."""
        points, doubts = self.points(), [*self.doubts]
        if self.counted and self.outline.points and self.counted != len(points):
            doubts.append(f"原文说有{self.counted}点，这里读到{len(points)}点")
        if points and doubts:
            points[0]["note"] = "".join((str(points[0].get("note", "")), *map(mark, doubts)))
        return {"speaker": self.speaker.written(), "topic": self.topic, "points": points}

    def points(self) -> list[Tree]:
        """What was said: the numbered points, or else the sentences as they stand."""
        return [node.written() for node in self.outline.points] or [{"text": one} for one in self.remarks]


@dataclass
class Floor:
    """The speeches so far, who speaks now, and whom the report has named with a post."""

    speeches: list[Speech] = field(default_factory=list)
    known: dict[str, Person] = field(default_factory=dict)
    now: Speech | None = None
    inside: bool = False  # whether something of this paragraph belongs to the speech that goes on

    @property
    def nobody(self) -> bool:
        """Whether nobody who is named has the floor."""
        return self.now is None or not self.now.speaker.name

    def know(self, one: Person) -> None:
        """Remember a person, with the posts with which he was named first."""
        if one.name:
            self.known.setdefault(one.name, one)

    def begin(self, speaker: Person, topic: str = "") -> Speech:
        """Give somebody the floor, or go on with what he said before."""
        # Who is not named may be somebody else each time, but for one who comes to the numbered points.
        before = self.speeches if speaker.name else [one for one in self.speeches[-1:] if not one.outline.points]
        speech = next((one for one in before if one.speaker == speaker or one.speaker.name == speaker.name != ""), None)
        if speech is None:
            speech = Speech(speaker)
            self.speeches.append(speech)
        self.know(speaker)
        speech.topic = speech.topic or topic
        speech.outline.open.clear()  # what follows is said anew
        self.now, self.inside = speech, True
        return speech

    def goes_on(self, text: str) -> None:
        """A sentence that begins nothing new goes on with what was said."""
        if _POINTS_FOLLOW.search(text):  # not of whoever was named last
            self.now = next((one for one in self.speeches if not one.points()), self.now)
            return
        if self.now is None or self.now.outline.extend(text, same_paragraph=self.inside):
            return
        if self.inside and not self.now.outline.points and text.strip(ENDS) and not _FOLLOWS.match(text):
            self.now.remarks.append(text.strip())

    def numbered(self, cue: Cue, body: str) -> None:
        """A numbered point belongs to who speaks, else to somebody who is not named; no heading of minutes does."""
        if self.now is None and cue.style in (*HEADINGS, "w"):  # 首先来关注… of a broadcast is nobody's point
            return
        (self.now or self.begin(Person(""))).outline.add(cue, body)
        self.inside = True

    def clause(self, clause: str) -> bool:
        """Take a clause that tells that somebody spoke, and on what."""
        for pattern in (_HEARD, _TELLS, _SPEAKS):
            if (found := pattern.match(clause.strip(ENDS))) and (speaker := self._speaker(found["who"])):
                groups = found.groupdict()
                speech = self.begin(speaker, groups.get("topic") or "")
                if told := (groups.get("what") or "").strip(ENDS):
                    speech.remarks.append(told)
                return True
        return self._several(clause)

    def _several(self, clause: str) -> bool:
        """Take a clause that tells that several people spoke, one after the other."""
        found = _SPEAKS.match(clause.strip(ENDS))
        named = people(found["who"].removesuffix("等")) if found else People()
        for speaker in named.people:
            self.begin(self.known.get(speaker.name, speaker) if not speaker.posts else speaker)
        return bool(named.people)

    def rest(self, clause: str, rest: str) -> bool:
        """Take the rest of a sentence with whose first clause somebody begins to speak."""
        if (found := _HEARD_SAYING.match(rest)) and (speaker := self._speaker(found["who"])):
            self.begin(speaker, found["topic"]).remarks.append(found["said"].strip())
            return True
        if (found := _ABOUT.match(rest)) and (speaker := self._speaker(found["who"])):
            self.begin(speaker, found["topic"]).counted = arabic(found["count"] or "") or 0
            return True
        if not (found := _SAYS.match(rest)) or found.end("who") > len(clause):
            return False
        speech = self._of_the_meeting() if found["who"] in _NOBODY else self._of(found["who"])
        if speech is None:
            return False
        if count := _COUNTED.search(rest):
            speech.counted = arabic(count["count"]) or 0
        if found["said"].strip(ENDS):
            speech.remarks.append(found["said"].strip())
        return True

    def _of(self, who: str) -> Speech | None:
        speaker = self._speaker(who)
        return self.begin(speaker) if speaker else None

    def _of_the_meeting(self) -> Speech:
        """会议要求 does not say who: whoever spoke right before, with a mark, else somebody who is not named."""
        if self.now is None or not self.inside or self.now.outline.points:
            return self.begin(Person(""))
        name = self.now.speaker.name
        if name:
            self.now.doubts.append(f"原文写“会议要求”一类的话，没有写明是谁讲的，这里归在{name}名下")
        return self.now

    def _speaker(self, who: str) -> Person | None:
        who = who.strip(ENDS)
        if who in _PRONOUNS and self.now:
            return self.now.speaker
        found = person(who, self.known)
        return found if found and (found.posts or found.name in self.known) else None
