"""What is handed in: text-layer documents of the corpus, and the report that an undisturbed run gives on them."""

import hashlib
import json
import os
import re
from collections.abc import Generator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import datetime
from functools import cache, cached_property
from pathlib import Path
from typing import Any

from dossier.dates import CHINA
from extractors.readers import limits
from flows import steps
from flows.options import StepOptions
from flows.progress import silent
from tests.corpus.submissions import Style, make_submission
from tests.flows import publishers
from tests.survive.poison.sitecustomize import CRASH, HANG
from tests.survive.program import PAGE_SECONDS

POISON = Path(__file__).parent / "poison"
TEXT_LAYERS = frozenset({"digital", "docx", "html", "xlsx", "txt"})
"""How documents come to be files that need no OCR."""
EVILS = {"损坏/使阅读进程崩溃.txt": CRASH, "损坏/使阅读进程停住.txt": HANG}
"""Files over which reading processes die, or hang."""


@dataclass(frozen=True)
class Material:
    """A submission before it is handed in."""

    name: str
    files: Mapping[str, bytes]
    application: Mapping[str, Any]

    @cached_property
    def hashes(self) -> dict[str, str]:
        """SHA-256 of each file by its path."""
        return {path: hashlib.sha256(content).hexdigest() for path, content in self.files.items()}

    def numbered(self, number: int) -> "Material":
        """The same for the eye, but with contents that nobody has read yet: told apart by a comment at the end of PDFs."""
        files = {
            path: content + f"% {number}\n".encode() if path.endswith(".pdf") else content
            for path, content in self.files.items()
        }
        return replace(self, name=f"{self.name}/{number}", files=files)

    def poisoned(self) -> "Material":
        """With two files beside the others over which reading processes die and hang."""
        evil = {path: f"附件 {self.name}\n".encode() + mark + b"\n" for path, mark in EVILS.items()}
        return replace(self, name=f"{self.name}/poisoned", files={**self.files, **evil})


@cache
def make_material(seed: str, most: int) -> Material:
    """A submission of so many documents of the corpus, all with a text layer."""
    style = Style(conditions={"digital": 70, "docx": 10, "html": 10, "xlsx": 10}, compact=True)
    made = make_submission(f"survive-{seed}", style=style)
    readable = [each["file"] for each in made.truth["documents"] if each["condition"] in TEXT_LAYERS]
    chosen = sorted(readable, key=lambda path: (len(made.files[path]), path))[:most]
    application = json.loads(made.files["submission.json"])
    for claim in application["claims"]:
        claim["files"] = [path for path in claim.get("files", ()) if path in chosen]
    return Material(seed, {path: made.files[path] for path in chosen}, application)


class Undisturbed:
    """Reports of plain walks in this process, through the same reading processes with the same limits, while it is open."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._count = 0

    @contextmanager
    def open(self) -> Generator[None]:
        """Has reading processes of this process be as those of the office's workers are."""
        before = os.environ.get("PYTHONPATH"), limits.PAGE_SECONDS, limits.INSPECT_SECONDS
        os.environ["PYTHONPATH"] = str(POISON)
        limits.PAGE_SECONDS = limits.INSPECT_SECONDS = PAGE_SECONDS
        steps.reader_pool.cache_clear()  # its processes may have been started without the poison
        try:
            yield
        finally:
            steps.reader_pool(1).close()
            steps.reader_pool.cache_clear()
            if before[0] is None:
                del os.environ["PYTHONPATH"]
            else:
                os.environ["PYTHONPATH"] = before[0]
            _, limits.PAGE_SECONDS, limits.INSPECT_SECONDS = before

    def report(self, material: Material, submitted_at: datetime) -> str:
        """report.json on that material, as of then, without the office's own numbers."""
        self._count += 1
        place = self._folder / str(self._count)
        application = {
            **material.application,
            "submitted_at": submitted_at.astimezone(CHINA).isoformat(),
        }
        files = {**material.files, "submission.json": json.dumps(application, ensure_ascii=False).encode()}
        for path, content in files.items():
            (place / path).parent.mkdir(parents=True, exist_ok=True)
            (place / path).write_bytes(content)
        report, _ = steps.verify_submission(
            place,
            as_of=None,
            rubric_path=None,
            out=self._folder / f"{self._count}-report",
            settings=StepOptions(data=self._folder / "data", workers=1),
            progress=silent,
            publish=publishers.plain,
        )
        return without_numbers(report.to_json())


def without_numbers(report: str) -> str:
    """The report but for its number."""
    return re.sub(r'("submission": \{\s+"id": )"[^"]*"', r'\1"…"', report, count=1)
