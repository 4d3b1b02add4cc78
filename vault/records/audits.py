"""Audits of rounds as acts: who may look at a whole round at once, and that they did."""

from pydantic import JsonValue

from dossier.principal import Principal
from vault.records import access
from vault.records.errors import NotFoundError
from vault.records.part import Part
from vault.records.queue_schema import RoundRow


class AuditRecords(Part):
    """The trail's rows of audits."""

    def note_audit(self, principal: Principal, action: str, round: str, **detail: JsonValue) -> None:  # noqa: A002
        """Notes that the principal begins an audit of the round, such as `round.rescore`. NotAllowedError, NotFoundError."""
        access.check_audits(principal)
        with self._database.write() as transaction:
            if transaction.session.get(RoundRow, round) is None:
                raise NotFoundError(round)
            transaction.note(principal.id, action, f"round:{round}", **detail)
