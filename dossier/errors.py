"""The base of every error that a person is told about."""

from typing import ClassVar


class HezhengError(Exception):
    """An error with words for the person at the keyboard: what is wrong, where, what to do next (Chinese).

    Each room subclasses it once per cause. `cause` is the English reason for the log.
    """

    exit_code: ClassVar[int] = 2
    """What the command line exits with."""

    def __init__(self, what: str, *, where: str = "", advice: str = "", cause: str = "") -> None:
        super().__init__(what)
        self.what = what
        self.where = where
        self.advice = advice
        self.cause = cause

    @property
    def lines(self) -> tuple[str, ...]:
        """One to three lines for the person."""
        return tuple(line for line in (self.what, self.where, self.advice) if line)
