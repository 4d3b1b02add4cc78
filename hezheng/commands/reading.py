"""`hezheng read`."""

import json
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

from dossier.document import Document
from dossier.fact import Fact
from dossier.kinds import KIND_NAMES
from dossier.shown import escaped
from hezheng import messages, settings
from hezheng.commands.corrections import tell_refused
from hezheng.console import console, progress_bar
from hezheng.failures import CallError


def read(files: Sequence[Path], *, organization: str | None, as_json: bool) -> int:
    """Read the files and print documents and facts, for people or as JSON."""
    for path in files:
        if not path.is_file():
            raise CallError(messages.FILE_MISSING.format(path=path), advice=messages.FILE_MISSING_ADVICE)
    chosen = settings.load()
    from flows import steps

    named = [(path.as_posix(), path) for path in files]
    tell_refused(steps.read_corrections(chosen))
    with progress_bar() as progress:
        documents, facts = steps.read(named, organization=organization, settings=chosen, progress=progress)
    if as_json:
        told = {
            "documents": [document.model_dump(mode="json") for document in documents],
            "facts": [fact.model_dump(mode="json") for fact in facts],
        }
        sys.stdout.write(escaped(json.dumps(told, ensure_ascii=False, indent=2)) + "\n")
        return 0
    shown = console()
    for line in reading_lines(documents, facts):
        shown.print(line)
    return 0


def reading_lines(documents: Sequence[Document], facts: Sequence[Fact]) -> Iterator[str]:
    """What was read, for people: a paragraph for each document."""
    for document in documents:
        yield messages.READ_LINE.format(
            path=document.path,
            kind=KIND_NAMES[document.kind],
            confidence=document.kind_confidence,
            pages=document.pages,
            origin=messages.ORIGINS[document.origin],
        )
        if len(document.segments) > 1:
            for segment in document.segments:
                first, last = segment.pages
                yield messages.READ_SEGMENT.format(first=first, last=last, kind=KIND_NAMES[segment.kind])
        for fact in facts:
            if fact.document == document.path:
                value = (
                    fact.value if isinstance(fact.value, str) else json.dumps(fact.value, ensure_ascii=False)
                )
                yield messages.READ_FACT.format(
                    name=fact.name, value=value, page=fact.evidence[0].page, raw=" ".join(fact.raw.split())
                )
        for problem in document.problems:
            yield messages.READ_PROBLEM.format(message=problem.message)
