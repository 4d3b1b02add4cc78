"""How high a body or an outlet stands, as facts."""

from __future__ import annotations

from collections.abc import Sequence

from dossier.fact import Fact
from extractors.paper import Paper

_UNCERTAIN = 0.5
"""Confidence factor of a level that the data don't settle."""


def level_facts(paper: Paper, bodies: Sequence[Fact], name: str) -> list[Fact]:
    """The level of the body that a fact names, resting on that fact's evidence."""
    from extractors.language.levels import authority_level

    facts: list[Fact] = []
    for body in bodies[:1]:
        level = authority_level(str(body.value), region=region_of(paper))
        facts.append(
            Fact(
                document=paper.path,
                segment=paper.segment,
                kind=paper.kind,
                name=name,
                value=level.value,
                raw=str(body.value),
                confidence=round(body.confidence * (1.0 if level.certain else _UNCERTAIN), 4),
                evidence=body.evidence,
                note=level.reason,
            )
        )
    return facts


def region_of(paper: Paper) -> str | None:
    """The region in the applicant's name or address, for bodies that are printed without theirs."""
    return None if paper.organization is None else paper.organization.name
