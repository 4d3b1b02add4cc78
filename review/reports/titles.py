"""What a report needs to know of each criterion, so that it can be written without the rubric at hand."""

from dataclasses import dataclass


@dataclass(frozen=True)
class CriterionTitle:
    """A criterion as the report names it. `section` is the heading it stands under, `clause` its place in the notice."""

    title: str
    maximum: float
    clause: str = ""
    section: str = ""
    gate: bool = False
    clause_text: str | None = None
    """The clause's own words, where the office has laid its copy of the notice beside the rubric."""
