"""2.2: owner or tenant of an office at the registered address, in term."""

from dossier import names
from dossier.kinds import Kind
from rubric.operators import Office
from verifiers import messages
from verifiers.addresses import same_place
from verifiers.assay import Assay, Judgement, best_of
from verifiers.inquiry import Inquiry
from verifiers.matter import Matter
from verifiers.registry import operator
from verifiers.values import Value


@operator(Office)
def office(matter: Matter, _rule: Office) -> Judgement:
    """The best proof of an office."""
    exhibits = matter.of(Kind.OFFICE_PROOF)
    if not exhibits:
        return matter.nothing()
    found = [_proof(Inquiry(matter, exhibit)) for exhibit in exhibits]
    if max(one.low for one in found) < matter.need:
        found += matter.doubts()
    return best_of(found)


def _proof(look: Inquiry) -> Assay:
    owner = look.owner()
    if owner.whose == "foreign":
        return look.adverse("foreign", {"name": owner.name})
    if _is_let_out(look):
        look.reasons.append(messages.LET_OUT)
    return _term(look) or _address(look) or look.verdict(look.matter.criterion.points, {"name": owner.name})


def _term(look: Inquiry) -> Assay | None:
    """Over, not begun, or open. An owner's deed has no term."""
    start, end = look.glance("valid_from"), look.glance("valid_until")
    as_of = look.matter.as_of
    if not end.present and _is_deed(look):
        return None
    if end.endless:
        return None
    if end.date is None or not end.sure:
        look.reasons.append(messages.not_read("使用期限"))
    elif end.date.surely_before(as_of):
        return look.adverse("expired", {"until": messages.day(end.date)})
    elif end.date.earliest() < as_of:
        look.notes.append(messages.partial(end.date))
    if start.date is not None and start.sure and start.date.surely_after(as_of):
        return look.adverse("expired", {"until": messages.not_begun(messages.day(start.date))})
    return None


def _is_deed(look: Inquiry) -> bool:
    owner, tenant = look.exhibit.value("owner").text, look.exhibit.value("tenant").text
    if owner is None or tenant is not None:
        return False
    return names.same_organization(look.matter.applicant.name, owner).verdict == "same"


def _is_let_out(look: Inquiry) -> bool:
    """Whether the applicant owns the place and another rents it."""
    tenant, applicant = look.exhibit.value("tenant").text, look.matter.applicant.name
    owner = look.exhibit.value("owner").text
    return (
        owner is not None
        and tenant is not None
        and names.same_organization(applicant, owner).verdict == "same"
        and names.same_organization(applicant, tenant).verdict == "different"
    )


def _address(look: Inquiry) -> Assay | None:
    printed = look.read("地址", "address")
    expected = _registered(look.matter)
    if expected is None:
        look.reasons.append(messages.NO_REGISTERED_ADDRESS)
        return None
    text, value = expected
    if value is not None:
        look.rests_on.append(value)
    if printed.text is None:
        return None
    answer = same_place(printed.text, text)
    if answer == "different" and printed.sure:
        return look.adverse("address_differs", {"address": printed.text, "expected": text})
    if answer != "same":
        look.reasons.append(messages.address_unsure(printed.text, text))
    return None


def _registered(matter: Matter) -> tuple[str, Value | None] | None:
    """The registered address: the certificate's, else the application's."""
    for exhibit in matter.everything:
        if exhibit.kind is Kind.REGISTRATION_CERTIFICATE and matter.whose(exhibit).whose == "ours":
            value = exhibit.value("address")
            if value.text is not None and value.sure:
                return value.text, value
    return (matter.applicant.address, None) if matter.applicant.address else None
