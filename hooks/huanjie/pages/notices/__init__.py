"""Notices, as an office posts them."""
