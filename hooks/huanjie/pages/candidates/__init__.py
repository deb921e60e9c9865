"""Candidates: the lists by area, and how the candidates of a constituency were nominated."""
