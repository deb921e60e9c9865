"""Questions and answers: those of the office and of the pack as one stream, by topic."""
