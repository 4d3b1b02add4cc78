"""2.4: a charter, and a change of term no longer ago than the charter's term."""

from datetime import date

from dossier.dates import PartialDate, add_years
from dossier.kinds import Kind
from rubric.operators import CharterAndTerm
from verifiers import messages
from verifiers.assay import Assay, Judgement, assay, sum_of
from verifiers.inquiry import Inquiry
from verifiers.matter import Matter
from verifiers.registry import operator
from verifiers.values import Value

_SHORTEST_USUAL_TERM = 3
"""Years. A change of term younger than this is in time whatever the charter says."""


@operator(CharterAndTerm)
def charter_and_term(matter: Matter, rule: CharterAndTerm) -> Judgement:
    """Both parts."""
    if not matter.exhibits:
        return matter.nothing()
    parts = [_charter(matter, rule), _change(matter, rule)]
    return sum_of([*parts, *_doubts(matter, parts)], rule.full())


def _doubts(matter: Matter, parts: list[Assay]) -> list[Assay]:
    """Papers that can't be read may be the missing part."""
    if sum(one.low for one in parts) >= matter.need:
        return []
    return list(matter.doubts())


def _charter(matter: Matter, rule: CharterAndTerm) -> Assay:
    found: list[Assay] = []
    for exhibit in matter.of(Kind.CHARTER):
        look = Inquiry(matter, exhibit)
        look.glance("title")
        owner = look.owner()
        if owner.whose == "foreign":
            found.append(look.adverse("foreign", {"name": owner.name, "part": messages.CHARTER}))
        else:
            found.append(look.verdict(rule.charter, {"part": messages.CHARTER}))
    return max(found, key=lambda one: (one.low, one.high)) if found else _absent(matter, messages.CHARTER)


def _absent(matter: Matter, part: str) -> Assay:
    return assay("part_missing", None, values={"part": part, "kinds": matter.kind_names})


def _years(matter: Matter, rule: CharterAndTerm) -> tuple[int | None, Value | None]:
    """The charter's term in years, at most what the standard allows; None where no charter tells it."""
    for exhibit in matter.everything:
        if exhibit.kind is Kind.CHARTER and matter.whose(exhibit).whose != "foreign":
            value = exhibit.value("term_years")
            if value.number is not None and value.sure and value.number >= 1:
                return min(int(value.number), rule.most_years), value
    return None, None


def _change(matter: Matter, rule: CharterAndTerm) -> Assay:
    years, told = _years(matter, rule)
    looks = [Inquiry(matter, exhibit) for exhibit in matter.of(Kind.TERM_CHANGE)]
    foreign: list[Assay] = []
    dated: list[tuple[date, Inquiry, PartialDate | None]] = []
    for look in looks:
        owner = look.owner()
        if owner.whose == "foreign":
            foreign.append(look.adverse("foreign", {"name": owner.name, "part": messages.TERM_CHANGE}))
            continue
        when = look.read("换届日期", "date").date
        dated.append((when.latest() if when else date.min, look, when))
    if not dated:
        return foreign[0] if foreign else _never(matter, rule, years)
    _, look, when = max(dated, key=lambda one: one[0])
    if told is not None:
        look.rests_on.append(told)
    term = years or rule.most_years
    values = {"part": messages.TERM_CHANGE, "date": messages.day(when), "years": str(term)}
    if when is None:
        look.reasons.append(messages.not_read("换届日期"))
    elif look.exhibit.value("date").sure and add_years(when.latest(), term) < matter.as_of:
        return look.adverse("overdue", values)
    elif when.surely_after(matter.as_of):
        look.reasons.append(messages.after_reference(messages.day(when)))
    elif years is None and add_years(when.earliest(), _SHORTEST_USUAL_TERM) < matter.as_of:
        look.reasons.append(messages.TERM_UNKNOWN)
    elif add_years(when.earliest(), term) < matter.as_of:
        look.notes.append(messages.partial(when))
    return look.verdict(rule.term, values)


def _never(matter: Matter, rule: CharterAndTerm, years: int | None) -> Assay:
    """No change of term at all: open where the organization is younger than a term."""
    for exhibit in matter.everything:
        if exhibit.kind is not Kind.REGISTRATION_CERTIFICATE or matter.whose(exhibit).whose != "ours":
            continue
        value = exhibit.value("registration_date")
        if (
            value.date
            and value.sure
            and add_years(value.date.latest(), years or rule.most_years) >= matter.as_of
        ):
            what = messages.first_term(messages.day(value.date))
            return assay(
                "unsure", exhibit, (0.0, rule.term), [value], {"what": what, "part": messages.TERM_CHANGE}
            )
    return _absent(matter, messages.TERM_CHANGE)
