"""How Alembic runs the migrations: on the connection, and in the transaction, that it is handed.

A developer makes a new one with `scripts/new_migration.py`.
"""

from typing import Any, Literal

from alembic import context

from vault.records.columns import Json, Moment, Words
from vault.records.schema import Base

PLAIN = {
    Moment: "sa.DateTime(timezone=True)",
    Words: "sa.Text()",
    Json: 'sa.Text().with_variant(sa.JSON(), "postgresql")',
}
"""Our types as a migration writes them: it stays as it is while they may change."""


def _plain(kind: str, item: object, _context: Any) -> str | Literal[False]:  # noqa: ANN401 - Alembic's own
    return PLAIN.get(type(item), False) if kind == "type" else False


context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=Base.metadata,
    transactional_ddl=True,
    render_as_batch=True,
    render_item=_plain,
)
context.run_migrations()
