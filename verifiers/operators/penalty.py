"""2.8: no penalty decided within the years before the reference date."""

from dataclasses import dataclass

from dossier.dates import Window
from dossier.kinds import Kind
from rubric.operators import PenaltyWindow
from verifiers import messages
from verifiers.assay import Assay, Judgement, assay
from verifiers.inquiry import Inquiry
from verifiers.matter import Matter
from verifiers.records import newest, no_record
from verifiers.registry import operator


@dataclass(frozen=True, slots=True)
class _Decisions:
    """The applicant's penalty decisions, sorted by what they mean."""

    counted: tuple[Assay, ...]
    open: tuple[Assay, ...]
    older: tuple[str, ...]


@operator(PenaltyWindow)
def penalty_window(matter: Matter, rule: PenaltyWindow) -> Judgement:
    """A decision in the window fails it, whatever a record says; without one a clean young record carries it."""
    decisions = _decisions(matter, rule)
    points = matter.criterion.points
    if decisions.counted:
        return Judgement(0.0, 0.0, decisions.counted)
    if decisions.open:
        return Judgement(0.0, points, decisions.open)
    looks = newest(matter)
    if isinstance(looks, Assay):
        return Judgement(0.0, 0.0, (looks,))
    if not looks:
        return no_record(matter)
    assays = tuple(_record(look, rule, decisions.older) for look in looks)
    clean = all(one.outcome == "supported" for one in assays)
    if not clean:
        assays = tuple(one for one in assays if one.outcome != "supported")
    return Judgement(points if clean else 0.0, points, assays)


def _decisions(matter: Matter, rule: PenaltyWindow) -> _Decisions:
    window = Window.years_before(matter.as_of, rule.years)
    counted: list[Assay] = []
    open_: list[Assay] = []
    older: list[str] = []
    for exhibit in matter.of(Kind.PENALTY_DECISION):
        look = Inquiry(matter, exhibit)
        owner = look.owner()
        if owner.whose == "foreign":
            continue
        decided = look.read("处罚决定日期", "decision_date")
        number, issuer = look.glance("document_number"), look.glance("issuing_authority")
        values = {
            "date": messages.day(decided.date),
            "number": number.text,
            "issuer": issuer.text,
            "years": str(rule.years),
        }
        if decided.date is None or look.reasons:
            reasons = "；".join(dict.fromkeys(look.reasons)) or messages.not_read("处罚决定日期")
            open_.append(
                assay(
                    "penalty_open",
                    exhibit,
                    (0.0, matter.criterion.points),
                    look.rests_on,
                    {"what": reasons, **values},
                )
            )
        elif decided.date.surely_within(window):
            counted.append(look.adverse("penalty", values))
        elif decided.date.surely_after(matter.as_of):
            what = messages.after_reference(messages.day(decided.date))
            open_.append(
                assay(
                    "penalty_open",
                    exhibit,
                    (0.0, matter.criterion.points),
                    look.rests_on,
                    {"what": what, **values},
                )
            )
        else:
            note = messages.partial(decided.date) if decided.date.within(window) else ""
            older.append(messages.older_penalty(values["date"], number.text, note))
    return _Decisions(tuple(counted), tuple(open_), tuple(older))


def _record(look: Inquiry, rule: PenaltyWindow, older: tuple[str, ...]) -> Assay:
    queried = look.read("查询日期", "query_date")
    count = look.read("行政处罚记录", "penalty_count")
    values = {
        "name": look.matter.applicant.name,
        "date": messages.day(queried.date),
        "days": str(rule.days),
        "years": str(rule.years),
        "older": "".join(older),
    }
    young = Window(Window.days_before(look.matter.as_of, rule.days).first, None)
    if queried.date is not None and queried.sure and not queried.date.within(young):
        return assay("stale", look.exhibit, (0.0, 0.0), look.rests_on, values)
    number = count.number
    if number is not None and number > len(older) and not look.reasons:
        what = messages.penalties_undated(int(number))
        return assay("penalty_open", look.exhibit, (0.0, 0.0), look.rests_on, {"what": what, **values})
    look.notes += older
    return look.verdict(look.matter.criterion.points, values)
