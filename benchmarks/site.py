"""The reviewers' pages under a full round: how long the server takes, and fifty reviewers at once.

    python -m benchmarks.site [--submissions N] [--reviewers N] [--clicks N]

A round of submissions of 20 text-layer documents each, whose reports are those of one that was really verified, in an office of
one `hezheng serve` (SQLite, a folder). Aims: a workbench in less than 100 ms at 1,000 submissions; fifty reviewers who click
at once, reading and ruling, without an error. The peer of each page is `/healthz` of the same server, measured in turn.
"""

import argparse
import re
import statistics
import sys
import tempfile
import threading
import time
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

import httpx

from benchmarks.machine import machine
from benchmarks.progress import tell
from benchmarks.service import lay_out
from dossier.account import Stage
from dossier.principal import SCOPES, Principal, Role
from dossier.record import SubmissionRecord
from dossier.report import Report
from extractors.readers import READER_VERSION
from flows import steps
from flows.options import StepOptions
from flows.progress import silent
from hezheng.publishing import publish
from hezheng.settings import Settings
from tests.servers import clean_environment, free_ports
from tests.survive.material import make_material
from tests.survive.programs import Program
from vault.blobs_folder import FolderBlobs
from vault.readings import ReadingStore
from vault.records import Records, open_records

DOCUMENTS = 20
CITY = "南京市"
OFFICER = Principal(id="officer", name="经办人", role=Role.OFFICE, scopes=SCOPES[Role.OFFICE])


def template(folder: Path) -> Report:
    """The report on a submission that is really verified, whose readings are kept in the folder's data."""
    report, _ = steps.verify_submission(
        lay_out(make_material("benchmark-site", DOCUMENTS), folder / "files"),
        as_of=None,
        rubric_path=None,
        out=folder / "report",
        settings=StepOptions(data=folder / "data", workers=2),
        progress=silent,
        publish=publish,
    )
    return report


def fill(records: Records, report: Report, count: int) -> list[str]:
    """That many submissions with the report, before the reviewers of a city."""
    records.put_user("benchmark", OFFICER)
    made: list[str] = []
    for number in range(count):
        organization = report.submission.organization.model_copy(update={"name": f"第{number}职工服务中心"})
        created: SubmissionRecord = records.create(
            OFFICER, round="2026", organization=organization, recommender=f"{CITY}总工会"
        )
        for document in report.documents:
            records.add_document(OFFICER, created.id, document.path, sha256=document.sha256, size=1000)
        records.submit(OFFICER, created.id, created.version)
        run = records.take(created.id, "benchmark", 600)
        if run is None:
            raise RuntimeError(f"{created.id} can't be taken")
        summary = report.submission.model_copy(update={"id": created.id, "organization": organization})
        records.finish(run, report.model_copy(update={"submission": summary}), {})
        made.append(created.id)
    return made


def seconds(client: httpx.Client, paths: Sequence[str]) -> list[float]:
    """How long each answer took, as the client sees it."""
    taken: list[float] = []
    for path in paths:
        began = time.perf_counter()
        client.get(path).raise_for_status()
        taken.append(time.perf_counter() - began)
    return taken


class Reviewer(threading.Thread):
    """Somebody who opens submissions, confirms what was found, and goes on."""

    def __init__(self, url: str, session: str, submissions: Sequence[str], clicks: int) -> None:
        super().__init__(daemon=True)
        self._client = httpx.Client(base_url=url, cookies={"hezheng": session}, timeout=120, trust_env=False)
        self._submissions = submissions
        self._clicks = clicks
        self.statuses: Counter[int | str] = Counter()
        self.taken: list[float] = []

    def run(self) -> None:
        """Clicks."""
        with self._client:
            for number in range(self._clicks):
                submission = self._submissions[number % len(self._submissions)]
                page = self._click("GET", f"/review/{submission}")
                form = re.search(r'<form[^>]+action="(/review/[^"]+/rulings)".*?</form>', page, re.DOTALL)
                if form is not None:
                    fields = dict(re.findall(r'name="(\w+)" value="([^"]*)"', form[0]))
                    self._click("POST", form[1], {**fields, "outcome": "confirm"})

    def _click(self, method: str, path: str, form: dict[str, str] | None = None) -> str:
        began = time.perf_counter()
        try:
            answer = self._client.request(method, path, data=form)
        except httpx.HTTPError as error:
            self.statuses[type(error).__name__] += 1
            return ""
        self.taken.append(time.perf_counter() - began)
        self.statuses[answer.status_code] += 1
        return answer.text


def main() -> None:
    """Fills, serves, measures."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--submissions", type=int, default=1000)
    parser.add_argument("--reviewers", type=int, default=50)
    parser.add_argument("--clicks", type=int, default=10, help="submissions that each opens")
    options = parser.parse_args()
    print(machine())
    with tempfile.TemporaryDirectory(prefix="hezheng-site-", ignore_cleanup_errors=True) as held:
        folder = Path(held)
        (port,) = free_ports(1)
        told = {"data": str(folder / "data"), "port": str(port), "rate_per_second": "100000"}  # fmt: skip
        report = template(folder)
        records = open_records(Settings(_env_file=None, **told))  # pyright: ignore[reportCallIssue, reportArgumentType]
        submissions = fill(records, report, options.submissions)
        kept = ReadingStore(FolderBlobs(folder / "data"), READER_VERSION)
        if kept.get(report.documents[0].sha256) is None:
            raise RuntimeError("the readings aren't where the pages look for them")
        tell(f"{len(submissions)} submissions of {len(report.documents)} documents are there")
        environment = {
            **clean_environment(),
            **{f"HEZHENG_{key.upper()}": value for key, value in told.items()},
        }
        server = Program("serve", [sys.executable, "-m", "hezheng", "serve"], environment, folder)
        server.start()
        try:
            url = f"http://127.0.0.1:{port}"
            _wait(url)
            measure(records, url, submissions, options)
        finally:
            server.stop()
            records.close()


def measure(records: Records, url: str, submissions: Sequence[str], options: argparse.Namespace) -> None:
    """Prints what the pages take alone, and under many reviewers."""
    reviewers = [
        Principal(id=f"reviewer-{number}", name=f"审核员{number}", role=Role.REVIEWER, region=CITY, scopes=SCOPES[Role.REVIEWER])
        for number in range(options.reviewers)
    ]  # fmt: skip
    for each in reviewers:
        records.put_user("benchmark", each)
    sessions = [records.begin_session(each.id, Stage.WHOLE, hours=1) for each in reviewers]
    with httpx.Client(base_url=url, cookies={"hezheng": sessions[0]}, timeout=60, trust_env=False) as client:
        some = submissions[:: max(1, len(submissions) // 100)]
        for name, paths in {
            "workbench": [f"/review/{each}" for each in some],
            "queue": ["/queue"] * 50,
        }.items():
            seconds(client, paths[:3])
            bare, page = seconds(client, ["/healthz"] * len(paths)), seconds(client, paths)
            print(f"{name}: {statistics.median(page) * 1000:.0f} ms in the middle, {max(page) * 1000:.0f} ms at worst; /healthz {statistics.median(bare) * 1000:.1f} ms")  # fmt: skip
            yielded = (
                f"→ site: {name} {statistics.median(page) * 1000:.0f} ms at {len(submissions)} submissions"
            )
            print(yielded + (" (aim: below 100)" if name == "workbench" else ""))
    share = max(1, len(submissions) // options.reviewers)
    crowd = [
        Reviewer(url, session, submissions[number * share : (number + 1) * share], options.clicks)
        for number, session in enumerate(sessions)
    ]
    began = time.perf_counter()
    for each in crowd:
        each.start()
    for each in crowd:
        each.join()
    took = time.perf_counter() - began
    statuses = sum((each.statuses for each in crowd), Counter[int | str]())
    taken = sorted(second for each in crowd for second in each.taken)
    wrong = sum(count for status, count in statuses.items() if not isinstance(status, int) or status >= 400)
    print(f"{len(crowd)} reviewers at once: {len(taken)} clicks in {took:.0f} s, {statistics.median(taken):.2f} s in the middle; {dict(statuses)}")  # fmt: skip
    print(
        f"→ site: {len(crowd)} reviewers at once, {len(taken) / took:.0f} clicks a second, {wrong} errors (aim: 0)"
    )


def _wait(url: str) -> None:
    late = time.monotonic() + 60
    while time.monotonic() < late:
        try:
            if httpx.get(f"{url}/healthz", timeout=5, trust_env=False).is_success:
                return
        except httpx.HTTPError:
            time.sleep(0.2)
    raise TimeoutError("the server doesn't answer")


if __name__ == "__main__":
    main()
