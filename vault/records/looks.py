"""Second looks at findings that had been passed. They are only ever added; the latest on a finding counts."""

from sqlalchemy import func, select

from dossier.principal import Principal
from vault.records import access
from vault.records.errors import NotFoundError
from vault.records.looks_schema import LookRow
from vault.records.part import Part
from vault.records.schema import FindingRow


class LookRecords(Part):
    """What people found on looking again."""

    def look_again(
        self,
        principal: Principal,
        submission: str,
        criterion: str,
        *,
        right: bool,
        seed: str,
        note: str = "",
    ) -> None:
        """Keeps what a person found on looking again at a finding of the newest report that a sample had drawn. NotAllowedError, NotFoundError."""
        access.check_audits(principal)
        with self._database.write() as transaction:
            session = transaction.session
            row = access.find(session, principal, submission, lock=True)
            found = select(FindingRow.index).where(
                FindingRow.submission_id == row.id, FindingRow.criterion == criterion
            )
            if session.scalars(found.limit(1)).first() is None:
                raise NotFoundError(f"{submission} {criterion}")
            query = select(func.coalesce(func.max(LookRow.number), 0))
            number = session.execute(query.where(LookRow.submission_id == row.id)).scalar_one() + 1
            told = {"criterion": criterion, "right": right, "note": note.strip(), "seed": seed}
            session.add(
                LookRow(
                    submission_id=row.id,
                    number=number,
                    at=transaction.now,
                    by=principal.id,
                    name=principal.name,
                    **told,
                )
            )
            transaction.note(principal.id, "round.look", row.id, number=number, **told)
