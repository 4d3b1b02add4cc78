"""Verifies made submissions and compares what is said with what must be said, code by code."""

import tempfile
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from benchmarks.fact_scores import ScoredDocument, score
from benchmarks.made import BUILD, MadeSubmission
from benchmarks.reading import PROCESSES, store
from dossier.document import ReadDocument
from dossier.finding import Discrepancy, Finding, Severity, Verdict
from dossier.report import Report
from extractors.readers import ReaderPool
from flows import steps
from flows.options import StepOptions
from flows.progress import silent

UNDECIDED = (Verdict.UNCERTAIN, Verdict.UNREADABLE)
"""Verdicts that leave the claim to a person."""


@dataclass(frozen=True)
class FalseClear:
    """Something wrong that was let pass: a seeded fault that nothing flags, or points that the evidence doesn't carry."""

    criterion: str | None
    what: str


@dataclass(frozen=True)
class ScoredSubmission:
    """What was said of one submission, against its truth."""

    made: MadeSubmission
    documents: tuple[ScoredDocument, ...]
    report: Report

    @property
    def name(self) -> str:
        """Its folder's name."""
        return self.made.folder.name

    @property
    def honest(self) -> bool:
        """Whether nothing was seeded in it."""
        return bool(self.made.truth["honest"])

    @property
    def expected(self) -> set[str]:
        """Codes that must be raised."""
        return {each["code"] for each in self.made.truth["expected"]}

    @property
    def raised(self) -> set[str]:
        """Codes raised above `info`."""
        return {each.code.value for each in self.alarms()}

    @property
    def noted(self) -> set[str]:
        """Codes raised as `info` alone."""
        return {each.code.value for each in self.report.discrepancies} - self.raised

    def alarms(self) -> Iterable[Discrepancy]:
        """Discrepancies above `info`."""
        return (each for each in self.report.discrepancies if each.severity is not Severity.INFO)

    @property
    def false_alarms(self) -> list[Discrepancy]:
        """Discrepancies above `info` whose code must not be raised."""
        return [each for each in self.alarms() if each.code.value not in self.expected]

    @property
    def eligible_right(self) -> bool:
        """Whether the answer on eligibility is one that the truth allows."""
        return self.report.score.eligible in self.made.truth["eligible"]

    @property
    def claims(self) -> list[Finding]:
        """Findings on what is claimed."""
        return [
            each
            for each in self.report.findings
            if each.claimed > 0 and each.verdict is not Verdict.NOT_APPLICABLE
        ]

    @property
    def decided(self) -> int:
        """How many of the claims are decided without a person."""
        return sum(each.verdict not in UNDECIDED for each in self.claims)

    @property
    def false_clears(self) -> list[FalseClear]:
        """All that was let pass."""
        return [*self._unflagged(), *self._too_much()]

    def _unflagged(self) -> Iterable[FalseClear]:
        verdicts = {each.criterion: each.verdict for each in self.report.findings}
        touched = {each.criterion for each in self.alarms()} | {each.document for each in self.alarms()}
        for told in self.made.truth["expected"]:
            if told["code"] in self.raised | self.noted:
                continue
            places = {told["criterion"], told["document"]} - {None}
            if touched & places or verdicts.get(told["criterion"], Verdict.SUPPORTED) in UNDECIDED:
                continue
            yield FalseClear(told["criterion"], f"{told['code']} is not raised, and nothing else says it")

    def _too_much(self) -> Iterable[FalseClear]:
        for each in self.report.findings:
            carried = self.made.truth["carried"].get(each.criterion)
            if carried is not None and each.supported[0] > carried + 1e-6:
                yield FalseClear(
                    each.criterion, f"{each.supported[0]:g} points are called proven, {carried:g} are carried"
                )


def verify(submissions: Sequence[MadeSubmission]) -> Iterable[ScoredSubmission]:
    """Walks the program's own steps over each, with the readings that are kept."""
    options = StepOptions(data=BUILD / "data", workers=PROCESSES)
    rubric = steps.load_rubric(None)
    with ReaderPool(PROCESSES) as pool:
        for made in submissions:
            with tempfile.TemporaryDirectory() as folder:
                taken = steps.intake(made.folder, rubric, Path(folder), options)
                readings = steps.read_files(taken.files, store(), pool, silent) | dict(taken.refused)
                read = steps.extract_facts(readings, taken.submission.organization)
            day = steps.reference_date(taken.submission)
            verification = steps.check(taken.submission, read, rubric, day)
            report = steps.assemble(
                taken.submission,
                [each.document for each in read],
                steps.facts_of(read),
                verification,
                rubric,
                day,
            )
            yield ScoredSubmission(made, tuple(_documents(made, read)), report)


def _documents(made: MadeSubmission, read: Sequence[ReadDocument]) -> Iterable[ScoredDocument]:
    by_path = {each.document.path: each for each in read}
    for document in made.documents:
        name = document.truth["file"]
        if name in by_path:
            yield score(document, by_path[name])


@dataclass(frozen=True)
class CodeCount:
    """How often a code was expected, raised rightly, told as `info` only, missed, and raised wrongly."""

    expected: int
    found: int
    noted: int
    missed: int
    wrong: int


def codes(scored: Sequence[ScoredSubmission]) -> dict[str, CodeCount]:
    """Counts of submissions by code."""
    expected = Counter(code for each in scored for code in each.expected)
    found = Counter(code for each in scored for code in each.expected & each.raised)
    noted = Counter(code for each in scored for code in each.expected & each.noted)
    wrong = Counter(code for each in scored for code in each.raised - each.expected)
    return {
        code: CodeCount(
            expected[code],
            found[code],
            noted[code],
            expected[code] - found[code] - noted[code],
            wrong[code],
        )
        for code in sorted({*expected, *wrong})
    }
