"""From an applicant's folder over HTTP to a report: the service says what `hezheng verify` says."""

import hashlib
import json
import os
import shutil
import subprocess
import sys
import time
from datetime import datetime
from pathlib import Path
from typing import Any

import httpx
import psutil
import pytest

from hezheng.commands.verifying import EXAMPLES
from tests.hezheng.served import ROOT, Served

PATIENCE = 600
"""Seconds in which the example has to be verified: fifty pages of scans on two cores."""


def _hand_in(client: httpx.Client, folder: Path) -> str:
    """Every file over the resumable way, in parts."""
    made = client.post("/submissions", json={"round": "2026", "recommender": "南通市总工会"})
    submission = made.json()["id"]
    for path in sorted(folder.rglob("*")):
        if not path.is_file():
            continue
        content = path.read_bytes()
        name = path.relative_to(folder).as_posix()
        body = {"path": name, "sha256": hashlib.sha256(content).hexdigest(), "size": len(content)}
        announced = client.post(f"/submissions/{submission}/files", json=body).json()
        location = announced["location"].removeprefix("/api/v1")
        half = len(content) // 2
        for at, part in ((0, content[:half]), (half, content[half:])):
            headers = {"Content-Type": "application/partial-upload", "Upload-Offset": str(at)}
            assert client.patch(location, content=part, headers=headers).is_success
    answer = client.post(f"/submissions/{submission}/submit", headers={"If-Match": '"1"'})
    assert answer.status_code == 200, answer.text
    return submission


def _wait(client: httpx.Client, submission: str) -> dict[str, Any]:
    """The status at the end; asked for by waiting, not over and over."""
    status = client.get(f"/submissions/{submission}/status").json()
    until = time.monotonic() + PATIENCE
    while status["state"] in {"received", "reading", "verified"}:
        assert time.monotonic() < until, status
        query = {"wait": 30, "since": status["version"]}
        status = client.get(f"/submissions/{submission}/status", params=query).json()
    return status


@pytest.mark.ocr
@pytest.mark.slow
def test_the_example_handed_in_over_http_gets_the_report_that_verify_writes(tmp_path: Path) -> None:
    served = Served(tmp_path)
    served.start()
    try:
        headers = {"Authorization": f"Bearer {served.token()}"}
        with httpx.Client(base_url=f"{served.url}/api/v1", headers=headers, timeout=PATIENCE) as client:
            submission = _hand_in(client, EXAMPLES / "honest")
            assert _wait(client, submission)["state"] == "in_review"
            record = client.get(f"/submissions/{submission}").json()
            ours = client.get(f"/submissions/{submission}/report.json").json()
            for form, start in (("html", b"<!"), ("pdf", b"%PDF"), ("xlsx", b"PK")):
                assert (
                    client.get(f"/submissions/{submission}/report.{form}")
                    .content.lower()
                    .startswith(start.lower())
                )
    finally:
        assert served.stop(120) == 0
    folder = tmp_path / "folder"
    shutil.copytree(EXAMPLES / "honest", folder)
    application = json.loads((folder / "submission.json").read_text("utf-8"))
    application["submitted_at"] = record["submitted_at"]
    (folder / "submission.json").write_text(json.dumps(application), "utf-8")
    subprocess.run(
        [sys.executable, "-m", "hezheng", "verify", str(folder), "--out", str(tmp_path / "report")],
        cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        check=False,
        capture_output=True,
    )
    theirs = json.loads((tmp_path / "report" / "report.json").read_text("utf-8"))
    assert ours["submission"]["id"] == submission
    for report in (ours, theirs):
        report["submission"]["submitted_at"] = datetime.fromisoformat(report["submission"]["submitted_at"])
        del report["submission"]["id"]
    assert ours == theirs


@pytest.mark.ocr
@pytest.mark.slow
def test_a_service_that_is_killed_while_it_reads_goes_on_when_it_is_started_again(tmp_path: Path) -> None:
    served = Served(tmp_path, lease_seconds="10")
    served.start()
    headers = {"Authorization": f"Bearer {served.token()}"}
    try:
        with httpx.Client(base_url=f"{served.url}/api/v1", headers=headers, timeout=PATIENCE) as client:
            submission = _hand_in(client, EXAMPLES / "honest")
            until = time.monotonic() + PATIENCE
            while client.get(f"/submissions/{submission}/status").json()["done"] < 4:
                assert time.monotonic() < until
                time.sleep(0.5)
        family = psutil.Process(served.process.pid).children(recursive=True)
        served.kill()
        _, alive = psutil.wait_procs(family, timeout=60)
        assert not alive, "nothing outlives the service for long"
        served.start()
        with httpx.Client(base_url=f"{served.url}/api/v1", headers=headers, timeout=PATIENCE) as client:
            assert _wait(client, submission)["state"] == "in_review"
            assert client.get(f"/submissions/{submission}").json()["attempts"] >= 2
    finally:
        assert served.stop(120) == 0
