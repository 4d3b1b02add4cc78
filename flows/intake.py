"""Takes a submission in: a folder or a zip, with submission.json or a filled form."""

import tempfile
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path, PurePosixPath
from typing import Protocol
from zipfile import is_zipfile

from dossier.submission import Claim, Organization, Submission
from extractors.readers import ReaderPool, read_grids
from extractors.readers.errors import ReaderError
from extractors.readers.grids import Grid
from flows import messages
from flows.application_form import looks_like_form, read_form
from flows.claimed_files import FileNames
from flows.errors import (
    ApplicationAmbiguousError,
    ApplicationBrokenError,
    ApplicationMissingError,
    EmptySubmissionError,
    NotASubmissionError,
    PathMissingError,
    TooManyFilesError,
)
from flows.listing import NamedFile, canonical, is_hidden, list_folder, submission_id, unreadable
from flows.submission_file import SubmissionOnDisk
from flows.submission_json import parse, validate
from flows.unpack import unpack

APPLICATION_JSON = "submission.json"
FORM_STEM = "申报表"
FORM_SUFFIXES = {".xlsx", ".docx"}
OTHER_ARCHIVES = {".rar", ".7z", ".tar", ".gz", ".tgz", ".xz", ".bz2"}

MEMBER_LIMIT = 5000
BYTE_LIMIT = 4096 << 20

_folders: list[tempfile.TemporaryDirectory[str]] = []
"""Folders that zips were unpacked to without one being named; they go when the process ends."""


class KnownCriterion(Protocol):
    """What the intake has to know of a criterion of the standard."""

    @property
    def id(self) -> str:
        """Such as `2.6`."""
        ...

    @property
    def title(self) -> str:
        """In Chinese."""
        ...


def load_submission(
    path: Path,
    criteria: Sequence[KnownCriterion],
    *,
    workspace: Path | None = None,
    member_limit: int = MEMBER_LIMIT,
    byte_limit: int = BYTE_LIMIT,
    pool: ReaderPool | None = None,
) -> tuple[Submission, list[NamedFile]]:
    """The application and its files (name within the submission, path on disk), sorted by name.

    submission.json is not among the files; a filled form is, for a reviewer wants to see it.
    A zip is unpacked into `workspace`; without one, into a folder that lasts as long as the process. Nothing
    is ever written beside the originals. A form is opened by a process of the pool. Raises a subclass of `flows.errors.IntakeError`.
    """
    files, damaged = _open(path, workspace, member_limit, byte_limit)
    return _understood(files, damaged, str(path), criteria, _Forms(pool))


def load_files(
    files: Iterable[NamedFile],
    criteria: Sequence[KnownCriterion],
    *,
    title: str,
    member_limit: int = MEMBER_LIMIT,
    pool: ReaderPool | None = None,
) -> tuple[Submission, list[NamedFile]]:
    """The same of files that lie about under any names on disk. `title` is what messages call the submission.

    Raises a subclass of `flows.errors.IntakeError`.
    """
    shown = [file for file in files if not is_hidden(file[0])]
    if len(shown) > member_limit:
        raise TooManyFilesError(
            messages.TOO_MANY_FILES.format(limit=member_limit, path=title),
            advice=messages.TOO_MANY_FILES_ADVICE,
        )
    return _understood(canonical(shown), frozenset(), title, criteria, _Forms(pool))


class _Forms:
    """Opens forms, each once."""

    def __init__(self, pool: ReaderPool | None) -> None:
        self._pool = pool
        self._opened: dict[Path, list[Grid]] = {}

    def open(self, path: Path) -> list[Grid]:
        """The form's tables. Raises ReaderError."""
        if path not in self._opened:
            self._opened[path] = read_grids(path, self._pool)
        return self._opened[path]

    def has(self, path: Path) -> bool:
        """Whether the file is a form, by its content."""
        try:
            return looks_like_form(self.open(path))
        except ReaderError:
            return False


def _understood(
    files: list[NamedFile],
    damaged: frozenset[str],
    title: str,
    criteria: Sequence[KnownCriterion],
    forms: _Forms,
) -> tuple[Submission, list[NamedFile]]:
    if not files:
        raise EmptySubmissionError(messages.EMPTY.format(path=title), advice=messages.EMPTY_ADVICE)
    identity = submission_id(files)
    name, place = _application(files, title, forms)
    if name in damaged:
        raise ApplicationBrokenError(
            messages.APPLICATION_DAMAGED.format(name=name), advice=messages.APPLICATION_DAMAGED_ADVICE
        )
    known = [criterion.id for criterion in criteria]
    names = FileNames([other for other, _ in files])
    if PurePosixPath(name).name.lower() == APPLICATION_JSON:
        try:
            content = place.read_bytes()
        except OSError as error:
            raise unreadable(name, error) from error
        application = validate(parse(content, name), name, known)
        files = [(other, at) for other, at in files if other != name]
        origin = "json"
    else:
        titles: Mapping[str, str] = {criterion.id: criterion.title for criterion in criteria}
        try:
            grids = forms.open(place)
        except ReaderError as error:
            raise ApplicationBrokenError(
                messages.FORM_BROKEN.format(name=name),
                advice=messages.FORM_BROKEN_ADVICE,
                cause=error.message,
            ) from error
        filled = read_form(grids, name, titles, names)
        application = validate(filled.value, name, known, filled.places)
        origin = "form"
    submission = Submission(
        id=identity,
        round=application.round,
        organization=Organization(**application.organization.model_dump()),
        recommender=application.recommender,
        submitted_at=application.submitted_at,
        claims=_claims(application, names),
        claimed_total=application.claimed_total,
        application=name,
        origin=origin,
    )
    return submission, files


def _open(
    path: Path, workspace: Path | None, member_limit: int, byte_limit: int
) -> tuple[list[NamedFile], frozenset[str]]:
    if path.is_dir():
        return list_folder(path, member_limit), frozenset()
    if not path.exists():
        raise PathMissingError(messages.PATH_MISSING.format(path=path), advice=messages.PATH_MISSING_ADVICE)
    if not path.is_file() or not (is_zipfile(path) or path.suffix.lower() == ".zip"):
        raise NotASubmissionError(messages.NOT_A_SUBMISSION.format(path=path), advice=_advice(path))
    if path.suffix.lower() in FORM_SUFFIXES:
        raise NotASubmissionError(messages.NOT_A_SUBMISSION.format(path=path), advice=_advice(path))
    if workspace is None:
        folder = tempfile.TemporaryDirectory(prefix="hezheng-", ignore_cleanup_errors=True)
        _folders.append(folder)
        workspace = Path(folder.name)
    return unpack(path, workspace, member_limit=member_limit, byte_limit=byte_limit)


def _advice(path: Path) -> str:
    suffix = path.suffix.lower()
    if suffix in OTHER_ARCHIVES:
        return messages.OTHER_ARCHIVE_ADVICE.format(suffix=suffix)
    if path.name.lower() == APPLICATION_JSON or suffix in FORM_SUFFIXES:
        return messages.APPLICATION_GIVEN_ADVICE.format(folder=path.resolve().parent)
    return messages.NOT_A_SUBMISSION_ADVICE


def _application(files: Sequence[NamedFile], title: str, forms: _Forms) -> NamedFile:
    """submission.json, else a form by its name, else a form by its content; the outermost of its sort."""
    for group in (
        [file for file in files if PurePosixPath(file[0]).name.lower() == APPLICATION_JSON],
        [file for file in files if _is_form_name(file[0])],
        [file for file in files if _suffix(file) in FORM_SUFFIXES and forms.has(file[1])],
    ):
        if group:
            return _outermost(group)
    raise ApplicationMissingError(
        messages.APPLICATION_MISSING.format(path=title),
        where=messages.APPLICATION_MISSING_WHERE,
        advice=messages.APPLICATION_MISSING_ADVICE,
    )


def _outermost(group: Sequence[NamedFile]) -> NamedFile:
    depth = min(name.count("/") for name, _ in group)
    first = [file for file in group if file[0].count("/") == depth]
    if len(first) > 1:
        raise ApplicationAmbiguousError(
            messages.APPLICATION_AMBIGUOUS.format(names="、".join(name for name, _ in first[:4])),
            advice=messages.APPLICATION_AMBIGUOUS_ADVICE,
        )
    return first[0]


def _suffix(file: NamedFile) -> str:
    return PurePosixPath(file[0]).suffix.lower()


def _is_form_name(name: str) -> bool:
    path = PurePosixPath(name)
    return path.stem == FORM_STEM and path.suffix.lower() in FORM_SUFFIXES


def _claims(application: SubmissionOnDisk, names: FileNames) -> tuple[Claim, ...]:
    return tuple(
        Claim(
            criterion=claim.criterion,
            points=claim.points,
            statement=claim.statement,
            files=tuple(dict.fromkeys(names.resolve(written) for written in claim.files)),
        )
        for claim in application.claims
    )
