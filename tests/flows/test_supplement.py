"""A supplement is verified with what was there; only what it touches is to be settled anew."""

import zipfile
from datetime import datetime, timedelta
from pathlib import Path

from dossier.dates import CHINA
from dossier.principal import SCOPES, Principal, Role
from dossier.ruling import Ruled, Settlement
from dossier.state import State
from extractors.readers import ReaderPool
from flows.kept import Outcome, verify_kept
from tests.flows.office import OFFICER, Office

REVIEWER = Principal(id="reviewer", name="审核员", role=Role.OFFICE, scopes=SCOPES[Role.OFFICE])
PLAN = "补充/2026年度实施方案.txt"
MISSING = "5.1"


def test_a_zip_is_supplemented_and_rulings_hold(submission: Path, tmp_path: Path) -> None:
    office = Office.open(tmp_path / "data")
    folder = tmp_path / "zipped"
    folder.mkdir()
    with zipfile.ZipFile(folder / "材料.zip", "w") as packed:
        for file in submission.rglob("*"):
            packed.write(file, file.relative_to(submission))
    records = office.records
    with ReaderPool(1) as pool, office.bench(pool) as bench:
        made = office.submit(folder)
        assert verify_kept(made, bench) is Outcome.FINISHED
        before = records.report(OFFICER, made)
        asked = next(each for each in before.discrepancies if each.criterion == MISSING)
        other = next(each for each in before.discrepancies if each.criterion != MISSING)
        version = office.record(made).version
        for told, outcome in ((asked, Ruled.ASK), (other, Ruled.OVERRULE)):
            records.rule(
                REVIEWER, made, version, fingerprint=told.fingerprint, outcome=outcome, reason="请补实施方案"
            )
        day = datetime.now(CHINA).date() + timedelta(days=3)
        record = records.ask(REVIEWER, made, version, due_on=day)
        more = tmp_path / "more.txt"
        more.write_text("南京市建邺区职工服务中心\n2026年度职工服务实施方案\n2026年1月8日\n", "utf-8")
        sha256 = bench.copies.keep(more)
        records.add_document(OFFICER, made, PLAN, sha256=sha256, size=more.stat().st_size)
        record = records.submit(OFFICER, made, record.version)
        assert verify_kept(made, bench) is Outcome.FINISHED
    after = records.report(OFFICER, made)
    assert {each.path for each in after.documents} - {each.path for each in before.documents} == {PLAN}
    assert office.record(made).state is State.IN_REVIEW
    assert asked.message not in {each.message for each in after.discrepancies}
    stands = {each.fingerprint: each.settlement for each in records.ruled(OFFICER, made)}
    assert stands[other.fingerprint] is Settlement.SECOND
    records.close()
