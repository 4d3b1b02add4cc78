"""Rulings on discrepancies, supplements, and the state in which the applicant answers."""

import sqlalchemy as sa
from alembic import op

from vault.records import triggers

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Makes the tables, and the triggers anew."""
    op.create_table(
        "rulings",
        sa.Column("submission_id", sa.Text(), nullable=False),
        sa.Column("number", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("by", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("role", sa.Text(), nullable=False),
        sa.Column("fingerprint", sa.Text(), nullable=False),
        sa.Column("code", sa.Text(), nullable=False),
        sa.Column("severity", sa.Text(), nullable=False),
        sa.Column("criterion", sa.Text(), nullable=True),
        sa.Column("document", sa.Text(), nullable=True),
        sa.Column("message", sa.Text(), nullable=False),
        sa.Column("outcome", sa.Text(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("report", sa.String(64), nullable=False),
        sa.ForeignKeyConstraint(["submission_id"], ["submissions.id"], name=op.f("fk_rulings_submission_id")),
        sa.PrimaryKeyConstraint("submission_id", "number", name=op.f("pk_rulings")),
    )
    op.create_index("ix_rulings_submission_id_fingerprint", "rulings", ["submission_id", "fingerprint"])
    op.create_table(
        "supplements",
        sa.Column("submission_id", sa.Text(), nullable=False),
        sa.Column("number", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("by", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("due_on", sa.Date(), nullable=False),
        sa.Column("note", sa.Text(), nullable=False),
        sa.Column("questions", sa.Text().with_variant(sa.JSON(), "postgresql"), nullable=False),
        sa.Column("report", sa.String(64), nullable=False),
        sa.ForeignKeyConstraint(
            ["submission_id"], ["submissions.id"], name=op.f("fk_supplements_submission_id")
        ),
        sa.PrimaryKeyConstraint("submission_id", "number", name=op.f("pk_supplements")),
    )
    triggers.install(op.get_bind(), ("rulings", "supplements"))
