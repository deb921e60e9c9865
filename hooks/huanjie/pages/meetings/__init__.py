"""Meetings, their minutes, and what they decided."""
