"""Why a submission can't be taken in, or a page not be shown: one class a cause, each with words for the person."""

from dossier.errors import HezhengError


class IntakeError(HezhengError):
    """Base: the path that was given is no submission that can be checked."""


class PathMissingError(IntakeError):
    """There is nothing at the path."""


class NotASubmissionError(IntakeError):
    """The path is neither a folder nor a zip."""


class EmptySubmissionError(IntakeError):
    """The folder or zip holds no file."""


class TooManyFilesError(IntakeError):
    """More files than the limit."""


class UnreadableFileError(IntakeError):
    """A file of the submission can't be opened by this user."""


class ArchiveBrokenError(IntakeError):
    """The zip's directory can't be read, or the application inside it is damaged."""


class ArchiveEncryptedError(IntakeError):
    """The zip has a password."""


class ArchiveUnsafeError(IntakeError):
    """A member's name leads out of the archive, or the archive unpacks to far more than is allowed."""


class ApplicationMissingError(IntakeError):
    """Neither submission.json nor a filled form is there."""


class ApplicationAmbiguousError(IntakeError):
    """More than one application, and none that comes first."""


class ApplicationBrokenError(IntakeError):
    """submission.json is no JSON, or the form can't be opened."""


class ApplicationInvalidError(IntakeError):
    """The application can be read, but says something that can't be used."""


class FormExistsError(IntakeError):
    """An empty form would overwrite a file."""


class PageUndrawableError(HezhengError):
    """There is no picture of the page: it wasn't read, or a reading process can't draw it."""
