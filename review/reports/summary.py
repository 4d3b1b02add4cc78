"""The first page of a report: where the submission stands, and why."""

from collections.abc import Mapping
from dataclasses import dataclass

from dossier.finding import TRACES, Severity, Verdict
from dossier.report import Report
from review.reports import messages, words
from review.reports.gates import GateState, gate_states
from review.reports.titles import CriterionTitle


@dataclass(frozen=True)
class Bar:
    """The score on a line, as percentages of its length."""

    low: float
    high: float
    threshold: float
    claimed: float
    end: str


@dataclass(frozen=True)
class GateView:
    """A gate and where it stands."""

    criterion: str
    title: str
    state: GateState
    name: str


@dataclass(frozen=True)
class SectionView:
    """A part of the standard: what is claimed for it and what its evidence carries."""

    title: str
    claimed: str
    supported: str
    maximum: str
    low: float
    high: float


@dataclass(frozen=True)
class Summary:
    """What stands on the first page."""

    bar: Bar
    gates: tuple[GateView, ...]
    sections: tuple[SectionView, ...]
    eligible: str
    reasons: tuple[str, ...]
    traces: int
    claimed: str
    claimed_sum: str
    supported: str
    threshold: str
    supported_count: int
    open_count: int


def summarise(report: Report, titles: Mapping[str, CriterionTitle]) -> Summary:
    """The summary of a report."""
    score = report.score
    gates = tuple(
        GateView(criterion, titles[criterion].title, state, messages.GATE_NAMES[state])
        for criterion, state in gate_states(report, titles).items()
    )
    verdicts = [found.verdict for found in report.findings]
    return Summary(
        bar=_bar(report, titles),
        gates=gates,
        sections=_sections(report, titles),
        eligible=messages.ELIGIBLE_NAMES[score.eligible],
        reasons=_reasons(report, gates),
        traces=sum(told.code in TRACES for told in report.discrepancies),
        claimed=words.number(score.claimed),
        claimed_sum=words.number(score.claimed_sum),
        supported=words.interval(score.supported),
        threshold=words.number(score.threshold),
        supported_count=verdicts.count(Verdict.SUPPORTED),
        open_count=sum(verdict in (Verdict.UNCERTAIN, Verdict.UNREADABLE) for verdict in verdicts),
    )


def _bar(report: Report, titles: Mapping[str, CriterionTitle]) -> Bar:
    score = report.score
    maximum = sum(title.maximum for title in titles.values())
    end = max(maximum, score.claimed, score.claimed_sum, score.supported[1], score.threshold, 1.0)
    low, high = score.supported
    return Bar(
        low=100 * low / end,
        high=100 * high / end,
        threshold=100 * score.threshold / end,
        claimed=100 * score.claimed / end,
        end=words.number(end),
    )


def _sections(report: Report, titles: Mapping[str, CriterionTitle]) -> tuple[SectionView, ...]:
    findings: dict[str, list[int]] = {}
    for position, found in enumerate(report.findings):
        section = titles[found.criterion].section if found.criterion in titles else ""
        findings.setdefault(section, []).append(position)
    names = dict.fromkeys(title.section for title in titles.values() if title.section)
    views: list[SectionView] = []
    for name in names:
        members = [report.findings[position] for position in findings.get(name, [])]
        maximum = sum(title.maximum for title in titles.values() if title.section == name)
        low = sum(found.supported[0] for found in members)
        high = sum(found.supported[1] for found in members)
        end = maximum or 1.0
        views.append(
            SectionView(
                title=name,
                claimed=words.number(sum(found.claimed for found in members)),
                supported=words.interval((low, high)),
                maximum=words.number(maximum),
                low=min(100.0, 100 * low / end),
                high=min(100.0, 100 * high / end),
            )
        )
    return tuple(views)


def _reasons(report: Report, gates: tuple[GateView, ...]) -> tuple[str, ...]:
    score = report.score
    failed = [f"{gate.criterion} {gate.title}" for gate in gates if gate.state == "fails"]
    undecided = [f"{gate.criterion} {gate.title}" for gate in gates if gate.state == "open"]
    other = [
        messages.CODE_NAMES[told.code]
        for told in report.discrepancies
        if told.severity is Severity.GATE and told.criterion not in {gate.criterion for gate in gates}
    ]
    reasons: list[str] = []
    if failed:
        reasons.append("否决项不通过：" + "；".join(failed))
    if other:
        reasons.append("另有否决情形：" + "；".join(dict.fromkeys(other)))
    if undecided:
        reasons.append("否决项待复核：" + "；".join(undecided))
    threshold = words.number(score.threshold)
    claimed, claimed_sum = words.number(score.claimed), words.number(score.claimed_sum)
    if max(score.claimed, score.claimed_sum) < score.threshold:
        reasons.append(f"自评总分 {claimed} 低于申报门槛 {threshold}")
    elif min(score.claimed, score.claimed_sum) < score.threshold:
        reasons.append(
            f"自评总分 {claimed} 与分项合计 {claimed_sum} 不符，且只有其一达到申报门槛 {threshold}"
        )
    if score.supported[1] < score.threshold:
        reasons.append(f"证据支持的上限 {words.number(score.supported[1])} 低于申报门槛 {threshold}")
    return tuple(reasons) or (messages.ELIGIBLE_NOTES[score.eligible],)
