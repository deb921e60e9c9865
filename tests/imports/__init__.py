"""Tests of importing what an office has."""
