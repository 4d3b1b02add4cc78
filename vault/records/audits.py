"""Audits of rounds as acts: who may look at a whole round at once, that they did, and the seed of the round's sample."""

import json

from pydantic import JsonValue
from sqlalchemy import select

from dossier.principal import Principal
from vault.records import access
from vault.records.engine import Transaction
from vault.records.errors import NotFoundError
from vault.records.part import Part
from vault.records.queue_schema import RoundRow
from vault.records.schema import TrailRow

AUDIT = "round.audit"


class AuditRecords(Part):
    """The trail's rows of audits."""

    def note_audit(self, principal: Principal, action: str, round: str, **detail: JsonValue) -> None:  # noqa: A002
        """Notes that the principal looks at the round, such as `round.rescore`. NotAllowedError, NotFoundError."""
        access.check_audits(principal)
        with self._database.write() as transaction:
            _find(transaction, round)
            transaction.note(principal.id, action, f"round:{round}", **detail)

    def begin_audit(self, principal: Principal, round: str, seed: str | None, *, fresh: str) -> str:  # noqa: A002
        """Notes that the principal audits the round, and gives the seed of its sample: the one given, else that of the audit before, else `fresh`.

        So the sample stays while what was found comes back, and nobody could know it before the first audit.
        NotAllowedError, NotFoundError.
        """
        access.check_audits(principal)
        with self._database.write() as transaction:
            _find(transaction, round, lock=True)
            chosen = seed or _last_seed(transaction, round) or fresh
            transaction.note(principal.id, AUDIT, f"round:{round}", seed=chosen)
            return chosen

    def audit_seed(self, principal: Principal, round: str) -> str | None:  # noqa: A002
        """The seed of the newest audit; None: there was none. NotAllowedError, NotFoundError."""
        access.check_audits(principal)
        with self._database.read() as transaction:
            _find(transaction, round)
            return _last_seed(transaction, round)


def _find(transaction: Transaction, round: str, *, lock: bool = False) -> None:  # noqa: A002
    if transaction.session.get(RoundRow, round, with_for_update=lock) is None:
        raise NotFoundError(round)


def _last_seed(transaction: Transaction, round: str) -> str | None:  # noqa: A002
    query = (
        select(TrailRow.detail)
        .where(TrailRow.subject == f"round:{round}", TrailRow.action == AUDIT)
        .order_by(TrailRow.seq.desc())
        .limit(1)
    )
    detail = transaction.session.scalars(query).first()
    return json.loads(detail)["seed"] if detail is not None else None
