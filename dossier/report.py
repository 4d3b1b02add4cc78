"""The report on one submission: report.json is this model."""

from typing import Literal

from pydantic import Field

from dossier.document import Document
from dossier.fact import Fact
from dossier.finding import Discrepancy, Finding, Severity
from dossier.model import Noun
from dossier.submission import SubmissionSummary


class RubricReference(Noun):
    """Which standard was applied, and whether its points are provisional."""

    id: str
    version: str
    sha256: str
    provisional: bool


class Score(Noun):
    """Claimed against supported points. `claimed` is the applicant's total, `claimed_sum` that of its claims."""

    claimed: float
    claimed_sum: float
    supported: tuple[float, float]
    threshold: float
    eligible: Literal["yes", "no", "review"]


class Report(Noun):
    """All that the verification of one submission says. The same inputs give the same bytes."""

    submission: SubmissionSummary
    rubric: RubricReference
    documents: tuple[Document, ...]
    facts: tuple[Fact, ...]
    findings: tuple[Finding, ...]
    discrepancies: tuple[Discrepancy, ...]
    score: Score
    extractor: str = Field(min_length=1)
    """Version of the reader and extractors: with the rubric's hash and the files' hashes, what a replay needs."""

    @property
    def clean(self) -> bool:
        """Whether nothing weighs more than `info`."""
        return all(found.severity is Severity.INFO for found in self.discrepancies)

    def to_json(self) -> str:
        """report.json: indented, with a newline at its end."""
        return self.model_dump_json(indent=2) + "\n"


def reader_version(extractor: str) -> str:
    """The version of the readers alone, within a report's `extractor`: pages and readings are kept under it."""
    return extractor.partition("+")[0]
