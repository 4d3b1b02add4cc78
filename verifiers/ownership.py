"""Whose a document is: the applicant's, somebody else's, or not to be told."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Literal

from dossier import names, uscc
from dossier.fact import Evidence
from dossier.kinds import Kind
from dossier.submission import Organization
from verifiers.exhibits import Exhibit, Held
from verifiers.thresholds import NAME_FOUND
from verifiers.values import Value

Whose = Literal["ours", "foreign", "unsure", "unstated"]

_NAME_FACTS: dict[Kind, tuple[str, ...]] = {
    Kind.AWARD: ("recipient",),
    Kind.CONTRACT: ("party_a", "party_b"),
    Kind.OFFICE_PROOF: ("tenant", "owner"),
    Kind.UNION_APPROVAL: ("organization_name", "union_name"),
    Kind.MEDIA_CLIPPING: (),
}
_TELLING: dict[Kind, tuple[str, ...]] = {
    Kind.CONTRACT: ("party_a", "party_b"),
    Kind.OFFICE_PROOF: ("tenant",),
}
"""Names that must all be known before a document of the kind is called somebody else's."""

_GATHERINGS = frozenset(
    {
        Kind.ACTIVITY_RECORD,
        Kind.MEETING_RECORD,
        Kind.TRAINING_RECORD,
        Kind.STUDY_RECORD,
        Kind.BRAND_MATERIAL,
        Kind.ACCEPTANCE,
        Kind.MEDIA_CLIPPING,
    }
)
"""Kinds that others make about the applicant: their text decides where their name doesn't."""


_TELLING_REST = 6
"""Characters from which a name without its region is telling."""

_UNION_TAIL = re.compile(r"(?:联合|基层)?工会(?:第?[一二三四五六七八九十\d]+届)?(?:委员会)?(?:\(.*?\))?$")


_COPY_STAMP = re.compile(r"仅供|仅限|专供|用途|复印|翻印")
"""A stamp that says what a copy is for names whoever uses it, not whose paper it is."""

_OWN_PAPERS = frozenset(
    {
        Kind.CHARTER,
        Kind.POLICY_DOCUMENT,
        Kind.PLAN,
        Kind.BUDGET,
        Kind.IMPLEMENTATION,
        Kind.SUMMARY,
        Kind.UNION_ROSTER,
        Kind.TERM_CHANGE,
    }
)
"""Papers that an organization writes itself: naming it in the text is enough. A certificate must name it as its holder."""


@dataclass(frozen=True, slots=True)
class Ownership:
    """Whose the document is, the name that it bears, and the facts and places that say so."""

    whose: Whose
    name: str | None
    held: tuple[Held, ...] = ()
    places: tuple[Evidence, ...] = ()


class Owners:
    """Whose each exhibit of a submission is, found out once."""

    def __init__(self, applicant: Organization) -> None:
        self.applicant = applicant
        self._known: dict[Exhibit, Ownership] = {}

    def of(self, exhibit: Exhibit) -> Ownership:
        """Whose the exhibit is."""
        if exhibit not in self._known:
            self._known[exhibit] = whose(exhibit, self.applicant)
        return self._known[exhibit]


def whose(exhibit: Exhibit, applicant: Organization) -> Ownership:
    """Whose the exhibit is, for an applicant."""
    values = [exhibit.value(name) for name in _NAME_FACTS.get(exhibit.kind, ("organization_name",))]
    named = [value for value in values if value.text]
    answers = [_by_name(value, exhibit, applicant) for value in named]
    for wanted in ("ours", "unsure"):
        for answer in answers:
            if answer.whose == wanted and not (wanted == "unsure" and exhibit.kind in _GATHERINGS):
                return answer
    if exhibit.kind in _GATHERINGS or not answers:
        found = _by_the_rest(exhibit, applicant, answers)
        if found is not None:
            return found
    if answers:
        complete = all(exhibit.value(name).text for name in _TELLING.get(exhibit.kind, ()))
        if answers[0].whose == "foreign" and complete and not _is_listed(exhibit, applicant):
            return answers[0]
        return replace(answers[0], whose="unsure")
    return _by_code(exhibit, applicant)


def _by_the_rest(exhibit: Exhibit, applicant: Organization, answers: Sequence[Ownership]) -> Ownership | None:
    """Whose it is by its organizer or code, else by what its text names; None where nothing tells."""
    if exhibit.kind in _GATHERINGS:
        organizer = exhibit.value("organizer")
        if organizer.text and _by_name(organizer, exhibit, applicant).whose == "ours":
            return Ownership("ours", organizer.text, organizer.held)
    else:
        coded = _by_code(exhibit, applicant)
        if coded.whose == "ours":
            return coded
    return _by_mention(exhibit, applicant, answers)


def _by_name(value: Value, exhibit: Exhibit, applicant: Organization) -> Ownership:
    name = value.text or ""
    verdict = names.same_organization(applicant.name, name).verdict
    if verdict != "same" and _is_its_union(name, applicant):
        verdict = "same"
    if verdict == "same":
        return Ownership("ours", name, value.held)
    code = exhibit.value("uscc")
    if code.text and applicant.uscc and _same_code(code.text, applicant.uscc):
        found: Whose = "ours" if verdict == "unsure" else "unsure"
        return Ownership(found, name, (*value.held, *code.held))
    if verdict == "different" and value.sure:
        return Ownership("foreign", name, value.held)
    return Ownership("unsure", name, value.held)


def _is_its_union(name: str, applicant: Organization) -> bool:
    """Whether it is the applicant's own union: its name and 工会 behind."""
    whole = names.normalise(name)
    body = _UNION_TAIL.sub("", whole)
    return body != whole and names.same_organization(applicant.name, body).verdict == "same"


def _by_mention(exhibit: Exhibit, applicant: Organization, answers: Sequence[Ownership]) -> Ownership | None:
    flag = exhibit.value("mentions_organization")
    if flag.flag is not None:
        doubted = flag.flag is False and _may_name(exhibit, applicant.name)
        if not flag.sure or doubted:
            return Ownership("unsure", None, flag.held)
        return Ownership("ours" if flag.flag else "foreign", _first_name(answers), flag.held)
    places = mentions_in(exhibit, applicant.name)
    if not places:
        return None
    by_name = exhibit.kind in _GATHERINGS or exhibit.kind in _OWN_PAPERS
    return Ownership("ours" if by_name else "unsure", applicant.name, (), places)


def _is_listed(exhibit: Exhibit, applicant: Organization) -> bool:
    """Whether a paper that bears another's name has the applicant's as well, as a list may: then nobody is accused."""
    return any(
        mention.confidence >= NAME_FOUND
        for _, line in exhibit.lines
        if not _COPY_STAMP.search(line.text)
        for mention in names.mentions(line.text, applicant.name)
    )


def _first_name(answers: Sequence[Ownership]) -> str | None:
    return answers[0].name if answers else None


def _by_code(exhibit: Exhibit, applicant: Organization) -> Ownership:
    code = exhibit.value("uscc")
    if code.text is None or applicant.uscc is None:
        return Ownership("unstated", None)
    same = _same_code(code.text, applicant.uscc)
    return Ownership("ours" if same else "unsure", None, code.held)


def _same_code(one: str, other: str) -> bool:
    return uscc.compact(one) == uscc.compact(other) and uscc.is_valid(one)


def _may_name(exhibit: Exhibit, name: str) -> bool:
    """Whether the text names the organization after all, if only without its region: then nobody is accused."""
    if names.mentions(exhibit.text, name):
        return True
    rest = names.parts(name).rest
    return len(rest) >= _TELLING_REST and rest in names.normalise("".join(exhibit.text.split()))


def mentions_in(exhibit: Exhibit, name: str) -> tuple[Evidence, ...]:
    """The first line that surely names the organization, as evidence; empty where none does."""
    for page, line in exhibit.lines:
        if any(mention.confidence >= NAME_FOUND for mention in names.mentions(line.text, name)):
            return (exhibit.place(page, line),)
    found = [hit for hit in names.mentions(exhibit.text, name) if hit.confidence >= NAME_FOUND]
    if not found:
        return ()
    at = exhibit.text.count("\n", 0, found[0].start)
    return (exhibit.place(*exhibit.lines[at]),)
