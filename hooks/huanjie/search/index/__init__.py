"""Pages as the files of a search index."""
