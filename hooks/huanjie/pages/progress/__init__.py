"""The progress of the election: stages, deadlines, duties, the publicity plan."""
