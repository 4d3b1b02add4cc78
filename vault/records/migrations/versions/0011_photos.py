"""Marks of photos, by which parts of one picture are found."""

import sqlalchemy as sa
from alembic import op

revision = "0011"
down_revision = "0010"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Adds the column. What older readers read has no photos, and is read anew."""
    op.add_column("prints", sa.Column("marks", sa.LargeBinary(), nullable=True))
