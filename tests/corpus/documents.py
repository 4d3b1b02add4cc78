"""Evidence documents: drawn, damaged, written in some format, each with its truth."""

import importlib
import json
import pkgutil
import random
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cache
from pathlib import Path
from types import ModuleType
from typing import Any

from tests.corpus import assorted, further, held_out, layouts, marks, office, pdf, pixels, places, varied
from tests.corpus.assorted import people as assorted_people
from tests.corpus.assorted import register as assorted_register
from tests.corpus.draft import LAYOUTS, SAMPLERS, Draft, Layout, Sampler, Values
from tests.corpus.further import people as further_people
from tests.corpus.further import register as further_register
from tests.corpus.held_out import people as held_out_people
from tests.corpus.held_out import register as held_out_register
from tests.corpus.page import Page
from tests.corpus.varied import people, register
from tests.corpus.world import Organization, organization

CONDITIONS = ("digital", "scan", "photo", "poor", "screenshot", "docx", "xlsx", "html", "txt")


class NoLayoutError(ValueError):
    """No layout of the kind fits the values and the condition."""


@dataclass(frozen=True)
class Produced:
    """A file with its truth, which is ready for JSON."""

    name: str
    data: bytes
    truth: dict[str, Any]

    def write(self, folder: Path, *, truth: bool = True) -> Path:
        """Writes the file, and its truth beside it as `<file>.truth.json`."""
        path = folder / self.name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(self.data)
        if truth:
            told = json.dumps(self.truth, ensure_ascii=False, indent=1)
            path.with_name(path.name + ".truth.json").write_text(told + "\n", encoding="utf-8")
        return path


@dataclass(frozen=True)
class Part:
    """One drawn document: a layout's draft."""

    layout: Layout
    draft: Draft


@dataclass
class Options:
    """How the file is made; what is None is drawn by lot."""

    condition: str | None = None
    suffix: str | None = None
    turned: int | None = None
    dpi: int | None = None
    compact: bool = False
    hidden_text: bool = False
    hidden_pages: Sequence[Page] | None = None
    chosen: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Collection:
    """A set of layouts, drawn by one hand: its package, its register, and who applies in it."""

    package: ModuleType
    layouts: dict[str, list[Layout]]
    samplers: dict[str, Sampler]
    applicant: Callable[[random.Random], Organization]


COLLECTIONS = {
    "usual": Collection(layouts, LAYOUTS, SAMPLERS, organization),
    "varied": Collection(varied, register.LAYOUTS, register.SAMPLERS, people.applicant),
    "assorted": Collection(
        assorted, assorted_register.LAYOUTS, assorted_register.SAMPLERS, assorted_people.applicant
    ),
    "further": Collection(
        further, further_register.LAYOUTS, further_register.SAMPLERS, further_people.applicant
    ),
    "held_out": Collection(
        held_out, held_out_register.LAYOUTS, held_out_register.SAMPLERS, held_out_people.applicant
    ),
}
"""`held_out` is for measuring only: whoever changes an extractor looks at its figures and never at its layouts."""


@cache
def load(collection: str = "usual") -> Collection:
    """A collection, with every module of its layouts imported."""
    found = COLLECTIONS[collection]
    for module in sorted(each.name for each in pkgutil.iter_modules(found.package.__path__)):
        importlib.import_module(f"{found.package.__name__}.{module}")
    return found


def kinds(collection: str = "usual") -> tuple[str, ...]:
    """The kinds that have layouts."""
    return tuple(sorted(load(collection).layouts))


def layouts_of(kind: str) -> tuple[Layout, ...]:
    """The layouts of a kind."""
    return tuple(load().layouts[kind])


def _fits(candidate: Layout, values: Values, condition: str | None) -> bool:
    if condition is not None and condition not in candidate.conditions:
        return False
    for need in candidate.needs.split():
        name, _, wanted = need.lstrip("!").partition("=")
        has = values.get(name) is not None and (not wanted or str(values[name]) in wanted.split(","))
        if has == need.startswith("!"):
            return False
    return True


def draw(
    rng: random.Random,
    kind: str,
    org: Organization,
    values: Mapping[str, Any] | None = None,
    *,
    layout: str | None = None,
    condition: str | None = None,
    collection: str = "usual",
    chosen: Mapping[str, str] | None = None,
) -> Part:
    """Draws a document of a kind about an organization; `values` fixes what its sampler would draw by lot.

    `chosen` fixes choices of the draft, such as the face of a family of type.
    """
    taken = load(collection)
    for _ in range(1 if values else 200):
        sampled = taken.samplers[kind](rng, org, values or {})
        fitting = [
            one
            for one in taken.layouts.get(kind, ())
            if _fits(one, sampled, condition) and layout in (None, one.name)
        ]
        if fitting:
            break
    else:
        raise NoLayoutError(f"no layout of {kind} fits (layout {layout}, condition {condition})")
    found = rng.choice(fitting)
    draft = Draft(rng, org, sampled, chosen=dict(chosen or {}))
    found.draw(draft)
    return Part(found, draft)


def produce(rng: random.Random, parts: Sequence[Part], name: str, options: Options | None = None) -> Produced:
    """Writes drawn documents as one file. `name` has no suffix; several parts make a bound volume."""
    options = options or Options()
    shared = [
        one for one in parts[0].layout.conditions if all(one in part.layout.conditions for part in parts)
    ]
    condition = options.condition or rng.choice(shared)
    truth: dict[str, Any] = {
        "file": "",
        "kind": parts[0].layout.kind,
        "condition": condition,
        "layout": parts[0].layout.id,
        "organization": parts[0].draft.about or parts[0].draft.org.name,
        "turned": 0,
        "segments": _segments(parts),
        "facts": [],
        "lines": [],
        "seals": [],
    }
    if condition in ("docx", "xlsx", "html", "txt"):
        data, suffix = _as_office(rng, parts, condition, truth), condition
    else:
        data, suffix = _as_pages(rng, parts, condition, options, truth)
    truth["file"] = f"{name}.{suffix}"
    return Produced(truth["file"], data, truth)


def make_document(
    seed: int | str,
    kind: str | None = None,
    *,
    org: Organization | None = None,
    values: Mapping[str, Any] | None = None,
    layout: str | None = None,
    condition: str | None = None,
    name: str | None = None,
    options: Options | None = None,
    collection: str = "usual",
) -> Produced:
    """A document by seed alone, or with some of its properties fixed."""
    rng = random.Random(f"document|{seed}")
    kind = kind or rng.choice(kinds(collection))
    org = org or load(collection).applicant(rng)
    part = draw(rng, kind, org, values, layout=layout, condition=condition, collection=collection)
    options = options or Options()
    if condition is not None:
        options.condition = condition
    return produce(rng, [part], name or f"{seed}-{kind}", options)


def _segments(parts: Sequence[Part]) -> list[dict[str, Any]]:
    told, first = [], 1
    for part in parts:
        last = first + max(1, len(part.draft.pages)) - 1
        told.append(
            {
                "kind": part.layout.kind,
                "layout": part.layout.id,
                "pages": [first, last],
                "organization": part.draft.about or part.draft.org.name,
            }
        )
        first = last + 1
    return told


def _as_office(rng: random.Random, parts: Sequence[Part], condition: str, truth: dict[str, Any]) -> bytes:
    draft = parts[0].draft
    if condition == "xlsx":
        data = office.to_xlsx(draft.sheets)
        texts = [cell for _, rows in draft.sheets for row in rows for cell in row]
    else:
        texts = []
        for block in draft.blocks:
            texts.extend(
                [cell.text for row in block.rows for cell in row] if block.kind == "table" else [block.text]
            )
        title = next((marks.plain(block.text) for block in draft.blocks if block.kind == "heading"), "")
        if condition == "docx":
            data = office.to_docx(draft.blocks)
        elif condition == "html":
            data = office.to_html(draft.blocks, title)
        else:
            data = office.to_txt(draft.blocks, rng.choice(("utf-8", "utf-8", "utf-8-sig", "gb18030")))
    printed: dict[str, str] = {}
    for text in texts:
        for run, names in marks.pieces(text):
            for one in names:
                printed.setdefault(one.partition("#")[0], run)
    for one, value in draft.truth.items():
        truth["facts"].append(
            {"segment": 0, "name": one, "value": value, "page": 1, "box": None, "text": printed.get(one, "")}
        )
    truth["lines"] = [
        [{"text": marks.plain(text), "box": None} for text in texts if marks.plain(text).strip()]
    ]
    truth["segments"] = [{**truth["segments"][0], "pages": [1, 1]}]
    return data


def _as_pages(
    rng: random.Random, parts: Sequence[Part], condition: str, options: Options, truth: dict[str, Any]
) -> tuple[bytes, str]:
    drafts = [part.draft for part in parts]
    pages = [page for draft in drafts for page in draft.pages]
    clean = pdf.to_pdf(pages, title=options.chosen.get("title", ""))
    if condition == "digital":
        places.tell(drafts, [places.whole(page) for page in pages], truth)
        return clean, "pdf"
    dpi = options.dpi or pixels.dpi_of(rng, condition, compact=options.compact)
    images = pdf.render(clean, dpi)
    taken = [
        pixels.damaged(image, rng, condition, compact=options.compact, scene=page.scene)
        for image, page in zip(images, pages, strict=True)
    ]
    if options.compact:
        taken = [replace(one, quality=min(one.quality, 46)) for one in taken]
    places.tell(drafts, [places.followed(one, dpi) for one in taken], truth)
    suffix = options.suffix or pixels.suffix_of(rng, condition, len(pages))
    if options.compact and suffix == "tif" and len(pages) > 1:
        suffix = "pdf"
    turned = options.turned
    if turned is None:
        turned = rng.choice((90, 180, 270)) if condition in ("scan", "poor") and rng.random() < 0.12 else 0
    if turned:
        truth["turned"] = turned
    layer = options.hidden_pages or (pages if options.hidden_text and not turned else None)
    exif = condition == "photo"
    return pixels.encode(rng, taken, pages, suffix, turned=turned, exif=exif, layer=layer), suffix
