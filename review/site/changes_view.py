"""What two reports on a submission say otherwise."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import zip_longest

from dossier.fact import Fact
from dossier.finding import Discrepancy, Finding
from dossier.report import Report
from review.reports import words
from review.reports.messages import ELIGIBLE_NAMES, SEVERITY_NAMES, VERDICT_NAMES, fact_name
from review.reports.titles import CriterionTitle


@dataclass(frozen=True)
class FactChange:
    """A fact that is there in one report only, or says another thing. Empty: it isn't there."""

    document: str
    name: str
    before: str
    after: str


@dataclass(frozen=True)
class FindingChange:
    """A criterion whose verdict, points or explanation changed."""

    criterion: str
    title: str
    before: str
    after: str
    tone: str
    points_before: str
    points_after: str
    explanation: str


@dataclass(frozen=True)
class Told:
    """A discrepancy that came or went."""

    fingerprint: str
    tone: str
    tag: str
    message: str


@dataclass(frozen=True)
class Changes:
    """All that is otherwise."""

    facts: Sequence[FactChange]
    findings: Sequence[FindingChange]
    came: Sequence[Told]
    gone: Sequence[Told]
    score: tuple[str, str]
    """Supported points."""
    eligible: tuple[str, str]
    standard: tuple[str, str]

    @property
    def none(self) -> bool:
        """Whether both say the same."""
        pairs = (self.score, self.eligible, self.standard)
        return not (self.facts or self.findings or self.came or self.gone) and all(a == b for a, b in pairs)


def compare(before: Report, after: Report, titles: Mapping[str, CriterionTitle]) -> Changes:
    """What the later report says otherwise."""
    old, new = ({each.fingerprint: each for each in made.discrepancies} for made in (before, after))
    return Changes(
        facts=_facts(before.facts, after.facts),
        findings=_findings(before, after, titles),
        came=[_told(new[key]) for key in new if key not in old],
        gone=[_told(old[key]) for key in old if key not in new],
        score=(words.interval(before.score.supported), words.interval(after.score.supported)),
        eligible=(ELIGIBLE_NAMES[before.score.eligible], ELIGIBLE_NAMES[after.score.eligible]),
        standard=(before.rubric.version, after.rubric.version),
    )


_Key = tuple[str, int, str]


def _facts(before: Sequence[Fact], after: Sequence[Fact]) -> list[FactChange]:
    """Facts of one name in one part of a document are held against each other in their order."""
    old, new = _grouped(before), _grouped(after)
    found: list[FactChange] = []
    for key in dict.fromkeys([*old, *new]):
        ones, others = old.get(key, []), new.get(key, [])
        kept = [each for each in ones if each in others]
        ones, others = (
            [each for each in ones if each not in kept],
            [each for each in others if each not in kept],
        )
        document, _, name = key
        pairs = zip_longest(ones, others, fillvalue="")
        found += [FactChange(document, fact_name(name), one, other) for one, other in pairs]
    return found


def _grouped(facts: Sequence[Fact]) -> dict[_Key, list[str]]:
    found: dict[_Key, list[str]] = {}
    for each in facts:
        shown = words.fact_value(each.name, each.value, each.raw)
        found.setdefault((each.document, each.segment, each.name), []).append(shown)
    return found


def _findings(before: Report, after: Report, titles: Mapping[str, CriterionTitle]) -> list[FindingChange]:
    old = {each.criterion: each for each in before.findings}
    return [
        _finding(old[each.criterion], each, titles)
        for each in after.findings
        if each.criterion in old and _differs(old[each.criterion], each)
    ]


def _differs(one: Finding, other: Finding) -> bool:
    return (one.verdict, one.supported, one.claimed, one.explanation) != (
        other.verdict,
        other.supported,
        other.claimed,
        other.explanation,
    )


def _finding(one: Finding, other: Finding, titles: Mapping[str, CriterionTitle]) -> FindingChange:
    title = titles.get(other.criterion)
    return FindingChange(
        criterion=other.criterion,
        title=title.title if title else "",
        before=VERDICT_NAMES[one.verdict],
        after=VERDICT_NAMES[other.verdict],
        tone=other.verdict.value,
        points_before=words.interval(one.supported),
        points_after=words.interval(other.supported),
        explanation=other.explanation,
    )


def _told(told: Discrepancy) -> Told:
    return Told(told.fingerprint, told.severity.value, SEVERITY_NAMES[told.severity], told.message)
