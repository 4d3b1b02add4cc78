"""Reads one page image: upright, straight, lines found, lines read, seals apart, places carried back."""

from dataclasses import dataclass

import numpy as np

from dossier.geometry import Box
from dossier.page import Line, Problem, ProblemCode, Seal
from extractors.ocr import messages
from extractors.ocr.beyond import text_beyond
from extractors.ocr.cascade import Candidate, read_lines
from extractors.ocr.detection import find_lines
from extractors.ocr.dewarp import find_page
from extractors.ocr.engine import Engine, Recognised, shared_engine
from extractors.ocr.errors import NotAnImage
from extractors.ocr.geometry import cut, page_quad, reading_order, rectangle, sides
from extractors.ocr.image import Pixels, Points
from extractors.ocr.light import has_ink
from extractors.ocr.marks import find_void_marks
from extractors.ocr.numerals import mend_numerals
from extractors.ocr.orientation import Turn, further_turn, guess_turn, reads_well, turned
from extractors.ocr.page import OcrPage
from extractors.ocr.seals import SealMark, find_seals, is_seal_ink, read_seal, without_seals
from extractors.ocr.view import View, enlargement_for, straight_view

LEAST_CONFIDENCE = 0.45
"""Readings less sure than this are noise more often than text."""
LEGIBLE = 0.75
"""Confidence that at least one line of a legible page reaches."""


@dataclass(frozen=True)
class Attempt:
    """What was read with the page turned one way."""

    view: View
    clean: Pixels
    seals: list[SealMark]
    quads: list[Points]
    lines: list[Recognised]


def read_page_image(image: Pixels) -> OcrPage:
    """The page; see `extractors.ocr.read_image`."""
    if image.ndim != 3 or image.shape[2] != 3 or image.dtype != np.uint8 or not image.size:
        raise NotAnImage(image.shape, str(image.dtype))
    if not has_ink(image):
        blank = Problem(code=ProblemCode.BLANK_PAGE, message=messages.BLANK_PAGE)
        return OcrPage(lines=(), turned=0, width=image.shape[1], height=image.shape[0], problems=(blank,))
    engine = shared_engine()
    turn = guess_turn(engine, image)
    upright = turned(image, turn)
    attempt = _attempt(engine, upright)
    if not reads_well(attempt.quads, attempt.lines):
        further = further_turn(engine, attempt.clean, attempt.quads)
        if further:
            turn = _sum(turn, further)
            upright = turned(image, turn)
            attempt = _attempt(engine, upright)
        elif turn and not attempt.lines:
            turn, upright = 0, image
    return _page(attempt, turn, upright.shape[1], upright.shape[0])


def read_seals(image: Pixels) -> tuple[Seal, ...]:
    """The seals of an upright page alone; see `extractors.ocr.read_seals`."""
    height, width = image.shape[:2]
    return tuple(
        _seal(image, mark, page_quad(rectangle(*mark.box), width, height).box) for mark in find_seals(image)
    )


def _sum(turn: Turn, further: Turn) -> Turn:
    total: dict[int, Turn] = {0: 0, 90: 90, 180: 180, 270: 270}
    return total[(turn + further) % 360]


def _attempt(engine: Engine, upright: Pixels) -> Attempt:
    page = find_page(upright)
    beyond = text_beyond(engine, upright, page) if page is not None else []
    view = straight_view(upright, page, beyond)
    seals = find_seals(view.image)
    clean = without_seals(view.image, seals)
    quads = find_lines(engine, clean)
    larger = enlargement_for(_text_height(quads, view), view)
    if larger != 1.0:
        view = straight_view(upright, page, beyond, larger)
        seals = find_seals(view.image)
        clean = without_seals(view.image, seals)
        quads = find_lines(engine, clean)
    quads = [
        quad for quad in quads if not (any(seal.holds(quad) for seal in seals) and is_seal_ink(clean, quad))
    ]
    quads = [quads[index] for index in reading_order(quads)]
    lines = read_lines(engine, [_candidate(view, clean, seals, quad) for quad in quads])
    return Attempt(view, clean, seals, quads, lines)


def _text_height(quads: list[Points], view: View) -> float:
    """Height of most lines in pixels; where none was found, a guess that asks for a larger view of a small image."""
    if quads:
        return float(np.median([min(sides(quad)) for quad in quads]))
    return max(view.image.shape[:2]) / 70


def _candidate(view: View, clean: Pixels, seals: list[SealMark], quad: Points) -> Candidate:
    crop = cut(clean, quad)
    if any(seal.touches(quad) for seal in seals):
        return Candidate((crop, cut(view.image, quad)))
    return Candidate((crop,))


def _page(attempt: Attempt, turn: Turn, width: int, height: int) -> OcrPage:
    lines = tuple(
        Line(
            text=mend_numerals(line.text.strip()),
            quad=page_quad(attempt.view.to_page(quad), width, height),
            confidence=min(1.0, line.confidence),
            origin="ocr",
        )
        for quad, line in zip(attempt.quads, attempt.lines, strict=True)
        if line.text.strip() and line.confidence >= LEAST_CONFIDENCE
    )
    marks = _void_marks(attempt, width, height)
    seals = tuple(
        _seal(
            attempt.view.image,
            mark,
            page_quad(attempt.view.to_page(rectangle(*mark.box)), width, height).box,
        )
        for mark in attempt.seals
    )
    return OcrPage(
        lines=(*lines, *marks),
        turned=turn,
        width=width,
        height=height,
        seals=seals,
        problems=_problems(attempt, lines),
    )


def _void_marks(attempt: Attempt, width: int, height: int) -> tuple[Line, ...]:
    """Words across the page that take its force away. A page without lines has nothing that they could take it from."""
    if not attempt.lines:
        return ()
    return tuple(
        Line(
            text=word.text,
            quad=page_quad(attempt.view.to_page(quad), width, height),
            confidence=min(1.0, word.confidence),
            origin="ocr",
        )
        for quad, word in find_void_marks(shared_engine(), attempt.view.image)
    )


def _seal(image: Pixels, mark: SealMark, box: Box) -> Seal:
    text, confidence = read_seal(shared_engine(), image, mark)
    return Seal(box=box, text=text, confidence=min(1.0, confidence))


def _problems(attempt: Attempt, lines: tuple[Line, ...]) -> tuple[Problem, ...]:
    if any(line.confidence >= LEGIBLE for line in lines):
        return ()
    message = messages.ILLEGIBLE if attempt.quads else messages.NO_TEXT
    return (Problem(code=ProblemCode.ILLEGIBLE, message=message, fatal=not lines),)
