"""What came out of votes, in figures and sentences."""
