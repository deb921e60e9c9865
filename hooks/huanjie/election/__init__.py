"""What follows from records, law and a day: when a constituency votes, every vote of it, what came out of each.

Frozen values without a word for pages; no clock. Checks, pages and commands ask here, and work nothing out themselves.
"""
