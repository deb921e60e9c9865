"""Lawful elections of every kind and shape, made from a seed; tests hold `huanjie.election` and the checks to them."""
