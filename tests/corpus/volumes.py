"""Bound volumes: several documents of one applicant in one file, a cover or an empty page among them."""

import random

from tests.corpus.documents import Options, Produced, draw, kinds, load, produce

_CONDITIONS = ("digital", "scan", "scan", "photo", "poor")


def make_volume(
    seed: int | str, name: str, condition: str | None = None, *, collection: str = "varied"
) -> Produced:
    """Two to five documents of an invented applicant as one file; its kind is that of the first that proves something."""
    rng = random.Random(f"volume|{seed}")
    taken = load(collection)
    org = taken.applicant(rng)
    condition = condition or rng.choice(_CONDITIONS)
    able = [
        kind
        for kind in kinds(collection)
        if kind not in ("other", "application_form")
        and any(condition in one.conditions for one in taken.layouts[kind])
    ]
    chosen = rng.sample(able, rng.randint(2, 4))
    if rng.random() < 0.5:
        chosen.insert(rng.choice((0, 0, 1)), "other")
    parts = [draw(rng, kind, org, condition=condition, collection=collection) for kind in chosen]
    made = produce(rng, parts, name, Options(condition=condition))
    made.truth["kind"] = next(kind for kind in chosen if kind != "other")
    return made
