"""1.2, 1.3, 1.4 and 6.4: the organization's union, what unions organize, and posts in unions."""

import re
from collections.abc import Sequence

from dossier import names
from dossier.dates import Window
from dossier.kinds import Kind
from rubric.base import LEVEL_NAMES
from rubric.operators import Appointment, OrganizedByUnion, UnionFounded
from verifiers import messages
from verifiers.assay import Assay, Judgement, assay, best_of
from verifiers.exhibits import Exhibit
from verifiers.inquiry import Inquiry
from verifiers.levels import level_of, reaches
from verifiers.matter import Matter
from verifiers.people import is_known
from verifiers.registry import operator
from verifiers.topics import speaks_of
from verifiers.values import Value

_SENTENCES = re.compile("[。；！]")
_CAME = re.compile("派员|派代表|应邀(?:参加|出席)|列席|旁听|观摩")

# --- 1.2 ---


@operator(UnionFounded)
def union_founded(matter: Matter, rule: UnionFounded) -> Judgement:
    """An approval and a recent activity, both: neither carries points alone."""
    if not matter.exhibits:
        return matter.nothing()
    approval = _best(
        matter, [_approval(Inquiry(matter, one)) for one in matter.of(Kind.UNION_APPROVAL)], messages.APPROVAL
    )
    activity = _best(
        matter,
        [_activity(Inquiry(matter, one), rule) for one in matter.of(Kind.ACTIVITY_RECORD)],
        messages.ACTIVITY,
    )
    both = (approval, activity)
    low = min(one.low for one in both)
    doubts = matter.doubts() if low < matter.need else ()
    high = max(min(one.high for one in both), matter.criterion.points if doubts else 0.0)
    return Judgement(low, high, (*sorted(both, key=lambda one: one.low), *doubts))


def _best(matter: Matter, found: list[Assay], part: str) -> Assay:
    if not found:
        return assay("part_missing", None, values={"part": part, "kinds": matter.kind_names})
    return max(found, key=lambda one: (one.low, one.high))


def _approval(look: Inquiry) -> Assay:
    union, approver = look.glance("union_name"), look.glance("approving_union")
    owner = look.owner()
    values = {"name": owner.name or union.text, "part": messages.APPROVAL, "body": approver.text}
    if owner.whose == "foreign":
        return look.adverse("foreign", values)
    if approver.text is None:
        if union.text is None:
            look.reasons.append(messages.not_read("批准工会"))
    elif _stranger(look, "批准工会", approver):
        return look.adverse("not_union", values)
    return look.verdict(look.matter.criterion.points, values)


def _activity(look: Inquiry, rule: UnionFounded) -> Assay:
    look.glance("title")
    owner = look.owner()
    values = {"name": owner.name or look.matter.applicant.name, "part": messages.ACTIVITY}
    if owner.whose == "foreign":
        return look.adverse("foreign", values)
    window = Window.months_before(look.matter.as_of, rule.months)
    out = look.dated("活动日期", window, "date")
    values["date"] = messages.day(out or look.exhibit.value("date").date) or messages.UNSTATED
    if out is not None:
        return look.adverse("out_of_period", {"since": messages.start(window), **values})
    return look.verdict(look.matter.criterion.points, values)


def _stranger(look: Inquiry, label: str, body: Value) -> bool:
    """Whether the body is surely no union's. A name that is worn, or wasn't read surely, is a reason."""
    if body.text is None or names.is_union_body(body.text):
        return False
    if body.sure and not names.may_be_union_body(body.text):
        return True
    look.reasons.append(messages.not_read(label))
    return False


# --- 1.3, 6.4 ---


@operator(OrganizedByUnion)
def organized_by_union(matter: Matter, rule: OrganizedByUnion) -> Judgement:
    """One meeting or activity is enough."""
    if not matter.exhibits:
        return matter.nothing()
    found = [_gathering(Inquiry(matter, exhibit), rule) for exhibit in matter.exhibits]
    if max(one.low for one in found) < matter.need:
        found += matter.doubts()
    return best_of(found)


def _gathering(look: Inquiry, rule: OrganizedByUnion) -> Assay:
    exhibit, applicant = look.exhibit, look.matter.applicant
    organizer = look.read("主办单位", "organizer")
    look.glance("title")
    values = {"body": organizer.text, "least": LEVEL_NAMES[rule.least] if rule.least else None}
    owner = look.owner()
    values["name"] = owner.name or applicant.name
    if owner.whose == "foreign":
        return look.adverse("foreign", values)
    if _stranger(look, "主办单位", organizer):
        return look.adverse("not_union", values)
    if organizer.text is not None and names.normalise(applicant.name) in names.normalise(organizer.text):
        look.reasons.append(messages.own_union(organizer.text))
    if rule.least is not None:
        level = level_of(look, "主办单位级别", "organizer_level")
        if level is not None:
            values["level"] = LEVEL_NAMES[level]
            if not reaches(level, rule.least):
                return look.adverse("level_low", values)
    window = Window.years_before(look.matter.as_of, rule.years)
    out = look.dated("日期", window, "date")
    values["date"] = messages.day(out or exhibit.value("date").date)
    if out is not None:
        return look.adverse("out_of_period", {"since": messages.start(window), **values})
    if rule.words and not speaks_of(exhibit, rule.words):
        look.reasons.append(messages.off_topic())
    elif rule.words and _only_attended(exhibit, applicant.name, rule.words):
        look.reasons.append(messages.ATTENDED)
    return look.verdict(look.matter.criterion.points, values)


def _only_attended(exhibit: Exhibit, applicant: str, words: Sequence[str]) -> bool:
    """Whether the sentences that name the applicant tell that it came, and none that it spoke."""
    text = "".join("".join(line.text.split()) for _, line in exhibit.lines)
    named = [sentence for sentence in _SENTENCES.split(text) if applicant in sentence]
    spoke = any(word in sentence.replace("交流会", "") for sentence in named for word in words)
    return not spoke and any(_CAME.search(sentence) for sentence in named)


# --- 1.4 ---


@operator(Appointment)
def appointment(matter: Matter, rule: Appointment) -> Judgement:
    """One post is enough."""
    exhibits = matter.of(Kind.APPOINTMENT)
    if not exhibits:
        return matter.nothing()
    found = [_post(Inquiry(matter, exhibit), rule) for exhibit in exhibits]
    if max(one.low for one in found) < matter.need:
        found += matter.doubts()
    return best_of(found)


def _post(look: Inquiry, rule: Appointment) -> Assay:
    people = look.exhibit.each("person")
    issuer = look.read("任职机关", "issuing_authority", "body")
    position = look.glance("position")
    values = {
        "person": messages.listing(name for value in people for name in value.names) or None,
        "position": position.text,
        "body": issuer.text,
    }
    look.rests_on += people
    known = [is_known(look.matter, name) for value in people for name in value.names]
    if _stranger(look, "任职机关", issuer):
        return look.adverse("not_union", values)
    window = Window.years_before(look.matter.as_of, rule.years)
    out = look.dated("任职日期", window, "issue_date")
    values["date"] = messages.day(out or look.exhibit.value("issue_date").date)
    if out is not None:
        return look.adverse("out_of_period", {"since": messages.start(window), **values})
    if not known:
        look.reasons.append(messages.not_read("任职人姓名"))
    elif any(one.answer == "yes" for one in known):
        look.rests_on += [held for one in known if one.answer == "yes" for held in one.held]
    elif all(one.answer == "no" for one in known) and all(value.sure for value in people):
        look.rests_on += [held for one in known for held in one.held]
        points = (0.0, look.matter.criterion.points)
        return assay("not_staff", look.exhibit, points, look.rests_on, values)
    else:
        look.reasons.append(messages.person_unknown(values["person"] or ""))
    return look.verdict(look.matter.criterion.points, values)
