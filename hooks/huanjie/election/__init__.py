"""Answers that follow from records, law and a day: when a constituency votes, every vote of it, the outcome of each.

Frozen values without a word for pages; no clock. Checks, pages and commands take them from here and work out none.
"""
