"""The office's audits of a whole round: plain functions over what the submissions of a round have in common."""
