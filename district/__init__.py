"""Invented districts, made from a seed: the areas of examples/shili, and elections that tests are held to."""
