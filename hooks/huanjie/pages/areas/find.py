"""Find a constituency and a polling station: by township, by the first letter of a place's name, or by typing it."""

from collections.abc import Iterator, Sequence
from functools import partial
from hashlib import blake2b
from itertools import groupby

from huanjie.chinese import readings
from huanjie.model.areas import Area
from huanjie.pages import Data, Edition, Page, PagePlan, last_change
from huanjie.pages.areas.areas import by_sort
from huanjie.pages.areas.find_index import names
from huanjie.pages.areas.places import Place, placed, places
from huanjie.pages.bodies.bodies import whom_to_ask
from huanjie.pages.shared.paging import Part, parts
from huanjie.pages.shared.status_line import state

ADDRESS, INDEX = "find/", "find/places.js"
OTHER = "other"  # the letter of a name that begins with none: a number, or a character without a reading


def pages(edition: Edition) -> Iterator[Page | PagePlan]:
    """The way to every place; nothing while there are no areas."""
    areas = edition.records.of(Area)
    if not areas:
        return
    ordered = sorted(places(areas), key=_spoken)
    letters = {letter: tuple(listed) for letter, listed in groupby(ordered, _letter)}
    counts = tuple((letter, len(listed)) for letter, listed in letters.items())
    yield PagePlan(ADDRESS, partial(_first, edition, counts, _example(ordered)))
    for letter, listed in letters.items():
        for part in parts(f"{ADDRESS}{letter}/", listed):
            yield PagePlan(part.address, partial(_part, edition, letter, tuple(letters), part))


def data(edition: Edition) -> Iterator[Data]:
    """The index of names for the reader's script."""
    if edition.records.of(Area):
        yield Data(INDEX, partial(names, edition))


def _first(edition: Edition, letters: tuple[tuple[str, int], ...], example: tuple[str, ...]) -> Page:
    areas = edition.records.of(Area)
    version = blake2b(names(edition).encode(), digest_size=4).hexdigest()  # so that no browser keeps an old one
    return Page(
        address=ADDRESS,
        title="我的选区和投票站",
        template="areas/find.html",
        description=f"按村、社区、单位或者{edition.places}，查您在哪个选区，到哪里投票，几点到几点。",
        context={
            "state": state(edition),
            "index": f"{INDEX}?{version}",
            "example": example,
            "groups": by_sort(areas),
            "letters": letters,
            "ask": whom_to_ask(edition.records),
        },
        changed=last_change(edition.records, *areas),
    )


def _part(edition: Edition, letter: str, letters: tuple[str, ...], part: Part[Place]) -> Page:
    listed = part.things
    return Page(
        address=part.address,
        title=f"拼音 {letter.upper()} 开头的村、社区、单位{part.label}"
        if letter != OTHER
        else f"其他村、社区、单位{part.label}",
        template="areas/find_letter.html",
        description=f"从{listed[0].name}到{listed[-1].name}：各在哪个选区，到哪里投票，几点到几点。",
        context={
            "letter": letter,
            "letters": letters,
            "part": part,
            "places": [placed(edition, place) for place in listed],
        },
        changed=last_change(edition.records, *{place.area.slug: place.area for place in listed}.values()),
        searched=False,
    )


def _spoken(place: Place) -> tuple[bool, tuple[str, ...]]:
    """The sort key of a place: the pinyin of each character; characters without a reading come last."""
    sounds = tuple(readings().get(character, (character,))[0] for character in place.name)
    return _letter(place) == OTHER, sounds


def _letter(place: Place) -> str:
    first = readings().get(place.name[0])
    return first[0][0] if first else OTHER


def _example(ordered: Sequence[Place]) -> tuple[str, ...]:
    """A name of this district as it may be typed: in characters, in pinyin, by the first letters."""
    if not ordered:
        return ()
    name = next((place.name for place in ordered if place.name.endswith("村")), ordered[0].name).removesuffix("村")
    sounds = [readings().get(character, (character,))[0] for character in name]
    return name, "".join(sounds), "".join(sound[0] for sound in sounds)
