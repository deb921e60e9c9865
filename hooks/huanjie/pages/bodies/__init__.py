"""The bodies that run the election."""
