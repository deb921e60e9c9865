"""The speakers of a meeting and their speeches, read clause by clause."""

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
    """A speech: its numbered points, or else its sentences."""

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
        """The numbered points, or else each sentence as a point."""
        return [node.written() for node in self.outline.points] or [{"text": remark} for remark in self.remarks]


@dataclass
class Floor:
    """The floor of the meeting: the speeches so far, who speaks now, and everybody named with a post."""

    speeches: list[Speech] = field(default_factory=list)
    known: dict[str, Person] = field(default_factory=dict)
    now: Speech | None = None
    inside: bool = False  # whether something of this paragraph belongs to the speech that goes on

    @property
    def nobody(self) -> bool:
        """Whether nobody who is named has the floor."""
        return self.now is None or not self.now.speaker.name

    def know(self, speaker: Person) -> None:
        """Remember a person with the posts of the first mention."""
        if speaker.name:
            self.known.setdefault(speaker.name, speaker)

    def begin(self, speaker: Person, topic: str = "") -> Speech:
        """Begin a speech, or go on with an earlier one of the same speaker."""
        # A speaker without a name may be another each time, unless the numbered points are still to come.
        before = (
            self.speeches if speaker.name else [speech for speech in self.speeches[-1:] if not speech.outline.points]
        )
        speech = next(
            (earlier for earlier in before if earlier.speaker == speaker or earlier.speaker.name == speaker.name != ""),
            None,
        )
        if speech is None:
            speech = Speech(speaker)
            self.speeches.append(speech)
        self.know(speaker)
        speech.topic = speech.topic or topic
        speech.outline.open.clear()  # its points begin anew
        self.now, self.inside = speech, True
        return speech

    def goes_on(self, text: str) -> None:
        """Add a sentence that begins nothing new to the speech."""
        if _POINTS_FOLLOW.search(text):  # not of whoever was named last
            self.now = next((speech for speech in self.speeches if not speech.points()), self.now)
            return
        if self.now is None or self.now.outline.extend(text, same_paragraph=self.inside):
            return
        if self.inside and not self.now.outline.points and text.strip(ENDS) and not _FOLLOWS.match(text):
            self.now.remarks.append(text.strip())

    def numbered(self, cue: Cue, body: str) -> None:
        """Add a numbered point to the speech, or to one of an unnamed speaker; headings of minutes belong to nobody."""
        if self.now is None and cue.style in (*HEADINGS, "w"):  # 首先来关注… of a broadcast is nobody's point
            return
        (self.now or self.begin(Person(""))).outline.add(cue, body)
        self.inside = True

    def clause(self, clause: str) -> bool:
        """Read a clause that says that somebody spoke, and on what."""
        for pattern in (_HEARD, _TELLS, _SPEAKS):
            if (match := pattern.match(clause.strip(ENDS))) and (speaker := self._speaker(match["who"])):
                groups = match.groupdict()
                speech = self.begin(speaker, groups.get("topic") or "")
                if remark := (groups.get("what") or "").strip(ENDS):
                    speech.remarks.append(remark)
                return True
        return self._speakers(clause)

    def _speakers(self, clause: str) -> bool:
        """Read a clause that says that several people spoke, one after the other."""
        match = _SPEAKS.match(clause.strip(ENDS))
        named = people(match["who"].removesuffix("等")) if match else People()
        for speaker in named.people:
            self.begin(self.known.get(speaker.name, speaker) if not speaker.posts else speaker)
        return bool(named.people)

    def rest(self, clause: str, rest: str) -> bool:
        """Read the rest of a sentence whose first clause begins a speech."""
        if (match := _HEARD_SAYING.match(rest)) and (speaker := self._speaker(match["who"])):
            self.begin(speaker, match["topic"]).remarks.append(match["said"].strip())
            return True
        if (match := _ABOUT.match(rest)) and (speaker := self._speaker(match["who"])):
            self.begin(speaker, match["topic"]).counted = arabic(match["count"] or "") or 0
            return True
        if not (match := _SAYS.match(rest)) or match.end("who") > len(clause):
            return False
        speech = self._of_the_meeting() if match["who"] in _NOBODY else self._of(match["who"])
        if speech is None:
            return False
        if count := _COUNTED.search(rest):
            speech.counted = arabic(count["count"]) or 0
        if match["said"].strip(ENDS):
            speech.remarks.append(match["said"].strip())
        return True

    def _of(self, who: str) -> Speech | None:
        speaker = self._speaker(who)
        return self.begin(speaker) if speaker else None

    def _of_the_meeting(self) -> Speech:
        """The speech of 会议要求, which names nobody: that of the last speaker, with a mark, else of an unnamed one."""
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
        speaker = person(who, self.known)
        return speaker if speaker and (speaker.posts or speaker.name in self.known) else None
