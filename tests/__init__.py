"""One file per stage; fixtures say which finding they expect, on the line where it must point."""
