"""The office's lists of corrections: a new version with each change, the newest in force."""

import hashlib

from sqlalchemy import func, select, tuple_

from dossier.principal import Principal
from dossier.standards import ListVersion
from vault.records import access
from vault.records.errors import StaleError
from vault.records.part import Part
from vault.records.standards_schema import ListRow


class ListRecords(Part):
    """The records know a list as text; whether its rows hold is looked at before it comes here."""

    def correction_lists(self) -> dict[str, ListVersion]:
        """The newest version of each list that was ever changed here."""
        newest = select(ListRow.list, func.max(ListRow.number)).group_by(ListRow.list)
        query = select(ListRow).where(tuple_(ListRow.list, ListRow.number).in_(newest))
        with self._database.read() as transaction:
            return {row.list: _version_of(row) for row in transaction.session.scalars(query)}

    def list_versions(self, principal: Principal, name: str) -> tuple[ListVersion, ...]:
        """All versions of a list, newest first. NotAllowedError unless the role sees them."""
        access.check_sees_standards(principal)
        query = select(ListRow).where(ListRow.list == name).order_by(ListRow.number.desc())
        with self._database.read() as transaction:
            return tuple(_version_of(row) for row in transaction.session.scalars(query))

    def change_list(
        self, principal: Principal, name: str, seen: int, content: str, *, note: str
    ) -> ListVersion:
        """Puts a list's next version in force; `seen` is the number of the one that it was made from, 0 for none.

        NotAllowedError, StaleError where somebody else has changed it.
        """
        access.check_sets_standards(principal)
        with self._database.write() as transaction:
            last = (
                transaction.session.scalar(select(func.max(ListRow.number)).where(ListRow.list == name)) or 0
            )
            new = last == seen and transaction.insert_new(
                ListRow,
                list=name,
                number=seen + 1,
                content=content,
                note=note,
                by=principal.id,
                name=principal.name,
                at=transaction.now,
            )
            if not new:
                raise StaleError(seen, max(last, seen + 1))
            transaction.note(
                principal.id,
                "corrections.change",
                f"corrections:{name}",
                number=seen + 1,
                note=note,
                sha256=hashlib.sha256(content.encode()).hexdigest(),
            )
            return _version_of(transaction.session.get_one(ListRow, (name, seen + 1)))


def _version_of(row: ListRow) -> ListVersion:
    return ListVersion.model_validate({name: getattr(row, name) for name in ListVersion.model_fields})
