"""A content folder -> records and findings: files that may be opened, their records, their faults."""
