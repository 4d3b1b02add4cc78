"""Papers of a review: letters as Word opens them, and reports, each with the trail's head."""

import io
from datetime import datetime, timedelta

import docx
import httpx
import pypdfium2
import pytest
from openpyxl import load_workbook

from dossier.dates import CHINA
from dossier.finding import Code, Severity
from dossier.record import Outcome
from dossier.ruling import Ruled
from review.site.letters_text import told
from tests.review.api.office import PEOPLE, Office, verified
from tests.review.site.people import client_of, person_in

REVIEWER, OFFICER = PEOPLE["reviewer"], PEOPLE["office"]


@pytest.fixture
def submission(office: Office) -> str:
    """A new one that lies before the reviewers of 南京市."""
    for person in ("reviewer", "office", "applicant"):
        person_in(office, person)
    with office.client("applicant") as client:
        return verified(office, client)


def words_of(answer: httpx.Response) -> str:
    """All that stands in a docx: paragraphs, tables, feet."""
    assert answer.status_code == 200, answer.text
    document = docx.Document(io.BytesIO(answer.content))
    cells = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    foot = [each.text for each in document.sections[0].footer.paragraphs]
    return "\n".join([*(each.text for each in document.paragraphs), *cells, *foot])


def head_of(office: Office, submission: str) -> str:
    """The hash of the trail's last row on the submission."""
    return office.service.records.history(OFFICER, submission)[-1].hash


def test_the_applicant_is_told_what_to_supplement(office: Office, submission: str) -> None:
    records = office.service.records
    found = records.report(OFFICER, submission).discrepancies
    asked = next(each for each in found if each.severity is Severity.MAJOR)
    records.rule(REVIEWER, submission, 5, fingerprint=asked.fingerprint, outcome=Ruled.ASK, reason="请补原件")
    day = datetime.now(CHINA).date() + timedelta(days=5)
    with client_of(office, "reviewer") as client:
        place = f"/review/{submission}/letter.docx"
        assert client.get(place).status_code == 409
        records.ask(REVIEWER, submission, 5, due_on=day, note="请尽快办理")
        answer = client.get(place)
        letter = words_of(answer)
        assert "attachment" in answer.headers["content-disposition"]
    name = records.report(OFFICER, submission).submission.organization.name
    due = f"{day.year}年{day.month}月{day.day}日"
    for part in ("补正通知书", f"{name}：", due, "请尽快办理", asked.message, "请补原件", submission):
        assert part in letter
    assert head_of(office, submission) in letter
    with client_of(office, "applicant") as client:
        assert client.get(f"/review/{submission}/letter.docx").status_code == 403


def test_the_applicant_is_told_how_it_ended(office: Office, submission: str) -> None:
    records = office.service.records
    settled = records.ruled(OFFICER, submission)
    for each in settled:
        overruled = each.discrepancy.code is Code.EVIDENCE_REUSED
        outcome = Ruled.OVERRULE if overruled else Ruled.CONFIRM
        for person in (REVIEWER, OFFICER):
            last = records.rulings(OFFICER, submission).get(each.fingerprint, ())
            seen = last[-1].number if last else 0
            records.rule(
                person,
                submission,
                5,
                fingerprint=each.fingerprint,
                outcome=outcome,
                reason="已核",
                seen=seen,
            )
    records.decide(
        REVIEWER, submission, 5, outcome=Outcome.AMEND, criterion="2.6", points=3, comment="证书为 3A"
    )
    records.decide(REVIEWER, submission, 5, outcome=Outcome.RETURN, comment="未达门槛")
    with client_of(office, "reviewer") as client:
        letter = words_of(client.get(f"/review/{submission}/letter.docx"))
    for part in ("审核结果告知书", "退回，不予推荐", "未达门槛", "证书为 3A", head_of(office, submission)):
        assert part in letter
    for each in settled:
        assert (told(each.discrepancy) in letter) is (each.discrepancy.code is not Code.EVIDENCE_REUSED)


def test_how_alterations_are_found_is_not_told(office: Office, submission: str) -> None:
    found = office.service.records.report(OFFICER, submission).discrepancies[0]
    trace = found.model_copy(
        update={"code": Code.TAMPERING_SUSPECTED, "document": "证书.jpg", "message": "拼接痕迹"}
    )
    assert "拼接" not in told(trace)
    assert "证书.jpg" in told(trace)


@pytest.mark.parametrize(("format_", "begins"), [("html", b"<!"), ("pdf", b"%PDF"), ("xlsx", b"PK")])
def test_the_report_bears_the_trail_s_head(
    office: Office, submission: str, format_: str, begins: bytes
) -> None:
    with client_of(office, "auditor") as client:
        answer = client.get(f"/review/{submission}/report.{format_}")
    assert answer.status_code == 200
    assert answer.content.startswith(begins)
    head = head_of(office, submission)
    if format_ == "html":
        assert head in answer.text
    elif format_ == "xlsx":
        sheet = load_workbook(io.BytesIO(answer.content)).worksheets[0]
        assert any(head in str(cell) for row in sheet.iter_rows(values_only=True) for cell in row)
    else:
        pages = pypdfium2.PdfDocument(answer.content)
        assert head in "".join("".join(each.get_textpage().get_text_bounded().split()) for each in pages)
