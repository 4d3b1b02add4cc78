"""Templates of audits: one environment, whatever a page asks beside."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from review.reports import words

if TYPE_CHECKING:
    from jinja2 import Environment

TEMPLATES = Path(__file__).parent / "templates"


def environment(**helpers: object) -> Environment:
    """What renders the templates, in which the helpers are known by their names."""
    from jinja2 import Environment, FileSystemLoader, StrictUndefined

    made = Environment(
        loader=FileSystemLoader(TEMPLATES),
        autoescape=True,
        undefined=StrictUndefined,
        finalize=words.harmless,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made.globals.update(helpers)
    made.filters["day"] = words.day
    return made
