"""Whole submissions: drawn from a plan into files, an application, and what must be found."""

import io
import json
import random
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from tests.corpus import documents, faults, printed
from tests.corpus.criteria import CRITERIA
from tests.corpus.documents import Options, Part, Produced
from tests.corpus.page import Page
from tests.corpus.plan import Expected, Item, Plan, honest
from tests.corpus.world import Organization

_FOLDERS = {
    "1": "政治建设",
    "2": "组织建设",
    "3": "制度建设",
    "4": "能力建设",
    "5": "服务职工",
    "6": "社会影响",
}


LIGHT_FACES = {
    "song": "serif",
    "fang": "serif",
    "kai": "wenkai",
    "hei": "microhei",
    "song-bold": "serif-bold",
}
"""Faces with few points, for files that must be small."""


@dataclass
class Submission:
    """A submission's files by path, and its truth."""

    files: dict[str, bytes]
    truth: dict[str, Any]

    def write(self, folder: Path, truth: Path | None = None) -> None:
        """Writes the files into the folder, and the truth into a file that should lie outside of it."""
        for name, data in self.files.items():
            path = folder / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(data)
        if truth is not None:
            truth.parent.mkdir(parents=True, exist_ok=True)
            truth.write_text(json.dumps(self.truth, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")


@dataclass
class Style:
    """How an applicant hands things in."""

    application: str = "json"
    naming: str = "folders"
    compact: bool = False
    conditions: dict[str, int] = field(
        default_factory=lambda: {
            "digital": 40,
            "scan": 34,
            "photo": 16,
            "poor": 6,
            "screenshot": 12,
            "docx": 8,
            "html": 3,
            "xlsx": 5,
            "txt": 1,
        }
    )
    cite_files: bool = True
    collections: tuple[str, ...] = ("usual",)
    """Whose layouts the evidence is drawn in, by lot."""


def make_submission(
    seed: int | str,
    honesty: str = "honest",
    fault_names: Sequence[str] | None = None,
    style: Style | None = None,
    count: int | None = None,
    collections: tuple[str, ...] = ("usual",),
) -> Submission:
    """A submission by seed. `honesty` is `honest` or `dishonest`; faults are drawn by lot where none are named."""
    rng = random.Random(f"submission|{seed}")
    plan = honest(rng, full=honesty != "honest")
    names: list[str] = []
    if honesty == "dishonest":
        names = (
            list(fault_names) if fault_names is not None else faults.choose(rng, count or rng.randint(1, 4))
        )
        faults.apply(rng, plan, names)
    if style is None:
        style = Style(
            application=rng.choices(("json", "docx", "xlsx"), (70, 15, 15))[0],
            naming=rng.choice(("folders", "numbered", "camera", "mixed")),
            cite_files=rng.random() < 0.9,
            collections=collections,
        )
    return draw_submission(str(seed), plan, style, names)


def draw_submission(seed: str, plan: Plan, style: Style, names: Sequence[str] = ()) -> Submission:
    """Draws the plan's items and the application."""
    naming = random.Random(f"names|{seed}")
    made: dict[str, Produced] = {}
    drawn: dict[str, Part] = {}
    volumes: dict[str, list[str]] = {}
    for key, item in plan.items.items():
        if item.volume and not item.trick:
            volumes.setdefault(item.volume, []).append(key)
            drawn[key] = _draw(seed, key, item, plan, ("digital", "scan"), style)
        elif item.copy_of is None:
            drawn[key] = _draw(seed, key, item, plan, item.conditions, style)
    paths: dict[str, str] = {}
    for key, item in plan.items.items():
        if key not in drawn or not (item.volume and not item.trick):
            part = drawn[item.copy_of] if item.copy_of else drawn[key]
            made[key] = _file(
                seed, key, item, [part], style=style, naming=naming, number=len(made), plan=plan
            )
            paths[key] = made[key].name
    for volume, keys in volumes.items():
        item = Item("", volume, tuple(one for key in keys for one in plan.items[key].criteria))
        parts = [drawn[key] for key in keys]
        bound = _file(seed, volume, item, parts, style=style, naming=naming, number=len(made), plan=plan)
        made[volume] = bound
        paths.update(dict.fromkeys(keys, bound.name))
    files = {one.name: one.data for one in made.values()}
    claims = _claims(plan, paths, cite=style.cite_files)
    total = plan.total if plan.total is not None else sum(plan.claims.values())
    name, data = _application(seed, plan, claims, total, style)
    files[name] = data
    return Submission(files, _truth(seed, plan, names, made, paths, name, total, cited=style.cite_files))


def _draw(seed: str, key: str, item: Item, plan: Plan, conditions: Sequence[str], style: Style) -> Part:
    rng = random.Random(f"item|{seed}|{key}")
    org = item.about or plan.org
    allowed = [one for one in style.conditions if not conditions or one in conditions]
    for _ in range(60):
        condition = rng.choices(allowed, [style.conditions[one] for one in allowed])[0]
        layout = rng.choice(item.layouts) if item.layouts else None
        state = rng.getstate()
        collection = style.collections[0] if len(style.collections) == 1 else rng.choice(style.collections)
        collection = "usual" if layout else collection
        try:
            part = documents.draw(
                rng,
                item.kind,
                org,
                _values(rng, item, org, collection),
                layout=layout,
                condition=condition,
                collection=collection,
                chosen=LIGHT_FACES if style.compact else None,
            )
        except documents.NoLayoutError:
            rng.setstate(state)
            rng.random()
            continue
        if item.trick == "patched" and not _year_in_digits(part):
            continue
        part.draft.chosen["condition"] = condition
        return part
    raise documents.NoLayoutError(f"no layout for {key} in {conditions}")


def _values(rng: random.Random, item: Item, org: Organization, collection: str) -> dict[str, Any]:
    """What is fixed: in another collection than the usual one also what the usual one would draw, which the plan rests on.

    A survey's answers by level are each collection's own, since they must add up as it prints them.
    """
    if collection == "usual" or item.kind == "satisfaction_survey":
        return item.values
    return documents.load().samplers[item.kind](rng, org, item.values)


def _year_in_digits(part: Part) -> bool:
    places = [place for page in part.draft.pages for place in page.marks if place.name == "valid_until"]
    return bool(places) and places[0].text[:4].isdigit()


def _file(
    seed: str,
    key: str,
    item: Item,
    parts: Sequence[Part],
    *,
    style: Style,
    naming: random.Random,
    number: int,
    plan: Plan,
) -> Produced:
    rng = random.Random(f"file|{seed}|{key}")
    condition = parts[0].draft.chosen["condition"]
    if item.copy_of and condition == "digital":
        condition = "scan"
    if len(parts) > 1:
        thick = style.compact and sum(len(part.draft.pages) for part in parts) > 2
        condition = "scan" if rng.random() < 0.5 and not thick else "digital"
    options = Options(condition=condition, compact=style.compact)
    if len(parts) > 1 and condition == "scan":
        options.suffix = "pdf"
    if condition == "scan" and rng.random() < 0.12:
        options.suffix, options.hidden_text = "pdf", True
    if item.trick == "false_layer":
        options.suffix, options.turned = "pdf", 0
        options.hidden_pages = _false_pages(seed, key, item, plan, style)
    if item.trick == "patched":
        options.suffix, options.turned = "jpg", 0
    made = documents.produce(rng, parts, _name(item, style, naming, number, parts[0]), options)
    if item.trick == "patched":
        return _patched(made)
    if item.trick == "broken":
        return Produced(
            made.name,
            made.data[:9] + rng.randbytes(4000),
            {**made.truth, "facts": [], "lines": [], "broken": True},
        )
    return made


def _false_pages(seed: str, key: str, item: Item, plan: Plan, style: Style) -> Sequence[Page]:
    """The same pages, drawn with other values, for a text layer that lies."""
    lying = replace(item, values={**item.values, **item.trick_values}, trick=None)
    return _draw(seed, key, lying, plan, item.conditions, style).draft.pages


def _name(item: Item, style: Style, naming: random.Random, number: int, part: Part) -> str:
    way = style.naming if style.naming != "mixed" else naming.choice(("folders", "numbered", "camera"))
    if way == "camera":
        shot = part.draft.chosen["condition"] == "photo"
        return (
            f"IMG_{date(2026, 9, 1) + timedelta(days=naming.randint(0, 68)):%Y%m%d}_{number:02d}"
            if shot
            else f"扫描{number:04d}"
        )
    if way == "numbered":
        return f"{number + 1:02d}{item.name}"
    return f"{_FOLDERS[item.criteria[0][0]] if item.criteria else '其他'}/{item.name}"


def _patched(made: Produced) -> Produced:
    """Paints another digit over the year in which a certificate ends, on the scan itself."""
    import numpy as np
    from PIL import Image, ImageDraw

    from tests.corpus import fonts

    fact = next(one for one in made.truth["facts"] if one["name"] == "valid_until")
    image = Image.open(io.BytesIO(made.data)).convert("RGB")
    x0, y0, x1, y1 = fact["boxes"][0]
    left, top, right, bottom = x0 * image.width, y0 * image.height, x1 * image.width, y1 * image.height
    text = fact["text"]
    units = [0.5 if one.isascii() else 1.0 for one in text]
    step = (right - left) / sum(units)
    spot = (
        left + sum(units[:3]) * step - 0.06 * step,
        top,
        left + sum(units[:4]) * step + 0.02 * step,
        bottom,
    )
    pixels = np.asarray(image)[int(top) : int(bottom), max(0, int(left - 3 * step)) : int(right + 3 * step)]
    paper = tuple(int(value) for value in np.percentile(pixels.reshape(-1, 3), 85, axis=0))
    ink = tuple(int(value) for value in np.percentile(pixels.reshape(-1, 3), 1, axis=0))
    year = int(text[:4])
    changed = year // 10 * 10 + min(9, year % 10 + 3)
    pen = ImageDraw.Draw(image)
    pen.rectangle(spot, fill=paper)
    face = fonts.pil("times", max(10, round(step * 0.98)))
    pen.text(((spot[0] + spot[2]) / 2, (top + bottom) / 2), str(changed)[3], font=face, fill=ink, anchor="mm")
    out = io.BytesIO()
    image.save(out, "JPEG", quality=92)
    truth = json.loads(json.dumps(made.truth))
    for one in truth["facts"]:
        if one["name"] == "valid_until":
            one["value"] = one["value"].replace(str(year), str(changed), 1)
            one["text"] = text.replace(str(year), str(changed), 1)
    truth["patched"] = {
        "page": 1,
        "box": [round(spot[0] / image.width, 5), round(y0, 5), round(spot[2] / image.width, 5), round(y1, 5)],
    }
    return Produced(made.name, out.getvalue(), truth)


def _claims(plan: Plan, paths: dict[str, str], *, cite: bool) -> list[dict[str, Any]]:
    claims = []
    for criterion in (one.id for one in CRITERIA):
        cited = list(
            dict.fromkeys(paths[key] for key, item in plan.items.items() if criterion in item.criteria)
        )
        if criterion not in plan.claims and not (criterion in ("2.7", "2.8") and cited):
            continue
        claim: dict[str, Any] = {"criterion": criterion, "points": plan.claims.get(criterion, 0.0)}
        if criterion in plan.statements:
            claim["statement"] = plan.statements[criterion]
        claim["files"] = cited if cite else []
        claims.append(claim)
    return claims


def _application(
    seed: str, plan: Plan, claims: list[dict[str, Any]], total: float, style: Style
) -> tuple[str, bytes]:
    org = plan.org.but(**plan.application)
    if style.application in ("docx", "xlsx"):
        layout = "form_with_numbers" if style.application == "docx" else "workbook"
        fixed = {"claims": claims, "claimed_total": total, "date": plan.submitted}
        made = documents.make_document(
            f"form|{seed}",
            "application_form",
            org=org,
            values=fixed,
            layout=layout,
            condition=style.application,
            name="申报表",
        )
        return made.name, made.data
    told = {
        "round": "2026",
        "organization": {
            "name": org.name,
            "uscc": org.uscc,
            "type": org.type,
            "legal_representative": org.legal_representative,
            "address": org.address,
        },
        "recommender": org.city_union,
        "submitted_at": f"{plan.submitted.isoformat()}T10:00:00+08:00",
        "claims": claims,
        "claimed_total": total,
    }
    return "submission.json", (json.dumps(told, ensure_ascii=False, indent=1) + "\n").encode()


def _truth(
    seed: str,
    plan: Plan,
    names: Sequence[str],
    made: dict[str, Produced],
    paths: dict[str, str],
    application: str,
    total: float,
    *,
    cited: bool,
) -> dict[str, Any]:
    return {
        "seed": seed,
        "honest": not names,
        "faults": list(names),
        "organization": plan.org.name,
        "uscc": plan.org.uscc,
        "as_of": plan.as_of.isoformat(),
        "submitted": printed.day(plan.submitted, "iso"),
        "application": application,
        "claimed_total": total,
        "expected": [
            {
                "code": one.code,
                "criterion": one.criterion,
                "document": paths.get(one.key) if one.key else None,
            }
            for one in (plan.expected if cited else map(_uncited, plan.expected))
        ],
        "eligible": sorted(plan.eligible),
        "carried": {key: plan.carried[key] for key in sorted(plan.carried)},
        "documents": [one.truth for one in made.values()],
    }


def _uncited(one: Expected) -> Expected:
    """What is told where no claim names a file: a paper about something else is nobody's then, and the proof just missing."""
    return Expected("evidence_missing", one.criterion) if one.code == "evidence_unrelated" else one


def as_of(submission: Submission) -> date:
    """The reference date of a submission."""
    return date.fromisoformat(submission.truth["as_of"])
