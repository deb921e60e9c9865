"""How far the election has come: stages, deadlines, duties, the publicity plan."""
