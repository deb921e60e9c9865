"""Posters to put up."""
