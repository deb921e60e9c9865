"""A content folder as records: which files may be opened, what is in each, and what is wrong with it."""
