"""Facts and the evidence that each must have."""

from typing import Annotated, Self

from pydantic import Field, JsonValue, model_validator

from dossier.geometry import PageBox
from dossier.kinds import Kind
from dossier.model import Noun


class Evidence(Noun):
    """A place in a document: the page and the box, or, where the format has no pages, the locator.

    `document` is the path within the submission; inside a Fact, which names it already, it is None.
    """

    document: str | None = None
    page: int = Field(ge=1)
    box: PageBox | None
    text: str
    locator: str | None = None

    @model_validator(mode="after")
    def _has_a_place(self) -> Self:
        if self.box is None and self.locator is None:
            raise ValueError("evidence needs a box or a locator")
        return self


class Fact(Noun):
    """One thing that a document says, as a normalised value, and where it says so.

    `value`: ISO dates, CNY numbers, fractions, booleans, lists; `raw` is what the page prints.
    """

    document: str
    segment: int = Field(default=0, ge=0)
    """Which of the document's segments says it (0 is the first)."""
    kind: Kind
    name: str
    value: JsonValue
    raw: str
    confidence: float = Field(ge=0, le=1)
    evidence: Annotated[tuple[Evidence, ...], Field(min_length=1)]
    note: str | None = None
    """How the value came about where it isn't what the page prints, such as a repaired credit code."""
