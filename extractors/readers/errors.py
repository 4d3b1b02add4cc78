"""Why a file can't be read: one class per cause. Each becomes a Problem with a Chinese message."""

from typing import ClassVar

from dossier.page import Problem, ProblemCode


class ReaderError(Exception):
    """The base: `message` is for people, the exception's cause is for the log."""

    code: ClassVar[ProblemCode] = ProblemCode.READER_FAILED

    def __init__(self, message: str) -> None:
        super().__init__(message)
        self.message = message

    def problem(self, page: int | None = None, *, fatal: bool = True) -> Problem:
        """The same as a Problem, of the file or of one page."""
        return Problem(code=self.code, message=self.message, page=page, fatal=fatal)


class EmptyFile(ReaderError):
    """No bytes, or nothing in them."""

    code = ProblemCode.EMPTY


class EncryptedFile(ReaderError):
    """A password is needed."""

    code = ProblemCode.ENCRYPTED


class TruncatedFile(ReaderError):
    """The end is missing."""

    code = ProblemCode.TRUNCATED


class CorruptFile(ReaderError):
    """The bytes make no sense."""

    code = ProblemCode.CORRUPT


class FileTooLarge(ReaderError):
    """More bytes or pixels than a limit allows."""

    code = ProblemCode.TOO_LARGE


class UnsupportedFile(ReaderError):
    """A type that isn't read."""

    code = ProblemCode.UNSUPPORTED


class ReaderFailed(ReaderError):
    """The program itself failed: it crashed, hung, or met what it wasn't written for."""

    code = ProblemCode.READER_FAILED
