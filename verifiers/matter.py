"""What an operator is given: a criterion, what is claimed for it, and the exhibits that count."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from dossier.kinds import KIND_NAMES, Kind
from dossier.submission import Organization
from rubric.model import Criterion, Outcome, Rubric
from verifiers import messages
from verifiers.assay import Assay, Judgement, assay
from verifiers.exhibits import Exhibit, Held
from verifiers.ownership import Owners, Ownership
from verifiers.selection import Demand, Selection
from verifiers.thresholds import KIND_ACCUSES, SPEAKING_TEXT
from verifiers.values import Value


@dataclass(frozen=True)
class Matter:
    """One criterion of one submission."""

    rubric: Rubric
    criterion: Criterion
    demand: Demand
    selection: Selection
    everything: tuple[Exhibit, ...]
    taken_elsewhere: Mapping[str, str]
    """Paths that another claim singles out and whose kind that claim's criterion takes, with its id."""
    owners: Owners
    as_of: date

    @cached_property
    def exhibits(self) -> tuple[Exhibit, ...]:
        """Those of a kind that proves the criterion. A gate looks at all documents, whatever the claim names."""
        pool = self.everything if self.criterion.gate or not self.demand.named else self.selection.exhibits
        return tuple(exhibit for exhibit in pool if self.takes(exhibit))

    @property
    def need(self) -> float:
        """The points to carry: what is claimed, up to the criterion's maximum; all where nothing is claimed."""
        return min(self.demand.points, self.criterion.points) if self.demand.points else self.criterion.points

    def takes(self, exhibit: Exhibit) -> bool:
        """Whether the exhibit is of a kind that proves the criterion."""
        return exhibit.kind in self.criterion.kinds and not exhibit.unreadable

    def whose(self, exhibit: Exhibit) -> Ownership:
        """Whose the exhibit is."""
        return self.owners.of(exhibit)

    @property
    def applicant(self) -> Organization:
        """Who applies."""
        return self.owners.applicant

    def outcome(self, one: Assay) -> Outcome:
        """What the standard makes of an assay's outcome."""
        return self.rubric.outcome(self.criterion, one.outcome)

    def of(self, *kinds: Kind) -> tuple[Exhibit, ...]:
        """The exhibits of these kinds."""
        return tuple(exhibit for exhibit in self.exhibits if exhibit.kind in kinds)

    def nothing(self) -> Judgement:
        """The judgement where no exhibit proves the criterion: why, as sharply as can be told."""
        doubts = self.doubts() or self._strangers()
        if doubts:
            return Judgement(0.0, self.criterion.points, doubts)
        return Judgement(0.0, 0.0, (self._missing(),))

    def _strangers(self) -> tuple[Assay, ...]:
        """Where no file is named: papers of no known kind, any of which may be the proof. Gates ask for plainer papers."""
        if self.demand.named or self.criterion.gate:
            return ()
        unknown = [one for one in self.everything if not one.unreadable and _unknown(one)]
        if not unknown:
            return ()
        files = messages.listing(dict.fromkeys(one.path for one in unknown))
        points = (0.0, self.criterion.points)
        told = {"files": files, "kinds": self.kind_names}
        return (assay("missing_unsure", unknown[0], points, values=told),)

    def doubts(self) -> tuple[Assay, ...]:
        """Open questions: documents that might be the proof, but can't be read, or are of no known kind."""
        named = self.demand.named
        pool = self.selection.exhibits if named else self.everything
        points = (0.0, self.criterion.points)
        unreadable = [exhibit for exhibit in pool if exhibit.unreadable]
        found = [
            assay("unreadable", exhibit, points, values={"files": exhibit.path}) for exhibit in unreadable
        ]
        if named:
            unknown = [exhibit for exhibit in pool if not exhibit.unreadable and self._may_be_ours(exhibit)]
            found += [self._unknown(exhibit, points) for exhibit in unknown]
        return tuple(found)

    def _may_be_ours(self, exhibit: Exhibit) -> bool:
        """Whether it is of no known kind, or of one that doesn't prove the criterion and isn't sure enough to accuse."""
        return _unknown(exhibit) or (not self.takes(exhibit) and exhibit.kind_confidence < KIND_ACCUSES)

    def _unknown(self, exhibit: Exhibit, points: tuple[float, float]) -> Assay:
        speaks = exhibit.kind_sure and len(exhibit.text) >= SPEAKING_TEXT and not self.exhibits
        if speaks:
            return assay(
                "unrelated_unsure", exhibit, points, values={"files": exhibit.path, "kinds": self.kind_names}
            )
        return assay("unsure", exhibit, points, values={"what": messages.kind_unknown(exhibit.path)})

    def _missing(self) -> Assay:
        cited = self.selection.exhibits
        if self.demand.named and not cited:
            return assay("file_missing", None, values={"files": messages.listing(self.selection.absent)})
        if not self.demand.named or not cited:
            return assay("missing", None, values={"kinds": self.kind_names})
        reused = [exhibit for exhibit in cited if exhibit.path in self.taken_elsewhere]
        outcome = "reused" if reused else "unrelated"
        first = (reused or cited)[0]
        return assay(
            outcome,
            first,
            values={
                "files": messages.listing(dict.fromkeys(exhibit.path for exhibit in reused or cited)),
                "kinds": self.kind_names,
                "what": messages.taken_as(KIND_NAMES[first.kind], self.taken_elsewhere.get(first.path)),
            },
        )

    @property
    def kind_names(self) -> str:
        """The kinds of document that prove the criterion, by their Chinese names."""
        return messages.listing(KIND_NAMES[kind] for kind in self.criterion.evidence)

    def unsure(
        self, exhibit: Exhibit, points: float, what: str, rests_on: Iterable[Value | Held] = ()
    ) -> Assay:
        """An open question about one exhibit."""
        return assay("unsure", exhibit, (0.0, points), rests_on, {"what": what})


def _unknown(exhibit: Exhibit) -> bool:
    return exhibit.kind is Kind.OTHER or not exhibit.kind_sure
