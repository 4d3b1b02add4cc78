"""A file on its way through the pool: asked to be inspected, then page by page, then put together to a Reading."""

from pathlib import Path
from typing import Any

from dossier.page import Page, Problem, ProblemCode, Reading, Signal
from extractors.readers import limits, messages
from extractors.readers.dispatch import Reply
from extractors.readers.model import Inspection, PageReading
from extractors.readers.sources import digest
from extractors.readers.version import READER_VERSION


class FileState:
    """What is known of one file so far."""

    def __init__(self, name: str, path: Path) -> None:
        self.name = name
        self.path = path
        self._inspection: Inspection | None = None
        self._pages: dict[int, PageReading] = {}

    @property
    def total(self) -> int:
        """Pages of the file, as far as known."""
        return self._inspection.page_count if self._inspection else 0

    @property
    def done(self) -> int:
        """Pages read."""
        return len(self._pages)

    @property
    def complete(self) -> bool:
        """Whether all pages were read, or given up."""
        return self._inspection is not None and self.done == self.total

    @property
    def inspection_made(self) -> Inspection:
        """The inspection, once it was made."""
        if self._inspection is None:
            raise ValueError("not inspected yet")
        return self._inspection

    def inspection_request(self) -> dict[str, Any]:
        """The first thing to ask."""
        return {"do": "inspect", "path": str(self.path), "name": self.name}

    def take(self, reply: Reply) -> list[dict[str, Any]]:
        """Takes an answer, and gives what is to be asked next."""
        number = reply.request.get("page")
        if number is not None:
            self._pages[number] = page_of(reply, number)
            return []
        self._inspection = _inspection_of(reply, self.path)
        return [
            page_request(self.path, self._inspection.media_type, page)
            for page in range(1, self._inspection.page_count + 1)
        ]

    def release(self) -> None:
        """Forgets the pages once the reading was handed on; they still count as done."""
        empty = PageReading(page=empty_page(1))
        self._pages = dict.fromkeys(self._pages, empty)

    def reading(self) -> Reading:
        """The whole file's reading."""
        return assemble(self.inspection_made, [self._pages[number] for number in sorted(self._pages)])


def page_request(path: Path, media_type: str, number: int) -> dict[str, Any]:
    """What asks for a page."""
    return {"do": "read", "path": str(path), "media_type": media_type, "page": number}


def assemble(inspection: Inspection, read: list[PageReading]) -> Reading:
    """The pages of an inspected file, in their order, as its Reading."""
    problems: list[Problem] = list(inspection.problems)
    signals: list[Signal] = []
    for one in read:
        problems.extend(one.problems)
        signals.extend(one.signals)
    blank = {problem.page for problem in problems if problem.code is ProblemCode.BLANK_PAGE}
    if read and len(blank) == len(read):
        problems.append(Problem(code=ProblemCode.EMPTY, message=messages.BLANK_DOCUMENT))
    return Reading(
        sha256=inspection.sha256,
        reader=READER_VERSION,
        media_type=inspection.media_type,
        pages=tuple(one.page for one in read),
        problems=tuple(problems),
        signals=tuple(signals),
    )


def _inspection_of(reply: Reply, path: Path) -> Inspection:
    if reply.kind == "A":
        return Inspection.model_validate_json(reply.body)
    return Inspection(
        media_type="application/octet-stream",
        sha256=digest(path),
        size=path.stat().st_size,
        page_count=0,
        problems=(problem_of(reply, None),),
    )


def page_of(reply: Reply, number: int) -> PageReading:
    """The page that an answer holds; where it holds none, an empty one with the problem."""
    if reply.kind == "A":
        return PageReading.model_validate_json(reply.body)
    return PageReading(page=empty_page(number), problems=(problem_of(reply, number),))


def empty_page(number: int) -> Page:
    """The page that stands for one that couldn't be read, so that the others keep their numbers."""
    return Page(number=number, width=1000, height=1414, origin="none", lines=(), rendered=True)


def unread_page(number: int, message: str) -> PageReading:
    """The empty page, with the problem that reading it failed."""
    problem = Problem(code=ProblemCode.READER_FAILED, message=message, page=number)
    return PageReading(page=empty_page(number), problems=(problem,))


def problem_of(reply: Reply, number: int | None) -> Problem:
    """The problem that an answer tells, or that its failing is."""
    if reply.kind == "P":
        return Problem.model_validate_json(reply.body)
    if reply.kind == "timeout":
        if number is None:
            message = messages.READER_TIMEOUT_FILE.format(seconds=round(limits.INSPECT_SECONDS))
        else:
            message = messages.READER_TIMEOUT_PAGE.format(page=number, seconds=round(limits.PAGE_SECONDS))
    elif number is None:
        message = messages.READER_FAILED_FILE
    else:
        message = messages.READER_FAILED_PAGE.format(page=number)
    return Problem(code=ProblemCode.READER_FAILED, message=message, page=number)
