"""Pages -> the search index: files that a reader's browser loads one by one, and only those that a query needs.

`build` does all; a caller with many pages runs `postings` for each where it likes (it is pure, what it gives can be
pickled and kept) and gives the results to `assemble`. `browser/` is what runs in browsers; they get it as `search.js`.
"""

from collections.abc import Iterable
from pathlib import Path

from huanjie.model.election import Election
from huanjie.search.index.extraction import Indexed, of_page
from huanjie.search.index.folding import fold
from huanjie.search.index.index_files import MANIFEST, Each, assemble, intact
from huanjie.search.index.kinds import KINDS
from huanjie.search.index.normalization import Own
from huanjie.search.index.postings import Postings, of_text
from huanjie.search.index.words import topic_of

__all__ = [
    "SCRIPT",
    "Indexed",
    "Own",
    "Postings",
    "assemble",
    "build",
    "intact",
    "of_page",
    "own_words",
    "postings",
    "published",
]

SCRIPT = "search.js"  # the reader's script, at its end what is in the index
BROWSER = Path(__file__).parent / "browser"
PARTS = (
    *("weights", "folding", "sounds", "encoding", "loader", "index"),
    *("words", "query", "positions", "spelling", "ranking", "matching"),
    *("page", "marks", "box", "excerpts", "filters", "results", "offline", "start"),
)
_BY_TOPIC = {kind.name for kind in KINDS if kind.lie == "topic"}


def own_words(election: Election) -> Own:
    """The editors' list of what people here say, each with its word."""
    return tuple((str(other), str(term.word)) for term in election.called for other in term.also)


def postings(page: Indexed, own: Own = ()) -> Postings:
    """Give the postings of a page."""
    packed = Postings.pack(*of_text(page.title, page.others, page.html, own))
    topic = str(topic_of(fold(page.title)) if page.kind in _BY_TOPIC else "")
    return Postings(page.address, page.title, page.kind, page.day, topic, " ".join(page.themes), packed)


def build(pages: Iterable[Indexed], own: Own = ()) -> dict[str, bytes]:
    """Make the whole index: file names and their bytes."""
    return assemble((postings(page, own) for page in pages), own)


def published(pages: Iterable[Postings], own: Own, each: Each = map) -> dict[str, bytes]:
    """Make the index with the reader's script, which names all other files and is loaded first."""
    files = assemble(pages, own, each)
    files[SCRIPT] = (BROWSER.parent / SCRIPT).read_bytes() + files.pop(MANIFEST)
    return files


def script() -> str:
    """The reader's script as people write it: its parts as one. `make script` shortens its names for browsers."""
    return f"(function(){{\n{''.join((BROWSER / f'{name}.js').read_text('utf-8') for name in PARTS)}}})();\n"
