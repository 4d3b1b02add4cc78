"""What an audit of a round says: audit.json is `Audit`. The same round, standard and seed give the same bytes.

Shares are fractions from 0 to 1, points as in a report, days those of the office. Whatever is said of something names the
submissions that it is said of, so that a reader can go from there to the finding.
"""

from datetime import date
from enum import StrEnum
from typing import Literal

from dossier.finding import Code, Verdict
from dossier.model import Noun
from dossier.report import RubricReference
from dossier.state import State


class Entry(Noun):
    """A submission as the audit sees it: whose it is, where it stands, and what its newest report says."""

    submission: str
    organization: str
    type: str | None
    """Of organization, as applied."""
    city: str | None
    """The recommender's prefecture; None: an industry's trade union, or nobody named."""
    recommender: str | None
    state: State
    verified: bool
    """Whether there is a report; without one, points are 0."""
    claimed: float
    low: float
    high: float
    threshold: float
    eligible: Literal["yes", "no", "review"]
    gates: int
    majors: int
    traces: int


class BreachSort(StrEnum):
    """The rule that is broken."""

    QUOTA = "quota"
    LATE_APPLICATION = "late_application"
    LATE_RECOMMENDATION = "late_recommendation"
    BELOW_THRESHOLD = "below_threshold"
    GATE = "gate"
    PASSED_OVER = "passed_over"
    """Another of the same city has more proven points and wasn't recommended."""


class Breach(Noun):
    """A rule of the round that isn't kept."""

    sort: BreachSort
    clause: str
    """The place in the notice."""
    message: str
    place: str | None
    """The city or recommender; None: nobody is named."""
    submissions: tuple[str, ...]


class Dimension(StrEnum):
    """By what submissions or their claims are grouped."""

    CRITERION = "criterion"
    CITY = "city"
    TYPE = "type"
    REVIEWER = "reviewer"


class Measure(StrEnum):
    """What is counted within a group."""

    OVERCLAIMED = "overclaimed"
    """Claims for more points than the evidence can carry at best, of the submissions that make the claim."""
    UNDECIDED = "undecided"
    """Findings that the program left to a person, of the claims on a criterion."""
    OVERRULED = "overruled"
    """Discrepancies that a reviewer overruled, of those that they ruled on."""
    DRIFT = "drift"
    """Overclaimed shares of a criterion, against those of earlier rounds."""


class Stance(StrEnum):
    """How a group stands to the others."""

    ABOVE = "above"
    BELOW = "below"
    USUAL = "usual"
    TOO_FEW = "too_few"
    """So few that nothing could be told from them."""


class Share(Noun):
    """`count` of `of`, with what may be concluded from it."""

    count: int
    of: int
    share: float
    low: float
    high: float
    """Exact interval (Clopper and Pearson), 95 %."""
    shrunk: float
    """Drawn towards that of all groups, the more so the fewer there are (beta-binomial, method of moments)."""


class Group(Noun):
    """One group against all others of its dimension."""

    measure: Measure
    dimension: Dimension
    key: str
    title: str
    share: Share
    others: Share
    p: float
    """Fisher's exact test against the others, or against earlier rounds; adjusted (Benjamini and Hochberg) within the table."""
    stance: Stance
    points: float
    """Points claimed beyond what the evidence can carry, a submission, in the middle; 0 where none are counted."""
    words: str
    submissions: tuple[str, ...]
    """Those that are counted in `count`."""


class CriterionRow(Noun):
    """A criterion over the whole round."""

    criterion: str
    title: str
    clause: str
    claims: int
    claimed: float
    low: float
    high: float
    """Sums of points."""
    verdicts: dict[Verdict, int]


class SharedSort(StrEnum):
    """What submissions have in common."""

    FILE = "file"
    PAGE = "page"
    PHOTO = "photo"
    SEAL = "seal"
    TEXT = "text"
    TEMPLATE = "template"
    """One certificate's page with another name."""
    CERTIFICATE_NUMBER = "certificate_number"
    PHONE = "phone"
    ADDRESS = "address"
    LEGAL_REPRESENTATIVE = "legal_representative"
    EARLIER = "earlier"
    """A file of an earlier submission: of a round before, or one that was withdrawn."""


class Member(Noun):
    """A page, or a place on it, that takes part in a cluster. `page` None: the whole file."""

    submission: str
    organization: str
    document: str
    sha256: str | None
    """Of the file, where it is one that can be shown."""
    page: int | None
    box: tuple[float, float, float, float] | None = None
    text: str = ""


class Cluster(Noun):
    """What two or more applicants share."""

    sort: SharedSort
    code: Code | None
    """The discrepancy that it is, where it is one."""
    words: str
    strength: float
    """Similarity of the weakest link that holds it together, 0 to 1."""
    members: tuple[Member, ...]


class Stratum(Noun):
    """A part of what was passed without a look, by its risk."""

    name: str
    title: str
    of: int
    drawn: int
    looked: int = 0
    wrong: int = 0
    """Of those that were looked at."""


class Drawn(Noun):
    """A finding that is to be looked at again. `right` None: it wasn't yet."""

    submission: str
    organization: str
    city: str | None
    criterion: str
    stratum: str
    points: float
    right: bool | None = None
    by: str | None = None
    note: str = ""


class Estimate(Noun):
    """What the sample says of all that was passed without a look."""

    wrong: float
    """Findings that are wrong, estimated."""
    share: float
    most: int
    """At most so many are wrong, with the confidence of the sample."""
    words: str


class Sample(Noun):
    """A second look: which findings that were called supported, and that nobody looked at, are to be checked by a person."""

    seed: str
    confidence: float
    of: int
    """All findings that were passed without a look."""
    strata: tuple[Stratum, ...]
    drawn: tuple[Drawn, ...]
    planned: Estimate
    """What could be said if every one of them turned out right."""
    estimate: Estimate | None
    """None: not all of them were looked at yet."""


class Remark(Noun):
    """What the audit couldn't look at, and why."""

    submission: str
    organization: str
    reason: str


class Alike(Noun):
    """Pages that are one, and what couldn't be compared."""

    clusters: tuple[Cluster, ...]
    remarks: tuple[Remark, ...]


NOT_COMPARED = Alike(clusters=(), remarks=())
"""Where no pages were compared."""


class Counts(Noun):
    """How much there is."""

    submissions: int
    verified: int
    recommended: int
    documents: int
    pages: int
    findings: int
    discrepancies: dict[Code, int]
    states: dict[State, int]
    eligible: dict[str, int]


class Method(Noun):
    """One part of how the audit was made, in words for people."""

    title: str
    text: str


class Audit(Noun):
    """All that the audit of a round says."""

    round: str
    title: str
    as_of: date
    rubrics: tuple[RubricReference, ...]
    """By which the reports were made, that of most reports first."""
    counts: Counts
    entries: tuple[Entry, ...]
    criteria: tuple[CriterionRow, ...]
    breaches: tuple[Breach, ...]
    groups: tuple[Group, ...]
    clusters: tuple[Cluster, ...]
    sample: Sample
    remarks: tuple[Remark, ...]
    method: tuple[Method, ...]

    def to_json(self) -> str:
        """audit.json: indented, with a newline at its end."""
        return self.model_dump_json(indent=2) + "\n"
