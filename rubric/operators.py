"""The closed set of ways in which a criterion is decided, each with its parameters.

`OUTCOMES` are what an operator may say, `VALUES` what its explanations may name, `FACTS` what it can't do without.
The functions behind them live in the verifiers, registered under the same names.
"""

from typing import Annotated, ClassVar, Literal

from pydantic import Field

from dossier.kinds import Kind
from rubric.base import Level, MonthDay, Points, RubricModel, Words

COMMON_OUTCOMES = frozenset(
    {
        "supported",
        "missing",
        "missing_unsure",
        "file_missing",
        "file_absent",
        "unrelated",
        "unrelated_unsure",
        "elsewhere",
        "reused",
        "foreign",
        "unreadable",
        "unsure",
        "altered",
        "overclaimed",
        "over_maximum",
    }
)
"""What every operator may say."""

COMMON_VALUES = frozenset({"claimed", "maximum", "points", "title", "what", "files", "kinds"})
"""What every explanation may name."""


class Operator(RubricModel):
    """How a criterion is decided. Each operator has a name of its own in `operator`."""

    OUTCOMES: ClassVar[frozenset[str]] = frozenset()
    VALUES: ClassVar[frozenset[str]] = frozenset()
    FACTS: ClassVar[frozenset[str]] = frozenset()

    def full(self) -> float | None:
        """The most points that the parameters carry; None where they name none."""
        return None

    @classmethod
    def outcomes(cls) -> frozenset[str]:
        """All that it may say."""
        return COMMON_OUTCOMES | cls.OUTCOMES

    @classmethod
    def values(cls) -> frozenset[str]:
        """All that its explanations may name."""
        return COMMON_VALUES | cls.VALUES


class Registration(Operator):
    """Registered with civil affairs under the name and code of the application, and in term."""

    operator: Literal["registration"]
    OUTCOMES = frozenset(
        {"not_social", "wrong_issuer", "code_invalid", "code_differs", "expired", "not_yet_valid"}
    )
    VALUES = frozenset({"name", "code", "expected", "issuer", "until", "since"})
    FACTS = frozenset({"organization_name", "uscc", "registration_authority", "valid_until"})
    types: tuple[Words, ...] = Field(min_length=1)


class Office(Operator):
    """Owner or tenant of an office at the registered address, in term."""

    operator: Literal["office"]
    OUTCOMES = frozenset({"expired", "address_differs"})
    VALUES = frozenset({"name", "address", "expected", "until"})
    FACTS = frozenset({"address", "owner", "tenant", "valid_until"})


class Staff(Operator):
    """At least so many people on the payroll within the last months."""

    operator: Literal["staff"]
    OUTCOMES = frozenset({"out_of_period"})
    VALUES = frozenset({"name", "count", "period"})
    FACTS = frozenset({"organization_name", "people", "period"})
    months: int = Field(ge=1)
    least: int = Field(ge=1)


class CharterAndTerm(Operator):
    """A charter, and a change of term no longer ago than the charter's term."""

    operator: Literal["charter_and_term"]
    OUTCOMES = frozenset({"part_missing", "overdue"})
    VALUES = frozenset({"part", "date", "years", "name"})
    FACTS = frozenset({"date"})
    charter: Points
    term: Points
    most_years: int = Field(ge=1)

    def full(self) -> float:
        """Both parts."""
        return self.charter + self.term


class AnnualInspection(Operator):
    """An inspection or annual report for each of the last due years."""

    operator: Literal["annual_inspection"]
    OUTCOMES = frozenset({"year_missing", "failed", "basic", "years_there"})
    VALUES = frozenset({"year", "years", "conclusion", "name"})
    FACTS = frozenset({"year", "conclusion"})
    years: int = Field(ge=1)
    due: MonthDay
    conclusions: dict[Words, Points]

    def full(self) -> float:
        """The best conclusion."""
        return max(self.conclusions.values(), default=0)


class Grade(Operator):
    """The grade of the latest valid certificate."""

    operator: Literal["grade"]
    OUTCOMES = frozenset({"below", "overstated", "expired"})
    VALUES = frozenset({"name", "grade", "claimed_grade", "until", "least"})
    FACTS = frozenset({"organization_name", "grade", "issue_date", "valid_until"})
    tiers: dict[Annotated[str, Field(pattern=r"^[1-5]A$")], Points]
    valid_years: int = Field(ge=1)

    def full(self) -> float:
        """The best grade."""
        return max(self.tiers.values(), default=0)


class CreditLists(Operator):
    """On neither list, by a record no older than so many days."""

    operator: Literal["credit_lists"]
    OUTCOMES = frozenset({"abnormal", "illegal", "stale"})
    VALUES = frozenset({"name", "date", "days"})
    FACTS = frozenset({"organization_name", "query_date", "abnormal_listed", "seriously_illegal_listed"})
    days: int = Field(ge=0)


class PenaltyWindow(Operator):
    """No penalty decided within so many years."""

    operator: Literal["penalty_window"]
    OUTCOMES = frozenset({"penalty", "penalty_open", "stale"})
    VALUES = frozenset({"name", "date", "days", "number", "issuer", "years", "older"})
    FACTS = frozenset({"organization_name", "query_date", "penalty_count", "decision_date"})
    years: int = Field(ge=1)
    days: int = Field(ge=0)


class Presence(Operator):
    """Proof about the organization in the period; its merit is the reviewer's."""

    operator: Literal["presence"]
    OUTCOMES = frozenset({"out_of_period", "not_about", "negative"})
    VALUES = frozenset({"name", "document_title", "date", "since"})
    FACTS = frozenset({"title"})
    years: int | None = Field(default=None, ge=1)
    words: dict[Kind, tuple[Words, ...]] = Field(default_factory=dict[Kind, tuple[str, ...]])
    """Kinds whose text must hold one of these words to be about the criterion at all."""


class UnionFounded(Operator):
    """A union that was approved, and an activity within the last months."""

    operator: Literal["union_founded"]
    OUTCOMES = frozenset({"part_missing", "out_of_period", "not_union"})
    VALUES = frozenset({"name", "part", "date", "since", "body"})
    FACTS = frozenset({"union_name", "date"})
    months: int = Field(ge=1)


class OrganizedByUnion(Operator):
    """A meeting or activity that a union body of at least some level organized, within so many years."""

    operator: Literal["organized_by_union"]
    OUTCOMES = frozenset({"out_of_period", "not_union", "level_low"})
    VALUES = frozenset({"name", "body", "level", "least", "date", "since"})
    FACTS = frozenset({"organizer", "date"})
    years: int = Field(ge=1)
    least: Level | None = None
    words: tuple[Words, ...] = ()


class Appointment(Operator):
    """A post in a union body for a person of the organization, within so many years."""

    operator: Literal["appointment"]
    OUTCOMES = frozenset({"not_staff", "not_union", "out_of_period"})
    VALUES = frozenset({"person", "position", "body", "date", "since"})
    FACTS = frozenset({"person", "issuing_authority", "issue_date"})
    years: int = Field(ge=1)


class Part(RubricModel):
    """One of the papers that a criterion asks for."""

    name: Words
    kind: Kind
    points: Points
    topic: Words | None = None
    words: tuple[Words, ...] = ()
    """Title words that stand for the topic where the document's topics aren't known."""


class Parts(Operator):
    """So many points for each paper, of one service year if asked."""

    operator: Literal["parts"]
    OUTCOMES = frozenset({"part_missing", "out_of_year"})
    VALUES = frozenset({"part", "parts", "year", "name"})
    FACTS = frozenset({"title"})
    parts: tuple[Part, ...] = Field(min_length=1)
    same_year: bool = False

    def full(self) -> float:
        """All parts."""
        return sum(part.points for part in self.parts)


class AnnualTraining(Operator):
    """A dated training in each of two calendar years running."""

    operator: Literal["annual_training"]
    OUTCOMES = frozenset({"year_missing"})
    VALUES = frozenset({"year", "years", "name"})
    FACTS = frozenset({"date"})
    points_a_year: Points

    def full(self) -> float:
        """Both years."""
        return 2 * self.points_a_year


class Cooperation(Operator):
    """An exchange or a contract with another social organization."""

    operator: Literal["cooperation"]
    OUTCOMES = frozenset({"no_partner"})
    VALUES = frozenset({"name", "partner"})
    FACTS = frozenset({"party_a", "party_b"})
    words: tuple[Words, ...] = Field(min_length=1)


class ServiceContract(Operator):
    """A contract with a union body, and proof that it was fulfilled."""

    operator: Literal["service_contract"]
    OUTCOMES = frozenset({"part_missing", "not_union"})
    VALUES = frozenset({"name", "part", "body"})
    FACTS = frozenset({"party_a", "party_b"})
    contract: Points
    acceptance: Points

    def full(self) -> float:
        """Both parts."""
        return self.contract + self.acceptance


class SatisfactionTier(RubricModel):
    """Points from a rate (fraction) upward."""

    rate: float = Field(gt=0, le=1)
    points: Points


class Satisfaction(Operator):
    """The rate recomputed from the counts."""

    operator: Literal["satisfaction"]
    OUTCOMES = frozenset({"below", "arithmetic", "arithmetic_soft", "arithmetic_open", "sample_small"})
    VALUES = frozenset({"rate", "printed", "satisfied", "respondents", "least", "sample"})
    FACTS = frozenset({"respondents", "satisfied", "rate"})
    tiers: tuple[SatisfactionTier, ...] = Field(min_length=1)
    sample: int = Field(ge=1)

    def full(self) -> float:
        """The best tier."""
        return max(tier.points for tier in self.tiers)


class AwardLevel(Operator):
    """The best award to the organization by an authority of a level that counts, within so many years."""

    operator: Literal["award_level"]
    OUTCOMES = frozenset({"to_person", "level_low", "out_of_period"})
    VALUES = frozenset({"name", "honor", "body", "level", "least", "date", "since"})
    FACTS = frozenset({"recipient", "recipient_type", "issuing_authority", "authority_level", "issue_date"})
    tiers: dict[Level, Points]
    years: int = Field(ge=1)

    def full(self) -> float:
        """The best level."""
        return max(self.tiers.values(), default=0)


class MediaCoverage(Operator):
    """The best positive report about the organization in an outlet of a level that counts, within so many years."""

    operator: Literal["media_coverage"]
    OUTCOMES = frozenset({"not_about", "negative", "not_listed", "level_low", "out_of_period"})
    VALUES = frozenset({"name", "outlet", "document_title", "level", "least", "date", "since"})
    FACTS = frozenset({"outlet", "outlet_level", "publish_date", "mentions_organization", "stance"})
    tiers: dict[Level, Points]
    years: int = Field(ge=1)

    def full(self) -> float:
        """The best level."""
        return max(self.tiers.values(), default=0)


Check = Annotated[
    Registration
    | Office
    | Staff
    | CharterAndTerm
    | AnnualInspection
    | Grade
    | CreditLists
    | PenaltyWindow
    | Presence
    | UnionFounded
    | OrganizedByUnion
    | Appointment
    | Parts
    | AnnualTraining
    | Cooperation
    | ServiceContract
    | Satisfaction
    | AwardLevel
    | MediaCoverage,
    Field(discriminator="operator"),
]
"""Any of the operators."""
