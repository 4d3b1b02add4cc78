"""The nouns of the product. No I/O, nothing of ours imported."""
