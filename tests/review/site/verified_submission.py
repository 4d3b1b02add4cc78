"""A submission that was handed in and verified as in earnest, of files that need no OCR, which takes seconds."""

from pathlib import Path

from dossier.submission import Organization
from extractors.readers import ReaderPool
from flows.bench import open_bench
from flows.kept import Outcome, verify_kept
from hezheng.commands.demo_web import Example, hand_in
from tests.extractors.readers import making
from tests.flows import publishers, submissions
from tests.review.api.office import Office
from tests.review.site.people import person_in

CERTIFICATE = "组织建设/评估等级证书.pdf"
ROSTER = "组织建设/名册.pdf"
PAGES = 24
"""Of the roster."""
PACKED = "附件.zip!/会议记录.txt"
BROKEN = "损坏.pdf"
PLAN = "服务/工作计划.docx"


def verified_submission(office: Office, folder: Path) -> str:
    """The id of the applicant's submission to 南京市, which lies before the reviewers."""
    submissions.make(folder)
    making.pdf(folder / ROSTER, *(_roster_page(number) for number in range(1, PAGES + 1)))
    service = office.service
    example = Example(
        "", person_in(office, "applicant"), Organization(name=submissions.ORGANIZATION), "南京市总工会"
    )
    submission = hand_in(service, example, folder)
    with (
        ReaderPool(1) as pool,
        open_bench("test", service, service.settings, pool=pool, publish=publishers.plain) as bench,
    ):
        assert verify_kept(submission, bench) is Outcome.FINISHED
    return submission


def _roster_page(number: int) -> making.Draw:
    return lambda paper: making.text(paper, 80, 700, f"会员名册第{number}页：王建国、李秀英、张伟")
