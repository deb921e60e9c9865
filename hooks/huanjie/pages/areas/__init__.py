"""Townships, constituencies, polling stations, and how a place is looked up."""
