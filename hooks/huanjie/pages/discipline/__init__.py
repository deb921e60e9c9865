"""Discipline of the election."""
