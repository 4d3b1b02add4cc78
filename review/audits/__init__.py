"""What the office sees of its audits of a whole round."""
