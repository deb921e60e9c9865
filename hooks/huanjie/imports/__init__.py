"""What an office already has, spreadsheets and reports, as records."""
