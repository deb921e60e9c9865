"""Tests of a content folder."""
