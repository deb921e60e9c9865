"""The index of all places for the reader's script: a single file, loaded when somebody begins to type.

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
    constituencies = [_constituency(edition, constituency) for area in areas for constituency in area.constituencies]
    stations = [_station(edition, station) for area in areas for station in area.stations]
    number = {entry.slug: count for entries in (constituencies, stations) for count, entry in enumerate(entries)}
    index = {
        "areas": [[area.slug, area.heading] for area in areas],
        "constituencies": [constituency.written(shelf, texts) for constituency in constituencies],
        "stations": [station.written(shelf, texts) for station in stations],
        "places": [
            [
                shelf[place.area.slug],
                [place.name, *place.aliases],
                [[number[each.slug], part] if part else number[each.slug] for each, part in place.stations],
                [[number[each.slug], part] if part else number[each.slug] for each, part in place.constituencies],
                *([plain(place.elsewhere)] if place.elsewhere else ()),
            ]
            for place in places(areas)
        ],
        "texts": list(texts),
    }
    return f"hjPlaces({_written(index | _characters(_written(index)))});\n"


@dataclass(frozen=True)
class _Entry:
    """A constituency or a station: its address, the name or number within its texts, its title and a note."""

    slug: str
    name: str
    title: str
    note: str

    def written(self, shelf: Mapping[str, int], texts: _Numbers) -> list[object]:
        area, _, short = self.slug.partition("/")
        written = (texts[text.replace(self.name, _NAME)] for text in (short, self.title, self.note))
        return [shelf[area], self.name, *written]


def _constituency(edition: Edition, constituency: Constituency) -> _Entry:
    return _Entry(
        constituency.slug,
        str(constituency.number or constituency.name),
        constituency.heading,
        voting(edition, constituency),
    )


def _station(edition: Edition, station: Station) -> _Entry:
    name = str(station.serves[0].name if station.serves else station.title)
    return _Entry(station.slug, name, str(station.title), where(edition.records, station).text)


def _characters(used: Iterable[str]) -> dict[str, object]:
    """The readings of the characters in use, and their traditional forms."""
    characters = set(used)
    sounds: dict[str, str] = {}
    for character in sorted(characters & readings().keys()):
        for sound in readings()[character]:
            sounds[sound] = sounds.get(sound, "") + character
    old = "".join(chr(code) + new for code, new in sorted(traditional().items()) if new in characters)
    return {"sounds": dict(sorted(sounds.items())), "traditional": old}


def _written(index: object) -> str:
    return json.dumps(index, ensure_ascii=False, separators=(",", ":"))
