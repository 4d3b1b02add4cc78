"""Submissions that are taken from an export of the portal: each content once in a round, whoever asks how often."""

from sqlalchemy import select

from dossier.principal import Principal
from dossier.record import SubmissionRecord
from dossier.state import State
from dossier.submission import Organization
from vault.records import access, rounds
from vault.records.engine import Transaction
from vault.records.errors import EntryChangedError, NotFoundError
from vault.records.imports_schema import ImportRow
from vault.records.part import Part
from vault.records.queue_schema import RoundRow
from vault.records.schema import SubmissionRow
from vault.records.submissions import new_draft, record_of


class ImportRecords(Part):
    """Which entry of an export became which submission."""

    def draft_of(
        self,
        principal: Principal,
        entry: str,
        content: str,
        *,
        round: str,  # noqa: A002 - the field's own name
        organization: Organization | None = None,
        recommender: str | None = None,
    ) -> SubmissionRecord:
        """The submission of this content in the round: a new draft of batch priority, or the one made of it before, wherever it stands.

        EntryChangedError where the entry was taken with another content, and that submission isn't withdrawn.
        NotFoundError: there is no such round. NotAllowedError.
        """
        with self._database.write() as transaction:
            rounds.ensure(transaction, round)
            # Whoever imports into the round at the same moment waits here.
            if transaction.session.get(RoundRow, round, with_for_update=True) is None:
                raise NotFoundError(round)
            known = transaction.session.get(ImportRow, (round, content))
            if known is not None:
                return record_of(access.find(transaction.session, principal, known.submission_id))
            _check_unchanged(transaction, round, entry)
            row = new_draft(
                transaction,
                principal,
                round=round,
                organization=organization,
                recommender=recommender,
                batch=True,
            )
            transaction.session.add(
                ImportRow(round=round, content=content, entry=entry, submission_id=row.id, at=transaction.now)
            )
            transaction.note(principal.id, "submission.import", row.id, entry=entry, content=content)
            return record_of(row)


def _check_unchanged(transaction: Transaction, round: str, entry: str) -> None:  # noqa: A002
    query = (
        select(SubmissionRow.id)
        .join(ImportRow, ImportRow.submission_id == SubmissionRow.id)
        .where(ImportRow.round == round, ImportRow.entry == entry, SubmissionRow.state != State.WITHDRAWN)
    )
    found = transaction.session.scalars(query.limit(1)).first()
    if found is not None:
        raise EntryChangedError(entry, found)
