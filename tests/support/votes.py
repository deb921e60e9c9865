"""Votes for the tests of checks: a constituency that has voted lawfully, with other lines."""

from tests.support.towns import constituency, town

FIGURES = "participants: 800, issued: 800, returned: 800, valid: 790, invalid: 10"
LAWFUL = {
    "seats": "1",
    "voters": "1000",
    "candidates": "[甲, 乙]",
    "vote": f"{{{FIGURES}, tallies: [{{name: 甲, votes: 500, elected: yes}}, {{name: 乙, votes: 200}}]}}",
}


def voted(number: int = 1, level: str = "县级", **lines: str) -> str:
    """Write a constituency that has voted, with other lines; one given as "" is none."""
    return constituency(number, level, **{**LAWFUL, **lines})


def polled(level: str = "县级", **lines: str) -> dict[str, str | bytes]:
    """Write a town with the one constituency."""
    return town(voted(1, level, **lines))


def vote(*tallies: str, **figures: str) -> str:
    """Write a vote with its figures: `甲 500 yes` is somebody with 500 votes who is recorded elected."""
    rows = ", ".join(
        f"{{name: {name}, votes: {votes}{', elected: yes' if elected else ''}}}"
        for name, votes, *elected in (tally.split() for tally in tallies)
    )
    parts = [f"{name}: {figure}" for name, figure in figures.items()] + ([f"tallies: [{rows}]"] if rows else [])
    return f"{{{', '.join(parts)}}}"
