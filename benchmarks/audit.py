"""The audit of a round at scale: time and memory of `hezheng audit`'s work over ready-made results.

    python -m benchmarks.audit [--submissions N ...] [--documents N] [--postgres]

Each size is a database of its own (SQLite, or PostgreSQL), filled with submissions of so many documents of two pages, with
four facts each, findings on every criterion and the prints of all pages, of which some are planted twice. The audit runs in
a process of its own, with all that `hezheng audit` writes but the PDF. Aims: 500 x 50 in 30 s and 1 GB; 10,000 x 50 in ten
minutes and 4 GB; time that grows no faster than n log n: the peer of each size is the size before.
"""

import argparse
import math
import os
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from datetime import UTC, date, datetime
from itertools import pairwise
from pathlib import Path
from typing import Any

import numpy as np
from sqlalchemy import insert, text

from benchmarks.machine import machine
from benchmarks.progress import tell
from benchmarks.watched import watched
from dossier.principal import SCOPES, Principal, Role
from extractors.readers import READER_VERSION
from hezheng.commands.auditing import Kept
from rubric import load
from tests.audit.rounds import CITIES, TYPES
from tests.servers import run_postgres
from tests.vault.records.office import opened
from vault.blobs_folder import FolderBlobs
from vault.records import Records
from vault.records.prints_schema import PrintRow
from vault.records.queue_schema import RoundRow, StandingRow
from vault.records.schema import (
    Base,
    DiscrepancyRow,
    FactRow,
    FindingRow,
    ReportDocumentRow,
    ReportRow,
    SubmissionRow,
)

PAGES = 2
FACTS = ("organization_name", "certificate_number", "address", "issue_date")
BLOCK = 100
"""Submissions that are written at a time."""
NOON = datetime(2026, 11, 15, 4, tzinfo=UTC)
OFFICER = Principal(id="officer", name="经办人", role=Role.OFFICE, scopes=SCOPES[Role.OFFICE])
SHARED = 50
"""One in so many submissions has its first document from the one before."""


def fill(records: Records, submissions: int, documents: int) -> None:
    """Writes a round of verified submissions."""
    rubric, chance = load(None), np.random.default_rng(1)
    criteria = [each.id for each in rubric.in_force(date(2026, 11, 15))]
    with records.database.engine.begin() as connection:
        for statement in _without_triggers(sqlite=records.database.sqlite):
            connection.execute(text(statement))
        connection.execute(insert(RoundRow), [_round()])
        for start in range(0, submissions, BLOCK):
            numbers = range(start, min(submissions, start + BLOCK))
            for table, rows in _rows(numbers, documents, criteria, rubric.sha256, chance):
                connection.execute(insert(table), rows)
    if not records.database.sqlite:
        with records.database.engine.begin() as connection:
            connection.execute(text("ANALYZE"))


def _without_triggers(*, sqlite: bool) -> Sequence[str]:
    """Rows are written as they stand in the end, which the triggers would refuse."""
    if sqlite:
        return ("DROP TRIGGER submissions_begin",)
    return ("ALTER TABLE submissions DISABLE TRIGGER submissions_begin",)


def _round() -> dict[str, Any]:
    return {
        "id": "2026", "title": "2026年度评估", "closes_on": date(2026, 11, 20), "recommend_by": date(2026, 11, 30),
        "appeals_until": None, "city_quota": 2, "industry_quota": 1, "version": 1, "created_at": NOON,
    }  # fmt: skip


def _rows(
    numbers: range, documents: int, criteria: Sequence[str], sha256: str, chance: np.random.Generator
) -> Iterator[tuple[type[Base], list[dict[str, Any]]]]:
    ids = {number: f"S{number:026d}" for number in numbers}
    yield SubmissionRow, [_submission(number, each) for number, each in ids.items()]
    yield StandingRow, [{"submission_id": each, **_score(number), "gates": 0, "majors": 1, "traces": 0} for number, each in ids.items()]  # fmt: skip
    yield ReportRow, [_report(number, each, sha256) for number, each in ids.items()]
    held = [(number, at) for number in numbers for at in range(documents)]
    contents = {key: _content(*key) for key in held}
    yield ReportDocumentRow, [
        {
            "submission_id": ids[number], "index": at, "path": f"{at}.pdf", "sha256": contents[number, at], "kind": "contract",
            "kind_confidence": 0.99, "pages": PAGES, "origin": "ocr", "segments": [], "problems": [],
        }
        for number, at in held
    ]  # fmt: skip
    yield FactRow, [
        {
            "submission_id": ids[number], "index": at * len(FACTS) + which, "document": f"{at}.pdf", "segment": 0, "kind": "contract",
            "name": name, "value": f"{name} {number} {at}", "raw": f"{number}", "confidence": 0.97, "note": None,
            "evidence": [{"document": None, "page": 1, "box": [0.1, 0.1, 0.4, 0.2], "text": "某某", "locator": None}],
        }
        for number, at in held
        for which, name in enumerate(FACTS)
    ]  # fmt: skip
    yield FindingRow, [
        {
            "submission_id": ids[number], "index": at, "criterion": criterion, "check": "presence", "claimed": 4.0, "low": 4.0 if (number * 7 + at) % 9 else 0.0,
            "high": 4.0 if (number * 7 + at) % 9 else 2.0, "verdict": "supported" if (number * 7 + at) % 9 else "contradicted",
            "explanation": "材料可支持4分。", "clause": "三(一)", "source": "通知", "facts": [], "evidence": [], "no_evidence": "",
        }
        for number in numbers
        for at, criterion in enumerate(criteria)
    ]  # fmt: skip
    yield DiscrepancyRow, [
        {
            "submission_id": ids[number], "index": at, "code": "points_overclaimed", "severity": "major", "criterion": criteria[at],
            "document": None, "message": f"第{at}处", "evidence": [],
        }
        for number in numbers
        for at in range(4)
    ]  # fmt: skip
    fresh = [key for key in held if not _borrowed(*key)]
    sketches = chance.integers(0, 2**32, (len(fresh), PAGES, 48), dtype=np.uint32)
    bits = chance.integers(-(2**63), 2**63 - 1, (len(fresh), PAGES))
    yield PrintRow, [
        {
            "sha256": contents[key], "reader": READER_VERSION, "page": page + 1, "bits": int(bits[row, page]),
            "sketch": sketches[row, page].tobytes(),
        }
        for row, key in enumerate(fresh)
        for page in range(PAGES)
    ]  # fmt: skip


def _borrowed(number: int, at: int) -> bool:
    return at == 0 and number % SHARED == SHARED - 1


def _content(number: int, at: int) -> str:
    owner = number - 1 if _borrowed(number, at) else number
    return f"{owner:032x}{at:032x}"


def _submission(number: int, identity: str) -> dict[str, Any]:
    city = CITIES[number % len(CITIES)]
    return {
        "id": identity, "round": "2026", "state": "recommended" if number % 40 == 0 else "in_review", "version": 5, "priority": "batch",
        "owner": "applicant", "organization": {"name": f"第{number}职工服务中心", "type": TYPES[number % 3]},
        "recommender": f"{city}总工会", "region": city, "created_at": NOON, "submitted_at": NOON, "updated_at": NOON,
        "attempts": 1, "fence": 1,
    }  # fmt: skip


def _score(number: int) -> dict[str, Any]:
    low = 60.0 + number % 40
    return {"claimed": 92.0, "low": low, "high": min(100.0, low + 5), "threshold": 80.0, "eligible": "review"}


def _report(number: int, identity: str, sha256: str) -> dict[str, Any]:
    return {
        "submission_id": identity, "fence": 1, "at": NOON, "sha256": "a" * 64, "files": {}, "summary": {}, "as_of": date(2026, 11, 15),
        "rubric": "jiangsu-2023", "rubric_version": "2023.1", "rubric_sha256": sha256, "rubric_provisional": True,
        "extractor": "x", "claimed_sum": 92.0, **_score(number),
    }  # fmt: skip


def measure(url: str, folder: Path) -> None:
    """What `hezheng audit` does, but for the PDF."""
    from flows.audit_round import audit_round, begin
    from flows.round_files import write_round
    from review.audits import auditing

    records = opened(url)
    seed = begin(records, OFFICER, "2026", None)
    kept = Kept(records, FolderBlobs(folder / "store"))
    found, tables = audit_round(kept, OFFICER, "2026", seed, fallback=None)
    write_round(records, OFFICER, "2026", tables, folder)
    (folder / "audit.json").write_text(found.to_json(), "utf-8")
    (folder / "audit.html").write_text(auditing.render_page(found, ""), "utf-8")
    (folder / "audit.xlsx").write_bytes(auditing.render_workbook(found, ""))
    records.close()


def main() -> None:
    """Measures the sizes that are named."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--submissions", type=int, nargs="+", default=[500, 1000, 2000])
    parser.add_argument("--documents", type=int, default=50, help="of a submission")
    parser.add_argument("--postgres", action="store_true")
    parser.add_argument("--measure", nargs=2, metavar=("URL", "FOLDER"), help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.measure:
        measure(options.measure[0], Path(options.measure[1]))
        return
    print(machine())
    taken: list[tuple[int, float]] = []
    with tempfile.TemporaryDirectory(prefix="hezheng-audit-") as held, ExitStack() as stack:
        server = stack.enter_context(contextmanager(run_postgres)()) if options.postgres else None
        for count in options.submissions:
            folder = Path(held) / str(count)
            folder.mkdir()
            url = server.new_database() if server is not None else f"sqlite:///{folder / 'records.db'}"
            began = time.perf_counter()
            records = opened(url)
            fill(records, count, options.documents)
            records.close()
            tell(f"{count} x {options.documents} written in {time.perf_counter() - began:.0f} s")
            command = [sys.executable, "-m", "benchmarks.audit", "--measure", url, str(folder)]
            run = watched(command, os.environ)
            taken.append((count, run.wall))
            print(
                f"{count} x {options.documents}: {run.wall:.1f} s ({run.cpu:.1f} s of the processor), {run.peak_mb:.0f} MB"
            )
    for (few, short), (many, long) in pairwise(taken):
        bound = many * math.log(many) / (few * math.log(few))
        print(
            f"→ audit: {many / few:.0f} times the submissions take {long / short:.2f} times as long (n log n: {bound:.2f})"
        )


if __name__ == "__main__":
    main()
