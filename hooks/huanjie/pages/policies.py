"""Policy material: a list, and a page for each plan, notice or rule with what cites it."""

from collections.abc import Iterator
from functools import partial

from huanjie.model.meetings import Meeting
from huanjie.model.policies import Policy
from huanjie.pages import Edition, Page, Planned, address_of, last_change
from huanjie.pages.facts import day, named, shown
from huanjie.pages.prose import plain
from huanjie.records import Records


def pages(edition: Edition) -> Iterator[Page | Planned]:
    """The list and a page for each."""
    records = edition.records
    policies = records.of(Policy)
    yield Page(
        address="policies/",
        title="政策材料",
        template="policies.html",
        description="这次换届选举的方案、通知和办法，以及在哪些会议上讲到。",
        context={"policies": [(policy, shown(policy.issued_on, records, policy.source, day)) for policy in policies]},
        changed=last_change(records, *policies),
    )
    for policy in policies:
        yield Planned(address_of(policy), partial(_policy, records, policy))


def _policy(records: Records, policy: Policy) -> Page:
    citing = records.citing(policy)
    return Page(
        address=f"policies/{policy.slug}/",
        title=str(policy.title),
        template="policy.html",
        description=plain(policy.summary),
        context={
            "policy": policy,
            "rows": [
                ("发文单位", shown(policy.issuer, records, policy.source)),
                ("文号", shown(policy.number, records, policy.source)),
                ("发文日期", shown(policy.issued_on, records, policy.source, day)),
                ("施行日期", shown(policy.effective_on, records, policy.source, day)),
            ],
            "sources": named(records, policy.source),
            "themes": records.found(policy.themes),
            "replaces": records.found(policy.replaces),
            "replaced_by": [entry for entry in citing if isinstance(entry, Policy) and entry is not policy],
            "meetings": [entry for entry in citing if isinstance(entry, Meeting)],
        },
        record=policy.at.file,
        changed=last_change(records, policy),
    )
