"""Spreadsheets and reports of an office -> records."""
