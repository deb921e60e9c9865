"""All that is tried, and how often: about a minute of the processor's time together."""

from tests.fuzz import cache, imports, queries, records, requests
from tests.fuzz.target import Target

TARGETS = {
    one.name: one
    for one in (
        Target("read", records.read, records.any_record, 400),
        Target("fix", records.fix, records.any_record, 80),
        Target("show", records.show, records.record_of_the_example, 20),
        Target("build", records.build, records.any_record, 4),
        Target("tables", imports.table, imports.any_spreadsheet, 40),
        Target("reports", imports.text, imports.any_report, 60),
        Target("requests", requests.answer, requests.any_request, 150),
        Target("cache", cache.spoilt, cache.any_bits, 1),
        Target("queries", queries.ask, queries.any_queries, 3),
    )
}
