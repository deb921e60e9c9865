"""Policy material: a list, the newest first, and a page for each plan, notice or rule with what cites it."""

from collections.abc import Iterator
from functools import partial

from huanjie.content.records import Records
from huanjie.model.election import Election
from huanjie.model.meetings import Meeting
from huanjie.model.notices import Notice
from huanjie.model.policies import Policy
from huanjie.model.questions import Question
from huanjie.model.stories import Story
from huanjie.pages import Edition, Page, PagePlan, address_of, last_change
from huanjie.pages.shared.facts import day, named, view
from huanjie.pages.shared.paging import Part, parts
from huanjie.pages.shared.prose import plain
from huanjie.pages.shared.years import NEWEST, Neighbours, latest, neighbours, newest

TELLS = (Meeting, Question, Notice, Story)  # kinds whose records tell of a policy


def pages(edition: Edition) -> Iterator[Page | PagePlan]:
    """The list and a page for each."""
    records = edition.records
    policies = newest(records.of(Policy), lambda policy: policy.issued_on)
    for part in parts("policies/", policies):
        yield PagePlan(part.address, partial(_list, records, part))
    for policy, around in neighbours(policies[::-1]):
        yield PagePlan(address_of(policy), partial(_policy, records, policy, around))


def _list(records: Records, part: Part[Policy]) -> Page:
    return Page(
        address=part.address,
        title=f"政策材料{part.label}",
        template="policies/policies.html",
        description=f"这次{records.one(Election).sort}的方案、通知和办法，以及在哪里讲到。",
        context={
            "policies": [(policy, view(policy.issued_on, records, policy.source, day)) for policy in part.things],
            "part": part,
        },
        changed=last_change(records, *part.things),
    )


def _policy(records: Records, policy: Policy, around: Neighbours[Policy]) -> Page:
    citing = records.citing(policy)
    mentions = [record for record in citing if isinstance(record, TELLS)]
    return Page(
        address=f"policies/{policy.slug}/",
        title=str(policy.title),
        template="policies/policy.html",
        description=plain(policy.summary),
        context={
            "policy": policy,
            "rows": [
                ("发文单位", view(policy.issuer, records, policy.source)),
                ("文号", view(policy.number, records, policy.source)),
                ("发文日期", view(policy.issued_on, records, policy.source, day)),
                ("施行日期", view(policy.effective_on, records, policy.source, day)),
            ],
            "sources": named(records, policy.source),
            "themes": records.resolve(policy.themes),
            "replaces": records.resolve(policy.replaces),
            "replaced_by": [record for record in citing if isinstance(record, Policy) and record is not policy],
            "mentions": latest(mentions, NEWEST),
            "mentions_count": len(mentions),
            **dict(zip(("before", "after"), around, strict=True)),
        },
        record=policy.at.file,
        changed=last_change(records, policy),
    )
