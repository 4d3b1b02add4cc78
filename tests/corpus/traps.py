"""Traps: small submissions that claim one thing with a paper that doesn't carry it, for counting false clears.

Each takes a paper that would carry the claim and spoils it in one way: a name that differs by one character, an end
that was yesterday, a grade too low, a watermark. Whoever calls such a claim proven clears it falsely. The papers are
drawn in the further layouts. What spoils which papers is listed in
`trap_families.py`.
"""

import json
import random
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any

from tests.corpus import codes
from tests.corpus.documents import NoLayoutError, Options, Part, Produced, draw, load, produce
from tests.corpus.page import Page, Place, Run
from tests.corpus.submissions import Submission
from tests.corpus.world import Organization

AS_OF = date(2026, 11, 15)
"""The day on which the traps are handed in."""
PAGED = ("digital", "scan", "photo", "poor", "screenshot")
_COLLECTION = "further"

Values = dict[str, Any]
Fix = Callable[[random.Random, Organization], Values]
Finish = Callable[[random.Random, Part], bool]


def nothing(rng: random.Random, org: Organization) -> Values:  # noqa: ARG001
    """No value is fixed."""
    return {}


@dataclass(frozen=True)
class Flaw:
    """One way to spoil a paper.

    `fix` changes values, `whose` says whose paper it is, `kind` and `layout` take another paper, `finish` changes the
    drawn pages and says whether it could. `against` is a letter that lies beside the paper and takes it back.
    """

    name: str
    why: str
    fix: Fix = nothing
    whose: Callable[[random.Random, Organization], Organization] | None = None
    kind: str = ""
    layout: str | None = None
    finish: Finish | None = None
    against: Fix | None = None


@dataclass(frozen=True)
class Family:
    """Papers that are handed in for one criterion: what a good one says, what spoils it, and good papers that lie beside it."""

    name: str
    criterion: str
    points: float
    kind: str
    good: Fix
    flaws: tuple[Flaw, ...]
    beside: tuple[tuple[str, Fix], ...] = field(default=())


def letter(title: str, *paragraphs: str, signed: str, days: int = 200) -> Fix:
    """A letter's values, so many days old. `{org}`, `{city}` and `{union}` stand for the applicant and its city's offices."""

    def fix(rng: random.Random, org: Organization) -> Values:  # noqa: ARG001
        names = {
            "org": org.name,
            "city": org.place.city,
            "union": org.city_union,
            "head": org.legal_representative,
        }
        body = tuple(one.format(**names) for one in paragraphs)
        return {
            "told": (title.format(**names), body, signed.format(**names)),
            "date": AS_OF - timedelta(days=days),
        }

    return fix


_ALIKE = dict(zip("协会心工职惠民学友服社业江新康健公", "学社新公织慧明协有福会叶汇心健康工", strict=True))


def near_name(rng: random.Random, org: Organization) -> Organization:
    """Another organization with a code of its own, whose name differs by one character."""
    spots = [at for at, one in enumerate(org.name) if one in _ALIKE and at >= len(org.place.full)]
    at = rng.choice(spots) if spots else len(org.name) - 2
    changed = org.name[:at] + _ALIKE.get(org.name[at], "华") + org.name[at + 1 :]
    return org.but(name=changed, uscc=codes.make(rng, org.uscc[:2], org.uscc[2:8]))


def another(rng: random.Random, org: Organization) -> Organization:
    """An organization with another name."""
    while (found := load(_COLLECTION).applicant(rng)).name == org.name:
        continue
    return found


def watermark(*words: str) -> Finish:
    """Large slanted words over each page: 样本, 作废."""

    def finish(rng: random.Random, part: Part) -> bool:
        word = rng.choice(words)
        for page in part.draft.pages:
            size = min(130.0, page.width / (len(word) + 1))
            ink = part.draft.type("hei-bold", size, (214, 120, 120))
            page.watermark(word, ink, 28, page.width * 0.5 - ink.width(word) * 0.45, page.height * 0.62)
        return True

    return finish


def undated(*names: str) -> Finish:
    """Takes the days off the page and writes on top that it is a draft; it can't where a day stands within a line."""

    def finish(rng: random.Random, part: Part) -> bool:
        draft = part.draft
        for page in draft.pages:
            for place in [one for one in page.marks if one.name.partition("#")[0] in names]:
                if not _erase(page, place):
                    return False
        for name in names:
            draft.truth.pop(name, None)
        word = rng.choice(("（征求意见稿）", "（代拟稿）", "草稿"))
        draft.pages[0].text(30, 28, word, draft.type("hei", 15, (60, 60, 60)))
        return True

    return finish


def _erase(page: Page, place: Place) -> bool:
    x0, y0, x1, y1 = place.box
    inside = [
        one
        for one in page.commands
        if isinstance(one, Run)
        and x0 - 0.5 <= one.x
        and one.x + one.type.width(one.text) <= x1 + 0.5
        and y0 <= one.baseline <= y1
    ]
    if "".join(one.text for one in inside) != place.text:
        return False
    page.commands = [one for one in page.commands if not any(one is gone for gone in inside)]
    page.marks.remove(place)
    page.lines = [one for one in page.lines if one.box != place.box]
    return True


def make_trap(seed: int | str, family: Family, flaw: Flaw | None = None) -> Submission:
    """A submission of one claim, spoiled by the flaw, or one of the family's by lot. Its truth says why the claim isn't proven."""
    rng = random.Random(f"trap|{family.name}|{seed}")
    org = load(_COLLECTION).applicant(rng)
    flaw = flaw or rng.choice(family.flaws)
    papers = [spoiled(rng, family, flaw, org)]
    papers += [_drawn(rng, kind, org, fix(rng, org)) for kind, fix in family.beside]
    if flaw.against:
        papers.append(_drawn(rng, "other", org, flaw.against(rng, org), "further_told"))
    rng.shuffle(papers)
    made = [
        _produced(rng, part, f"IMG_{rng.randint(1000, 9999)}_{number}")
        for number, part in enumerate(papers, start=1)
    ]
    claim = {"criterion": family.criterion, "points": family.points, "files": [one.name for one in made]}
    files = {one.name: one.data for one in made}
    files["submission.json"] = (
        json.dumps(_application(org, claim), ensure_ascii=False, indent=1) + "\n"
    ).encode()
    truth = {
        "trap": flaw.name,
        "family": family.name,
        "why": flaw.why,
        "organization": org.name,
        "as_of": AS_OF.isoformat(),
        "criterion": family.criterion,
        "claimed": family.points,
        "forbidden": "supported",
        "proven_at_most": 0.0,
        "documents": [one.truth for one in made],
    }
    return Submission(files, truth)


def spoiled(rng: random.Random, family: Family, flaw: Flaw, org: Organization) -> Part:
    """The spoiled paper, drawn.

    Raises:
        NoLayoutError: no layout of the kind can be spoiled so.
    """
    subject = flaw.whose(rng, org) if flaw.whose else org
    for _ in range(60):
        if flaw.kind and flaw.kind != family.kind:
            values = flaw.fix(rng, org)
        else:
            values = {**family.good(rng, subject), **flaw.fix(rng, subject)}
        part = _drawn(rng, flaw.kind or family.kind, subject, values, flaw.layout)
        part.draft.about = org.name
        if flaw.finish is None or (set(part.layout.conditions) & set(PAGED) and flaw.finish(rng, part)):
            return part
    raise NoLayoutError(f"no layout of {family.kind} can be spoiled as {flaw.name}")


def _drawn(
    rng: random.Random, kind: str, org: Organization, values: Mapping[str, Any], layout: str | None = None
) -> Part:
    return draw(rng, kind, org, values, layout=layout, collection=_COLLECTION)


def _produced(rng: random.Random, part: Part, name: str) -> Produced:
    able = [one for one in part.layout.conditions if one in PAGED]
    return produce(rng, [part], name, Options(condition=rng.choice(able)))


def _application(org: Organization, claim: Values) -> Values:
    return {
        "round": "2026",
        "organization": {
            "name": org.name,
            "uscc": org.uscc,
            "type": org.type,
            "legal_representative": org.legal_representative,
            "address": org.address,
        },
        "recommender": org.city_union,
        "submitted_at": f"{AS_OF.isoformat()}T10:00:00+08:00",
        "claims": [claim],
        "claimed_total": claim["points"],
    }
