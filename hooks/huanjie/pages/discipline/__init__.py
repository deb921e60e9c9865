"""Discipline of the election: what is forbidden, published cases, channels for reports."""
