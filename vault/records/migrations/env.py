"""How Alembic runs the migrations: on the connection, and in the transaction, that it is handed.

A developer makes a new one with `scripts/new_migration.py`.
"""

from typing import Any, Literal

from alembic import context

from vault.records.columns import Moment
from vault.records.schema import Base


def _plain(kind: str, item: object, _context: Any) -> str | Literal[False]:  # noqa: ANN401 - Alembic's own
    """A migration stays as it is while our types may change, so that it names the database's."""
    return "sa.DateTime(timezone=True)" if kind == "type" and isinstance(item, Moment) else False


context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=Base.metadata,
    transactional_ddl=True,
    render_as_batch=True,
    render_item=_plain,
)
context.run_migrations()
