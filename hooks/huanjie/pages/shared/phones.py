"""Telephone numbers in an editor's prose: links that dial, for a reader who holds the telephone in the hand.

Only what is public dials: numbers that the records name as an office's or a station's, and the short ones that all
know. A number that somebody's name and story stand beside is not made easier to call.
"""

import re
from collections.abc import Collection
from functools import partial

from markupsafe import Markup

from huanjie.content.records import Records
from huanjie.model.areas import Area
from huanjie.model.bodies import Body
from huanjie.model.discipline import Discipline

_BETWEEN = "[-－—–‐ ]?"  # as offices type it  # noqa: RUF001
_LOCAL = "[2-9][0-9]{2,3} ?[0-9]{4}"
_LONG = (
    f"(?:0[0-9]|\\+86{_BETWEEN}[1-9])[0-9]{{1,2}}{_BETWEEN}{_LOCAL}"
    f"|[（(]0[0-9]{{2,3}}[）)] ?{_LOCAL}"
    f"|(?:\\+86{_BETWEEN})?1[3-9][0-9]{_BETWEEN}[0-9]{{4}}{_BETWEEN}[0-9]{{4}}"
    "|[48]00-[0-9]{3,4}-?[0-9]{3,4}"
)
_SHORT = "1(?:10|19|20|2[0-9]{3})"  # 12380 may as well be a count, so only where it is said to be a number to dial
_SAID = "(?:电话|热线|[打拨])(?:号码)?[是为：: ]{0,2}"
_FOUND = re.compile(
    r"<(?P<whole>a|code)\b.*?</(?P=whole)>|<[^>]*>"  # stepped over: no link inside a link
    rf"|(?<![0-9A-Za-z.,/@=#_+-])(?:(?P<long>{_LONG})|(?P<short>{_SHORT})(?= ?(?:举报|热线|电话)))(?![0-9])"
    rf"|(?P<said>{_SAID})(?P<told>{_SHORT})(?![0-9])",
    re.DOTALL,
)
_LIKELY = re.compile("[0-9]{5}|[0-9]{3}[^0-9][0-9]{3}|1(?:10|19|20)")  # a tenth of the time, and no date has it


def dialling(html: Markup, public: Collection[str]) -> Markup:
    """Make each public number in a piece of prose a link that dials it; `public` has the long ones as `digits`."""
    if not _LIKELY.search(html):  # nearly always
        return html
    linked = _FOUND.sub(partial(_dialling, public), html)
    return Markup(linked)  # noqa: S704  # only links to digits are put into it


def public_numbers(records: Records) -> tuple[str, ...]:
    """The numbers that the records name as an office's, a station's or a reporting channel's, each as `digits`."""
    stated = [
        *(phone for body in records.of(Body) if body.contact for phone in body.contact.phone),
        *(station.phone for area in records.of(Area) for station in area.stations if station.phone),
        *(channel.how for discipline in records.of(Discipline) for channel in discipline.channels),
    ]
    return tuple(sorted({digits(number[0]) for text in stated for number in re.finditer(_LONG, text)}))


def digits(number: str) -> str:
    """A number as a telephone dials it: digits alone, without the country."""
    return re.sub("[^0-9]", "", number.strip().removeprefix("+86"))


def _dialling(public: Collection[str], match: re.Match[str]) -> str:
    long, short = match["long"], match["short"] or match["told"]
    if not short and not (long and _is_public(digits(long), public)):
        return match[0]
    number = long or short
    return f'{match["said"] or ""}<a href="tel:{re.sub("[^0-9+]", "", number)}">{number}</a>'


def _is_public(number: str, public: Collection[str]) -> bool:
    """Whether an office has a number; +86 938 … is 0938 …, and nobody private has 400 or 800."""
    return number in public or f"0{number}" in public or number.startswith(("400", "800"))
