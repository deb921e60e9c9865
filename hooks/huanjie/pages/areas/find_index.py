"""The names of all places as the reader's script looks them up: one file, loaded when somebody begins to type.

What many entries share is written once: the readings of characters, hours and days, and texts that differ only by a
name or a number, which stands in them as a tab. Of a place there remain some 20 bytes when a server packs the file.
"""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from huanjie.chinese import readings, traditional
from huanjie.model.areas import Area
from huanjie.model.constituencies import Constituency
from huanjie.model.stations import Station
from huanjie.pages import Edition
from huanjie.pages.areas.places import places, voting, where
from huanjie.pages.shared.prose import plain

_NAME = "\t"  # no text of a record has one


class _Numbers(dict[str, int]):
    """Texts that are written down once and named by their number."""

    def __missing__(self, text: str) -> int:
        self[text] = len(self)
        return self[text]


def names(edition: Edition) -> str:
    """Every area, constituency, station and place, the last with the numbers of what belongs to it."""
    areas = edition.records.of(Area)
    shelf = {area.slug: number for number, area in enumerate(areas)}
    texts = _Numbers()
    constituencies = [_constituency(edition, one) for area in areas for one in area.constituencies]
    stations = [_station(edition, one) for area in areas for one in area.stations]
    number = {one.slug: count for several in (constituencies, stations) for count, one in enumerate(several)}
    told = {
        "areas": [[area.slug, area.heading] for area in areas],
        "constituencies": [one.written(shelf, texts) for one in constituencies],
        "stations": [one.written(shelf, texts) for one in stations],
        "places": [
            [
                shelf[one.area.slug],
                [one.name, *one.aliases],
                [[number[each.slug], part] if part else number[each.slug] for each, part in one.stations],
                [[number[each.slug], part] if part else number[each.slug] for each, part in one.constituencies],
                *([plain(one.elsewhere)] if one.elsewhere else ()),
            ]
            for one in places(areas)
        ],
        "texts": list(texts),
    }
    return f"hjPlaces({_written(told | _characters(_written(told)))});\n"


@dataclass(frozen=True)
class _Entry:
    """A constituency or a station: its address, a name or number that stands in its texts, its title and a note."""

    slug: str
    name: str
    title: str
    note: str

    def written(self, shelf: Mapping[str, int], texts: _Numbers) -> list[object]:
        area, _, short = self.slug.partition("/")
        told = (texts[text.replace(self.name, _NAME)] for text in (short, self.title, self.note))
        return [shelf[area], self.name, *told]


def _constituency(edition: Edition, one: Constituency) -> _Entry:
    return _Entry(one.slug, str(one.number or one.name), one.heading, voting(edition, one))


def _station(edition: Edition, one: Station) -> _Entry:
    name = str(one.serves[0].name if one.serves else one.title)
    return _Entry(one.slug, name, str(one.title), where(edition.records, one).text)


def _characters(used: Iterable[str]) -> dict[str, object]:
    """The readings of the characters in use, and their traditional forms."""
    characters = set(used)
    sounds: dict[str, str] = {}
    for character in sorted(characters & readings().keys()):
        for sound in readings()[character]:
            sounds[sound] = sounds.get(sound, "") + character
    old = "".join(chr(one) + new for one, new in sorted(traditional().items()) if new in characters)
    return {"sounds": dict(sorted(sounds.items())), "traditional": old}


def _written(told: object) -> str:
    return json.dumps(told, ensure_ascii=False, separators=(",", ":"))
