"""2.3: people on the payroll within the last months."""

from dossier.dates import Window
from dossier.kinds import Kind
from rubric.operators import Staff
from verifiers import messages
from verifiers.assay import Assay, Judgement, best_of
from verifiers.inquiry import Inquiry
from verifiers.matter import Matter
from verifiers.registry import operator


@operator(Staff)
def staff(matter: Matter, rule: Staff) -> Judgement:
    """The best proof of staff."""
    exhibits = matter.of(Kind.STAFF_PROOF)
    if not exhibits:
        return matter.nothing()
    found = [_proof(Inquiry(matter, exhibit), rule) for exhibit in exhibits]
    if max(one.low for one in found) < matter.need:
        found += matter.doubts()
    return best_of(found)


def _proof(look: Inquiry, rule: Staff) -> Assay:
    owner = look.owner()
    if owner.whose == "foreign":
        return look.adverse("foreign", {"name": owner.name})
    window = Window.months_before(look.matter.as_of, rule.months)
    value = look.read("缴费（发放）期间", "period")
    if value.sure and value.period is not None:
        first, last = value.period
        if not (
            last.on_or_after(window.first or look.matter.as_of) and first.on_or_before(look.matter.as_of)
        ):
            return look.adverse("out_of_period", {"period": value.raw or value.text})
    elif value.sure:
        look.reasons.append(messages.not_read("缴费（发放）期间"))
    people = look.read("人员名单", "people")
    count = len(people.names) or int(people.number or 0)
    if count < rule.least:
        look.reasons.append(messages.not_read("人员名单"))
    return look.verdict(
        look.matter.criterion.points, {"name": owner.name, "count": str(count), "period": value.text}
    )
