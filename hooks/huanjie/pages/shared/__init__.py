"""What the pages of several sections use."""
