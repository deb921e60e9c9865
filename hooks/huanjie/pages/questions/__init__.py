"""Questions that people ask."""
