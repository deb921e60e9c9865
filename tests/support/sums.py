"""A county's election with its seats and totals, whose sums tests check."""

from tests.support.towns import election


def elected(seats: str = "unknown", *totals: str, more: str = "") -> dict[str, str | bytes]:
    """Write the election of a county with its seats, and other totals than the smallest folder has."""
    whole = election(f", seats: {seats}{more}")
    return {path: f"{str(text).partition('totals:')[0]}{_listed(totals)}" for path, text in whole.items()}


def _listed(totals: tuple[str, ...]) -> str:
    return "totals:\n" + "".join(f"  - {{{total}}}\n" for total in totals) if totals else ""
