"""Tests of the made-up district."""
