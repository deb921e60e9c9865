"""The results of votes, in figures and sentences."""
