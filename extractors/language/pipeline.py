"""The spaCy pipeline: Chinese by the character, with the project's finders as components.

No trained model is needed or downloaded. Components set `doc.spans["found"]` (everything, overlaps too) and
`doc.ents` (the longest without overlaps), labelled DATE, PERIOD, MONEY, DOCNO, USCC, AUTHORITY, UNION, OUTLET, DIVISION.
"""

from functools import cache
from typing import TYPE_CHECKING

from dossier.regions import regions, stem
from extractors.language.bodies import find_bodies
from extractors.language.codes import find_codes
from extractors.language.dates import find_dates
from extractors.language.money import find_amounts
from extractors.language.numbers import find_document_numbers
from extractors.language.outlets import find_outlets
from extractors.language.periods import find_periods

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

SPANS = "found"
LABELS = ("DATE", "PERIOD", "MONEY", "DOCNO", "USCC", "AUTHORITY", "UNION", "OUTLET", "DIVISION")
_SURE_NUMBER = 0.6


def _figures(text: str) -> list[tuple[int, int, str]]:
    found = [(hit.start, hit.end, "DATE") for hit in find_dates(text)]
    found += [
        (hit.start, hit.end, "PERIOD")
        for hit in find_periods(text)
        if hit.first and (hit.last or hit.endless)
    ]
    found += [(hit.start, hit.end, "MONEY") for hit in find_amounts(text)]
    found += [
        (hit.start, hit.end, "DOCNO") for hit in find_document_numbers(text) if hit.confidence >= _SURE_NUMBER
    ]
    found += [(hit.start, hit.end, "USCC") for hit in find_codes(text)]
    return found


def _bodies(text: str) -> list[tuple[int, int, str]]:
    found = [(hit.start, hit.end, "UNION" if hit.union else "AUTHORITY") for hit in find_bodies(text)]
    found += [(hit.start, hit.end, "OUTLET") for hit in find_outlets(text)]
    return found


def _mark(doc: "Doc", found: list[tuple[int, int, str]]) -> "Doc":
    from spacy.util import filter_spans

    spans = [
        span
        for start, end, label in found
        if (span := doc.char_span(start, end, label=label, alignment_mode="expand")) is not None
    ]
    doc.spans[SPANS] = [*doc.spans.get(SPANS, []), *spans]
    doc.ents = filter_spans([*doc.spans[SPANS]])
    return doc


def _figures_component(doc: "Doc") -> "Doc":
    return _mark(doc, _figures(doc.text))


def _bodies_component(doc: "Doc") -> "Doc":
    return _mark(doc, _bodies(doc.text))


@cache
def pipeline() -> "Language":
    """The pipeline, built at the first call."""
    import spacy
    from spacy.language import Language
    from spacy.matcher import PhraseMatcher

    nlp = spacy.blank("zh", config={"nlp": {"tokenizer": {"segmenter": "char"}}})
    divisions = PhraseMatcher(nlp.vocab)
    names = {
        name
        for region in regions()
        for name in (region.name, stem(region.name) if region.level == "province" else region.name)
    }
    divisions.add("DIVISION", [nlp.make_doc(name) for name in sorted(names)])

    def mark_divisions(doc: "Doc") -> "Doc":
        return _mark(
            doc, [(span.start_char, span.end_char, "DIVISION") for span in divisions(doc, as_spans=True)]
        )

    for name, component in (
        ("divisions", mark_divisions),
        ("figures", _figures_component),
        ("bodies", _bodies_component),
    ):
        Language.component(f"hezheng_{name}", func=component)
        nlp.add_pipe(f"hezheng_{name}")
    return nlp


def analyse(text: str) -> "Doc":
    """The text with its entities: `doc.ents` without overlaps, `doc.spans["found"]` with them."""
    nlp = pipeline()
    nlp.max_length = max(nlp.max_length, len(text) + 1)
    return nlp(text)
