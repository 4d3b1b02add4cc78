"""The reviewers' queue, the rounds, and what submissions are found by."""

import json
from datetime import UTC, date, datetime

import sqlalchemy as sa
from alembic import op

from vault.records.searching import search_words

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Makes the columns and tables, and fills them from what is there."""
    op.add_column("submissions", sa.Column("search", sa.Text(), nullable=False, server_default=""))
    op.add_column("submissions", sa.Column("assignee", sa.Text(), nullable=True))
    op.add_column("submissions", sa.Column("aside", sa.Text(), nullable=True))
    op.create_index(op.f("ix_submissions_assignee"), "submissions", ["assignee"], unique=False)
    op.create_table(
        "standings",
        sa.Column("submission_id", sa.Text(), nullable=False),
        sa.Column("claimed", sa.Float(), nullable=False),
        sa.Column("low", sa.Float(), nullable=False),
        sa.Column("high", sa.Float(), nullable=False),
        sa.Column("threshold", sa.Float(), nullable=False),
        sa.Column("eligible", sa.Text(), nullable=False),
        sa.Column("gates", sa.Integer(), nullable=False),
        sa.Column("majors", sa.Integer(), nullable=False),
        sa.Column("traces", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["submission_id"], ["submissions.id"], name=op.f("fk_standings_submission_id")
        ),
        sa.PrimaryKeyConstraint("submission_id", name=op.f("pk_standings")),
    )
    op.create_table(
        "rounds",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("closes_on", sa.Date(), nullable=False),
        sa.Column("recommend_by", sa.Date(), nullable=False),
        sa.Column("appeals_until", sa.Date(), nullable=True),
        sa.Column("city_quota", sa.Integer(), nullable=False),
        sa.Column("industry_quota", sa.Integer(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_rounds")),
    )
    op.create_table(
        "views",
        sa.Column("user_id", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("query", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["user_id"], ["users.id"], name=op.f("fk_views_user_id")),
        sa.PrimaryKeyConstraint("user_id", "name", name=op.f("pk_views")),
    )
    _fill_search()
    _fill_standings()
    _fill_rounds()


def _fill_search() -> None:
    connection = op.get_bind()
    found = connection.execute(
        sa.text("SELECT id, organization FROM submissions WHERE organization IS NOT NULL")
    )
    for submission, organization in found.all():
        told = json.loads(organization) if isinstance(organization, str) else organization
        connection.execute(
            sa.text("UPDATE submissions SET search = :words WHERE id = :id"),
            {"words": search_words(told), "id": submission},
        )


def _fill_standings() -> None:
    op.execute(
        """
        INSERT INTO standings (submission_id, claimed, low, high, threshold, eligible, gates, majors, traces)
        SELECT r.submission_id, r.claimed, r.low, r.high, r.threshold, r.eligible,
            (SELECT count(*) FROM discrepancies d
             WHERE d.submission_id = r.submission_id AND d.severity = 'gate'),
            (SELECT count(*) FROM discrepancies d
             WHERE d.submission_id = r.submission_id AND d.severity = 'major'),
            (SELECT count(*) FROM discrepancies d
             WHERE d.submission_id = r.submission_id AND d.code IN
                ('tampering_suspected', 'seal_issuer_mismatch', 'text_layer_mismatch', 'certificate_number_shared'))
        FROM reports r
        WHERE r.fence = (SELECT max(n.fence) FROM reports n WHERE n.submission_id = r.submission_id)
        """
    )


def _fill_rounds() -> None:
    connection = op.get_bind()
    rounds = sa.table(
        "rounds",
        sa.column("id", sa.Text()),
        sa.column("title", sa.Text()),
        sa.column("closes_on", sa.Date()),
        sa.column("recommend_by", sa.Date()),
        sa.column("city_quota", sa.Integer()),
        sa.column("industry_quota", sa.Integer()),
        sa.column("version", sa.Integer()),
        sa.column("created_at", sa.DateTime(timezone=True)),
    )
    for name in connection.execute(sa.text("SELECT DISTINCT round FROM submissions")).scalars().all():
        if len(name) == 4 and name.isascii() and name.isdigit() and name.startswith("20"):
            row = {
                "id": name,
                "title": f"{name}年度服务职工优秀社会组织",
                "closes_on": date(int(name), 11, 20),
                "recommend_by": date(int(name), 11, 30),
                "city_quota": 2,
                "industry_quota": 1,
                "version": 1,
                "created_at": datetime.now(UTC),
            }
            connection.execute(sa.insert(rounds), row)
