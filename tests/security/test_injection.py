"""What papers, names and applications say stays text: in the page, the PDF, the workbook, the terminal and the log."""

import io
import itertools
import json
import logging
import os
import re
import socket
import subprocess
import sys
import zipfile
from pathlib import Path

import openpyxl
import pytest
from weasyprint.urls import FatalURLFetchingError

from dossier.fact import Fact
from dossier.report import Report
from dossier.shown import escaped, numbered, shown, shown_name
from flows.listing import canonical, list_folder, submission_id
from hezheng import console
from hezheng.logs import configure
from hezheng.settings import Settings
from review.reports import report_number
from review.reports.console import print_summary
from review.reports.page import render_page
from review.reports.pdf import render_pdf
from review.reports.places import gather
from review.reports.view import lay_out
from review.reports.workbook import FORMULA_STARTS, render_workbook
from tests.review.reports.sample import TITLES, drawn_pages, sample_report

OVERRIDE, ESCAPE = "\N{RIGHT-TO-LEFT OVERRIDE}", "\x1b"
STEERING = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\u200e\u200f]")
MARKUP = (
    '"><script>alert(1)</script>',
    "</title></style></script><script>alert(1)</script>",
    "'\" onmouseover=alert(1) x='",
    "<img src=x onerror=alert(1)>",
    "{{ 7 * 7 }}{% include '/etc/passwd' %}",
    "<svg/onload=alert(1)>",
    "[点这里](javascript:alert(1))",
    "*/}body{background:url(http://127.0.0.1:9/)}/*",
    f"证书{OVERRIDE}fdp.exe",
    f"{ESCAPE}[2J{ESCAPE}]0;改题\x07",
)
FORMULAE = (
    "=cmd|' /C calc'!A0", "+1+1", "-2+3", "@SUM(1)", "\t=1+1", "\r=1+1", '=HYPERLINK("http://127.0.0.1:9","x")',
    "＝1＋1", "=1+1;<script>",
)  # fmt: skip


def report_saying(*words: str) -> Report:
    """The sample report with those words, in turn, wherever the outside has a say."""
    turn = itertools.cycle(words)
    report = sample_report(drawn_pages())
    organization = report.submission.organization.model_copy(update={"name": words[0], "uscc": words[-1]})
    return report.model_copy(
        update={
            "submission": report.submission.model_copy(
                update={"organization": organization, "recommender": next(turn), "round": next(turn)}
            ),
            "documents": tuple(
                document.model_copy(update={"path": f"{next(turn)}{number}.pdf"})
                for number, document in enumerate(report.documents)
            ),
            "facts": tuple(_fact_saying(fact, next(turn)) for fact in report.facts),
            "findings": tuple(one.model_copy(update={"explanation": next(turn)}) for one in report.findings),
            "discrepancies": tuple(
                one.model_copy(update={"message": next(turn)}) for one in report.discrepancies
            ),
        }
    )


def _fact_saying(fact: Fact, words: str) -> Fact:
    evidence = tuple(one.model_copy(update={"text": words}) for one in fact.evidence)
    return fact.model_copy(update={"value": words, "raw": words, "evidence": evidence})


def page_saying(*words: str, paper: bool = False) -> str:
    report = report_saying(*words)
    return render_page(
        lay_out(report, TITLES, gather(report, drawn_pages())), report_number(report), paper=paper
    )


@pytest.mark.parametrize("paper", [False, True])
def test_nothing_said_becomes_markup_of_the_page(paper: bool) -> None:
    plain, hostile = page_saying("普通", paper=paper), page_saying(*MARKUP, paper=paper)
    for tag in ("script", "img", "svg", "iframe", "style", "title", "meta", "a"):
        assert len(re.findall(f"<{tag}\\b", hostile)) == len(re.findall(f"<{tag}\\b", plain)), tag
    for words in MARKUP:
        assert words not in hostile or not set(words) & set("<>\"'")
    assert not re.findall(r"<[^>]*\s(?:onmouseover|onerror|onload)\s*=", hostile)
    assert "{{ 7 * 7 }}" in hostile
    assert not STEERING.search(hostile)
    assert 'href="javascript' not in hostile


def test_the_page_runs_its_own_script_alone_and_asks_for_nothing() -> None:
    policy = re.search(r'Content-Security-Policy" content="([^"]+)"', page_saying("普通"))
    assert policy is not None
    assert "default-src &#39;none&#39;" in policy[1] or "default-src 'none'" in policy[1]
    assert "unsafe-inline" not in policy[1].partition("script-src")[2]


def test_cells_stay_text_even_when_somebody_edits_them() -> None:
    report = report_saying(*FORMULAE)
    view = lay_out(report, TITLES, gather(report, drawn_pages()))
    data = render_workbook(view, TITLES, "0123456789AB")
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        sheets = [package.read(name) for name in package.namelist() if name.startswith("xl/worksheets/sheet")]
        assert not any(b"<f>" in sheet or b"<hyperlink" in sheet for sheet in sheets)
        assert not any("externalLink" in name for name in package.namelist())
    quoted: set[str] = set()
    for sheet in openpyxl.load_workbook(io.BytesIO(data)):
        for row in sheet.iter_rows():
            for cell in row:
                assert cell.data_type != "f"
                if isinstance(cell.value, str) and cell.value.startswith(FORMULA_STARTS):
                    quoted.add(cell.value)
                    assert cell.quotePrefix, cell.coordinate
    assert set(FORMULAE) - quoted == {"\r=1+1"}  # whose first mark is replaced


@pytest.mark.parametrize(
    "tag", ['<img src="{}">', '<link rel="stylesheet" href="{}">', '<object data="{}"></object>']
)
def test_the_pdf_fetches_nothing(tag: str) -> None:
    with socket.create_server(("127.0.0.1", 0)) as server:
        server.settimeout(0.3)
        for address in (f"http://127.0.0.1:{server.getsockname()[1]}/", "file:///etc/passwd"):
            page = page_saying("普通", paper=True).replace("<main>", f"<main>{tag.format(address)}", 1)
            with pytest.raises(FatalURLFetchingError):
                render_pdf(page, (), "0123456789AB")
        with pytest.raises(TimeoutError):
            server.accept()


# the terminal ------------------------------------------------------------------------------------------------------


def test_the_summary_does_not_steer_the_terminal() -> None:
    from rich.console import Console

    out = io.StringIO()
    words = (*MARKUP, "\x9b31m", "\x07\x08\x0b\x0c\x7f", "一\N{LINE SEPARATOR}二")
    print_summary(report_saying(*words), titles=TITLES, console=Console(file=out, width=100))
    assert not STEERING.search(out.getvalue())


def test_what_the_commands_print_does_not_steer_the_terminal(capsys: pytest.CaptureFixture[str]) -> None:
    console.console().print(f"证书{OVERRIDE}fdp{ESCAPE}]0;x\x07\n第二行")
    assert capsys.readouterr().out == "证书�fdp�]0;x�\n第二行\n"


def test_reading_a_hostile_file_prints_nothing_that_steers(tmp_path: Path) -> None:
    name = os.fsencode(tmp_path) + "/证书".encode() + f"{ESCAPE}[31m{OVERRIDE}".encode() + b"\xb1\xca.txt"
    Path(os.fsdecode(name)).write_text(f"评估等级：5A{OVERRIDE}\n发证机关", encoding="utf-8")
    environment = {**os.environ, "HEZHENG_DATA": str(tmp_path / "data"), "PYTHONIOENCODING": "utf-8"}
    for more in ([], ["--json"]):
        done = subprocess.run(
            [sys.executable, "-m", "hezheng", "read", name, *more], capture_output=True, check=False, env=environment
        )  # fmt: skip
        assert done.returncode == 0, done.stderr
        assert not STEERING.search((done.stdout + done.stderr).decode("utf-8"))
    assert json.loads(done.stdout)["documents"]


def test_escaped_json_says_the_same() -> None:
    said = {"a": f"{OVERRIDE}{ESCAPE}\x9b\ud800一\n二"}
    text = escaped(json.dumps(said, ensure_ascii=False, indent=2))
    assert not STEERING.search(text)
    assert json.loads(text) == said


# names -------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("name", "seen"),
    [
        ("组织建设/证书.pdf", "组织建设/证书.pdf"),
        (f"证书{OVERRIDE}fdp.exe", "证书�fdp.exe"),
        ("a\nb\tc.pdf", "a�b�c.pdf"),
        ("\udcd6\udca4\udcca\udce9.pdf", "证书.pdf"),
        ("\udcff\udcff.pdf", "��.pdf"),
        ("\ud800.pdf", "�.pdf"),
        ("e\N{COMBINING ACUTE ACCENT}.pdf", "é.pdf"),
        ("a" * 300 + ".pdf", "a" * 40 + "…" + "a" * 16 + ".pdf"),
        ("/".join(["目录" * 20] * 20) + "/证书.pdf", "…/证书.pdf"),
    ],
)
def test_names_are_made_harmless_once_for_the_whole_program(name: str, seen: str) -> None:
    assert shown_name(name) == seen
    assert shown_name(seen) == seen
    seen.encode()


def test_names_that_become_alike_are_told_apart() -> None:
    files = canonical([("a\x01.pdf", Path("1")), ("a\x02.pdf", Path("2")), ("b.pdf", Path("3"))])
    assert [name for name, _ in files] == ["a�(2).pdf", "a�.pdf", "b.pdf"]
    used: set[str] = set()
    assert [numbered("x.tar.gz", used) for _ in range(3)] == ["x.tar.gz", "x.tar(2).gz", "x.tar(3).gz"]


def test_a_folder_with_undecodable_and_steering_names_is_taken_in(tmp_path: Path) -> None:
    folder = os.fsencode(tmp_path)
    for name in (b"\xd6\xa4\xca\xe9.pdf", b"\xff\xff.pdf", f"a{ESCAPE}[2J.pdf".encode(), b"new\nline.pdf"):
        Path(os.fsdecode(folder + b"/" + name)).write_bytes(b"1")
    files = list_folder(tmp_path, 10)
    assert [name for name, _ in files] == ["a�[2J.pdf", "new�line.pdf", "证书.pdf", "��.pdf"]
    assert all(path.read_bytes() == b"1" for _, path in files)
    assert len(submission_id(files)) == 16


def test_a_link_out_of_the_folder_is_no_evidence(tmp_path: Path) -> None:
    inside = tmp_path / "in"
    inside.mkdir()
    (tmp_path / "secret").write_text("x")
    (inside / "a.pdf").write_text("x")
    (inside / "out.pdf").symlink_to(tmp_path / "secret")
    (inside / "round.pdf").symlink_to(inside / "round.pdf")
    os.mkfifo(inside / "pipe.pdf")
    assert [name for name, _ in list_folder(inside, 10)] == ["a.pdf"]


# the log -----------------------------------------------------------------------------------------------------------


def test_a_line_of_the_log_is_one_line_whatever_is_logged(tmp_path: Path) -> None:
    out = io.StringIO()
    root = logging.getLogger()
    before = list(root.handlers), root.level
    try:
        configure("test", Settings(_env_file=None, data=tmp_path), stream=out)  # pyright: ignore[reportCallIssue]
        name = f'a.pdf"}}\n{{"event":"approved","level":"info"}}\r\n{ESCAPE}[2J{OVERRIDE}'
        logging.getLogger("extractors.test").warning("could not open %s", name)
    finally:
        root.handlers[:], root.level = before
    lines = [line for line in out.getvalue().split("\n") if line]
    assert [json.loads(line)["level"] for line in lines] == ["info", "warning"]
    assert not re.search("[\x00-\x08\x0b-\x1f]", lines[1])


def test_what_a_reading_process_said_before_it_died_passes_for_no_line_of_ours() -> None:
    from extractors.readers.process import WorkerProcess

    worker = WorkerProcess()
    worker._stderr.write(f"first\nWARNING forged{ESCAPE}[2J\n".encode())
    told = worker.kill()
    assert told.startswith("exit -9: first\n    WARNING forged�[2J")


def test_shown_keeps_what_is_only_text() -> None:
    assert shown("苏社评〔2023〕18号 5A ①②③ 𠮷 é\u3000") == "苏社评〔2023〕18号 5A ①②③ 𠮷 é\u3000"
    assert shown("一\n二\t三", lines=True) == "一\n二\t三"
