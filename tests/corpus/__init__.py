"""A seeded generator of evidence documents and whole submissions, with the truth about each.

It is the world that the product must cope with: it knows nothing of readers, extractors or verifiers.

    python -m tests.corpus documents --seed 1 --count 60 --out DIR [--kind award,plan] [--condition photo]
    python -m tests.corpus submissions --seed 1 --count 10 --out DIR [--honesty dishonest] [--fault grade_expired]
    python -m tests.corpus traps --seed 1 --count 40 --out DIR [--family grade,award]
    python -m tests.corpus examples

A document's truth (`<file>.truth.json`): kind, layout, condition, organization, `turned` (degrees clockwise that stand
the stored page upright), segments, lines of each page, seals, and facts: value, page, box (the union of `boxes`, in
fractions of the upright page), text as printed, and `other_places` where the same fact is printed again. A submission's
truth lies beside its folder: faults, the discrepancies that must be told, the values of `eligible` that are right, and
the points that the papers carry (null where that is for a reviewer to say). A trap is a submission of one claim that its
papers don't carry: its truth says why, the verdict that is `forbidden` and how many points are `proven_at_most`.

There are five sets of layouts, each by another hand: `layouts/` (the usual ones), `varied/`, `assorted/`, `further/`, and
`held_out/`, which is for measuring only: nothing but loose documents is drawn in it. Layouts are functions, registered by
kind; they draw on abstract pages (`page.py`, `flow.py`), which become PDF with a text layer, pictures with damage
(`damage.py`) or office files (`office.py`).
"""
