"""6.3: positive reports about the organization in outlets of a level that counts."""

from dossier.dates import Window
from dossier.kinds import Kind
from rubric.base import LEVEL_NAMES
from rubric.operators import MediaCoverage
from verifiers import messages
from verifiers.assay import Assay, Judgement, assay, best_of
from verifiers.inquiry import Inquiry
from verifiers.levels import least_name, level_of
from verifiers.matter import Matter
from verifiers.registry import operator


@operator(MediaCoverage)
def media_coverage(matter: Matter, rule: MediaCoverage) -> Judgement:
    """The best report counts."""
    exhibits = matter.of(Kind.MEDIA_CLIPPING)
    if not exhibits:
        return matter.nothing()
    found = [_report(Inquiry(matter, exhibit), rule) for exhibit in exhibits]
    if max(one.low for one in found) < matter.need:
        found += matter.doubts()
    return best_of(found)


def _report(look: Inquiry, rule: MediaCoverage) -> Assay:
    outlet, title = look.glance("outlet"), look.glance("title")
    values = {"outlet": outlet.text, "document_title": title.text, "least": least_name(rule.tiers)}
    owner = look.owner()
    if owner.whose == "foreign":
        return look.adverse("not_about", {"name": look.matter.applicant.name, **values})
    stance = look.read("报道倾向", "stance")
    if stance.text == "negative" and stance.sure:
        return look.adverse("negative", values)
    if stance.text == "neutral" and stance.sure:
        look.reasons.append(messages.STANCE_NEUTRAL)
    best = max(rule.tiers.values())
    level = level_of(look, "媒体级别", "outlet_level")
    guessed = look.exhibit.value("outlet_level")
    unlisted = outlet.text is not None and outlet.sure and (not guessed.present or guessed.text == "other")
    if level == "other" or unlisted:
        return assay("not_listed", look.exhibit, (0.0, best), look.rests_on, values)
    if level is not None:
        values["level"] = LEVEL_NAMES[level]
        if rule.tiers.get(level, 0) <= 0:
            return look.adverse("level_low", values)
    window = Window.years_before(look.matter.as_of, rule.years)
    out = look.dated("发布日期", window, "publish_date")
    values["date"] = messages.day(out or look.exhibit.value("publish_date").date)
    if out is not None:
        return look.adverse("out_of_period", {"since": messages.start(window), **values})
    points = rule.tiers[level] if level is not None else best
    return look.verdict(points, {"name": look.matter.applicant.name, **values})
