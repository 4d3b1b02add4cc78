"""Traces on files that a reviewer should look at. A trace is not a verdict: its innocent causes stand beside it."""

from collections.abc import Iterable, Iterator, Sequence

from dossier.document import ReadDocument
from dossier.fact import Evidence
from dossier.finding import Code, Discrepancy, Severity
from dossier.page import Signal, SignalCode
from verifiers import messages

_SUSPECT = frozenset(
    {
        SignalCode.REVISED_AFTER_SIGNING,
        SignalCode.PAGE_REVISED,
        SignalCode.FOREIGN_FONT_RUN,
        SignalCode.IMAGE_PATCH,
    }
)


def check(documents: Sequence[ReadDocument]) -> Iterator[Discrepancy]:
    """For each file its text layer's disagreement and its traces of editing."""
    for read in documents:
        signals = read.reading.signals
        layer = [one for one in signals if one.code is SignalCode.TEXT_LAYER_MISMATCH]
        suspect = [one for one in signals if one.code in _SUSPECT]
        weak = [one for one in signals if one.code is SignalCode.EDITOR_METADATA]
        path = read.document.path
        if layer:
            severity = Severity.MAJOR if _on_a_fact(layer, read) else Severity.MINOR
            yield _told(
                Code.TEXT_LAYER_MISMATCH, severity, messages.text_layer(path, _words(layer)), path, layer
            )
        if suspect:
            severity = Severity.MAJOR if _on_a_fact(suspect, read) else Severity.MINOR
            yield _told(
                Code.TAMPERING_SUSPECTED,
                severity,
                messages.suspected(path, _words(suspect)),
                path,
                [*suspect, *weak],
            )
        elif weak:
            yield _told(
                Code.TAMPERING_SUSPECTED, Severity.INFO, messages.edited(path, _words(weak)), path, weak
            )


def _on_a_fact(signals: Iterable[Signal], read: ReadDocument) -> bool:
    """Whether a trace lies on what a fact was read from."""
    boxes = [
        (place.page, place.box) for fact in read.facts for place in fact.evidence if place.box is not None
    ]
    return any(
        signal.box is not None
        and signal.page == page
        and signal.box.vertical_overlap(box) > 0
        and signal.box.horizontal_overlap(box) > 0
        for signal in signals
        for page, box in boxes
    )


def _words(signals: Iterable[Signal]) -> str:
    return "".join(dict.fromkeys(messages.sentence(signal.message) for signal in signals))


def _told(code: Code, severity: Severity, words: str, path: str, signals: Iterable[Signal]) -> Discrepancy:
    evidence = tuple(
        Evidence(
            document=path,
            page=signal.page,
            box=signal.box,
            text=signal.text,
            locator=None if signal.box else messages.page(signal.page),
        )
        for signal in signals
    )
    return Discrepancy(
        code=code, severity=severity, criterion=None, document=path, message=words, evidence=evidence
    )
