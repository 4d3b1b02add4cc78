"""What a page is found again by, among all pages of a round, and the telephone numbers that are on it."""

from dossier.model import Noun


class PagePrint(Noun):
    """A page of a content. It is the same for whoever handed that content in."""

    sha256: str
    """Of the file."""
    page: int
    """From 1."""
    bits: int | None
    """Perceptual hash, 64 bits; None: the page has no pixels, or is of one colour."""
    sketch: bytes | None
    """MinHash of the text's shingles; None: too little text to be found by."""
    marks: bytes | None = None
    """Parts of what a photo's landmarks look like, 64 bits each, in order; None: the page is no photo."""


class PrintedTelephone(Noun):
    """A telephone number on a page of a content."""

    sha256: str
    """Of the file."""
    page: int
    """From 1."""
    number: str
    """Digits only."""
    contact: bool
    """Whether a label says that somebody is reached by it."""
