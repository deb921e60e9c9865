"""The pages of a built site as trees, and the rules of markup that both sites are held to."""

from collections import Counter
from itertools import pairwise
from pathlib import Path
from xml.etree.ElementTree import Element

import html5lib

HEADINGS = {"h1", "h2", "h3", "h4", "h5", "h6"}
Pages = dict[str, Element]


def parsed(site: Path) -> Pages:
    """Each page's address with its tree; any parse error at all is raised."""
    parser = html5lib.HTMLParser(strict=True, namespaceHTMLElements=False)
    return {
        path.relative_to(site).as_posix(): parser.parse(path.read_text(encoding="utf-8"))
        for path in sorted(site.rglob("*.html"))
    }


def badly_headed(pages: Pages) -> list[str]:
    """The pages that do not begin with their only heading of the first level, or that skip a level."""
    levels = {
        address: [int(tag.tag[1]) for tag in page.iter() if tag.tag in HEADINGS] for address, page in pages.items()
    }
    return [
        address
        for address, of_page in levels.items()
        if of_page[:1] != [1] or of_page.count(1) > 1 or any(after > before + 1 for before, after in pairwise(of_page))
    ]


def repeated_ids(pages: Pages) -> list[tuple[str, str]]:
    """Each id that stands more than once on a page, after the page's address."""
    ids = Counter(
        (address, identifier) for address, page in pages.items() for tag in page.iter() if (identifier := tag.get("id"))
    )
    return [place for place, times in ids.items() if times > 1]
