"""Names and posts: 市委常委、区委书记雷鸣 is one person with two posts, 舒健、王永刚 are two persons without posts."""

import re
from dataclasses import dataclass, field

from huanjie.imports.reports.words import HAN, one_of, words
from huanjie.imports.reports.writing import Tree
from huanjie.model.marks import mark

_NAME = re.compile(rf"(?:{one_of('surnames')}[{HAN}]{{1,2}}|[{HAN}]{{2,6}}·[{HAN}]{{1,8}})")
_POST = re.compile(rf"(?P<post>[{HAN}A-Za-z0-9（）“”]*{one_of('posts')})(?P<name>[{HAN}·]*)")
_BODY = re.compile(rf"(?P<post>[{HAN}]*{one_of('bodies')})(?P<name>[{HAN}·]{{2,3}})")
_SHARED = re.compile(one_of("shared"))
_BATCH = re.compile(rf"(?!.*(?:(?<!主)要|应当|必须|不得|《|。)).*{one_of('batches')}")
_BODY_ALONE = "只写了单位，没有写职务"
# Doubts about the reading, not the report: the name may be elsewhere in it.
NOBODY, NO_NAME = "没有认出讲话人", "没有认出姓名"


@dataclass(frozen=True)
class Person:
    """A person as the report names them; `name` is "" where the report has only the post."""

    name: str
    posts: tuple[str, ...] = ()
    doubt: str = ""

    def written(self) -> Tree:
        """The person as fields of a record."""
        if not self.name:
            return {"name": "unknown", "posts": [*self.posts], "note": mark(NO_NAME if self.posts else NOBODY)}
        return {"name": self.name, "posts": [*self.posts], "note": mark(self.doubt) if self.doubt else ""}


@dataclass
class People:
    """The people, posts and groups in a part of a sentence, in order."""

    people: list[Person] = field(default_factory=list)
    posts: list[str] = field(default_factory=list)
    groups: list[str] = field(default_factory=list)

    def __bool__(self) -> bool:
        """Whether anybody is named."""
        return bool(self.people or self.posts or self.groups)


def is_name(text: str) -> bool:
    """Whether a text reads like a person's name."""
    return bool(_NAME.fullmatch(text)) and text not in words("posts")


def parted(text: str) -> tuple[str, str] | None:
    """Split 区委书记雷鸣 into post and name; either may be "". None for a text that is neither."""
    if (match := _POST.fullmatch(text)) and (not match["name"] or is_name(match["name"])):
        return match["post"], match["name"]
    return ("", text) if is_name(text) else None


def person(text: str, known: dict[str, Person]) -> Person | None:
    """Read a person with all posts; None for anything else."""
    *before, last = text.split("、")
    if last in known and not before:
        return known[last]
    post_and_name = parted(last)
    doubt = ""
    if (
        (not post_and_name or not post_and_name[0])
        and (body := _BODY.fullmatch(last))
        and is_name(body["name"])
        and before
    ):
        post_and_name, doubt = (body["post"], body["name"]), f"“{body['post']}”{_BODY_ALONE}"
    if not post_and_name or not all(part and not part[1] for part in map(parted, before)):
        return None
    posts = tuple(post for post in (*before, post_and_name[0]) if post)
    if not posts:
        doubt = "没有写职务"
    return Person(post_and_name[1], posts, doubt)


def people(text: str, last: Person | None = None) -> People:
    """Read a list of people, posts or a group; empty for any other text. `last` was named right before."""
    named = People()
    tokens = [token for token in re.split("[、]|和(?=[各全有])|以及", text) if token]
    parts = [parted(token) for token in tokens]
    if not any(part and part[1] for part in parts) and _BATCH.match(text):
        return People(groups=[text])
    ahead: list[str] = []
    for token, part in zip(tokens, parts, strict=True):
        if part is None:
            if not _BATCH.match(token):
                return People()
            named.groups.append(token)
            continue
        post, name = part
        if not name and token[0] in "各全":
            named.groups.append(token)
            continue
        ahead += [post] if post else []
        if name:
            last = _named(name, tuple(ahead), last)
            named.people.append(last)
            ahead = []
    named.posts = ahead
    return named


def _named(name: str, posts: tuple[str, ...], last: Person | None) -> Person:
    if posts or last is None or not last.posts:
        return Person(name, posts, "" if posts else "没有写职务")
    if _SHARED.search(last.posts[-1]):
        return Person(name, last.posts[-1:])
    return Person(name, last.posts[-1:], f"原文的“{last.posts[-1]}”写在{last.name}前面，是不是也指{name}")
