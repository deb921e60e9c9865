"""Totals."""
from bench.areas import Area


def totals(areas: list[Area]) -> list[str]:
    """Totals."""
    return []
