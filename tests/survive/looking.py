"""What must be so after whatever happened. Each look raises AssertionError with what it found."""

from __future__ import annotations

import difflib
import hashlib
import itertools
import json
import subprocess
import sys
from typing import TYPE_CHECKING

from sqlalchemy import select

from dossier.state import INITIAL, State, may_move
from tests.survive.client import Ledger
from tests.survive.material import Undisturbed, without_numbers
from tests.survive.standing import OFFICER, ROOT, Office
from vault.records.schema import RunRow
from vault.records.verifying import verify_trail

if TYPE_CHECKING:
    from collections.abc import Iterable

    from dossier.trail import TrailEntry


def look(office: Office, ledger: Ledger, undisturbed: Undisturbed) -> None:
    """All of it, for what the ledger says was handed in."""
    files_are_there(office, ledger.files)
    for submission, material in ledger.submitted.items():
        record = office.records.get(OFFICER, submission)
        assert record.state is State.IN_REVIEW, f"{submission} is {record.state}"
        assert record.submitted_at is not None
        report = the_one_report(office, submission)
        expected = undisturbed.report(material, record.submitted_at)
        told = without_numbers(report)
        assert told == expected, (
            f"{submission} has another report than without faults:\n{_parts(expected, told)}"
        )
        moves_are_legal(office.records.history(OFFICER, submission), record.state)
    verdict = verify_trail(office.records, office.blobs)
    assert not verdict.faults, verdict.faults


def _parts(expected: str, told: str) -> str:
    changed = difflib.unified_diff(
        expected.splitlines(), told.splitlines(), "undisturbed", "told", n=1, lineterm=""
    )
    return "\n".join(itertools.islice(changed, 40))


def files_are_there(office: Office, files: Iterable[tuple[str, str, str]]) -> None:
    """Whatever the office said that it has, it has."""
    documents: dict[str, dict[str, str]] = {}
    for submission, path, sha256 in files:
        if submission not in documents:
            found = office.records.documents(OFFICER, submission)
            documents[submission] = {each.path: each.sha256 for each in found}
        assert documents[submission].get(path) == sha256, f"{path} of {submission} isn't in the records"
        with office.blobs.open(f"originals/{sha256[:2]}/{sha256}") as stream:
            assert hashlib.sha256(stream.read()).hexdigest() == sha256, f"{path} was altered"


def the_one_report(office: Office, submission: str) -> str:
    """Its bytes: one run made it, and the rows of findings, facts and all else are those in it, each once."""
    (kept,) = office.records.reports(OFFICER, submission)
    with office.records.database.read() as transaction:
        runs = transaction.session.scalars(select(RunRow).where(RunRow.submission_id == submission)).all()
    assert [run.fence for run in runs if run.outcome == "finished"] == [kept.fence]
    assert [run.fence for run in runs if run.ended_at is None] == []
    sha256 = kept.files["json"]
    report = office.blobs.get(f"reports/{sha256[:2]}/{sha256}").decode()
    assert office.records.report(OFFICER, submission).to_json() == report
    for each in kept.files.values():
        content = office.blobs.get(f"reports/{each[:2]}/{each}")
        assert hashlib.sha256(content).hexdigest() == each
    return report


def moves_are_legal(history: Iterable[TrailEntry], now: State) -> None:
    """By its own rows of the trail, the submission never went but as it may."""
    state = INITIAL
    for entry in history:
        if entry.action == "submission.move":
            detail = json.loads(entry.detail)
            assert detail["from"] == state, f"row {entry.seq} begins at {detail['from']}, not {state}"
            after = State(detail["to"])
            assert may_move(state, after), f"row {entry.seq} goes from {state} to {after}"
            state = after
    assert state is now


def trail_verifies(office: Office) -> None:
    """`hezheng trail verify` says so, too."""
    done = subprocess.run(
        [sys.executable, "-m", "hezheng", "trail", "verify"],
        cwd=ROOT,
        env=office.environment(),
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
