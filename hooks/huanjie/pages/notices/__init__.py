"""Notices: those that an office issued, and sheets to post that are made from the records."""
