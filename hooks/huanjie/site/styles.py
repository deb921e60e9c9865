"""The style sheet of the site: one file per subject in the theme, joined into the one that pages link to."""

from pathlib import Path

ADDRESS = "assets/huanjie.css"
FOLDER = "assets/styles"  # in the theme; no site has it
# In this order: where two rules are equally specific, the later one counts.
SHEETS = (
    *("colours", "type_size", "text", "pieces", "facts", "lists", "find", "points", "steps", "tables", "diagrams"),
    *("charts", "sorting", "navigation", "header", "search", "menu", "preferences", "glossary", "print"),
    *("questions", "notices", "ballots", "remedies"),
)


def style_sheet(theme: Path) -> str:
    """Join the sheets of a theme."""
    return "\n".join((theme / FOLDER / f"{name}.css").read_text("utf-8") for name in SHEETS)
