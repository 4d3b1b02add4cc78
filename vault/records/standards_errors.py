"""What can go wrong with standards and their coming into force."""

from vault.records import standards_messages as messages
from vault.records.errors import RecordsError


class OwnProposalError(RecordsError):
    """Who proposes that a standard be in force doesn't agree to it as well."""

    def __init__(self) -> None:
        super().__init__(messages.OWN_PROPOSAL, cause="the second person is the first")


class OthersProposalError(RecordsError):
    """Only who made a proposal takes it back."""

    def __init__(self) -> None:
        super().__init__(messages.OTHERS_PROPOSAL, cause="withdrawn by another person")


class AnsweredError(RecordsError):
    """The proposal was answered before."""

    def __init__(self) -> None:
        super().__init__(messages.ANSWERED, cause="a second answer")


class ProposedError(RecordsError):
    """The same version is proposed from the same day already."""

    def __init__(self) -> None:
        super().__init__(messages.PROPOSED, cause="a second proposal of the same")
