"""Tests of district/ and of the example that it makes."""
