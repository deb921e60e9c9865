"""Tests of YAML text."""
