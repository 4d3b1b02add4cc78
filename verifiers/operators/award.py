"""6.2: awards to the organization, by an authority of a level that counts."""

from dossier.dates import Window
from dossier.kinds import Kind
from rubric.base import LEVEL_NAMES
from rubric.operators import AwardLevel
from verifiers import messages
from verifiers.assay import Assay, Judgement, best_of
from verifiers.inquiry import Inquiry
from verifiers.levels import least_name, level_of
from verifiers.matter import Matter
from verifiers.registry import operator
from verifiers.thresholds import TYPE_DOUBTED


@operator(AwardLevel)
def award_level(matter: Matter, rule: AwardLevel) -> Judgement:
    """The best award counts."""
    exhibits = matter.of(Kind.AWARD)
    if not exhibits:
        return matter.nothing()
    found = [_award(Inquiry(matter, exhibit), rule) for exhibit in exhibits]
    if max(one.low for one in found) < matter.need:
        found += matter.doubts()
    return best_of(found)


def _award(look: Inquiry, rule: AwardLevel) -> Assay:
    honor, body = look.glance("honor_title"), look.glance("issuing_authority")
    values = {"honor": honor.text, "body": body.text, "least": least_name(rule.tiers)}
    kind = look.exhibit.value("recipient_type")
    recipient = look.exhibit.value("recipient")
    if kind.text == "person" and kind.sure:
        look.rests_on += [kind, recipient]
        return look.adverse("to_person", {"name": recipient.text, **values})
    owner = look.owner()
    values["name"] = owner.name
    if owner.whose == "foreign":
        return look.adverse("foreign", values)
    if kind.present and (kind.text != "organization" or kind.confidence < TYPE_DOUBTED):
        look.reasons.append(messages.not_read("获奖者类型"))
    if body.text is None:
        look.reasons.append(messages.not_read("颁发机关"))
    level = level_of(look, "颁发机关级别", "authority_level")
    window = Window.years_before(look.matter.as_of, rule.years)
    if level is not None:
        values["level"] = LEVEL_NAMES[level]
        if rule.tiers.get(level, 0) <= 0:
            return look.adverse("level_low", values)
    out = look.dated("颁发日期", window, "issue_date")
    values["date"] = messages.day(out or look.exhibit.value("issue_date").date)
    if out is not None:
        return look.adverse("out_of_period", {"since": messages.start(window), **values})
    best = max(rule.tiers.values())
    return look.verdict(rule.tiers[level] if level is not None else best, values)
