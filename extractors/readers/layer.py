"""A run of a page's text layer, whatever the format."""

from dataclasses import dataclass

from dossier.geometry import Box, Quad
from extractors.readers.frame import turned_quad
from extractors.readers.runs import Run


@dataclass(frozen=True, slots=True)
class LayerLine:
    """A run of the text layer on the upright page. `order` is that of the last object of it that was drawn."""

    text: str
    quad: Quad
    box: Box
    on_page: bool
    visible: bool
    order: int
    fonts: frozenset[int]
    size: float
    """Height of the type in points."""
    em: float
    """The same as a fraction of the page's height."""
    places: tuple[tuple[float, float], ...] = ()
    """Left and right edge of each character of an upright line, in fractions of the page's width."""


def layer_line(run: Run, size: tuple[float, float], back: int = 0) -> LayerLine:
    """The run as a line of a page of that size in points, turned clockwise by `back` after it was put together."""
    width, height = size
    quad = Quad.from_box(Box(run.x0 / width, run.y0 / height, run.x1 / width, run.y1 / height))
    if back % 360:
        quad = turned_quad(quad, back)
    marks = {glyph.mark for glyph in run.glyphs}
    text, places = run.spelled
    return LayerLine(
        text=text,
        quad=quad,
        box=quad.box,
        on_page=on_page(quad),
        visible=any(mark[2] for mark in marks),
        order=max(mark[0] for mark in marks),
        fonts=frozenset(mark[1] for mark in marks),
        size=run.y1 - run.y0,
        em=(run.y1 - run.y0) / height,
        places=() if back % 360 else tuple((x0 / width, x1 / width) for x0, x1 in places),
    )


def on_page(quad: Quad) -> bool:
    """Whether the middle of the quad lies on the page."""
    x = sum(point.x for point in quad) / 4
    y = sum(point.y for point in quad) / 4
    return 0 <= x <= 1 and 0 <= y <= 1
