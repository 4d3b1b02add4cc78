"""What the checks say: findings on each claim, and discrepancies for a reviewer."""

import hashlib
from enum import StrEnum
from typing import Self

from pydantic import Field, model_validator

from dossier.fact import Evidence
from dossier.model import Noun


class Verdict(StrEnum):
    """What the evidence says of a claim."""

    SUPPORTED = "supported"
    CONTRADICTED = "contradicted"
    MISSING = "missing"
    UNREADABLE = "unreadable"
    UNCERTAIN = "uncertain"
    NOT_APPLICABLE = "not_applicable"


class Severity(StrEnum):
    """How much a discrepancy weighs, heaviest first."""

    GATE = "gate"
    MAJOR = "major"
    MINOR = "minor"
    INFO = "info"


class Code(StrEnum):
    """The causes of a discrepancy. One cause is raised once: the sharpest code that fits."""

    IDENTITY_MISMATCH = "identity_mismatch"
    NOT_A_SOCIAL_ORGANIZATION = "not_a_social_organization"
    USCC_INVALID = "uscc_invalid"
    USCC_MISMATCH = "uscc_mismatch"
    REGISTRATION_EXPIRED = "registration_expired"
    GRADE_BELOW_REQUIRED = "grade_below_required"
    GRADE_OVERSTATED = "grade_overstated"
    GRADE_EXPIRED = "grade_expired"
    ANNUAL_INSPECTION_MISSING = "annual_inspection_missing"
    ANNUAL_INSPECTION_FAILED = "annual_inspection_failed"
    ANNUAL_INSPECTION_BASIC = "annual_inspection_basic"
    LISTED_ABNORMAL = "listed_abnormal"
    LISTED_SERIOUSLY_ILLEGAL = "listed_seriously_illegal"
    CREDIT_RECORD_STALE = "credit_record_stale"
    PENALTY_IN_WINDOW = "penalty_in_window"
    AUTHORITY_LEVEL_TOO_LOW = "authority_level_too_low"
    AWARD_TO_PERSON = "award_to_person"
    OUT_OF_PERIOD = "out_of_period"
    MEDIA_NEGATIVE = "media_negative"
    MEDIA_NOT_ABOUT_ORGANIZATION = "media_not_about_organization"
    OUTLET_NOT_LISTED = "outlet_not_listed"
    SATISFACTION_BELOW_THRESHOLD = "satisfaction_below_threshold"
    SATISFACTION_ARITHMETIC = "satisfaction_arithmetic"
    SATISFACTION_SAMPLE_SMALL = "satisfaction_sample_small"
    TRAINING_MISSING_YEAR = "training_missing_year"
    TERM_OVERDUE = "term_overdue"
    OFFICE_TERM_EXPIRED = "office_term_expired"
    ADDRESS_MISMATCH = "address_mismatch"
    EVIDENCE_MISSING = "evidence_missing"
    EVIDENCE_UNRELATED = "evidence_unrelated"
    EVIDENCE_REUSED = "evidence_reused"
    POINTS_OVERCLAIMED = "points_overclaimed"
    POINTS_OVER_MAXIMUM = "points_over_maximum"
    SCORE_ARITHMETIC = "score_arithmetic"
    BELOW_THRESHOLD = "below_threshold"
    TAMPERING_SUSPECTED = "tampering_suspected"
    SEAL_ISSUER_MISMATCH = "seal_issuer_mismatch"
    TEXT_LAYER_MISMATCH = "text_layer_mismatch"
    CERTIFICATE_NUMBER_SHARED = "certificate_number_shared"
    UNREADABLE_DOCUMENT = "unreadable_document"
    SUBMITTED_OUT_OF_WINDOW = "submitted_out_of_window"
    QUOTA_EXCEEDED = "quota_exceeded"


TRACES = frozenset(
    {
        Code.TAMPERING_SUSPECTED,
        Code.SEAL_ISSUER_MISMATCH,
        Code.TEXT_LAYER_MISMATCH,
        Code.CERTIFICATE_NUMBER_SHARED,
    }
)
"""The codes that tell of a trace of alteration."""


class Rule(Noun):
    """The rule that a finding rests on: the place in the notice, and the source of its numbers."""

    clause: str = Field(min_length=1)
    source: str = Field(min_length=1)


class Finding(Noun):
    """The verdict on one criterion. `supported` is [low, high] points; `facts` are positions in the report's `facts`.

    It rests on evidence, or says in `no_evidence` why there is none.
    """

    criterion: str
    check: str
    verdict: Verdict
    claimed: float
    supported: tuple[float, float]
    explanation: str = Field(min_length=1)
    rule: Rule
    facts: tuple[int, ...] = ()
    evidence: tuple[Evidence, ...] = ()
    no_evidence: str | None = None

    @model_validator(mode="after")
    def _rests_on_something(self) -> Self:
        if not self.evidence and not self.no_evidence:
            raise ValueError(
                f"finding on {self.criterion} has neither evidence nor the reason why there is none"
            )
        if self.verdict is Verdict.SUPPORTED and not self.evidence:
            raise ValueError(f"finding on {self.criterion} calls a claim supported without evidence")
        low, high = self.supported
        if not 0 <= low <= high:
            raise ValueError(f"supported points need 0 <= low <= high, not {self.supported}")
        return self


class Discrepancy(Noun):
    """A difference between what is claimed and what is proven, told to a reviewer in Chinese."""

    code: Code
    severity: Severity
    criterion: str | None
    document: str | None
    message: str = Field(min_length=1)
    evidence: tuple[Evidence, ...] = ()

    @property
    def fingerprint(self) -> str:
        """What tells it from others, the same from report to report as long as it says the same."""
        parts = (self.code, self.criterion or "", self.document or "", self.message)
        return "d-" + hashlib.sha256("\0".join(parts).encode()).hexdigest()[:12]
