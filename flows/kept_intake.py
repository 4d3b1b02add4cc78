"""Takes in a submission that the records keep: its files fetched and named, archives in it unpacked and kept."""

from __future__ import annotations

import json
import os
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING

from dossier.dates import CHINA
from dossier.page import Reading
from dossier.record import KeptDocument, SubmissionRecord
from dossier.submission import Submission
from extractors.readers import ReaderPool
from flows import messages
from flows.copies import Copies
from flows.errors import ApplicationAmbiguousError
from flows.intake import APPLICATION_JSON, load_files, load_submission
from flows.options import StepSettings
from flows.steps import NamedFile, is_archive, unpack_inner
from flows.unpack import plain_suffix

if TYPE_CHECKING:
    from rubric import Rubric


@dataclass(frozen=True)
class KeptIntake:
    """A kept submission that was taken in. Its files lie under numbers in the run's folder."""

    submission: Submission
    files: tuple[NamedFile, ...]
    contents: Mapping[str, str]
    """Each file's SHA-256 by its name."""
    refused: Mapping[str, Reading]
    """What stands for files that never came to a reader."""


def take_in(
    record: SubmissionRecord,
    documents: Sequence[KeptDocument],
    rubric: Rubric,
    folder: Path,
    *,
    copies: Copies,
    settings: StepSettings,
    pool: ReaderPool,
) -> KeptIntake:
    """The application, and all files with archives unpacked; members of archives are kept as originals too.

    The day of submitting is the record's, whatever the application says. The pool opens forms. Raises IntakeError, StoreError, OSError.
    """
    documents = sorted(documents, key=lambda each: not _sent_first(record, each))
    files = _fetched(documents, folder / "files", copies)
    known = {path: document.sha256 for document, (_, path) in zip(documents, files, strict=True)}
    sent_first = sum(_sent_first(record, each) for each in documents)
    submission, files = _understood(record, files, sent_first, rubric, folder, settings, pool)
    unpacked, refused = unpack_inner(files, folder / "archives")
    contents: dict[str, str] = {}
    for name, path in unpacked:
        contents[name] = known.get(path) or copies.keep(path)
    moment = record.submitted_at.astimezone(CHINA) if record.submitted_at else None
    submission = submission.model_copy(update={"id": record.id, "submitted_at": moment})
    return KeptIntake(submission, tuple(unpacked), contents, dict(refused))


def answered(
    taken: KeptIntake,
    record: SubmissionRecord,
    documents: Iterable[KeptDocument],
    asked: Collection[str | None],
) -> KeptIntake:
    """The same, where files came in answer to supplements: claims that were asked about rest on all files, not on those named at first.

    `asked`: the criteria that the supplements were about; None among them: the whole submission.
    """
    if all(_sent_first(record, each) for each in documents):
        return taken
    claims = tuple(
        each.model_copy(update={"files": ()}) if None in asked or each.criterion in asked else each
        for each in taken.submission.claims
    )
    return replace(taken, submission=taken.submission.model_copy(update={"claims": claims}))


def _sent_first(record: SubmissionRecord, document: KeptDocument) -> bool:
    """Whether the file was there when the submission was handed in."""
    return record.submitted_at is None or document.added_at <= record.submitted_at


def _fetched(documents: Sequence[KeptDocument], folder: Path, copies: Copies) -> list[NamedFile]:
    """The documents' files, under numbers: applicants' names never become names on disk."""
    folder.mkdir(parents=True)
    files: list[NamedFile] = []
    for number, document in enumerate(documents, start=1):
        target = folder / f"{number:05d}{plain_suffix(document.path)}"
        with copies.held(document.sha256) as copy:
            os.link(copy, target)
        files.append((document.path, target))
    return files


def _understood(
    record: SubmissionRecord,
    files: list[NamedFile],
    sent_first: int,
    rubric: Rubric,
    folder: Path,
    settings: StepSettings,
    pool: ReaderPool,
) -> tuple[Submission, list[NamedFile]]:
    criteria = rubric.in_force(date.max)
    # An archive that was all there was at first holds the application, whatever a supplement brought.
    if record.application is None and sent_first == 1 and is_archive(files[0][1]):
        submission, unpacked = load_submission(
            files[0][1],
            criteria,
            workspace=folder / "submission",
            member_limit=settings.member_limit,
            byte_limit=settings.unpacked_limit_mb << 20,
            pool=pool,
        )
        return submission, [*unpacked, *files[1:]]
    if record.application is not None:
        _check_only(files)
        sent = folder / APPLICATION_JSON
        sent.write_text(json.dumps(record.application, ensure_ascii=False), encoding="utf-8")
        files = [*files, (APPLICATION_JSON, sent)]
    return load_files(files, criteria, title=record.id, member_limit=settings.member_limit, pool=pool)


def _check_only(files: Sequence[NamedFile]) -> None:
    """ApplicationAmbiguousError where a file is an application too: which one was meant?"""
    others = [name for name, _ in files if PurePosixPath(name).name.lower() == APPLICATION_JSON]
    if others:
        raise ApplicationAmbiguousError(
            messages.APPLICATION_TWICE.format(names="、".join(others[:4])),
            advice=messages.APPLICATION_TWICE_ADVICE,
        )
