"""1.1 and 5.3: proof about the organization in the period; its merit is the reviewer's."""

from dataclasses import replace

from dossier.dates import Window
from dossier.kinds import Kind
from rubric.operators import Presence
from verifiers import messages
from verifiers.assay import Assay, Judgement, best_of
from verifiers.inquiry import Inquiry
from verifiers.matter import Matter
from verifiers.registry import operator
from verifiers.topics import speaks_of


@operator(Presence)
def presence(matter: Matter, rule: Presence) -> Judgement:
    """One proof is enough."""
    if not matter.exhibits:
        return matter.nothing()
    found = [_proof(Inquiry(matter, exhibit), rule) for exhibit in matter.exhibits]
    if max(one.low for one in found) < matter.need:
        found += matter.doubts()
    return best_of(found)


def _proof(look: Inquiry, rule: Presence) -> Assay:
    exhibit = look.exhibit
    title = look.glance("title")
    values = {"document_title": title.text, "what": title.text}
    owner = look.owner()
    values["name"] = owner.name or look.matter.applicant.name
    if owner.whose == "foreign":
        return look.adverse("not_about" if exhibit.kind is Kind.MEDIA_CLIPPING else "foreign", values)
    if exhibit.kind is Kind.MEDIA_CLIPPING:
        stance = look.glance("stance")
        if stance.text == "negative":
            if stance.sure:
                return look.adverse("negative", values)
            look.reasons.append(messages.not_read("报道倾向"))
    if rule.years is not None:
        window = Window.years_before(look.matter.as_of, rule.years)
        out = look.dated("日期", window, "date", "publish_date")
        values["date"] = messages.day(out or exhibit.value("date", "publish_date").date)
        if out is not None:
            return look.adverse("out_of_period", {"since": messages.start(window), **values})
    words = rule.words.get(exhibit.kind)
    places = speaks_of(exhibit, words) if words else ()
    if words and not places:
        look.reasons.append(messages.off_topic())
    told = values if not look.reasons else {name: word for name, word in values.items() if name != "what"}
    found = look.verdict(look.matter.criterion.points, told)
    return replace(found, places=(*found.places, *owner.places, *places))
