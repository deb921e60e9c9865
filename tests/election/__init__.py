"""Tests of votes and what came of them."""
