"""Election bodies: offices and committees, their members, whom to ask."""
