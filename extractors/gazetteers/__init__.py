"""Names that the reading of documents leans on, as dated tables with a source for every row."""
