"""Measurements: Huanjie beside other site generators, its search beside other searches. README.md has the results."""
