"""Self-checks of drafts: the same verification, before anything is handed in."""

import hashlib
import json
import time
from collections.abc import Iterator
from contextlib import closing
from io import BytesIO
from pathlib import Path

import pytest

from dossier.finding import TRACES, Verdict
from dossier.geometry import Box
from dossier.page import ProblemCode, Signal, SignalCode
from dossier.principal import Principal, Role
from dossier.record import SubmissionRecord
from dossier.report import Report
from dossier.state import State
from dossier.submission import Claim, Organization, Submission
from extractors.readers import READER_VERSION, ReaderPool, read_file
from flows import steps
from flows.bench import open_bench
from flows.rehearsal import Rehearsal, Stage
from hezheng.commands.demo_web import Example, hand_in
from hezheng.commands.verifying import EXAMPLES
from hezheng.service import Service
from hezheng.settings import Settings
from tests.flows import publishers, submissions
from vault.readings import ReadingStore

APPLICANT = Principal(id="applicant", name="甲中心", role=Role.APPLICANT)
AUDITOR = Principal(id="auditor", name="审计", role=Role.AUDITOR)
CERTIFICATE = "组织建设/评估等级证书.pdf"
FILES = 9
"""Of the submission, its application included."""
SECONDS = 60


@pytest.fixture(scope="module")
def service(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Service]:
    """An office with a worker's desk."""
    folder = tmp_path_factory.mktemp("office")
    settings = Settings(_env_file=None, data=folder)  # pyright: ignore[reportCallIssue]
    with closing(Service.open(settings, trigger=lambda _: None)) as service:
        service.records.put_user("test", APPLICANT)
        with (
            ReaderPool(1) as pool,
            open_bench("test", service, settings, pool=pool, publish=publishers.plain),
        ):
            yield service


@pytest.fixture(scope="module")
def draft(service: Service, submission: Path) -> SubmissionRecord:
    """A draft with all files."""
    organization = Organization(name=submissions.ORGANIZATION)
    example = Example("", APPLICANT.id, organization, "南京市总工会", files=FILES)
    return service.records.get(APPLICANT, hand_in(service, example, submission))


def looked_at(service: Service, record: SubmissionRecord) -> Rehearsal:
    """The rehearsal, when it is over."""
    documents = service.records.documents(APPLICANT, record.id)
    until = time.monotonic() + SECONDS
    while True:
        found = service.rehearsals.look(record, documents)
        if found.over:
            return found
        assert time.monotonic() < until, found
        time.sleep(0.1)


def verdicts(report: Report) -> dict[str, Verdict]:
    """What a report says of each criterion."""
    return {each.criterion: each.verdict for each in report.findings}


def test_a_draft_is_checked_as_if_it_were_handed_in_and_nothing_of_it_is_recorded(
    service: Service, draft: SubmissionRecord, expected: bytes
) -> None:
    before = service.records.trail(AUDITOR, limit=1000)
    found = looked_at(service, draft)
    assert found.stage is Stage.DONE
    assert found.report is not None
    assert verdicts(found.report) == verdicts(Report.model_validate_json(expected))
    assert {each.path for each in found.report.documents} >= {"附件.zip!/会议记录.txt", "损坏.pdf"}
    assert service.records.trail(AUDITOR, limit=1000) == before
    assert service.records.get(APPLICANT, draft.id) == draft
    assert service.records.reports(APPLICANT, draft.id) == ()


def test_nothing_that_is_told_rests_on_traces_of_alteration(service: Service, submission: Path) -> None:
    clean = read_file(submission / CERTIFICATE)
    content = b"the certificate, altered"
    sha256 = hashlib.sha256(content).hexdigest()
    patch = Signal(
        code=SignalCode.IMAGE_PATCH,
        message="有一块是后贴的",
        page=1,
        box=Box(x0=0, y0=0, x1=1, y1=1),
        text="",
    )
    altered = clean.model_copy(update={"sha256": sha256, "signals": (patch,)})
    ReadingStore(service.blobs, READER_VERSION).put(altered)
    service.originals.put(BytesIO(content), sha256=sha256, size=len(content))
    application = json.loads((submission / "submission.json").read_bytes())
    organization = Organization(name=submissions.ORGANIZATION)
    made = service.records.create(APPLICANT, round="2026", organization=organization, application=application)
    service.records.add_document(APPLICANT, made.id, CERTIFICATE, sha256=sha256, size=len(content))
    report = looked_at(service, made).report
    assert report is not None
    taken = Submission(
        id="S",
        round="2026",
        organization=organization,
        claims=tuple(Claim(**each) for each in application["claims"]),
        application="submission.json",
    )
    read = steps.extract_facts({CERTIFICATE: altered}, organization)
    inside = steps.check(taken, read, steps.load_rubric(None), report.submission.as_of)
    assert {each.code for each in inside.discrepancies} & TRACES, "reviewers are told"
    assert not {each.code for each in report.discrepancies} & TRACES
    told = {each.criterion: each for each in report.findings}["2.6"]
    of_reviewers = {each.criterion: each for each in inside.findings}["2.6"]
    assert told.verdict is Verdict.SUPPORTED
    assert of_reviewers.verdict is Verdict.UNCERTAIN


def test_what_arrives_is_read_ahead_and_tells_what_can_not_be_read(
    service: Service, draft: SubmissionRecord
) -> None:
    contents = {each.path: each.sha256 for each in service.records.documents(APPLICANT, draft.id)}
    wanted = {contents["损坏.pdf"], contents["组织建设/评估等级证书.pdf"]}
    service.rehearsals.read_ahead(wanted)
    until = time.monotonic() + SECONDS
    while len(found := service.rehearsals.read_so_far(wanted)) < len(wanted):
        assert time.monotonic() < until, found
        time.sleep(0.1)
    assert found[contents["组织建设/评估等级证书.pdf"]].pages == 1
    assert found[contents["组织建设/评估等级证书.pdf"]].problems == ()
    codes = {problem.code for problem in found[contents["损坏.pdf"]].problems}
    assert codes & {ProblemCode.CORRUPT, ProblemCode.TRUNCATED}


def test_a_filled_form_says_what_is_applied_for(service: Service) -> None:
    made = service.records.create(APPLICANT, round="2026")
    form = EXAMPLES / "dishonest" / "申报表.docx"
    content = form.read_bytes()
    sha256 = hashlib.sha256(content).hexdigest()
    service.originals.put(form, sha256=sha256, size=len(content))
    service.records.add_document(APPLICANT, made.id, form.name, sha256=sha256, size=len(content))
    report = looked_at(service, made).report
    assert report is not None
    assert report.submission.organization.name == "苏州市启明困难职工帮扶服务社"
    assert report.score.claimed > 80
    assert {each.verdict for each in report.findings} <= {
        Verdict.MISSING,
        Verdict.UNCERTAIN,
        Verdict.NOT_APPLICABLE,
    }


def test_without_an_application_nothing_can_be_checked(service: Service) -> None:
    made = service.records.create(APPLICANT, round="2026")
    assert looked_at(service, made).stage is Stage.NO_APPLICATION
    broken = service.records.write_draft(
        APPLICANT,
        made.id,
        organization=Organization(name="甲中心"),
        recommender=None,
        application={"round": "2026", "organization": {"name": "甲中心"}, "claims": [{"criterion": "9.9"}]},
    )
    assert broken.state is State.DRAFT
    found = looked_at(service, broken)
    assert found.stage is Stage.UNUSABLE
    assert found.lines
