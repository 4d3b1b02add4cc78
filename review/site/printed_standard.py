"""The standard on paper: each rule beside the clause that it rests on, as a page and as a PDF."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Annotated, Any, NamedTuple

from fastapi import APIRouter, Query
from starlette.requests import Request
from starlette.responses import Response

from dossier.kinds import KIND_NAMES
from dossier.principal import Principal
from flows import in_force
from review.api.parts import Parts, Service
from review.reports.pdf import render_pdf
from review.reports.words import number
from review.site import standards_messages as messages
from review.site.rendering import page, written
from review.site.signing import Viewer
from rubric.base import LEVEL_NAMES
from rubric.messages import OPERATORS
from rubric.model import Criterion, Rubric, Section
from rubric.notice_text import clause_texts

router = APIRouter()
Version = Annotated[str | None, Query(pattern=r"^[0-9a-f]{64}$")]


class PrintedRule(NamedTuple):
    """A criterion as it is printed."""

    criterion: Criterion
    clause_text: str | None
    """The notice's own sentence, where the office has laid its copy beside the standard."""
    kinds: tuple[str, ...]
    decided: str
    parameters: tuple[tuple[str, str], ...]
    gate: str | None


@router.get("/standard")
def printed(request: Request, parts: Service, viewer: Viewer, version: Version = None) -> Response:
    """The standard in force today, or one of the office's versions."""
    standard = _standard(parts, viewer, version)
    return page(request, "printed_standard.html.j2", version=version, **_context(parts, standard))


@router.get("/standard.pdf")
def printed_pdf(parts: Service, viewer: Viewer, version: Version = None) -> Response:
    """The same as a PDF."""
    standard = _standard(parts, viewer, version)
    html = written("printed_standard_paper.html.j2", **_context(parts, standard))
    content = render_pdf(html, (), standard.sha256)
    name = f"standard-{standard.sha256[:12]}.pdf"
    headers = {"Content-Disposition": f'inline; filename="{name}"'}
    return Response(content, media_type="application/pdf", headers=headers)


def rules_of(standard: Rubric, texts: Mapping[str, str]) -> list[tuple[Section, list[PrintedRule]]]:
    """All criteria by their sections, in all versions."""
    return [
        (section, [_rule(each, texts) for each in standard.in_order() if each.section == section.id])
        for section in standard.sections
    ]


def _standard(parts: Parts, viewer: Principal, version: str | None) -> Rubric:
    """NotFoundError, and NotAllowedError for a version that isn't for this viewer."""
    if version is None:
        return in_force.standard_on(parts.records, parts.settings.rubric, in_force.today())
    return in_force.read_standard(parts.records.standard(viewer, version)[1])


def _context(parts: Parts, standard: Rubric) -> dict[str, Any]:
    texts = clause_texts(standard, parts.settings.notice)
    return {"standard": standard, "sections": rules_of(standard, texts), "quoted": bool(texts)}


def _rule(criterion: Criterion, texts: Mapping[str, str]) -> PrintedRule:
    check = criterion.check.model_dump(mode="json", exclude={"operator"}, exclude_defaults=True)
    return PrintedRule(
        criterion=criterion,
        clause_text=texts.get(criterion.id),
        kinds=tuple(KIND_NAMES[kind] for kind in criterion.evidence),
        decided=OPERATORS[criterion.check.operator],
        parameters=tuple(
            (messages.PARAMETERS.get(name, name), _parameter(name, value)) for name, value in check.items()
        ),
        gate=messages.GATE[criterion.gate.missing] if criterion.gate else None,
    )


def _parameter(name: str, value: object) -> str:
    """A parameter in words; of those that are points it is said that they are."""
    return f"{_told(value)}分" if name in messages.POINTS else _told(value)


def _told(value: object) -> str:
    """A parameter in words."""
    if isinstance(value, bool):
        return messages.YES if value else messages.NO
    if isinstance(value, int | float):
        return number(float(value))
    if isinstance(value, Mapping):
        return "；".join(_pairs(value))
    if isinstance(value, list):
        return "、".join(_item(each) for each in value)
    return LEVEL_NAMES.get(value, str(value))  # pyright: ignore[reportArgumentType, reportCallIssue]


def _pairs(value: Mapping[str, Any]) -> Iterator[str]:
    names = {**LEVEL_NAMES, **KIND_NAMES}
    for key, each in value.items():
        told = f"{_told(each)}分" if isinstance(each, int | float) else _told(each)
        yield f"{names.get(key, key)} {told}"  # pyright: ignore[reportArgumentType, reportCallIssue]


def _item(value: object) -> str:
    """A tier or a part of a list: its name or its rate, and its points."""
    if not isinstance(value, Mapping):
        return str(value)
    points = f"{number(float(value['points']))}分"
    return f"{value['name']} {points}" if "name" in value else f"≥{value['rate']:.0%} {points}"
