"""The face of the records. Everything outside this package uses it alone."""

from typing import Protocol

from vault.records.accounts import AccountRecords
from vault.records.accounts_factor import FactorRecords
from vault.records.accounts_portal import PortalRecords
from vault.records.accounts_sessions import SessionRecords
from vault.records.assignments import AssignmentRecords
from vault.records.audits import AuditRecords
from vault.records.blocks import BlockRecords
from vault.records.decisions import DecisionRecords
from vault.records.drafts import DraftRecords
from vault.records.engine import Database
from vault.records.figures import FigureRecords
from vault.records.imports import ImportRecords
from vault.records.lists import ListRecords
from vault.records.looks import LookRecords
from vault.records.lookups import LookupRecords
from vault.records.prints import PrintRecords
from vault.records.queue import QueueRecords
from vault.records.reports import ReportRecords
from vault.records.requests import RequestRecords
from vault.records.revisions import RevisionRecords
from vault.records.rounds import RoundRecords
from vault.records.rulings import RulingRecords
from vault.records.runs import RunRecords
from vault.records.standards import StandardRecords
from vault.records.submissions import SubmissionRecords
from vault.records.supplements import SupplementRecords
from vault.records.tables import TableRecords
from vault.records.trail import TrailRecords
from vault.records.units import UnitRecords
from vault.records.users import UserRecords
from vault.records.views import ViewRecords
from vault.records.webhooks import WebhookRecords


class RecordsSettings(Protocol):
    """What opening the records asks of the settings."""

    @property
    def records_url(self) -> str:
        """Address of the database."""
        ...


class Records(
    SubmissionRecords,
    DraftRecords,
    ImportRecords,
    DecisionRecords,
    RulingRecords,
    SupplementRecords,
    RevisionRecords,
    RunRecords,
    ReportRecords,
    TableRecords,
    PrintRecords,
    LookRecords,
    UnitRecords,
    UserRecords,
    AccountRecords,
    SessionRecords,
    FactorRecords,
    PortalRecords,
    RequestRecords,
    WebhookRecords,
    TrailRecords,
    FigureRecords,
    LookupRecords,
    QueueRecords,
    AssignmentRecords,
    RoundRecords,
    AuditRecords,
    BlockRecords,
    ViewRecords,
    StandardRecords,
    ListRecords,
):
    """All that is recorded. Methods take and give nouns; each is one transaction, and safe for threads and processes."""

    @property
    def database(self) -> Database:
        """The database under the records."""
        return self._database

    def close(self) -> None:
        """Lets go of the database."""
        self._database.close()


def open_records(settings: RecordsSettings) -> Records:
    """Opens the records, migrated to this program's version.

    Raises DatabaseUrlError, DatabaseUnreachableError, DatabaseTooNewError.
    """
    return Records(Database(settings.records_url))
