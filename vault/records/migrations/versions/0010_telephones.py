"""Telephone numbers on pages, by which applicants may hang together."""

import sqlalchemy as sa
from alembic import op

revision = "0010"
down_revision = "0009"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Makes the table. Prints are forgotten, so that the next audit makes them anew, with the numbers."""
    op.create_table(
        "telephones",
        sa.Column("sha256", sa.String(64), nullable=False),
        sa.Column("reader", sa.Text(), nullable=False),
        sa.Column("page", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("number", sa.Text(), nullable=False),
        sa.Column("contact", sa.Boolean(), nullable=False),
        sa.PrimaryKeyConstraint("sha256", "reader", "page", "number", name=op.f("pk_telephones")),
    )
    op.execute("DELETE FROM prints")
