"""The fuzzing corner: hostile input, made by a seed, for all that reads what others wrote.

No exception but ours, and never more than 5 s or 500 MB for an input of up to 1 MB. `pytest tests/fuzz` tries the same
cases everywhere; `make fuzz` goes on as long as you like, and keeps what failed in `found/`, which the tests try again.
"""
