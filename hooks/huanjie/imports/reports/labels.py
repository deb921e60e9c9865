"""The labels of minutes -> the sentences of a report: 主持人：… becomes 会议由…主持, and so on."""

import re

from huanjie.imports.reports.words import HAN

_CHAIR = re.compile(
    rf"^(?:会议)?主持(?:人)?：[ ]*(?P<name>[{HAN}·]{{2,8}})(?:（(?P<post>[^（）\n]{{2,30}})）)?$", re.MULTILINE
)
_CAME = re.compile(r"^(?:参加|出席|参会|到会|与会)(?:人员|领导|人)?：[ ]*(?P<who>.+)$", re.MULTILINE)
_LISTENED = re.compile(r"^列席(?:人员|领导|人)?：[ ]*(?P<who>.+)$", re.MULTILINE)
_PLACE = re.compile(r"^(?:会议)?地点：[ ]*(?P<place>[^\n]{2,40}?)[。；]?$", re.MULTILINE)
_NAME_AND_POST = re.compile(rf"(?P<name>[{HAN}·]{{2,6}})（(?P<post>[^（）\n]{{2,30}})）")
_TITLE = re.compile(r"^(?P<title>[^\n，。]{2,50}?)(?:会议)?(?:纪要|记录|简报)$", re.MULTILINE)


def labelled(text: str) -> bool:
    """Whether a text has the labels of minutes."""
    return bool(_CHAIR.search(text) or _PLACE.search(text))


def place(text: str) -> str:
    """Where the meeting was, by its label."""
    match = _PLACE.search(text)
    return match["place"] if match else ""


def title(text: str) -> str:
    """The name of the meeting, from the title of the minutes."""
    match = _TITLE.search(text)
    if not match:
        return ""
    named = match["title"]
    return named if named.endswith("会") and not named.endswith("委员会") else f"{named}会议"


def spoken(text: str) -> str:
    """The text with sentences in the place of labels."""
    text = _CHAIR.sub(lambda match: f"会议由{match['post'] or ''}{match['name']}主持。", text)
    text = _CAME.sub(lambda match: f"参加会议的有：{_listed(match['who'])}", text)
    return _LISTENED.sub(lambda match: f"列席会议的有：{_listed(match['who'])}", text)


def _listed(who: str) -> str:
    """A list as in a sentence: 、 for spaces, and the post before the name."""
    return _NAME_AND_POST.sub(r"\g<post>\g<name>", re.sub(" +", "、", who))
