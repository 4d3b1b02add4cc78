"""Views of the queue that somebody keeps for themselves. They are no part of any procedure, so that the trail doesn't tell of them."""

from sqlalchemy import delete, func, select

from dossier.principal import Principal
from dossier.queue import SavedView
from vault.records import messages
from vault.records.errors import ViewError
from vault.records.part import Part
from vault.records.queue_schema import ViewRow

MOST = 20
"""Views of one user."""
LONGEST_NAME = 30
LONGEST_QUERY = 2000


class ViewRecords(Part):
    """Everyone's own views."""

    def views(self, principal: Principal) -> tuple[SavedView, ...]:
        """The principal's, by name."""
        query = select(ViewRow).where(ViewRow.user_id == principal.id).order_by(ViewRow.name)
        with self._database.read() as transaction:
            return tuple(
                SavedView(name=row.name, query=row.query) for row in transaction.session.scalars(query)
            )

    def save_view(self, principal: Principal, name: str, query: str) -> SavedView:
        """Keeps a view, in place of one of the same name. ViewError: no name, too long, too many."""
        name = " ".join(name.split())
        if not 0 < len(name) <= LONGEST_NAME or len(query) > LONGEST_QUERY:
            raise ViewError(messages.VIEW_NAME.format(most=LONGEST_NAME))
        with self._database.write() as transaction:
            row = transaction.session.get(ViewRow, (principal.id, name))
            if row is None:
                counted = select(func.count()).where(ViewRow.user_id == principal.id)
                if transaction.session.execute(counted).scalar_one() >= MOST:
                    raise ViewError(messages.VIEWS_MANY.format(most=MOST))
                transaction.insert_new(ViewRow, user_id=principal.id, name=name, query=query)
            else:
                row.query = query
            return SavedView(name=name, query=query)

    def remove_view(self, principal: Principal, name: str) -> None:
        """Forgets a view; one that isn't there is forgotten already."""
        with self._database.write() as transaction:
            transaction.change(delete(ViewRow).where(ViewRow.user_id == principal.id, ViewRow.name == name))
