"""Traces on files that a reviewer should look at. A trace is not a verdict: its innocent causes stand beside it."""

from collections.abc import Iterable, Iterator, Sequence

from dossier import names
from dossier.document import ReadDocument
from dossier.fact import Evidence
from dossier.finding import Code, Discrepancy, Severity
from dossier.page import Signal, SignalCode
from verifiers import messages
from verifiers.exhibits import Exhibit

_SUSPECT = frozenset(
    {
        SignalCode.REVISED_AFTER_SIGNING,
        SignalCode.PAGE_REVISED,
        SignalCode.FOREIGN_FONT_RUN,
        SignalCode.IMAGE_PATCH,
    }
)


def check(documents: Sequence[ReadDocument], exhibits: Iterable[Exhibit]) -> Iterator[Discrepancy]:
    """For each file its text layer's disagreement, its traces of editing, and seals that aren't the issuer's."""
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
    yield from _seals(exhibits)


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


def _seals(exhibits: Iterable[Exhibit]) -> Iterator[Discrepancy]:
    """A seal that names another body than the printed issuer."""
    for exhibit in exhibits:
        issuer = exhibit.value("issuing_authority", "registration_authority", "approving_union")
        seals = [value for value in exhibit.each("seal_name") if value.text]
        if issuer.text is None or not issuer.sure or not seals or not all(seal.sure for seal in seals):
            continue
        if all(_another(issuer.text, seal.text or "") for seal in seals):
            evidence = tuple(place for held in (*issuer.held, *seals[0].held) for place in held.evidence)
            yield Discrepancy(
                code=Code.SEAL_ISSUER_MISMATCH,
                severity=Severity.MAJOR,
                criterion=None,
                document=exhibit.path,
                message=messages.seal_differs(exhibit.path, issuer.text, seals[0].text or ""),
                evidence=evidence,
            )


def _another(issuer: str, seal: str) -> bool:
    one, other = names.normalise(issuer), names.normalise(seal)
    if one in other or other in one:
        return False
    return names.same_organization(issuer, seal).verdict == "different"
