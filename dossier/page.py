"""What a reader makes of a file: pages of lines. Nothing behind the readers asks where a line came from."""

from enum import StrEnum
from typing import Literal

from pydantic import Field

from dossier.geometry import Box, PageBox, Quad
from dossier.model import Noun

Origin = Literal["text", "ocr", "mixed", "none"]


class Line(Noun):
    """One run of text on one baseline: a whole line, or the part of it inside a cell or before a wide gap.

    `quad` is in fractions of the upright page. On a page that is laid out by us because its format has no
    pages (docx, xlsx, html, txt), it is the synthetic layout's, and `locator` names the real place.
    """

    text: str
    quad: Quad
    confidence: float = Field(ge=0, le=1)
    origin: Literal["text", "ocr"]
    locator: str | None = None

    @property
    def box(self) -> Box:
        """The line's axis-parallel box."""
        return self.quad.box


class ProblemCode(StrEnum):
    """Why a file, or a page of it, could not be read as it should."""

    EMPTY = "empty"
    ENCRYPTED = "encrypted"
    TRUNCATED = "truncated"
    CORRUPT = "corrupt"
    TOO_LARGE = "too_large"
    TOO_MANY_PAGES = "too_many_pages"
    MISLABELLED = "mislabelled"
    UNSUPPORTED = "unsupported"
    BLANK_PAGE = "blank_page"
    ILLEGIBLE = "illegible"
    READER_FAILED = "reader_failed"


class Problem(Noun):
    """Something that stood in the way of reading, told to a person: what, and what to do next."""

    code: ProblemCode
    message: str
    page: int | None = Field(default=None, ge=1)
    fatal: bool = True
    """Whether the file (or the page, where one is named) gave nothing that could be used."""


class SignalCode(StrEnum):
    """A trace on the file that a reviewer should look at. A signal is not a verdict."""

    TEXT_LAYER_MISMATCH = "text_layer_mismatch"
    REVISED_AFTER_SIGNING = "revised_after_signing"
    PAGE_REVISED = "page_revised"
    FOREIGN_FONT_RUN = "foreign_font_run"
    IMAGE_PATCH = "image_patch"
    EDITOR_METADATA = "editor_metadata"


class Signal(Noun):
    """A trace with its place: what the file shows, and what innocent cause it may have."""

    code: SignalCode
    message: str
    page: int = Field(ge=1)
    box: PageBox | None
    text: str


class Seal(Noun):
    """A seal on the page: where it is, and what could be read of its ring and middle (may be empty)."""

    box: PageBox
    text: str
    confidence: float = Field(default=0.0, ge=0, le=1)


class Photo(Noun):
    """What a page with hardly any text looks like, so that parts of one picture can be told to be that. In base64."""

    width: int
    height: int
    """Of the small grey picture."""
    grey: str
    """Its pixels, a byte each, row by row."""
    places: str
    """Where its landmarks are: x and y in 65,535ths of the width and of the height, 16 bits each."""
    looks: str
    """What they look like: 256 bits each."""


class Page(Noun):
    """One upright page. `width` and `height` are pixels of the rendering that was read (any unit: their ratio counts)."""

    number: int = Field(ge=1)
    width: float = Field(gt=0)
    height: float = Field(gt=0)
    origin: Origin
    lines: tuple[Line, ...]
    turned: Literal[0, 90, 180, 270] = 0
    """Degrees clockwise by which the stored page was turned to stand upright (after EXIF and PDF /Rotate)."""
    rendered: bool = True
    """False where the format has no pages and the layout is ours: evidence then has a locator and no box."""
    fingerprint: str | None = None
    """Perceptual hash of the upright page (hexadecimal), where it has pixels."""
    seals: tuple[Seal, ...] = ()
    photo: Photo | None = None
    """None: it has text by which it is told, or hardly anything to see."""


class Reading(Noun):
    """All that was read from one file. Keyed by the file's content and the reader's version."""

    sha256: str = Field(pattern=r"^[0-9a-f]{64}$")
    reader: str
    """Version of the reader that made it."""
    media_type: str
    pages: tuple[Page, ...]
    problems: tuple[Problem, ...] = ()
    signals: tuple[Signal, ...] = ()

    @property
    def origin(self) -> Origin:
        """Where the text came from, over all pages."""
        origins: set[Origin] = {page.origin for page in self.pages if page.origin != "none"}
        if not origins:
            return "none"
        return origins.pop() if len(origins) == 1 else "mixed"
