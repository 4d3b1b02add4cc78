"""2.7: on neither list, by a credit record young enough."""

from dossier.dates import Window
from rubric.operators import CreditLists
from verifiers import messages
from verifiers.assay import Assay, Judgement, assay
from verifiers.inquiry import Inquiry
from verifiers.matter import Matter
from verifiers.records import newest, no_record
from verifiers.registry import operator


@operator(CreditLists)
def credit_lists(matter: Matter, rule: CreditLists) -> Judgement:
    """The newest record decides."""
    looks = newest(matter)
    if isinstance(looks, Assay):
        return Judgement(0.0, 0.0, (looks,))
    if not looks:
        return no_record(matter)
    assays = [one for look in looks for one in _record(look, rule)]
    if len({one.outcome for one in assays}) > 1 and any(one.outcome == "supported" for one in assays):
        exhibit = looks[0].exhibit
        assays = [assay("unsure", exhibit, values={"what": messages.RECORDS_DIFFER}), *assays]
        assays = [one for one in assays if one.outcome == "unsure"]
    points = matter.criterion.points
    low = points if all(one.outcome == "supported" for one in assays) else 0.0
    high = 0.0 if all(one.outcome in {"abnormal", "illegal"} for one in assays) else points
    return Judgement(low, high, tuple(assays))


def _record(look: Inquiry, rule: CreditLists) -> list[Assay]:
    as_of = look.matter.as_of
    abnormal = look.read(messages.ABNORMAL_LIST, "abnormal_listed")
    illegal = look.read(messages.ILLEGAL_LIST, "seriously_illegal_listed")
    queried = look.read("查询日期", "query_date")
    values = {"name": look.matter.applicant.name, "date": messages.day(queried.date), "days": str(rule.days)}
    young = Window(Window.days_before(as_of, rule.days).first, None)
    if queried.date is not None and queried.sure and not queried.date.within(young):
        stale = assay("stale", look.exhibit, (0.0, 0.0), look.rests_on, values)
        return [stale]
    if queried.date is not None and queried.date.decides(young):
        look.notes.append(messages.partial(queried.date))
    listed = [
        assay(outcome, look.exhibit, (0.0, 0.0), [value, queried, *look.rests_on[:1]], values)
        for outcome, value in (("abnormal", abnormal), ("illegal", illegal))
        if value.flag and value.sure and not look.reasons
    ]
    return listed or [look.verdict(look.matter.criterion.points, values)]
