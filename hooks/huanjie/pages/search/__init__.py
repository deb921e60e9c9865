"""The page of the search, with the table of contents for readers without scripts."""
