"""What came in answer to the newest supplement."""

from datetime import datetime

from sqlalchemy import Select, exists, func, select
from sqlalchemy.orm import Session

from vault.records.rulings_schema import SupplementRow
from vault.records.schema import DocumentRow


def came_with_it(session: Session, submission: str, row: DocumentRow) -> bool:
    """Whether the file came since the newest supplement began."""
    begun: datetime = session.execute(_begun(submission)).scalar_one()
    return row.added_at > begun


def answered(session: Session, submission: str) -> bool:
    """Whether any file came since the newest supplement began."""
    begun = _begun(submission).scalar_subquery()
    query = select(exists().where(DocumentRow.submission_id == submission, DocumentRow.added_at > begun))
    return bool(session.execute(query).scalar_one())


def _begun(submission: str) -> Select[datetime]:
    return select(func.max(SupplementRow.at)).where(SupplementRow.submission_id == submission)
