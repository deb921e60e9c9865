"""Bodies that run the election: a list with how to reach them, and a page each with who does what."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import partial

from huanjie.content.records import Records
from huanjie.model.bodies import Body, Contact, Member
from huanjie.pages import Edition, Page, PagePlan, address_of, last_change
from huanjie.pages.shared.facts import day, named, view

_NUMBER = re.compile(r"(?:电话)?[:： ]*(?P<number>\+?\d[\d -]{1,}\d)")
_HEADS = ("主任", "组长")


@dataclass(frozen=True)
class Reached:
    """A body with how to reach it: each phone as typed and as a telephone dials it."""

    body: Body
    contact: Contact | None
    phones: tuple[tuple[str, str], ...]

    @classmethod
    def of(cls, body: Body) -> "Reached":
        """Take a body's contact apart."""
        phones = body.contact.phone if body.contact else ()
        return cls(body, body.contact, tuple((str(phone), dialled(phone)) for phone in phones))


def dialled(text: str) -> str:
    """The number that a text begins with, as a telephone dials it; "" where it begins with none."""
    match = _NUMBER.match(text)
    return match["number"].replace(" ", "") if match else ""


def pages(edition: Edition) -> Iterator[Page | PagePlan]:
    """The list and a page for each body; no page while no body is recorded."""
    records = edition.records
    bodies = records.of(Body)
    if not bodies:
        return
    yield Page(
        address="bodies/",
        title="选举机构",
        template="bodies/bodies.html",
        description="选举委员会和它的办公室：谁负责，电话多少，在哪里，什么时候有人。",
        context={
            "central": [Reached.of(body) for body in _central(bodies)],
            "local": [
                (records.find(body.area), Reached.of(body), _head(body))
                for body in bodies
                if body.area and body.area in records
            ],
        },
        record=bodies[0].at.file,
        changed=last_change(records, *bodies),
    )
    for body in bodies:
        yield PagePlan(address_of(body), partial(_body, records, body))


def _body(records: Records, body: Body) -> Page:
    left = [(member, view(member.left, records, body.source, day)) for member in body.members if member.has_left]
    return Page(
        address=f"bodies/{body.slug}/",
        title=body.heading,
        template="bodies/body.html",
        description=f"{body.heading}：职责和成员。",
        context={
            "reached": Reached.of(body),
            "members": body.serving,
            "left": left,
            "area": records.find(body.area) if body.area and body.area in records else None,
            "parent": records.find(body.parent) if body.parent and body.parent in records else None,
            "children": [child for child in records.of(Body) if child.parent and child.parent.slug == body.slug],
            "sources": named(records, body.source),
        },
        record=body.at.file,
        changed=last_change(records, body),
    )


def _central(bodies: Iterable[Body]) -> list[Body]:
    """The bodies of the whole election, committees first, each followed by those below it."""
    central = [body for body in bodies if not body.area]
    slugs = {body.slug for body in central}
    below: dict[str, list[Body]] = {}
    for body in central:
        below.setdefault(body.parent.slug if body.parent and body.parent.slug in slugs else "", []).append(body)
    ordered: list[Body] = []
    waiting = sorted(below.get("", ()), key=lambda body: body.sort != "选举委员会")[::-1]  # the next is the last
    while waiting:
        body = waiting.pop()
        ordered.append(body)
        waiting += reversed(below.get(body.slug, ()))
    return ordered


def _head(body: Body) -> Member | None:
    """The member whose post says that they lead the body."""
    return next((member for member in body.serving if _leads(member)), None)


def _leads(member: Member) -> bool:
    posts = [str(post.value) for post in member.posts]
    return any(post.endswith(_HEADS) and "副" not in post for post in posts)


def whom_to_ask(records: Records) -> Reached | None:
    """The body that answers questions: the office of the whole election, else its committee, if it has a phone."""
    reached = [Reached.of(body) for body in _central(records.of(Body))]
    for sort in ("办公室", "选举委员会"):
        for office in reached:
            if office.body.sort == sort and office.phones:
                return office
    return None
