"""Versions of the standard: kept for good, and in force from a day on once two people want it so."""

import hashlib
from datetime import date

from sqlalchemy import Select, select
from sqlalchemy.orm import Session

from dossier.principal import Principal
from dossier.standards import Answer, Enactment, Proposal, StandardVersion
from vault.records import access
from vault.records.engine import Transaction
from vault.records.errors import NotFoundError
from vault.records.part import Part
from vault.records.standards_errors import (
    AnsweredError,
    OthersProposalError,
    OwnProposalError,
    ProposedError,
)
from vault.records.standards_schema import EnactmentAnswerRow, EnactmentRow, StandardRow


class StandardRecords(Part):
    """The records know a standard as bytes; whether it holds up is looked at before it comes here."""

    def add_standard(
        self,
        principal: Principal,
        content: bytes,
        *,
        id: str,  # noqa: A002 - the standard's own word
        version: str,
        title: str,
        provisional: bool,
        file: str,
    ) -> StandardVersion:
        """Keeps a version. The same content twice is kept once, as it first came. NotAllowedError."""
        access.check_sets_standards(principal)
        sha256 = hashlib.sha256(content).hexdigest()
        with self._database.write() as transaction:
            new = transaction.insert_new(
                StandardRow,
                sha256=sha256,
                standard=id,
                version=version,
                title=title,
                provisional=provisional,
                file=file,
                content=content,
                by=principal.id,
                name=principal.name,
                at=transaction.now,
            )
            if new:
                transaction.note(
                    principal.id, "standard.add", _subject(sha256), id=id, version=version, sha256=sha256
                )
            return _version_of(_row(transaction, sha256))

    def standards(self, principal: Principal) -> tuple[StandardVersion, ...]:
        """All versions, newest first. NotAllowedError unless the role sees them."""
        access.check_sees_standards(principal)
        with self._database.read() as transaction:
            rows = transaction.session.scalars(select(StandardRow).order_by(StandardRow.at.desc()))
            return tuple(_version_of(row) for row in rows)

    def standard(self, principal: Principal, sha256: str) -> tuple[StandardVersion, bytes]:
        """A version and its file. NotAllowedError, NotFoundError."""
        access.check_sees_standards(principal)
        with self._database.read() as transaction:
            row = _row(transaction, sha256)
            return _version_of(row), row.content

    def standard_on(self, day: date) -> bytes | None:
        """The file of the version in force on a day; None where none is.

        Of several the one with the latest first day counts, then the one that was proposed last.
        """
        with self._database.read() as transaction:
            found = transaction.session.scalars(_agreed().where(EnactmentRow.since <= day).limit(1)).first()
            return None if found is None else _row(transaction, found.sha256).content

    def standard_file(self, sha256: str) -> bytes | None:
        """The file of a version, for the program itself; None where it isn't kept."""
        with self._database.read() as transaction:
            row = transaction.session.get(StandardRow, sha256)
            return None if row is None else row.content

    def propose_standard(self, principal: Principal, proposal: Proposal) -> Enactment:
        """Proposes that a version be in force from a day on. NotAllowedError, NotFoundError, ProposedError."""
        access.check_sets_standards(principal)
        with self._database.write() as transaction:
            _row(transaction, proposal.sha256)
            for each in _enactments(transaction.session):
                if each.answer is None and (each.sha256, each.since) == (proposal.sha256, proposal.since):
                    raise ProposedError
            row = EnactmentRow(
                sha256=proposal.sha256,
                since=proposal.since,
                reason=proposal.reason,
                by=principal.id,
                name=principal.name,
                at=transaction.now,
            )
            transaction.session.add(row)
            transaction.session.flush()
            told = proposal.model_dump(mode="json")
            transaction.note(
                principal.id, "standard.propose", _subject(row.sha256), number=row.number, **told
            )
            return _enactment_of(row, None)

    def answer_proposal(self, principal: Principal, number: int, answer: Answer) -> Enactment:
        """Agrees to a proposal or refuses it, as another person; or takes one's own back.

        NotAllowedError, NotFoundError, OwnProposalError, OthersProposalError, AnsweredError.
        """
        access.check_sets_standards(principal)
        with self._database.write() as transaction:
            row = transaction.session.get(EnactmentRow, number)
            if row is None:
                raise NotFoundError(str(number))
            own = row.by == principal.id
            if own and answer is not Answer.WITHDRAWN:
                raise OwnProposalError
            if not own and answer is Answer.WITHDRAWN:
                raise OthersProposalError
            new = transaction.insert_new(
                EnactmentAnswerRow,
                number=number,
                answer=answer.value,
                by=principal.id,
                name=principal.name,
                at=transaction.now,
            )
            if not new:
                raise AnsweredError
            transaction.note(
                principal.id,
                f"standard.{answer.value}",
                _subject(row.sha256),
                number=number,
                since=row.since.isoformat(),
                sha256=row.sha256,
            )
            return _enactment_of(row, transaction.session.get_one(EnactmentAnswerRow, number))

    def enactments(self, principal: Principal) -> tuple[Enactment, ...]:
        """All proposals and what became of them, newest first. NotAllowedError unless the role sees them."""
        access.check_sees_standards(principal)
        with self._database.read() as transaction:
            return _enactments(transaction.session)


def _agreed() -> Select[EnactmentRow]:
    agreed = select(EnactmentAnswerRow.number).where(EnactmentAnswerRow.answer == Answer.AGREED.value)
    return (
        select(EnactmentRow)
        .where(EnactmentRow.number.in_(agreed))
        .order_by(EnactmentRow.since.desc(), EnactmentRow.number.desc())
    )


def _enactments(session: Session) -> tuple[Enactment, ...]:
    query = (
        select(EnactmentRow, EnactmentAnswerRow)
        .outerjoin(EnactmentAnswerRow, EnactmentAnswerRow.number == EnactmentRow.number)
        .order_by(EnactmentRow.number.desc())
    )
    return tuple(_enactment_of(row, answer) for row, answer in session.execute(query).all())


def _row(transaction: Transaction, sha256: str) -> StandardRow:
    row = transaction.session.get(StandardRow, sha256)
    if row is None:
        raise NotFoundError(sha256[:12])
    return row


def _subject(sha256: str) -> str:
    return f"standard:{sha256[:12]}"


def _version_of(row: StandardRow) -> StandardVersion:
    return StandardVersion(
        sha256=row.sha256,
        id=row.standard,
        version=row.version,
        title=row.title,
        provisional=row.provisional,
        file=row.file,
        by=row.by,
        name=row.name,
        at=row.at,
    )


def _enactment_of(row: EnactmentRow, answer: EnactmentAnswerRow | None) -> Enactment:
    return Enactment(
        number=row.number,
        sha256=row.sha256,
        since=row.since,
        reason=row.reason,
        by=row.by,
        name=row.name,
        at=row.at,
        answer=Answer(answer.answer) if answer else None,
        answered_by=answer.by if answer else None,
        answered_name=answer.name if answer else None,
        answered_at=answer.at if answer else None,
    )
