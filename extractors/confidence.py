"""How sure a fact is, said so that it can be taken at its word.

A rule's trust and the text's legibility multiplied are too humble: of facts at 0.9 more than nine of ten are right.
What is said instead was fitted to how often facts of such a product were right on documents whose truth is known;
`python -m benchmarks.accuracy` prints how far what is said and what is right still lie apart.
"""

from __future__ import annotations

from bisect import bisect_right

_SAID = (0.0, 0.8, 0.85, 0.9, 1.0)
_RIGHT = (0.0, 0.8, 0.93, 0.97, 0.995)
"""What is right at what the product says. Up to 0.8, from which facts decide, there are too few to correct it."""


def at_its_word(product: float) -> float:
    """The share of facts that are right among those of this product (0 to 1), rounded to four digits."""
    number = min(max(bisect_right(_SAID, product), 1), len(_SAID) - 1)
    (low, high), (worst, best) = _SAID[number - 1 : number + 1], _RIGHT[number - 1 : number + 1]
    return round(worst + (best - worst) * (product - low) / (high - low), 4)
