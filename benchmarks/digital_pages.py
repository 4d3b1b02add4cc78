"""A digital page read by us, against pdfplumber's `extract_words` of the same page, in one run.

    python benchmarks/digital_pages.py [--rounds N] [--profile]

Reading includes everything: text layer, rules, cells, rendering, the check of sampled lines against the pixels, the
page's fingerprint. Each page is read by both in turn; the best of the rounds counts. Exits 1 where we are slower.
"""

import argparse
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Table, TableStyle

FONT = "/usr/share/fonts/truetype/wqy/wqy-zenhei.ttc"
SENTENCE = (
    "南京市建邺区职工服务社会组织于2023年5月18日经审核符合评估等级3A级的条件，特发此证，编号苏社评第00518号。"
)


def certificate(paper: Canvas) -> None:
    """A sparse page: a certificate of ten lines."""
    paper.setFont("zh", 22)
    paper.drawCentredString(297, 760, "社会组织评估等级证书")
    paper.setFont("zh", 14)
    for index in range(9):
        paper.drawString(90, 680 - index * 36, SENTENCE[index * 4 : index * 4 + 26])


def letter(paper: Canvas) -> None:
    """A page of a report: 36 lines of 38 characters."""
    paper.setFont("zh", 12)
    for index in range(36):
        paper.drawString(60, 780 - index * 20, (SENTENCE * 3)[index : index + 38])


def table(paper: Canvas) -> None:
    """A ruled table of 24 rows and 6 columns."""
    rows = [["序号", "姓名", "单位", "职务", "日期", "备注"]]
    rows += [
        [str(n), "王小明", "市总工会服务中心", "副主席", f"2023年5月{n}日", "合格"] for n in range(1, 24)
    ]
    grid = Table(rows, colWidths=[40, 60, 130, 70, 100, 80], rowHeights=26)
    grid.setStyle(
        TableStyle([("GRID", (0, 0), (-1, -1), 0.5, "black"), ("FONT", (0, 0), (-1, -1), "zh", 11)])
    )
    grid.wrapOn(paper, 500, 700)
    grid.drawOn(paper, 57, 120)


def dense(paper: Canvas) -> None:
    """A page of 1,700 characters."""
    paper.setFont("zh", 10.5)
    for index in range(40):
        paper.drawString(60, 790 - index * 18, (SENTENCE * 3)[index : index + 43])


PAGES: dict[str, Callable[[Canvas], None]] = {
    "certificate": certificate,
    "letter": letter,
    "table": table,
    "dense": dense,
}


def main() -> int:
    """Measures and prints; 1 where reading costs more than `extract_words`."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=7)
    parser.add_argument("--profile", action="store_true")
    options = parser.parse_args()
    import pdfplumber

    from extractors.readers.pdf import PdfSource

    pdfmetrics.registerFont(TTFont("zh", FONT, subfontIndex=0))
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "pages.pdf"
        paper = Canvas(str(path), pagesize=(595, 842))
        for draw in PAGES.values():
            draw(paper)
            paper.showPage()
        paper.save()
        source = PdfSource(path)
        for index in range(source.page_count):
            if source.read(index).page.origin != "text":
                raise SystemExit(f"page {index + 1} of the made PDF isn't read by its text layer")
        if options.profile:
            profile(source)
        ours = [float("inf")] * len(PAGES)
        theirs = [float("inf")] * len(PAGES)
        for _ in range(options.rounds):
            for index in range(len(PAGES)):
                ours[index] = min(ours[index], seconds(lambda index=index: source.read(index)))
                with pdfplumber.open(path) as document:
                    page = document.pages[index]
                    theirs[index] = min(theirs[index], seconds(page.extract_words))
        source.close()
    print(f"{'page':<14}{'ours ms':>9}{'pdfplumber ms':>15}{'ratio':>8}")
    for index, name in enumerate(PAGES):
        print(
            f"{name:<14}{ours[index] * 1000:>9.1f}{theirs[index] * 1000:>15.1f}{ours[index] / theirs[index]:>8.2f}"
        )
    ratio = sum(ours) / sum(theirs)
    print(f"{'all':<14}{sum(ours) * 1000:>9.1f}{sum(theirs) * 1000:>15.1f}{ratio:>8.2f}")
    return 0 if ratio < 1 else 1


def seconds(work: Callable[[], object]) -> float:
    """Processor time of one call: the machine may be busy with other things."""
    start = time.process_time()
    work()
    return time.process_time() - start


def profile(source: object) -> None:
    """Where the time of the pages goes."""
    import cProfile
    import pstats

    profiler = cProfile.Profile()
    profiler.enable()
    for _ in range(5):
        for index in range(len(PAGES)):
            source.read(index)  # type: ignore[attr-defined]
    profiler.disable()
    pstats.Stats(profiler).sort_stats("cumulative").print_stats(40)


if __name__ == "__main__":
    sys.exit(main())
