"""Telephone numbers in an editor's prose: links that dial, for a reader who holds the telephone in the hand."""

import re

from markupsafe import Markup

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


def dialling(html: Markup) -> Markup:
    """Make each telephone number in a piece of prose a link that dials it."""
    if not _LIKELY.search(html):  # nearly always
        return html
    return Markup(_FOUND.sub(_dialling, html))  # noqa: S704  # only links to digits are put into it


def _dialling(found: re.Match[str]) -> str:
    number = found["long"] or found["short"] or found["told"]
    if not number:
        return found[0]
    return f'{found["said"] or ""}<a href="tel:{re.sub("[^0-9+]", "", number)}">{number}</a>'
