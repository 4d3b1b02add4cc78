"""A small submission of files that need no OCR, one of which can't be read."""

import json
import zipfile
from pathlib import Path

from docx import Document

from tests.extractors.readers import making

ORGANIZATION = "南京市建邺区职工服务中心"
AS_OF = "2026-11-15"
TEXTS = {
    "组织建设/年度预算.txt": f"{ORGANIZATION}\n2026年度预算\n收入合计120万元\n2026年1月10日\n",
    "服务/年度总结.txt": f"{ORGANIZATION}\n2025年度工作总结\n服务职工3000人次\n2025年12月20日\n",
    "服务/满意度调查.txt": (
        f"{ORGANIZATION}\n职工满意度调查报告\n发放问卷200份，收回200份，满意180份，满意率90%\n2026年6月1日\n"
    ),
}
CONTENTS = 7
"""Different contents among the evidence: three texts, two PDFs, a docx, and the one in the archive."""


def make(root: Path) -> Path:
    """The submission's folder: texts, a docx, text-layer PDFs, a copy, an archive, a broken PDF."""
    for name, words in TEXTS.items():
        place = root / name
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_text(words, encoding="utf-8")
    making.pdf(root / "组织建设" / "评估等级证书.pdf", making.certificate)
    (root / "组织建设" / "证书副本.pdf").write_bytes((root / "组织建设" / "评估等级证书.pdf").read_bytes())
    plan = Document()
    plan.add_heading("2026年度工作计划", 1)
    plan.add_paragraph(f"{ORGANIZATION}二〇二六年一月八日")
    plan.save(str(root / "服务" / "工作计划.docx"))
    with zipfile.ZipFile(root / "附件.zip", "w") as packed:
        packed.writestr("会议记录.txt", f"{ORGANIZATION}理事会会议记录\n2026年3月2日\n")
    (root / "损坏.pdf").write_bytes(b"%PDF-1.4 noise %%EOF")
    application = {
        "round": "2026",
        "organization": {"name": ORGANIZATION, "type": "民办非企业单位"},
        "recommender": "南京市总工会",
        "submitted_at": f"{AS_OF}T10:00:00+08:00",
        "claims": [
            {"criterion": "2.6", "points": 3, "files": ["组织建设/评估等级证书.pdf"]},
            {"criterion": "5.1", "points": 5, "files": ["服务/年度总结.txt", "组织建设/年度预算.txt"]},
            {"criterion": "6.1", "points": 5, "files": ["服务/满意度调查.txt"]},
        ],
        "claimed_total": 13,
    }
    (root / "submission.json").write_text(json.dumps(application, ensure_ascii=False), encoding="utf-8")
    return root
