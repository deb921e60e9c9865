"""Bodies that run the election: who is in them and what they do."""

from collections.abc import Iterator

from huanjie.model.bodies import Body
from huanjie.pages import Edition, Page, last_change
from huanjie.pages.facts import named


def pages(edition: Edition) -> Iterator[Page]:
    """One page for each body."""
    for body in edition.records.of(Body):
        yield Page(
            address=f"bodies/{body.slug}/",
            title=body.heading,
            template="body.html",
            description=f"{body.heading}：职责和成员。",
            context={"body": body, "sources": named(edition.records, body.source)},
            record=body.at.file,
            changed=last_change(edition.records, body),
        )
