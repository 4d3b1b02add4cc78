"""Requests that may come twice, and files that come in parts."""

from datetime import timedelta

from sqlalchemy import delete, select

from dossier.principal import Principal
from dossier.record import KeptAnswer, Upload
from vault.records import access
from vault.records.engine import Transaction
from vault.records.errors import (
    IdempotencyConflictError,
    IdempotencyRunningError,
    NotFoundError,
)
from vault.records.identifiers import clean_path, new_id
from vault.records.part import Part
from vault.records.schema import IdempotencyRow, SubmissionRow, UploadRow

RUNNING = timedelta(minutes=2)
"""A request that gave no answer for so long died, and may be made again."""
REMEMBERED = timedelta(days=7)
"""How long answers are kept."""


class RequestRecords(Part):
    """Idempotency keys and uploads under way."""

    def idempotency(self, principal: Principal, key: str, fingerprint: str) -> KeptAnswer | None:
        """The answer that this request was given before; None: it is new, and is now under way.

        IdempotencyConflictError where the key came with another request, IdempotencyRunningError where the first is still being answered.
        """
        with self._database.write() as transaction:
            session, now = transaction.session, transaction.now
            session.execute(delete(IdempotencyRow).where(IdempotencyRow.at < now - REMEMBERED))
            if transaction.insert_new(
                IdempotencyRow, principal=principal.id, key=key, fingerprint=fingerprint, at=now
            ):
                return None
            row = session.get(IdempotencyRow, (principal.id, key), with_for_update=True)
            if row is None:  # forgotten just now: its request failed, and this one may be made again
                raise IdempotencyRunningError
            if row.fingerprint != fingerprint:
                raise IdempotencyConflictError
            if row.status is not None:
                return KeptAnswer(status=row.status, body=row.body or "")
            if now - row.at < RUNNING:
                raise IdempotencyRunningError
            row.at = now
            return None

    def keep_answer(self, principal: Principal, key: str, answer: KeptAnswer) -> None:
        """Keeps the answer for whoever asks again with the key."""
        with self._database.write() as transaction:
            row = transaction.session.get(IdempotencyRow, (principal.id, key), with_for_update=True)
            if row is None:
                raise NotFoundError(key)
            row.status, row.body = answer.status, answer.body

    def forget_key(self, principal: Principal, key: str) -> None:
        """Lets the request be made again, for it failed before it did anything."""
        with self._database.write() as transaction:
            transaction.session.execute(
                delete(IdempotencyRow).where(
                    IdempotencyRow.principal == principal.id,
                    IdempotencyRow.key == key,
                    IdempotencyRow.status.is_(None),
                )
            )

    def start_upload(
        self,
        principal: Principal,
        submission: str,
        path: str,
        *,
        size: int,
        sha256: str,
        days: float = 1,
    ) -> Upload:
        """Announces a file that comes in parts; one that was announced alike and is under way is gone on with.

        NotInDraftError, PathUnusableError, NotAllowedError.
        """
        cleaned = clean_path(path)
        with self._database.write() as transaction:
            access.find_draft(transaction.session, principal, submission, lock=True)
            alike = select(UploadRow).where(
                UploadRow.submission_id == submission,
                UploadRow.path == cleaned,
                UploadRow.size == size,
                UploadRow.sha256 == sha256,
                UploadRow.expires_at > transaction.now,
            )
            there = transaction.session.scalars(alike.order_by(UploadRow.id.desc()).limit(1)).one_or_none()
            if there is not None:
                return _upload_of(there)
            upload = UploadRow(
                id=new_id("U", transaction.now),
                submission_id=submission,
                path=cleaned,
                size=size,
                sha256=sha256,
                expires_at=transaction.now + timedelta(days=days),
            )
            transaction.session.add(upload)
            transaction.note(
                principal.id, "upload.start", submission, upload=upload.id, path=cleaned, size=size
            )
            return _upload_of(upload)

    def upload(self, principal: Principal, upload: str) -> Upload:
        """An upload of a submission that the principal owns, or acts for. NotFoundError, NotAllowedError."""
        with self._database.read() as transaction:
            return _upload_of(_find(transaction, principal, upload))

    def end_upload(self, principal: Principal, upload: str) -> None:
        """Forgets an upload that is whole and added, or given up. NotFoundError, NotAllowedError."""
        with self._database.write() as transaction:
            transaction.session.delete(_find(transaction, principal, upload, lock=True))

    def drop_stale_uploads(self) -> tuple[str, ...]:
        """Forgets uploads that weren't finished in time. Their ids, so that their parts can be removed."""
        with self._database.write() as transaction:
            ended = delete(UploadRow).where(UploadRow.expires_at < transaction.now).returning(UploadRow.id)
            return tuple(transaction.session.scalars(ended))


def _find(transaction: Transaction, principal: Principal, upload: str, *, lock: bool = False) -> UploadRow:
    query = (
        select(UploadRow, SubmissionRow)
        .join(SubmissionRow, SubmissionRow.id == UploadRow.submission_id)
        .where(UploadRow.id == upload, access.visible(principal))
    )
    found = transaction.session.execute(query.with_for_update(of=UploadRow) if lock else query).one_or_none()
    if found is None:
        raise NotFoundError(upload)
    row, submission = found
    access.check_owns(principal, submission)
    return row


def _upload_of(row: UploadRow) -> Upload:
    return Upload(
        id=row.id,
        submission=row.submission_id,
        path=row.path,
        size=row.size,
        sha256=row.sha256,
        expires_at=row.expires_at,
    )
