"""What can go wrong with accounts and signing in: one class per cause."""

from dossier.principal import Principal
from vault.records import accounts_messages as messages
from vault.records.errors import RecordsError, UserError


class SignInError(RecordsError):
    """No such account, the wrong password, or one that is disabled: the three can't be told apart."""

    def __init__(self, cause: str) -> None:
        super().__init__(messages.WRONG, advice=messages.WRONG_ADVICE, cause=cause)


class SignInLockedError(RecordsError):
    """Too many failed attempts; `seconds` until the next is heard."""

    def __init__(self, seconds: int) -> None:
        wait = (
            messages.SECONDS.format(count=seconds)
            if seconds < 100
            else messages.MINUTES.format(count=-(-seconds // 60))
        )
        super().__init__(
            messages.LOCKED.format(wait=wait), advice=messages.LOCKED_ADVICE, cause="locked after failures"
        )
        self.seconds = seconds


class PasswordUnusableError(RecordsError):
    """Too short, too long, or too easily guessed."""


class InvitationInvalidError(RecordsError):
    """The link was used, is past its day, or never was."""

    def __init__(self) -> None:
        super().__init__(messages.LINK_SPENT, advice=messages.LINK_ADVICE, cause="invitation isn't valid")


class CodeWrongError(RecordsError):
    """A code of the second factor that isn't right now, or was taken already."""

    def __init__(self) -> None:
        super().__init__(messages.CODE_WRONG, advice=messages.CODE_ADVICE, cause="wrong code")


class OwnAccountError(UserError):
    """Nobody disables themselves or changes their own role."""

    def __init__(self, user: Principal) -> None:
        super().__init__(messages.OWN_ACCOUNT, advice=messages.OWN_ADVICE, cause=f"{user.id} on themselves")
