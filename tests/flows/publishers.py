"""Publishers for tests, found by their import paths: they write report.json alone, or get into trouble first."""

import os
import signal
import time
from pathlib import Path

from dossier.report import Report
from flows.publisher import PageSource
from rubric import Rubric

PLAIN = "tests.flows.publishers:plain"
HICCUP = "tests.flows.publishers:hiccup"
KILLED = "tests.flows.publishers:killed"


def plain(report: Report, out: Path, *, pages: PageSource, rubric: Rubric, notice: Path | None) -> Path:
    """report.json."""
    _ = pages, rubric, notice
    out.mkdir(parents=True, exist_ok=True)
    written = out / "report.json"
    written.write_text(report.to_json(), encoding="utf-8")
    return written


def hiccup(report: Report, out: Path, *, pages: PageSource, rubric: Rubric, notice: Path | None) -> Path:
    """report.json, the second time; the first time the disk has a hiccup."""
    tried = out.with_name(f"{out.name}-tried")
    if not tried.exists():
        tried.touch()
        raise OSError(5, "Input/output error", str(out))
    return plain(report, out, pages=pages, rubric=rubric, notice=notice)


def killed(report: Report, out: Path, *, pages: PageSource, rubric: Rubric, notice: Path | None) -> Path:
    """Nothing: the process is killed."""
    _ = report, out, pages, rubric, notice
    os.kill(os.getpid(), signal.SIGKILL)
    raise AssertionError("still alive")


def slow(report: Report, out: Path, *, pages: PageSource, rubric: Rubric, notice: Path | None) -> Path:
    """report.json, after some seconds."""
    time.sleep(5)
    return plain(report, out, pages=pages, rubric=rubric, notice=notice)
