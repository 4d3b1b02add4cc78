"""4.2 and 5.2: exchange with other social organizations, and contracts with unions."""

from dataclasses import replace

from dossier import names
from dossier.kinds import Kind
from rubric.operators import Cooperation, ServiceContract
from verifiers import messages
from verifiers.assay import Assay, Judgement, assay, best_of, sum_of
from verifiers.inquiry import Inquiry
from verifiers.matter import Matter
from verifiers.partners import is_another, named_in
from verifiers.registry import operator
from verifiers.topics import speaks_of
from verifiers.values import Value

# --- 4.2 ---


@operator(Cooperation)
def cooperation(matter: Matter, rule: Cooperation) -> Judgement:
    """One partner is enough."""
    if not matter.exhibits:
        return matter.nothing()
    found = [_with_another(Inquiry(matter, exhibit), rule) for exhibit in matter.exhibits]
    if max(one.low for one in found) < matter.need:
        found += matter.doubts()
    return best_of(found)


def _with_another(look: Inquiry, rule: Cooperation) -> Assay:
    exhibit = look.exhibit
    look.glance("title")
    owner = look.owner()
    values = {"name": owner.name or look.matter.applicant.name}
    if owner.whose == "foreign":
        return look.adverse("foreign", values)
    partner = _partner_by_fact(look)
    if partner is not None:
        return look.verdict(look.matter.criterion.points, {"partner": partner, **values})
    if exhibit.kind is Kind.CONTRACT:
        parties = [exhibit.value("party_a"), exhibit.value("party_b")]
        if all(party.sure for party in parties):
            look.rests_on += parties
            told = messages.listing(party.text for party in parties if party.text)
            return look.adverse("no_partner", {"partner": told, **values})
        look.reasons.append(messages.not_read("合同双方名称"))
        return look.verdict(look.matter.criterion.points, values)
    named = named_in(exhibit, look.matter.applicant.name)
    if named is None or not speaks_of(exhibit, rule.words):
        look.reasons.append(messages.NO_PARTNER_SEEN)
        return look.verdict(look.matter.criterion.points, values)
    place, partner = named
    found = look.verdict(look.matter.criterion.points, {"partner": partner, **values})
    return replace(found, places=(*found.places, place))


def _partner_by_fact(look: Inquiry) -> str | None:
    for fact in ("party_a", "party_b", "organizer"):
        value = look.exhibit.value(fact)
        if value.text and value.sure and is_another(value.text, look.matter.applicant.name):
            look.rests_on.append(value)
            return value.text
    return None


# --- 5.2 ---


@operator(ServiceContract)
def service_contract(matter: Matter, rule: ServiceContract) -> Judgement:
    """The contract and its fulfilment, each with its points; fulfilment counts beside a contract."""
    if not matter.exhibits:
        return matter.nothing()
    contract = _best(
        matter,
        [_with_union(Inquiry(matter, one), rule) for one in matter.of(Kind.CONTRACT)],
        messages.UNION_CONTRACT,
    )
    proven = contract.low > 0
    acceptance = _best(
        matter,
        [_fulfilled(Inquiry(matter, one), rule, proven=proven) for one in matter.of(Kind.ACCEPTANCE)],
        messages.ACCEPTANCE,
    )
    found = [contract, acceptance]
    if sum(one.low for one in found) < matter.need:
        found += matter.doubts()
    return sum_of(found, matter.criterion.points)


def _best(matter: Matter, found: list[Assay], part: str) -> Assay:
    if not found:
        return assay("part_missing", None, values={"part": part, "kinds": matter.kind_names})
    return max(found, key=lambda one: (one.low, one.high))


def _with_union(look: Inquiry, rule: ServiceContract) -> Assay:
    parties = [look.glance("party_a"), look.glance("party_b")]
    look.glance("subject")
    owner = look.owner()
    told = messages.listing(party.text for party in parties if party.text)
    values = {"name": owner.name, "part": messages.UNION_CONTRACT, "body": told or None}
    if owner.whose == "foreign" and all(party.sure for party in parties):
        return look.adverse("foreign", values)
    if owner.whose == "foreign":
        look.reasons.append(messages.not_read("合同双方名称"))
    others = [party for party in parties if not _is_applicant(party, look.matter)]
    union = next((party for party in others if party.text and names.is_union_body(party.text)), None)
    if union is None:
        if others and all(party.sure for party in others):
            return look.adverse("not_union", values)
        look.reasons.append(messages.not_read("合同双方名称"))
    elif not union.sure:
        look.reasons.append(messages.not_read("合同双方名称"))
    return look.verdict(rule.contract, {**values, "body": union.text if union else values["body"]})


def _is_applicant(party: Value, matter: Matter) -> bool:
    return (
        party.text is not None
        and names.same_organization(matter.applicant.name, party.text).verdict == "same"
    )


def _fulfilled(look: Inquiry, rule: ServiceContract, *, proven: bool) -> Assay:
    look.glance("title")
    look.glance("organizer")
    owner = look.owner()
    values = {"name": owner.name or look.matter.applicant.name, "part": messages.ACCEPTANCE}
    if owner.whose == "foreign":
        return look.adverse("foreign", values)
    if not proven:
        look.reasons.append(messages.NO_CONTRACT_YET)
    return replace(look.verdict(rule.acceptance, values), places=owner.places)
