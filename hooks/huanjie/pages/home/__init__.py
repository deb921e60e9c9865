"""The home page: state of the election, agenda, ways on, new records."""
