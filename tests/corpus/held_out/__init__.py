"""A second set of layouts, made without a look at the first or at the extractors, and kept for measuring only.

Tuning on it would spoil it: whoever fixes an extractor looks at the first set and at the numbers of this one.
"""
