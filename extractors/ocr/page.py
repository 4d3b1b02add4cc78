"""What one image gives: the nouns that the OCR hands to the readers."""

from typing import Literal

from pydantic import Field

from dossier.model import Noun
from dossier.page import Line, Problem, Seal


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
