"""2.1: registered with civil affairs under the name and code of the application, and in term."""

import re

from dossier import names, uscc
from dossier.kinds import KIND_NAMES, Kind
from rubric.operators import Registration
from verifiers import messages
from verifiers.assay import Assay, Judgement, assay
from verifiers.exhibits import Exhibit
from verifiers.inquiry import Inquiry
from verifiers.matter import Matter
from verifiers.registry import operator
from verifiers.thresholds import CODE_LEGIBLE

_BUSINESS_REGISTRY = re.compile(r"市场监督|工商行政|税务|商务局|编制委员会")


@operator(Registration)
def registration(matter: Matter, rule: Registration) -> Judgement:
    """The best of the certificates: a valid one stands whatever older ones say."""
    certificates = matter.of(Kind.REGISTRATION_CERTIFICATE)
    if not certificates:
        licence = _licence(matter)
        return Judgement(0.0, 0.0, (licence,)) if licence else matter.nothing()
    judged = [_certificate(matter, rule, exhibit) for exhibit in certificates]
    return max(judged, key=lambda one: (one.low, one.high, -len(one.assays)))


def _licence(matter: Matter) -> Assay | None:
    """An enterprise's licence handed in as registration.

    It is the claim's own, any where the claim names no file, or one in the applicant's name.
    """
    cited = {exhibit.path for exhibit in matter.selection.exhibits}
    any_counts = matter.demand.made and not matter.demand.named
    for exhibit in matter.everything:
        if exhibit.kind is not Kind.BUSINESS_LICENCE or not exhibit.kind_sure:
            continue
        if any_counts or exhibit.path in cited or matter.whose(exhibit).whose == "ours":
            value = exhibit.value("organization_name")
            return assay(
                "not_social",
                exhibit,
                (0, 0),
                [value],
                {"name": value.text, "what": KIND_NAMES[Kind.BUSINESS_LICENCE]},
            )
    return None


def _certificate(matter: Matter, rule: Registration, exhibit: Exhibit) -> Judgement:
    look = Inquiry(matter, exhibit)
    owner = look.owner()
    if look.exhibit.value("organization_name").text is None:
        look.reasons.append(messages.not_read("单位名称"))
    if owner.whose == "foreign":
        return Judgement(0.0, 0.0, (look.adverse("foreign", {"name": owner.name}),))
    faults = [fault for fault in (_type(look, rule), _issuer(look), _code(look), *_term(look)) if fault]
    if faults:
        return Judgement(0.0, 0.0, tuple(faults))
    points = matter.criterion.points
    found = look.verdict(points, {"name": owner.name, "code": exhibit.value("uscc").text})
    return Judgement(found.low, found.high, (found,))


def _type(look: Inquiry, rule: Registration) -> Assay | None:
    value = look.glance("organization_type")
    if value.text is None or any(kind in value.text for kind in rule.types):
        return None
    if value.sure:
        return assay(
            "not_social",
            look.exhibit,
            (0, 0),
            [value],
            {"what": value.text, "name": look.matter.applicant.name},
        )
    look.reasons.append(messages.not_read("组织类型"))
    return None


def _issuer(look: Inquiry) -> Assay | None:
    value = look.glance("registration_authority")
    if value.text is None:
        code = look.exhibit.value("uscc").text or ""
        if uscc.is_valid(code) and uscc.is_social_organization(code):
            look.notes.append(messages.REGISTRY_BY_CODE)
        else:
            look.reasons.append(messages.not_read("登记管理机关"))
        return None
    if names.is_civil_affairs(value.text):
        return None
    if value.sure and _BUSINESS_REGISTRY.search(value.text):
        return assay("wrong_issuer", look.exhibit, (0, 0), [value], {"issuer": value.text})
    look.reasons.append(messages.registry_unknown(value.text))
    return None


def _code(look: Inquiry) -> Assay | None:
    """The code's own check, and its agreement with the application's."""
    value = look.glance("uscc")
    expected = uscc.compact(look.matter.applicant.uscc or "")
    printed = uscc.compact(value.text or "")
    told = {"code": printed or None, "expected": expected or None}
    if expected and not uscc.is_valid(expected):
        return assay(
            "code_invalid",
            look.exhibit,
            (0, 0),
            [value],
            {"what": messages.CODE_OF_APPLICATION, **told, "code": expected},
        )
    if not printed or not expected:
        look.reasons.append(messages.not_read("统一社会信用代码") if not printed else messages.CODE_NOT_GIVEN)
        return None
    if printed == expected:
        if uscc.department(printed) is not uscc.Department.CIVIL_AFFAIRS:
            return assay(
                "not_social",
                look.exhibit,
                (0, 0),
                [value],
                {"what": messages.register_of(printed), "name": look.matter.applicant.name},
            )
        return None
    repaired = any(held.fact.note for held in value.held)
    if not uscc.is_valid(printed):
        if value.sure and value.confidence >= CODE_LEGIBLE and not repaired:
            return assay(
                "code_invalid", look.exhibit, (0, 0), [value], {"what": messages.CODE_OF_CERTIFICATE, **told}
            )
        look.reasons.append(messages.CODE_MISREAD)
        return None
    if value.sure and not repaired:
        return assay("code_differs", look.exhibit, (0, 0), [value], told)
    look.reasons.append(messages.CODE_MISREAD)
    return None


def _term(look: Inquiry) -> list[Assay]:
    as_of = look.matter.as_of
    start, end = look.glance("valid_from"), look.glance("valid_until")
    if end.endless:
        pass
    elif end.date is None or not end.sure:
        look.reasons.append(messages.not_read("有效期"))
    elif end.date.surely_before(as_of):
        return [assay("expired", look.exhibit, (0, 0), [end], {"until": messages.day(end.date)})]
    elif end.date.earliest() < as_of:
        look.notes.append(messages.partial(end.date))
    if start.date is not None and start.sure and start.date.surely_after(as_of):
        return [assay("not_yet_valid", look.exhibit, (0, 0), [start], {"since": messages.day(start.date)})]
    return []
