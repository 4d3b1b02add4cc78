"""Reads files in processes of their own, a page a time, so that one crafted or broken page costs only itself.

    for name, reading in read_files([("证书.pdf", path)], progress=show):
        ...

A ReaderPool keeps its processes, each with its loaded OCR engine, between calls; `read_files` makes one for its call
where none is given. Nothing is started before the first file.
"""

import os
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from queue import Queue
from types import TracebackType
from typing import TYPE_CHECKING, NamedTuple, Self

from dossier.page import Problem, Reading
from extractors.readers import limits
from extractors.readers.assembly import FileState, page_of, page_request
from extractors.readers.dispatch import Dispatcher, Reply, Task
from extractors.readers.errors import ReaderFailed
from extractors.readers.model import Inspection, PageReading

if TYPE_CHECKING:
    from PIL.Image import Image

    from extractors.readers.grids import Grid

Progress = Callable[[int, int, str], None]
"""Called with pages done, pages known, and the name of the file whose page was done."""


class PageAnswer(NamedTuple):
    """A page that was asked for: what was read, how many seconds a process was at it, and what went wrong."""

    reading: PageReading
    seconds: float
    failed: str | None
    """`died`, `timeout` or `problem`; then the page is an empty one. None: it was read."""


class ReaderPool:
    """Reading processes that stay. Safe to use from several threads; close it, or use it in a `with`."""

    def __init__(self, workers: int | None = None) -> None:
        self.workers = workers or max(1, len(os.sched_getaffinity(0)))
        self._dispatcher = Dispatcher(self.workers)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Ends the processes."""
        self._dispatcher.close()

    def read_files(
        self, files: Sequence[tuple[str, Path]], progress: Progress | None = None
    ) -> Iterator[tuple[str, Reading]]:
        """Each file's name and reading, in the order given. Raises OSError for a path that isn't there."""
        states = [FileState(name, _existing(path)) for name, path in files]
        replies: Queue[tuple[int, Reply]] = Queue()
        tasks: list[Task] = []

        def submit(index: int, request: dict[str, object], seconds: float) -> None:
            tasks.append(self._dispatcher.submit(request, seconds, lambda reply: replies.put((index, reply))))

        try:
            for index, state in enumerate(states):
                submit(index, state.inspection_request(), limits.INSPECT_SECONDS)
            upcoming = 0
            while upcoming < len(states):
                while upcoming < len(states) and states[upcoming].complete:
                    yield states[upcoming].name, states[upcoming].reading()
                    states[upcoming].release()
                    upcoming += 1
                if upcoming == len(states):
                    break
                index, reply = replies.get()
                state = states[index]
                for request in state.take(reply):
                    submit(index, request, limits.PAGE_SECONDS)
                if progress is not None:
                    done = sum(one.done for one in states)
                    progress(done, sum(one.total for one in states), state.name)
        finally:
            self._dispatcher.cancel(tasks)

    def running(self) -> list[tuple[int, str, int | None]]:
        """What is being read now: process id, path, and page (None for an inspection)."""
        return self._dispatcher.running()

    def inspect(self, path: Path, name: str | None = None) -> Inspection:
        """What `inspect` says, found out in a process of its own."""
        state = FileState(name or path.name, _existing(path))
        state.take(self._dispatcher.ask(state.inspection_request(), limits.INSPECT_SECONDS))
        return state.inspection_made

    def read_pages(self, path: Path, media_type: str, first: int, last: int) -> list[PageAnswer]:
        """Some pages of an inspected file, from 1 and inclusive, in order. Every page gives an answer."""
        path = _existing(path)
        replies: Queue[Reply] = Queue()
        tasks = [
            self._dispatcher.submit(
                page_request(path, media_type, number), limits.PAGE_SECONDS, replies.put
            )
            for number in range(first, last + 1)
        ]  # fmt: skip
        answers: dict[int, PageAnswer] = {}
        try:
            while len(answers) < len(tasks):
                reply = replies.get()
                number = reply.request["page"]
                failed = None if reply.kind == "A" else "problem" if reply.kind == "P" else reply.kind
                answers[number] = PageAnswer(page_of(reply, number), reply.seconds, failed)
        finally:
            self._dispatcher.cancel(tasks)
        return [answers[number] for number in sorted(answers)]

    def read_grids(self, path: Path) -> list["Grid"]:
        """The tables of an xlsx or docx, read in a process of its own. Raises ReaderFailed."""
        from extractors.readers.grids import GRIDS

        reply = self._dispatcher.ask({"do": "grids", "path": str(_existing(path))}, limits.INSPECT_SECONDS)
        if reply.kind == "A":
            return GRIDS.validate_json(reply.body)
        raise ReaderFailed(failure(reply, None).message)

    def render_page(self, path: Path, reading: Reading, number: int, dpi: int = 110) -> "Image":
        """The upright page as RGB pixels, drawn in a process of its own. Raises ReaderFailed."""
        import io

        from PIL import Image

        request = {
            "do": "render", "path": str(path), "media_type": reading.media_type, "page": number,
            "turned": reading.pages[number - 1].turned, "dpi": dpi,
        }  # fmt: skip
        reply = self._dispatcher.ask(request, limits.PAGE_SECONDS)
        if reply.kind == "I":
            # A process that was taken over may answer anything: of Pillow's readers it meets one.
            return Image.open(io.BytesIO(reply.body), formats=("PNG",)).convert("RGB")
        raise ReaderFailed(failure(reply, number).message)


def failure(reply: Reply, number: int | None) -> Problem:
    """The problem that stands for an answer that isn't what was asked for."""
    from extractors.readers.assembly import problem_of

    return problem_of(reply, number)


def read_files(
    files: Sequence[tuple[str, Path]],
    workers: int | None = None,
    progress: Progress | None = None,
    pool: ReaderPool | None = None,
) -> Iterator[tuple[str, Reading]]:
    """Each file's name and reading, in the order given. `workers` defaults to one a core.

    Every file gives a reading: one that can't be read has no pages and a fatal problem. An archive has none
    either; unpack it first (`archive.unpack`). Raises OSError for a path that isn't there.
    """
    if pool is not None:
        yield from pool.read_files(files, progress)
        return
    with ReaderPool(workers) as own:
        yield from own.read_files(files, progress)


def read_grids(path: Path, pool: ReaderPool | None = None) -> list["Grid"]:
    """The tables of an xlsx or docx, by the pool's processes or one of its own. Raises ReaderFailed."""
    if pool is not None:
        return pool.read_grids(path)
    with ReaderPool(1) as own:
        return own.read_grids(path)


def _existing(path: Path) -> Path:
    path = Path(path).absolute()
    if not path.is_file():
        raise FileNotFoundError(path)
    with path.open("rb"):
        return path


__all__ = ["PageAnswer", "PageReading", "Progress", "ReaderPool", "read_files", "read_grids"]
