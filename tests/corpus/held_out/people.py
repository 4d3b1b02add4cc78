"""Applicants of the held-out set."""

import random

from tests.corpus.varied import people
from tests.corpus.world import Organization


def applicant(rng: random.Random, type_: str | None = None) -> Organization:
    """An invented organization."""
    return people.applicant(rng, type_)
