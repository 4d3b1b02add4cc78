"""The office's standards, from when they are in force, and its lists of corrections."""

import sqlalchemy as sa
from alembic import op

from vault.records import triggers

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None

TABLES = ("standards", "enactments", "enactment_answers", "correction_lists")


def upgrade() -> None:
    """Makes the tables, none of whose rows ever changes."""
    op.create_table(
        "correction_lists",
        sa.Column("list", sa.Text(), nullable=False),
        sa.Column("number", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("content", sa.Text(), nullable=False),
        sa.Column("note", sa.Text(), nullable=False),
        sa.Column("by", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("list", "number", name=op.f("pk_correction_lists")),
    )
    op.create_table(
        "standards",
        sa.Column("sha256", sa.String(length=64), nullable=False),
        sa.Column("standard", sa.Text(), nullable=False),
        sa.Column("version", sa.Text(), nullable=False),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("provisional", sa.Boolean(), nullable=False),
        sa.Column("file", sa.Text(), nullable=False),
        sa.Column("content", sa.LargeBinary(), nullable=False),
        sa.Column("by", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("sha256", name=op.f("pk_standards")),
    )
    op.create_table(
        "enactments",
        sa.Column("number", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("sha256", sa.String(length=64), nullable=False),
        sa.Column("since", sa.Date(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("by", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["sha256"], ["standards.sha256"], name=op.f("fk_enactments_sha256")),
        sa.PrimaryKeyConstraint("number", name=op.f("pk_enactments")),
    )
    op.create_table(
        "enactment_answers",
        sa.Column(
            "number",
            sa.BigInteger().with_variant(sa.Integer(), "sqlite"),
            autoincrement=False,
            nullable=False,
        ),
        sa.Column("answer", sa.Text(), nullable=False),
        sa.Column("by", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["number"], ["enactments.number"], name=op.f("fk_enactment_answers_number")),
        sa.PrimaryKeyConstraint("number", name=op.f("pk_enactment_answers")),
    )
    triggers.install(op.get_bind(), TABLES)
