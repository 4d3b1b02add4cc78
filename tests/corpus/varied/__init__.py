"""A second set of layouts, made without a look at the first or at the extractors; since then it is for development, too."""
