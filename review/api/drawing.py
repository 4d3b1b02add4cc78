"""Reports drawn when they are asked for: those that a correction made, and those with the trail's head."""

from __future__ import annotations

import io
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Literal

from dossier.report import Report, reader_version
from flows import in_force
from flows.errors import PageUndrawableError
from flows.kept_pages import KeptPages, Width
from review.reports.outputs import write_reports
from review.reports.titles import titles_of
from rubric.notice_text import clause_texts
from vault.blobs import StoreError

if TYPE_CHECKING:
    from PIL.Image import Image

    from review.api.parts import Parts

Drawn = Literal["html", "pdf", "xlsx"]


def draw_report(parts: Parts, report: Report, format_: Drawn, *, trail_head: str | None = None) -> bytes:
    """One file of a report, with the words of the notice and pictures of its pages as far as they can be drawn. RubricError."""
    day = report.submission.as_of
    rubric = in_force.standard_of(parts.records, parts.settings.rubric, report.rubric.sha256, day)
    titles = titles_of(rubric, day, clause_texts=clause_texts(rubric, parts.settings.notice))
    with TemporaryDirectory() as folder:
        files = write_reports(
            report,
            Path(folder),
            pages=_Pages(parts.pages, report),
            titles=titles,
            trail_head=trail_head,
        )
        return {"html": files.html, "pdf": files.pdf, "xlsx": files.xlsx}[format_].read_bytes()


class _Pages:
    """Pictures of the report's pages, as the workbench shows them."""

    def __init__(self, pages: KeptPages, report: Report) -> None:
        self._pages = pages
        self._reader = reader_version(report.extractor)
        self._contents = {each.path: each.sha256 for each in report.documents}

    def image(self, document_path: str, page: int) -> Image | None:
        """The upright page, or None where it can't be drawn."""
        from PIL.Image import open as opened

        sha256 = self._contents.get(document_path)
        if sha256 is None:
            return None
        try:
            return opened(io.BytesIO(self._pages.image(sha256, self._reader, page, Width.SHEET)))
        except (PageUndrawableError, StoreError):
            return None
