"""The queue: the list of articles, read in pages."""
