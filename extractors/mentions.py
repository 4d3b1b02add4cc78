"""The applicant in a text: the places where a document names it."""

from __future__ import annotations

from dossier.submission import Organization
from extractors.text import Text
from extractors.values import Value


def applicant_in(text: Text, organization: Organization | None) -> Value[str] | None:
    """The first place that names the applicant, as printed; None where it isn't named or isn't known."""
    if organization is None:
        return None
    from dossier.names import mentions

    compact = text.compact
    found = mentions(compact.string, organization.name)
    if not found:
        return None
    start, end, sure = max(found, key=lambda hit: (hit[2] >= 0.9, hit[2], -hit[0]))
    place = compact[start:end]
    return Value(place.string, place, sure)
