"""A page of every kind of the example."""

KINDS = (
    "",
    "progress/",
    "progress/areas/",
    "progress/areas/songpo/",
    "decisions/",
    "decisions/2026/",
    "ledger/",
    "ledger/xiguan/",
    "results/",
    "results/xiguan/",
    "structure/",
    "posters/",
    "posters/steps/listed/",
    "areas/dongguan/county-13/poster/",
    "find/",
    "find/x/",
    "areas/",
    "areas/qingshi/",
    "areas/dongguan/",
    "areas/xiguan/county-20/",  # a rerun
    "areas/shiqiao/township-7/",  # a tie
    "areas/songpo/county-106/",  # postponed
    "areas/changchuan/county-103/",  # a late list
    "areas/shaping/township-21/",
    "areas/liyuan/station-2/",
    "areas/xiguan/county-20/notices/",
    "candidates/",
    "candidates/nanhu/",
    "meetings/",
    "meetings/2026-10-14-online/",  # several venues
    "meetings/2026-10-22-mobile-boxes/",  # moved
    "meetings/2026-11-12-dongguan-8/",  # candidates meet voters
    "meetings/2026-11-15-songpo-drill/",  # cancelled
    "notices/",
    "notices/no-1/",
    "policies/",
    "policies/proxy-form-first/",  # replaced
    "policies/publicity-plan/",
    "discipline/",
    "questions/",
    "questions/topics/1/",
    "questions/left-off-list/",
    "questions/how-to-object/",  # of the pack
    "questions/what-to-bring/",  # answered by the office
    "why/",
    "congress/",
    "stories/",
    "stories/ramp-at-wenmiao/",
    "stories/years/2026/",
    "themes/",
    "themes/experience/",
    "coverage/",
    "bodies/",
    "bodies/election-committee/",
    "corrections/",
    "glossary/",
    "sources/",
    "vote/situations/born-too-late/",
    "vote/ballot/",
    "vote/remedy/areas/songpo/",
    "vote/remedy/2026-10-28-to-2026-11-18/",
    "search/",
)
