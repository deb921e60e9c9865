"""The postings of all pages -> the files of the index, named by their content so that browsers may keep them for ever.

    manifest.js      the one name that stays: how many documents and shards, the kinds, the names of the other files
    t7-<hash>.js     terms of the text; n7-... terms of names only: sounds, and pairs around a character
    c7-<hash>.js     cards: title, address and day of documents, and the hashes of their texts
    x7-<hash>.js     texts, for excerpts
    f-<hash>.js      the themes of each document, for the filters
    v-<hash>.js      traditional characters

Each calls one function of the reader's script: that works from a folder too, where nothing can be fetched.
"""

import json
from array import array
from base64 import urlsafe_b64encode
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial
from hashlib import blake2b
from itertools import groupby

from huanjie.chinese import traditional
from huanjie.search.index import sounds
from huanjie.search.index.encoding import PLACES, SIGNS, TABLE, packed, shortened
from huanjie.search.index.kinds import KINDS, LIES, ORDER
from huanjie.search.index.normalization import Own, for_browsers
from huanjie.search.index.postings import WITHIN, Postings, Terms
from huanjie.search.index.terms import shard_of
from huanjie.search.index.words import words

MANIFEST = "manifest.js"
DIGEST = 4  # signs of a hash
TEXTS = 5  # documents a shard of texts: each excerpt costs one
CARDS = 44 * TEXTS  # documents a shard of cards, 5 KB compressed: a query loads two of them
# For terms of the text and of names only: bytes that a shard should have, 2 KB compressed and less (smaller ones would
# be too many); and of how many documents a term is kept, those where it says most.
SHARD = {"t": 4_500, "n": 2_500}
COMMON = {"t": 400, "n": 200}

Text = tuple[str, list[str]]  # texts, with the alphabet that they are written in
Each = Callable[[Callable[[int], Text], Sequence[int]], Iterable[Text]]
Lists = dict[str, "array[int]"]  # for each term its documents, ascending, each as number * PLACES + place


def assemble(pages: Iterable[Postings], own: Own = (), each: Each = map) -> dict[str, bytes]:
    """Make the files; the same pages, in whatever order, give the same bytes.

    `each` is a map which may do its work side by side.
    """
    documents = sorted(pages, key=_lies)
    files: dict[str, bytes] = {}
    texts = each(partial(_texts, documents), range(0, len(documents), TEXTS))  # beside what follows
    lists = _lists(page.places for page in documents)
    hashes = {
        "t": _terms(files, "t", lists),
        "n": _terms(files, "n", _lists(page.names for page in documents)),
        "c": _cards(files, documents, texts),
        "f": [_add(files, "f", _themes(documents))],
        "v": [_add(files, "v", _simplified(documents))],
    }
    manifest: dict[str, object] = {
        "documents": len(documents),
        "kinds": [[kind.name, kind.weight] for kind in KINDS],
        "runs": _runs([page.kind for page in documents]),
        "cards": CARDS,
        "texts": TEXTS,
        "within": WITHIN,
        "digest": DIGEST,
        "alike": for_browsers(own),
        "sounds": sounds.table(),
        "encoding": TABLE,
        "words": _counted(words(), lists),
        "files": {family: "".join(names) for family, names in hashes.items()},
    }
    manifest["stamp"] = _digest(json.dumps(manifest).encode())
    files[MANIFEST] = _script("manifest", manifest)
    return files


def _lies(page: Postings) -> tuple[object, ...]:
    """Where a page lies: beside those of its topic or place, else by kind; what has a day, the newest first."""
    kind = KINDS[ORDER[page.kind]]
    beside: int | str = int(page.topic) if page.topic else page.address.split("/")[1] if kind.lie == "place" else 0
    newest = -int(page.day.replace("-", "")) if page.day else 0
    return LIES.index(kind.lie), beside, ORDER[page.kind], newest, page.address


def _runs(kinds: Sequence[str]) -> list[str]:
    """The kinds of documents that follow each other, and how many do: a sign each, so a run has less than there are."""
    most = len(SIGNS) - 1
    runs = [(kind, sum(1 for _ in run)) for kind, run in groupby(kinds)]
    cut = [(kind, min(count - start, most)) for kind, count in runs for start in range(0, count, most)]
    return ["".join(SIGNS[ORDER[kind]] for kind, _ in cut), "".join(SIGNS[count] for _, count in cut)]


def _lists(pages: Iterable[Terms]) -> Lists:
    lists: Lists = defaultdict(partial(array, "I"))
    for number, places in enumerate(pages):
        for place, page_terms in places:
            for term in page_terms.split(" "):
                lists[term].append(number * PLACES + place)
    return lists


def _counted(counted: Iterable[str], lists: Lists) -> str:
    """Terms, each with the length in bits of how many documents have it."""
    return " ".join(f"{term}{len(lists.get(term, ())).bit_length()}" for term in counted)


def _terms(files: dict[str, bytes], family: str, lists: Lists) -> list[str]:
    lines = {term: f"{term} {_list(documents, COMMON[family])}" for term, documents in lists.items()}
    size = sum(map(len, lines.values()))
    count = 8
    while count * SHARD[family] < size:  # by powers of two, so that a few new pages do not move every term
        count *= 2
    shards: list[list[str]] = [[] for _ in range(count)]
    for term in sorted(lines):
        shards[shard_of(term, count)].append(lines[term])
    return [_add(files, f"{family}{number}", "|".join(shard)) for number, shard in enumerate(shards)]


def _list(documents: "array[int]", most: int) -> str:
    if len(documents) <= most:
        return packed(documents)
    strongest = sorted(documents, key=lambda code: code % PLACES // WITHIN)[:most]
    return f"{packed(sorted(strongest))} {len(documents)}"


def _texts(documents: list[Postings], first: int) -> Text:
    return shortened([page.text for page in documents[first : first + TEXTS]])


def _cards(files: dict[str, bytes], documents: list[Postings], texts: Iterable[Text]) -> list[str]:
    hashes = [_add(files, f"x{number}", content) for number, content in enumerate(texts)]
    names = []
    for number, pages in enumerate(_cut(documents, CARDS)):
        own = hashes[number * (CARDS // TEXTS) : (number + 1) * (CARDS // TEXTS)]
        cards = [[page.title, page.address, page.day] if page.day else [page.title, page.address] for page in pages]
        names.append(_add(files, f"c{number}", {"x": "".join(own), "d": cards}))
    return names


def _cut(documents: list[Postings], size: int) -> Iterator[list[Postings]]:
    return (documents[start : start + size] for start in range(0, len(documents), size))


def _themes(documents: list[Postings]) -> dict[str, object]:
    """The themes by name, the different sets of them, and which of these sets each document has, a sign for each."""
    names = {page.address: page.title for page in documents}
    sets = {"": 0} | dict.fromkeys(sorted({page.themes for page in documents})[: len(SIGNS) - 1], 0)
    places = {theme_set: place for place, theme_set in enumerate(sets)}
    return {
        "names": {slug: names.get(f"themes/{slug}/", slug) for theme_set in sets for slug in theme_set.split()},
        "sets": list(sets),
        "documents": "".join(SIGNS[places.get(page.themes, 0)] for page in documents),
    }


def _simplified(documents: list[Postings]) -> str:
    """Traditional characters, each before the simplified one that some page has."""
    used = set().union(*(terms for page in documents for _, terms in page.places))
    return "".join(chr(character) + plain for character, plain in sorted(traditional().items()) if plain in used)


def _add(files: dict[str, bytes], name: str, payload: object) -> str:
    content = _script(name, payload)
    digest = _digest(content)
    files[f"{name}-{digest}.js"] = content
    return digest


def intact(name: str, content: bytes) -> bool:
    """Whether a file of an index holds what its name says."""
    return name.endswith(f"-{_digest(content)}.js")


def _digest(content: bytes) -> str:
    return urlsafe_b64encode(blake2b(content, digest_size=6).digest()).decode()[:DIGEST]


def _script(name: str, payload: object) -> bytes:
    return (
        f"huanjieSearch({json.dumps(name)},{json.dumps(payload, ensure_ascii=False, separators=(',', ':'))});".encode()
    )
