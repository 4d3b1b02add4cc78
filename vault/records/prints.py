"""Prints of pages, and the telephone numbers on them: kept by content, read by round."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from sqlalchemy import inspect, select

from dossier.principal import Principal
from dossier.prints import PagePrint, PrintedTelephone
from vault.records import access
from vault.records.part import Part
from vault.records.prints_schema import PrintRow, TelephoneRow
from vault.records.schema import ReportDocumentRow, SubmissionRow
from vault.records.tables import blocks, frame, handed_in

if TYPE_CHECKING:
    import polars as pl

_SIGN = 1 << 63


class PrintRecords(Part):
    """What pages are found again by."""

    def unprinted(self, contents: Iterable[str], reader: str) -> frozenset[str]:
        """Those contents, by their sha256, of which no page has a print of these readers."""
        asked = frozenset(contents)
        with self._database.read() as transaction:
            query = select(PrintRow.sha256).where(PrintRow.reader == reader, PrintRow.sha256.in_(asked))
            return asked - frozenset(transaction.session.scalars(query.distinct()))

    def keep_prints(
        self, prints: Sequence[PagePrint], telephones: Sequence[PrintedTelephone], reader: str
    ) -> None:
        """Keeps prints, and the telephone numbers on the same pages. Those that are there already stay."""
        with self._database.write() as transaction:
            for each in prints:
                bits = None if each.bits is None else (each.bits ^ _SIGN) - _SIGN
                transaction.insert_new(
                    PrintRow,
                    sha256=each.sha256,
                    reader=reader,
                    page=each.page,
                    bits=bits,
                    sketch=each.sketch,
                    marks=each.marks,
                )
            for number in telephones:
                transaction.insert_new(TelephoneRow, reader=reader, **number.model_dump())

    def unprinted_in(self, principal: Principal, round: str, reader: str) -> dict[str, list[str]]:  # noqa: A002
        """Contents of a round's documents, by sha256, of which no page has a print of these readers; with the submissions that hold them. NotAllowedError."""
        access.check_audits(principal)
        printed = select(PrintRow.sha256).where(
            PrintRow.sha256 == ReportDocumentRow.sha256, PrintRow.reader == reader
        )
        query = (
            select(ReportDocumentRow.sha256, ReportDocumentRow.submission_id)
            .join(SubmissionRow, SubmissionRow.id == ReportDocumentRow.submission_id)
            .where(handed_in(round), ReportDocumentRow.pages > 0, ~printed.exists())
            .distinct()
        )
        found: dict[str, list[str]] = {}
        with self._database.read() as transaction:
            for sha256, submission in transaction.session.execute(query):
                found.setdefault(sha256, []).append(submission)
        return found

    def round_prints(self, principal: Principal, round: str, reader: str) -> pl.DataFrame:  # noqa: A002
        """The prints of a round's documents: submission, document, sha256, kind, page, bits (signed), sketch, marks. NotAllowedError."""
        access.check_audits(principal)
        return self._on_documents(round, PrintRow, reader, ("page", "bits", "sketch", "marks"))

    def round_telephones(self, principal: Principal, round: str, reader: str) -> pl.DataFrame:  # noqa: A002
        """The telephone numbers on a round's documents: submission, document, sha256, kind, page, number, contact. NotAllowedError."""
        access.check_audits(principal)
        return self._on_documents(round, TelephoneRow, reader, ("page", "number", "contact"))

    def _on_documents(
        self,
        round: str,  # noqa: A002
        kept: type[PrintRow | TelephoneRow],
        reader: str,
        names: Sequence[str],
    ) -> pl.DataFrame:
        """What is kept of the contents of a round's documents, in the documents' order and then in that of its key."""
        document = {
            "submission": ReportDocumentRow.submission_id,
            "document": ReportDocumentRow.path,
            "sha256": ReportDocumentRow.sha256,
            "kind": ReportDocumentRow.kind,
        }
        query = (
            select(*document.values(), *(getattr(kept, name) for name in names))
            .join(SubmissionRow, SubmissionRow.id == ReportDocumentRow.submission_id)
            .join(kept, kept.sha256 == ReportDocumentRow.sha256)
            .where(handed_in(round), kept.reader == reader)
            .order_by(ReportDocumentRow.submission_id, ReportDocumentRow.index, *inspect(kept).primary_key)
        )
        with self._database.read() as transaction:
            return frame(((*document, *names), blocks(transaction.session, query)))
