"""`hezheng doctor`."""

import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from ctypes.util import find_library
from importlib import metadata
from pathlib import Path

import rubric
from dossier.errors import HezhengError
from hezheng import messages, settings
from hezheng.commands.checks import Check
from hezheng.commands.doctor_service import service_checks
from hezheng.commands.doctor_settings import check_settings
from hezheng.console import console

PANGO = {
    "pango-1.0": "libpango-1.0-0",
    "pangoft2-1.0": "libpangoft2-1.0-0",
    "harfbuzz-subset": "libharfbuzz-subset0",
}
"""Library → Debian package that holds it."""
MEMORY_OF_A_WORKER = 1.6
"""GB that a reading process takes at its peak."""
LEAST_SPACE = 1.0
"""GB that the data folder should have left."""

CODES = {
    messages.CHECK_PYTHON: "python",
    messages.CHECK_PACKAGES: "packages",
    messages.CHECK_MODELS: "models",
    messages.CHECK_PDF: "pdf",
    messages.CHECK_FONTS: "fonts",
    messages.CHECK_MEMORY: "memory",
    messages.CHECK_CONFINEMENT: "confinement",
    messages.CHECK_DATA: "data",
    messages.CHECK_RUBRIC: "rubric",
    messages.CHECK_CORRECTIONS: "corrections",
    messages.CHECK_SETTINGS: "settings",
    messages.CHECK_DATABASE: "database",
    messages.CHECK_IN_FORCE: "in_force",
    messages.CHECK_STORE: "store",
    messages.CHECK_CLOCKS: "clocks",
    messages.CHECK_PREFECT: "prefect",
    messages.CHECK_WORKERS: "workers",
}
"""What the checks are called in JSON."""


def doctor(*, as_json: bool = False) -> int:
    """Print what is there and what is lacking. 0: nothing lacks, 1: something does."""
    shown = console()
    checks = list(run_checks())
    if as_json:
        told = [{"code": CODES[each.name], **each._asdict()} for each in checks]
        fine = all(each.fine for each in checks)
        shown.print(json.dumps({"fine": fine, "checks": told}, ensure_ascii=False, indent=2))
        return 0 if fine else 1
    for check in checks:
        shown.print(f"{'✓' if check.fine else '✗'} {check.name}：{check.detail}")
    lacking = sum(not check.fine for check in checks)
    shown.print(messages.DOCTOR_LACKING.format(count=lacking) if lacking else messages.DOCTOR_FINE)
    return 1 if lacking else 0


def run_checks() -> Iterator[Check]:
    """All checks, in the order in which a first run would need them."""
    yield Check(messages.CHECK_PYTHON, fine=True, detail=sys.version.split()[0])
    yield check_packages()
    yield check_models()
    yield check_pango()
    yield check_fonts()
    yield check_memory(settings.load().workers or len(os.sched_getaffinity(0)))
    yield check_confinement()
    yield check_data(settings.load().data)
    yield check_rubric(settings.load().rubric)
    yield check_corrections(settings.load())
    yield check_settings(settings.load())
    yield from service_checks(settings.load())


def check_packages(distribution: str = "hezheng") -> Check:
    """Whether everything that the program depends on is installed."""
    try:
        requirements = metadata.requires(distribution) or []
    except metadata.PackageNotFoundError:
        told = messages.CHECK_PACKAGES_LACKING.format(names=distribution)
        return Check(messages.CHECK_PACKAGES, fine=False, detail=told)
    names = [re.split(r"[^\w.-]", each, maxsplit=1)[0] for each in requirements if "extra ==" not in each]
    lacking = [name for name in names if not _installed(name)]
    if lacking:
        told = messages.CHECK_PACKAGES_LACKING.format(names="、".join(lacking))
        return Check(messages.CHECK_PACKAGES, fine=False, detail=told)
    told = messages.CHECK_PACKAGES_FINE.format(count=len(names))
    return Check(messages.CHECK_PACKAGES, fine=True, detail=told)


def _installed(name: str) -> bool:
    try:
        metadata.version(name)
    except metadata.PackageNotFoundError:
        return False
    return True


def check_models() -> Check:
    """Whether the OCR's model folders can be made."""
    from extractors.ocr import models
    from extractors.ocr.errors import OcrError

    try:
        folder = models.model_folder(models.RECOGNITION_SMALL).parent
    except OcrError as error:
        told = messages.CHECK_MODELS_LACKING.format(reason=error)
        return Check(messages.CHECK_MODELS, fine=False, detail=told)
    return Check(messages.CHECK_MODELS, fine=True, detail=str(folder))


def check_pango() -> Check:
    """Whether the libraries are there that lay out the PDF report."""
    lacking = {library: package for library, package in PANGO.items() if find_library(library) is None}
    if lacking:
        told = messages.CHECK_PDF_LACKING.format(
            names="、".join(lacking), packages=" ".join(lacking.values())
        )
        return Check(messages.CHECK_PDF, fine=False, detail=told)
    return Check(messages.CHECK_PDF, fine=True, detail=messages.PRESENT)


def check_fonts() -> Check:
    """Whether the system has a font with Chinese characters."""
    program = shutil.which("fc-list")
    listed = ""
    if program is not None:
        listed = subprocess.run(
            [program, ":lang=zh-cn", "family"], capture_output=True, text=True, timeout=60, check=False
        ).stdout
    families = {line.strip() for line in listed.splitlines() if line.strip()}
    if not families:
        return Check(messages.CHECK_FONTS, fine=False, detail=messages.CHECK_FONTS_LACKING)
    told = messages.CHECK_FONTS_FINE.format(count=len(families))
    return Check(messages.CHECK_FONTS, fine=True, detail=told)


def check_memory(workers: int) -> Check:
    """Whether the reading processes fit into memory."""
    total = _memory() / 1e9
    told = messages.CHECK_MEMORY_FINE.format(total=total, workers=workers)
    if total < workers * MEMORY_OF_A_WORKER + 1:
        fitting = max(1, int((total - 1) / MEMORY_OF_A_WORKER))
        told = messages.CHECK_MEMORY_LACKING.format(total=total, workers=workers, fitting=fitting)
        return Check(messages.CHECK_MEMORY, fine=False, detail=told)
    return Check(messages.CHECK_MEMORY, fine=True, detail=told)


def _memory() -> int:
    """Bytes of memory that this host has, or that a container or unit is allowed."""
    from flows.capacity import memory_limit

    total = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES")
    return min(total, memory_limit() or total)


def check_confinement() -> Check:
    """Whether all measures hold that keep a hostile file from doing harm, as a reading process finds by trying."""
    from extractors.readers.errors import ReaderError
    from extractors.readers.measures import measures_held

    try:
        lacking = [messages.MEASURES[measure] for measure, held in measures_held().items() if not held]
    except ReaderError as error:
        return Check(messages.CHECK_CONFINEMENT, fine=False, detail=error.message)
    if lacking:
        told = messages.CHECK_CONFINEMENT_LACKING.format(names="、".join(lacking))
        return Check(messages.CHECK_CONFINEMENT, fine=False, detail=told)
    told = messages.CHECK_CONFINEMENT_FINE.format(count=len(messages.MEASURES))
    return Check(messages.CHECK_CONFINEMENT, fine=True, detail=told)


def check_data(folder: Path) -> Check:
    """Whether the data folder can be made and written, and has room."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryFile(dir=folder):
            free = shutil.disk_usage(folder).free / 1e9
    except OSError:
        told = messages.CHECK_DATA_LACKING.format(path=folder)
        return Check(messages.CHECK_DATA, fine=False, detail=told)
    if free < LEAST_SPACE:
        told = messages.CHECK_SPACE_LACKING.format(path=folder, free=free)
        return Check(messages.CHECK_DATA, fine=False, detail=told)
    told = messages.CHECK_DATA_FINE.format(path=folder, free=free)
    return Check(messages.CHECK_DATA, fine=True, detail=told)


def check_corrections(chosen: settings.Settings) -> Check:
    """Whether all rows of the office's corrections can be used."""
    from flows import steps
    from hezheng.commands.corrections import place_of

    found = steps.read_corrections(chosen)
    if found.refused:
        told = messages.CHECK_CORRECTIONS_LACKING.format(count=len(found.refused))
        return Check(messages.CHECK_CORRECTIONS, fine=False, detail=told)
    told = messages.CHECK_CORRECTIONS_FINE.format(count=len(found.rows), path=place_of(chosen))
    return Check(
        messages.CHECK_CORRECTIONS, fine=True, detail=told if found.rows else messages.CHECK_CORRECTIONS_NONE
    )


def check_rubric(file: Path | None) -> Check:
    """Whether the standard in force holds up."""
    try:
        standard = rubric.load(file)
    except HezhengError as error:
        return Check(messages.CHECK_RUBRIC, fine=False, detail=" ".join(error.lines))
    told = f"{standard.title}（{standard.id} {standard.version}）"
    if standard.provisional:
        told += f"，{messages.RUBRIC_PROVISIONAL}"
    return Check(messages.CHECK_RUBRIC, fine=True, detail=told)
