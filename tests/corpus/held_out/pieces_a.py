"""Pieces that several of these layouts share: a phone's screen, a wall with a frame, a cover sheet of a bundle."""

from collections.abc import Sequence

from tests.corpus.draft import Draft
from tests.corpus.held_out.people import applicant
from tests.corpus.page import Colour, Page, Type

GREY: Colour = (130, 134, 140)
INK: Colour = (36, 38, 42)


def screen(draft: Draft, title: str, height: float, bar: Colour = (255, 255, 255)) -> Page:
    """A phone's screen: clock and signal, then the bar with the title."""
    page = draft.page((390, height), (244, 245, 247))
    dark = sum(bar) < 500
    front: Colour = (255, 255, 255) if dark else INK
    page.rect((0, 0, 390, 76), None, fill=bar)
    hei = draft.type("hei", 11, front)
    page.text(22, 22, f"{draft.rng.randint(8, 20)}:{draft.rng.randint(10, 59)}", hei)
    page.text(368, 22, f"5G {draft.rng.randint(21, 98)}%", hei, "right")
    page.text(18, 56, "＜", hei.but(size=16))
    page.text(195, 56, title, hei.but(size=16), "center")
    return page


def stacked(
    page: Page, rows: Sequence[tuple[str, str]], box: tuple[float, float, float], type_: Type
) -> float:
    """Label lines in small grey, each value under its label; `box` is left, top, width. Returns the y below."""
    left, y, width = box
    for name, value in rows:
        page.text(left, y + 11, name, type_.but(size=type_.size * 0.78, colour=GREY))
        y = page.paragraph(left, y + 15, width, value, type_) + 7
        page.line(left, y - 3, left + width, y - 3, (228, 230, 234), 0.5)
    return y


def framed_on_wall(draft: Draft, size: tuple[float, float], paper: Colour, frame: Colour) -> Page:
    """A wall with a framed sheet that fills most of the picture."""
    page = draft.page(size, draft.rng.choice(((214, 210, 200), (226, 224, 220), (198, 206, 208))))
    page.scene = True
    width, height = size
    page.rect((34, 38, width - 26, height - 22), None, fill=(168, 164, 156))
    page.rect((28, 30, width - 32, height - 30), (60, 44, 24), 1.0, frame)
    page.rect((42, 44, width - 46, height - 44), (90, 70, 40), 0.8, paper)
    return page


def cover_sheet(draft: Draft, number: str, what: str, lines: Sequence[str]) -> Page:
    """A sheet that an organization puts before a paper: number and name of the attachment."""
    page = draft.page()
    page.text(70, 96, number, draft.type("hei", 18))
    page.text(297, 330, what, draft.type("song-bold", 28), "center")
    small = draft.type("song", 13)
    for step, line in enumerate(lines):
        page.text(297, 386 + 26 * step, line, small, "center")
    return page


def neighbours(draft: Draft, count: int) -> list[str]:
    """Names of other organizations of the applicant's place, for lists in which it is one of many."""
    found: dict[str, None] = {}
    while len(found) < count:
        name = draft.org.place.full + applicant(draft.rng).short
        if name != draft.org.name:
            found.setdefault(name)
    return list(found)
