"""A seeded generator of evidence documents and whole submissions, with the truth about each.

It is the world that the product must cope with: it knows nothing of readers, extractors or verifiers.
"""
