"""What Chinese text says: dates, amounts, numbers, codes, authorities and outlets, by rules and gazetteers."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Doc


def analyse(text: str) -> "Doc":
    """The text as a spaCy Doc whose entities are labelled DATE, PERIOD, MONEY, DOCNO, USCC, AUTHORITY, UNION, OUTLET, DIVISION.

    spaCy is loaded at the first call.
    """
    from extractors.language import pipeline

    return pipeline.analyse(text)
