"""Who applies, and what they type: shared by the applicant's pages.

What an applicant is told of their own submission, on all of these pages:
- where it stands, in plain words; of a decision only once it is made known (recommended or returned), with the reason
  that is given for that move and the points that were set. Until then neither a report, nor a ruling, nor a comment.
- of a draft, what its self-check gives (`flows.rehearsal`), which knows nothing of traces of alteration.
- of a supplement, what the reviewer asks, in the reviewer's own words, with the criterion and the file that it is about,
  and what was found, as the records put it to applicants: of traces of alteration no more than that there is doubt.
"""

import re
import unicodedata
from collections.abc import Mapping
from datetime import datetime
from typing import Annotated

from fastapi import Depends
from pydantic import BaseModel, Field, JsonValue

from dossier.dates import CHINA
from dossier.errors import HezhengError
from dossier.principal import Principal, Role
from dossier.record import SubmissionRecord
from dossier.submission import Organization
from flows import in_force
from review.api.parts import Parts
from review.site import mine_messages as messages
from review.site.signing import for_roles
from rubric import Criterion, Rubric

Applicant = Annotated[Principal, Depends(for_roles(Role.APPLICANT))]
"""The signed-in person, who hands in submissions of their own. Problem `forbidden` else."""
HERE = "here"
BY_FORM = "form"
_POINTS = re.compile(r"\d{1,4}(\.\d{1,2})?", re.ASCII)
_USCC = re.compile(r"[0-9A-Z]{18}", re.ASCII)


class TypedError(HezhengError):
    """What was typed can't be taken as it is."""


class TypedAbout(BaseModel):
    """What the form says of the applicant."""

    round: str = Field(default="", max_length=20)
    name: str = Field(default="", max_length=200)
    uscc: str = Field(default="", max_length=40)
    type: str = Field(default="", max_length=40)
    legal_representative: str = Field(default="", max_length=100)
    address: str = Field(default="", max_length=300)
    recommender: str = Field(default="", max_length=200)
    way: str = HERE

    def organization(self) -> Organization:
        """The applicant. TypedError tells what is missing."""
        uscc = unicodedata.normalize("NFKC", tidy(self.uscc)).replace(" ", "").upper()
        missing = [
            name
            for name, value in (("单位名称", self.name), ("推荐单位", self.recommender))
            if not tidy(value)
        ]
        if missing:
            raise TypedError(messages.MISSING.format(names="、".join(missing)))
        if uscc and not _USCC.fullmatch(uscc):
            raise TypedError(messages.USCC)
        return Organization(
            name=tidy(self.name),
            uscc=uscc or None,
            type=tidy(self.type) or None,
            legal_representative=tidy(self.legal_representative) or None,
            address=tidy(self.address) or None,
        )


def about(record: SubmissionRecord) -> TypedAbout:
    """The form as the record fills it."""
    told = record.organization
    return TypedAbout(
        round=record.round,
        name=told.name if told else "",
        uscc=(told.uscc if told else None) or "",
        type=(told.type if told else None) or "",
        legal_representative=(told.legal_representative if told else None) or "",
        address=(told.address if told else None) or "",
        recommender=record.recommender or "",
        way=HERE if record.application is not None else BY_FORM,
    )


def application_of(
    round_: str,
    organization: Organization,
    recommender: str | None,
    claims: Mapping[str, tuple[float, str]],
) -> dict[str, JsonValue]:
    """What submission.json would say. `claims`: criterion → points and statement.

    No claim names files: each document counts for all, so that a proof laid with the wrong criterion isn't lost.
    """
    told: list[JsonValue] = [
        {"criterion": criterion, "points": points, **({"statement": words} if words else {})}
        for criterion, (points, words) in claims.items()
    ]
    return {
        "round": round_,
        "organization": {
            name: value for name, value in organization.model_dump(mode="json").items() if value is not None
        },
        "recommender": recommender,
        "claims": told,
        "claimed_total": sum(points for points, _ in claims.values()),
    }


def claims_of(record: SubmissionRecord) -> dict[str, tuple[float, str]]:
    """Points and statement by criterion, as the draft's own application has them."""
    told = (record.application or {}).get("claims")
    found: dict[str, tuple[float, str]] = {}
    for each in told if isinstance(told, list) else []:
        if isinstance(each, dict) and isinstance(points := each.get("points"), int | float):
            found[str(each.get("criterion"))] = float(points), str(each.get("statement") or "")
    return found


def typed_claims(
    typed: Mapping[str, str], criteria: tuple[Criterion, ...]
) -> tuple[dict[str, tuple[float, str]], list[str]]:
    """The claims that fields `points-2.6`, `statement-2.6` make, and what is wrong with the others."""
    claims: dict[str, tuple[float, str]] = {}
    wrong: list[str] = []
    for criterion in criteria:
        written = unicodedata.normalize("NFKC", tidy(typed.get(f"points-{criterion.id}", "")))
        if not written:
            continue
        if not _POINTS.fullmatch(written) or float(written) > criterion.points:
            wrong.append(messages.POINTS.format(id=criterion.id, most=f"{criterion.points:g}"))
        elif float(written) > 0:
            words = tidy(typed.get(f"statement-{criterion.id}", ""))[:1000]
            claims[criterion.id] = float(written), words
    return claims, wrong


def standard_today(parts: Parts) -> Rubric:
    """The standard that drafts of today are checked by. RubricError."""
    return in_force.standard_on(parts.records, parts.settings.rubric, datetime.now(CHINA).date())


def criteria_today(rubric: Rubric) -> tuple[Criterion, ...]:
    """Its criteria of today."""
    return rubric.in_force(datetime.now(CHINA).date())


def tidy(text: str) -> str:
    """The text without what no line of a form holds: breaks, control characters, white space at the ends and in runs."""
    return " ".join("".join(each if each.isprintable() else " " for each in text).split())
