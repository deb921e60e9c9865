"""Scripts that measure how far a page shifts while it loads."""

SHIFTS = """
    window.shifts = [];
    new PerformanceObserver(list => window.shifts.push(...list.getEntries().map(one => one.value)))
        .observe({type: "layout-shift", buffered: true});
"""

SHIFTED = "shifts.reduce((sum, one) => sum + one, 0)"
