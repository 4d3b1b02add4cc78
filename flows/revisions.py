"""Facts as reviewers corrected them: what they type becomes a value, and all verdicts that rest on it are made anew.

Nothing is read for it. A run applies all revisions of its submission after extraction; the reviewers' page applies a
new one to what is kept, and shows what it would change before it is kept.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from pydantic import JsonValue

from dossier.dates import parse
from dossier.document import ReadDocument
from dossier.errors import HezhengError
from dossier.fact import Fact
from dossier.report import Report
from dossier.revision import RevisedFact
from flows import messages, steps
from flows.replaying import Kept, replay

if TYPE_CHECKING:
    from rubric import Rubric

DAYS = frozenset(
    {
        "date",
        "decision_date",
        "issue_date",
        "publish_date",
        "query_date",
        "registration_date",
        "sign_date",
        "valid_from",
        "valid_until",
    }
)
NUMBERS = frozenset(
    {
        "amount",
        "full_time_staff",
        "participants",
        "penalty_count",
        "rate",
        "registered_capital",
        "respondents",
        "satisfied",
        "session",
        "year",
    }
)
FLAGS = frozenset(
    {"abnormal_listed", "mentions_organization", "organizer_level_certain", "seriously_illegal_listed"}
)
LISTS = frozenset({"people", "penalty_types"})
UNTYPED = frozenset({"claims", "claimed_total"})
"""What the applicant says is no one's to correct."""
LEVELS = {
    "issuing_authority": "authority_level",
    "organizer": "organizer_level",
    "party_a": "party_a_level",
    "approving_union": "approving_union_level",
}
"""Bodies, and the fact that tells how high each stands: it follows where the body is corrected."""
UNSURE = 0.5
ENDLESS = "长期"
_DAY = re.compile(r"(\d{4})(?:[-./年](\d{1,2})(?:[-./月](\d{1,2}))?)?[月日]?", re.ASCII)
_YES = {"是": True, "有": True, "否": False, "无": False}


class ValueUnusableError(HezhengError):
    """What was typed is no value of the fact."""

    def __init__(self, hint: str) -> None:
        super().__init__(messages.REVISION_VALUE.format(hint=hint))


def hint_of(name: str) -> str:
    """How a fact of that name is typed, in Chinese."""
    if name == "period":
        return messages.REVISION_HINTS["period"]
    for group, kind in ((DAYS, "day"), (NUMBERS, "number"), (FLAGS, "flag"), (LISTS, "list")):
        if name in group:
            return messages.REVISION_HINTS[kind]
    return messages.REVISION_HINTS["text"]


def value_of(name: str, typed: str) -> JsonValue:
    """The normalised value of what was typed. ValueUnusableError."""
    text = typed.strip()
    try:
        if name == "valid_until" and text == ENDLESS:
            return None
        if name in DAYS:
            return _day(text)
        if name in NUMBERS:
            return _number(text)
        if name in FLAGS:
            return _YES[text]
    except (ValueError, KeyError):
        raise ValueUnusableError(hint_of(name)) from None
    if not text:
        raise ValueUnusableError(hint_of(name))
    if name in LISTS:
        return [each for each in re.split(r"[、，,;；\s]+", text) if each]
    return text


def revise(documents: Iterable[ReadDocument], revisions: Sequence[RevisedFact]) -> list[ReadDocument]:
    """The documents with their facts as corrected, in the revisions' order. One on another content is left out."""
    found: list[ReadDocument] = []
    for each in documents:
        own = [
            one
            for one in revisions
            if (one.document, one.sha256) == (each.document.path, each.document.sha256)
        ]
        facts = list(each.facts)
        for one in own:
            facts = _followed(_revised(facts, one), one)
        found.append(each.model_copy(update={"facts": tuple(facts)}) if own else each)
    return found


def revised_report(kept: Kept, revision: RevisedFact, rubric: Rubric) -> Report:
    """The report that the correction would make, under the report's own standard."""
    documents = tuple(revise(kept.documents, [revision]))
    changed = Kept(kept.submission, kept.report, documents)
    standing = replay(changed, rubric)
    return kept.report.model_copy(
        update={
            "facts": tuple(steps.facts_of(documents)),
            "findings": standing.findings,
            "discrepancies": standing.discrepancies,
            "score": standing.score,
        }
    )


def _revised(facts: Sequence[Fact], one: RevisedFact) -> list[Fact]:
    new = Fact(
        document=one.document,
        segment=one.segment,
        kind=one.kind,
        name=one.name,
        value=one.value,
        raw=one.raw,
        confidence=1.0,
        evidence=(one.evidence,),
        note=messages.REVISED,
    )
    if one.was is None:
        later = [index for index, each in enumerate(facts) if each.segment > one.segment]
        at = later[0] if later else len(facts)
        return [*facts[:at], new, *facts[at:]]
    found: list[Fact] = []
    for each in facts:
        if (each.segment, each.name, each.raw) != (one.segment, one.name, one.was):
            found.append(each)
        elif not one.removed:
            found.append(new)
    return found


def _followed(facts: Sequence[Fact], one: RevisedFact) -> list[Fact]:
    """The facts, with the level of a body that was corrected by what its new name says. A document's first body counts."""
    from extractors.language.levels import authority_level

    wanted = LEVELS.get(one.name)
    bodies = [each.raw for each in facts if (each.segment, each.name) == (one.segment, one.name)]
    if wanted is None or bodies[:1] != [one.raw]:
        return list(facts)
    level = authority_level(one.raw)
    return [
        each.model_copy(
            update={
                "value": level.value,
                "raw": one.raw,
                "confidence": 1.0 if level.certain else UNSURE,
                "evidence": (one.evidence,),
                "note": level.reason,
            }
        )
        if (each.segment, each.name) == (one.segment, wanted)
        else each
        for each in facts
    ]


def _day(text: str) -> str:
    whole = _DAY.fullmatch(text)
    if whole is None:
        raise ValueError(text)
    year, *rest = whole.groups()
    written = "-".join([year, *(each.zfill(2) for each in rest if each)])
    parse(written)
    return written


def _number(text: str) -> float | int:
    plain = text.replace(",", "").replace("，", "").removesuffix("元").strip()
    if plain.endswith(("%", "％")):
        return round(float(plain[:-1]) / 100, 6)
    value = float(plain.removesuffix("万")) * (10_000 if plain.endswith("万") else 1)
    if not 0 <= value < 1e15:
        raise ValueError(text)
    return int(value) if value.is_integer() else value
