"""The applicant's own submissions: begun, written, and told in plain words where they stand and nothing more."""

from collections.abc import Iterator
from datetime import timedelta
from typing import Any

import httpx
import pytest

from dossier.record import Outcome, SubmissionRecord
from dossier.report import Report
from dossier.ruling import Ruled
from dossier.state import State
from review.site import mine_messages as messages
from tests.review.api.office import PEOPLE, Office, draft, put, verified
from tests.review.reports.sample import drawn_pages, sample_report
from tests.review.site.people import client_of, csrf, person_in
from vault.records.trail import office_day

ABOUT = {
    "name": "南京市职工之家",
    "uscc": "５２３２０１００ mj0000000x",
    "recommender": "南京市总工会",
    "round": "2026",
    "way": "here",
}
ASKS = "请补传证书原件的彩色扫描件"
WITHIN = "内部意见，不外传"


@pytest.fixture
def client(office: Office) -> Iterator[httpx.Client]:
    """The applicant's browser."""
    with client_of(office, "applicant") as client:
        yield client


def sent(client: httpx.Client, address: str, /, **fields: Any) -> httpx.Response:
    """What a form of that page is answered."""
    return client.post(address, data={"csrf": csrf(client.get("/my")), **fields})


def begun(office: Office, client: httpx.Client, **more: str) -> SubmissionRecord:
    """A new draft, made by the page's form."""
    answer = sent(client, "/my/new", **ABOUT | more)
    assert answer.status_code == 303, answer.text
    return record(office, answer.headers["location"].rpartition("/")[2])


def record(office: Office, submission: str) -> SubmissionRecord:
    """The applicant's submission as it stands."""
    return office.service.records.get(PEOPLE["applicant"], submission)


def in_review(office: Office) -> str:
    """A submission of the applicant's that lies before the reviewers."""
    with office.client("applicant") as programs:
        return verified(office, programs)


def test_a_draft_is_begun_and_claims_points_by_criterion(office: Office, client: httpx.Client) -> None:
    made = begun(office, client)
    assert made.organization is not None
    assert (made.organization.uscc, made.region) == ("52320100MJ0000000X", "南京市")
    fields = {"points-2.6": "6", "statement-2.6": "5A级\r\n社会组织", "points-5.1": "４．５"}
    assert sent(client, f"/my/{made.id}/points", **fields).status_code == 303
    application = record(office, made.id).application
    assert application is not None
    assert application["claims"] == [
        {"criterion": "2.6", "points": 6.0, "statement": "5A级 社会组织"},
        {"criterion": "5.1", "points": 4.5},
    ]
    assert application["claimed_total"] == 10.5
    page = client.get(f"/my/{made.id}").text
    assert "5A级 社会组织" in page
    assert "10.5" in client.get(f"/my/{made.id}/submit").text


@pytest.mark.parametrize("points", ["7", "-1", "六", "1.234", "1e1", "nan"])
def test_points_that_the_criterion_has_not_are_told_and_the_rest_is_kept(
    office: Office, client: httpx.Client, points: str
) -> None:
    made = begun(office, client)
    answer = sent(client, f"/my/{made.id}/points", **{"points-2.6": points, "points-5.1": "4"})
    assert answer.status_code == 422
    assert messages.POINTS.format(id="2.6", most="6") in answer.text
    application = record(office, made.id).application
    assert application is not None
    assert application["claims"] == [{"criterion": "5.1", "points": 4.0}]


@pytest.mark.parametrize(
    ("field", "value", "told"),
    [
        ("name", " \u200b ", "单位名称"),
        ("recommender", "", "推荐单位"),
        ("uscc", "123", messages.USCC),
        ("round", "1999", messages.NO_ROUND),
    ],
)
def test_what_is_missing_is_told_and_what_was_typed_is_still_there(
    client: httpx.Client, field: str, value: str, told: str
) -> None:
    answer = sent(client, "/my/new", **ABOUT | {"address": "南京市鼓楼区1号", field: value})
    assert answer.status_code == 422
    assert told in answer.text
    assert "南京市鼓楼区1号" in answer.text


def test_who_applies_can_be_corrected_and_points_come_by_a_form_instead(
    office: Office, client: httpx.Client
) -> None:
    made = begun(office, client)
    sent(client, f"/my/{made.id}/points", **{"points-2.6": "6"})
    changed = ABOUT | {"recommender": "苏州市总工会", "way": "here"}
    assert sent(client, f"/my/{made.id}/about", **changed).status_code == 303
    now = record(office, made.id)
    assert (now.region, now.version) == ("苏州市", made.version)
    assert now.application is not None
    assert now.application["claimed_total"] == 6
    sent(client, f"/my/{made.id}/about", **changed | {"way": "form"})
    assert record(office, made.id).application is None
    assert "points-2.6" not in client.get(f"/my/{made.id}").text
    for kind in ("xlsx", "docx"):
        assert client.get(f"/my/forms/{kind}").content.startswith(b"PK")


def test_a_submission_is_handed_in_and_taken_back(office: Office, client: httpx.Client) -> None:
    made = begun(office, client)
    assert "还没有上传任何材料" in client.get(f"/my/{made.id}/submit").text
    assert sent(client, f"/my/{made.id}/submit", version=made.version).status_code == 422
    with office.client("applicant") as programs:
        put(programs, made.id, "证书.pdf", b"certificate")
    assert sent(client, f"/my/{made.id}/submit", version=made.version).status_code == 303
    assert office.triggered[-1] == made.id
    assert messages.STANDS[State.RECEIVED][0] in client.get(f"/my/{made.id}").text
    assert messages.STANDS[State.RECEIVED][0] in client.get("/my").text
    for path in ("about", "check", "submit"):
        assert client.get(f"/my/{made.id}/{path}").status_code == 409
    assert sent(client, f"/my/{made.id}/points").status_code == 409
    assert sent(client, f"/my/{made.id}/withdraw", version=1).status_code == 412
    answer = sent(client, f"/my/{made.id}/withdraw", version=2, reason="重新申报")
    assert answer.status_code == 303
    page = client.get(f"/my/{made.id}").text
    assert messages.STANDS[State.WITHDRAWN][0] in page
    assert "重新申报" in page
    assert "撤回这份申报" not in page


def test_an_application_that_can_not_be_used_says_why_and_is_opened_again(
    office: Office, client: httpx.Client
) -> None:
    with office.client("applicant") as programs:
        submission = draft(programs)["id"]
        put(programs, submission, "证书.pdf", b"certificate")
    sent(client, f"/my/{submission}/submit", version=1)
    run = office.service.records.take(submission, "test", 60)
    assert run is not None
    office.service.records.fail(run, "申报材料里没有申报表", "no application")
    assert "申报材料里没有申报表" in client.get(f"/my/{submission}").text
    version = record(office, submission).version
    assert sent(client, f"/my/{submission}/reopen", version=version).status_code == 303
    assert record(office, submission).state is State.DRAFT


def test_nothing_of_a_report_is_told_while_it_is_reviewed(office: Office, client: httpx.Client) -> None:
    submission = in_review(office)
    page = client.get(f"/my/{submission}").text
    assert messages.STANDS[State.IN_REVIEW][0] in page
    for words in internal(sample_report(drawn_pages())):
        assert words not in page


def internal(report: Report) -> set[str]:
    """What a report says."""
    return {each.message for each in report.discrepancies} | {each.explanation for each in report.findings}


def test_a_decision_is_told_when_it_is_made_known_and_without_what_reviewers_say_to_each_other(
    office: Office, client: httpx.Client
) -> None:
    submission = in_review(office)
    records = office.service.records
    reviewer, second = (records.user(person_in(office, each)) for each in ("reviewer", "office"))
    for told in records.ruled(reviewer, submission):
        if told.blocks:
            for number, person in enumerate((reviewer, second)):
                version = record(office, submission).version
                seen = records.ruled(person, submission)
                last = next(each.last for each in seen if each.fingerprint == told.fingerprint)
                assert (last is None) == (number == 0)
                records.rule(
                    person,
                    submission,
                    version,
                    fingerprint=told.fingerprint,
                    outcome=Ruled.CONFIRM,
                    reason=WITHIN,
                    seen=last.number if last else 0,
                )
    version = record(office, submission).version
    records.decide(
        reviewer, submission, version, outcome=Outcome.AMEND, criterion="2.6", points=4, comment=WITHIN
    )
    records.decide(reviewer, submission, version, outcome=Outcome.RETURN, comment=WITHIN)
    page = client.get(f"/my/{submission}").text
    assert messages.STANDS[State.DECIDED][0] in page
    assert WITHIN not in page
    assert "4 分" not in page
    version = record(office, submission).version
    records.move(reviewer, submission, State.RETURNED, version, reason="得分未达门槛")
    page = client.get(f"/my/{submission}").text
    assert messages.STANDS[State.RETURNED][0] in page
    assert "得分未达门槛" in page
    assert "4 分" in page
    assert WITHIN not in page


def test_a_supplement_asks_in_the_reviewer_s_words_and_is_answered_with_files(
    office: Office, client: httpx.Client
) -> None:
    submission = in_review(office)
    records = office.service.records
    reviewer = records.user(person_in(office, "reviewer"))
    told = records.ruled(reviewer, submission)[0]
    version = record(office, submission).version
    records.rule(reviewer, submission, version, fingerprint=told.fingerprint, outcome=Ruled.ASK, reason=ASKS)
    due = office_day(record(office, submission).updated_at) + timedelta(days=5)
    version = records.ask(reviewer, submission, version, due_on=due, note="如有疑问请来电").version
    page = client.get(f"/my/{submission}").text
    assert ASKS in page
    assert "如有疑问请来电" in page
    assert told.discrepancy.message in page
    assert "还没有上传新的材料" in client.get(f"/my/{submission}/submit").text
    with office.client("applicant") as programs:
        put(programs, submission, f"{messages.ANSWERS}/证书.pdf", b"the original")
    page = client.get(f"/my/{submission}").text
    assert "去掉 证书.pdf" in page
    assert "去掉 申报表.xlsx" not in page
    removed = sent(client, f"/my/{submission}/files/remove", path="申报表.xlsx")
    assert removed.status_code == 409
    assert sent(client, f"/my/{submission}/submit", version=version).status_code == 303
    page = client.get(f"/my/{submission}").text
    assert messages.STANDS[State.RECEIVED][0] in page
    assert ASKS in page
