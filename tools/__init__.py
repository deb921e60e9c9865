"""Tools that people run by hand."""
