"""Writes report.json, report.html, report.pdf and report.xlsx; leaves alone those that are right already.

The html's head carries four digests: of all that the report was drawn from, of the PDF, of the workbook, and
of the html itself. So no file beside the four is needed to tell that nothing has changed, and a report that
someone has edited or half copied is drawn anew.
"""

from __future__ import annotations

import hashlib
import os
import re
import tempfile
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from dossier.report import Report
from review.reports.images import PageSource, Picture
from review.reports.titles import CriterionTitle

HEAD = 4096
"""Bytes from the start of the html within which its digests stand."""
_DIGESTS = re.compile(rb'<meta name="hezheng-outputs" content="([0-9a-f.]{259})">')


@dataclass(frozen=True)
class ReportFiles:
    """Where the report lies. `drawn` is False where the files there were already those of this report."""

    json: Path
    html: Path
    pdf: Path
    xlsx: Path
    drawn: bool

    @classmethod
    def within(cls, out: Path, *, drawn: bool = False) -> ReportFiles:
        """The four files of a folder."""
        return cls(
            out / "report.json", out / "report.html", out / "report.pdf", out / "report.xlsx", drawn=drawn
        )


def report_number(report: Report) -> str:
    """The number printed on every page: it changes when anything in report.json does."""
    return hashlib.sha256(report.to_json().encode()).hexdigest()[:12].upper()


def write_reports(
    report: Report,
    out: Path,
    *,
    pages: PageSource,
    titles: Mapping[str, CriterionTitle],
    trail_head: str | None = None,
    again: bool = False,
) -> ReportFiles:
    """The four files in `out`, which is made if need be. `again` draws them even where they are right.

    Each file is put in place whole, so that a run that is cut short leaves no half-written report.
    """
    text = report.to_json().encode()
    source = _source_digest(text, titles, trail_head)
    files = ReportFiles.within(out)
    if not again and _matches(files, text, source):
        return files
    out.mkdir(parents=True, exist_ok=True)

    from review.reports.page import MANIFEST_SLOT, render_page
    from review.reports.pdf import render_pdf
    from review.reports.places import gather
    from review.reports.view import lay_out
    from review.reports.workbook import render_workbook

    number = report_number(report)
    view = lay_out(report, titles, gather(report, pages))
    xlsx = render_workbook(view, titles, number, trail_head=trail_head)
    pdf = render_pdf(
        render_page(view, number, paper=True, trail_head=trail_head),
        _pictures(view.places.by_key.values()),
        number,
    )
    html = render_page(view, number, paper=False, trail_head=trail_head).encode()
    slot = MANIFEST_SLOT.encode()
    digests = (source, _digest(pdf), _digest(xlsx), _digest(html))
    _put(files.pdf, pdf)
    _put(files.xlsx, xlsx)
    _put(files.html, html.replace(slot, ".".join(digests).encode(), 1))
    _put(files.json, text)
    return ReportFiles.within(out, drawn=True)


def _pictures(places: Iterable[object]) -> Iterable[Picture]:
    for place in places:
        for name in ("crop", "strip", "thumbnail"):
            if isinstance(picture := getattr(place, name), Picture):
                yield picture


def is_current(
    report: Report, out: Path, *, titles: Mapping[str, CriterionTitle], trail_head: str | None = None
) -> bool:
    """Whether `out` holds exactly the files that `write_reports` would write. Milliseconds."""
    text = report.to_json().encode()
    return _matches(ReportFiles.within(out), text, _source_digest(text, titles, trail_head))


def _matches(files: ReportFiles, text: bytes, source: str) -> bool:
    try:
        if files.json.read_bytes() != text:
            return False
        html, pdf, xlsx = files.html.read_bytes(), files.pdf.read_bytes(), files.xlsx.read_bytes()
    except FileNotFoundError:
        return False
    found = _DIGESTS.search(html, 0, HEAD)
    if found is None:
        return False
    blank = html[: found.start(1)] + re.sub(rb"[0-9a-f]", b"0", found[1]) + html[found.end(1) :]
    return found[1].decode() == ".".join((source, _digest(pdf), _digest(xlsx), _digest(blank)))


def _source_digest(text: bytes, titles: Mapping[str, CriterionTitle], trail_head: str | None) -> str:
    known = hashlib.sha256(text)
    known.update(repr(list(titles.items())).encode())
    known.update(repr(trail_head).encode())
    known.update(_drawing().encode())
    return known.hexdigest()


@cache
def _drawing() -> str:
    """The digest of all that decides how a report looks: this package's own files."""
    here = Path(__file__).parent
    files = sorted(path for path in here.rglob("*") if path.suffix in {".py", ".css", ".js", ".j2"})
    return _digest(b"".join(path.read_bytes() for path in files))


def _digest(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()


def _put(path: Path, data: bytes) -> None:
    handle, name = tempfile.mkstemp(prefix=f".{path.name}.", dir=path.parent)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
        Path(name).chmod(0o644)
        Path(name).replace(path)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise
