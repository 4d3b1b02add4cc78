"""report.html, and the same page as it goes to paper."""

from __future__ import annotations

import base64
import hashlib
import re
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from review.reports import messages, words
from review.reports.images import Picture
from review.reports.view import ReportView

if TYPE_CHECKING:
    from jinja2 import Environment, Template

TEMPLATES = Path(__file__).parent / "templates"
MANIFEST_SLOT = "0" * 64 + "." + "0" * 64 + "." + "0" * 64 + "." + "0" * 64
"""Where `outputs` writes the digests into the finished page; of the length of what replaces it."""


def render_page(view: ReportView, report_id: str, *, paper: bool, trail_head: str | None = None) -> str:
    """The page as one file. On paper there is no script, no control and no appendix of whole pages."""
    report = view.report
    script = _source("report.js")
    context: dict[str, Any] = {
        "view": view,
        "report": report,
        "organization": report.submission.organization,
        "report_id": report_id,
        "trail_head": trail_head,
        "paper": paper,
        "submitted": words.moment(report.submission.submitted_at)
        if report.submission.submitted_at
        else "未填",
        "as_of": words.day(report.submission.as_of),
        "style": _style(view, report_id, paper=paper),
        "script": script,
        "script_hash": f"'sha256-{base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()}'",
        "manifest_slot": MANIFEST_SLOT,
        "image_uri": picture_name if paper else picture_uri,
    }
    return _template().render(context)


def picture_name(picture: Picture) -> str:
    """The name under which the PDF writer finds a picture."""
    return f"picture:{hashlib.sha256(picture.data).hexdigest()}"


def picture_uri(picture: Picture) -> str:
    """The picture within the page."""
    return picture.uri


def _style(view: ReportView, report_id: str, *, paper: bool) -> str:
    running = {
        "$organization": _css_string(view.report.submission.organization.name),
        "$report_id": _css_string(report_id),
        "$provisional": _css_string(f"（{messages.PROVISIONAL}）" if view.report.rubric.provisional else ""),
    }
    printed = _source("print.css")
    for name, text in running.items():
        printed = printed.replace(name, text)
    if paper:
        return _settled(_source("base.css") + printed)
    return _source("base.css") + _source("screen.css") + printed


def _settled(style: str) -> str:
    """The style with the root's variables put in where they are used; a fifth less time for the PDF."""
    root = style.partition(":root{")[2].partition("}")[0]
    for name, value in re.findall(r"(--[\w-]+):([^;]+)", root):
        style = style.replace(f"var({name})", value.strip())
    return style


def _css_string(text: str) -> str:
    """Text that can stand between the quotes of a CSS string, whatever it holds."""
    return "".join(mark if mark.isascii() and mark.isalnum() else f"\\{ord(mark):x} " for mark in text)


@cache
def _source(name: str) -> str:
    return (TEMPLATES / name).read_text("utf-8")


@cache
def _template() -> Template:
    return _environment().get_template("report.html.j2")


def _environment() -> Environment:
    from jinja2 import Environment, FileSystemLoader, StrictUndefined

    environment = Environment(
        loader=FileSystemLoader(TEMPLATES),
        autoescape=True,
        undefined=StrictUndefined,
        finalize=words.harmless,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.globals.update(
        messages=messages, number=words.number, basename=_basename, pct=_pct, edge=_edge
    )
    return environment


def _basename(path: str) -> str:
    return path.rsplit("/", 1)[-1]


def _pct(value: float) -> str:
    return f"{value:.2f}%"


def _edge(position: float) -> str:
    """Which way a caption is moved so that it stays within the bar."""
    near = 9
    return " to-left" if position > 100 - near else " to-right" if position < near else ""
