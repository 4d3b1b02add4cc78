"""What one image gives: the nouns that the OCR hands to the readers."""

from typing import Literal

from pydantic import Field

from dossier.geometry import PageBox
from dossier.model import Noun
from dossier.page import Line, Problem


class Seal(Noun):
    """A red seal on the page: where it is, and what could be read of its ring and middle (may be empty)."""

    box: PageBox
    text: str
    confidence: float = Field(default=0.0, ge=0, le=1)


class OcrPage(Noun):
    """One upright page as pixels tell it.

    The upright page is the given image turned clockwise by `turned` degrees and nothing else: deskewing and
    dewarping are undone in every quad, because the image turned upright is what a reviewer sees.
    """

    lines: tuple[Line, ...]
    turned: Literal[0, 90, 180, 270]
    width: int = Field(gt=0)
    height: int = Field(gt=0)
    seals: tuple[Seal, ...] = ()
    problems: tuple[Problem, ...] = ()
