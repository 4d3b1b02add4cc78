"""Layouts for measuring only: whoever changes an extractor looks at their figures and never at them."""
