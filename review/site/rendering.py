"""Templates to answers: one environment, one set of headers."""

from __future__ import annotations

from datetime import datetime
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from starlette.requests import Request
from starlette.responses import HTMLResponse

from dossier.dates import CHINA
from review.reports import words
from review.site import messages
from review.site.assets import asset_url

if TYPE_CHECKING:
    from jinja2 import Environment

TEMPLATES = Path(__file__).parent / "templates"

POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; connect-src 'self'; "
    "font-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)
"""Nothing from outside, no script or style within a page."""


def page(request: Request, name: str, /, *, status: int = 200, **context: object) -> HTMLResponse:
    """A template as an answer. `viewer` (None before sign-in) and `csrf` come from the request's state.

    For a request of htmx the template decides by `partial` what it leaves out.
    """
    state = request.state
    html = (
        _environment()
        .get_template(name)
        .render(
            request=request,
            viewer=getattr(state, "principal", None),
            csrf=getattr(state, "csrf", ""),
            partial=request.headers.get("HX-Request") == "true",
            path=request.url.path,
            **context,
        )
    )
    return HTMLResponse(
        html, status, headers={"Content-Security-Policy": POLICY, "Cache-Control": "no-store"}
    )


def written(name: str, /, **context: object) -> str:
    """A template that is no page of the site, such as what goes to paper."""
    return _environment().get_template(name).render(**context)


@cache
def _environment() -> Environment:
    from jinja2 import Environment, FileSystemLoader, StrictUndefined

    from review.audits import auditing
    from review.audits.rendering import TEMPLATES as AUDITS

    environment = Environment(
        loader=FileSystemLoader((TEMPLATES, AUDITS)),
        autoescape=True,
        finalize=words.harmless,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.globals.update(messages=messages, asset=asset_url, **auditing.helpers())
    environment.filters.update(
        number=words.number,
        interval=words.interval,
        day=words.day,
        moment=_moment,
        clock=_clock,
        css_text=_css_text,
    )
    return environment


def _css_text(text: str) -> str:
    """Text that can stand between the quotes of a style's content, whatever it holds."""
    return "".join(mark if mark.isascii() and mark.isalnum() else f"\\{ord(mark):x} " for mark in text)


def _clock(value: datetime) -> str:
    """A moment to the second, for tables."""
    return f"{value.astimezone(CHINA):%Y-%m-%d %H:%M:%S}"


def _moment(value: datetime) -> str:
    """A moment as the clock on an office's wall shows it."""
    return words.moment(value.astimezone(CHINA))
