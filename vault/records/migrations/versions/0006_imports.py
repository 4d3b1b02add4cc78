"""The application that a report was made of, and what was taken from exports of the portal."""

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Adds the column, which older reports leave empty, and makes the table."""
    op.add_column(
        "reports",
        sa.Column("application", sa.Text().with_variant(sa.JSON(), "postgresql"), nullable=True),
    )
    op.create_table(
        "imports",
        sa.Column("round", sa.Text(), nullable=False),
        sa.Column("content", sa.Text(), nullable=False),
        sa.Column("entry", sa.Text(), nullable=False),
        sa.Column("submission_id", sa.Text(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["submission_id"], ["submissions.id"], name=op.f("fk_imports_submission_id")),
        sa.PrimaryKeyConstraint("round", "content", name=op.f("pk_imports")),
    )
    op.create_index("ix_imports_round_entry", "imports", ["round", "entry"])
