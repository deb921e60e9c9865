"""The congress system: why it matters, who elects whom, who the deputies are."""
