"""Who stands, and how they came to stand."""
