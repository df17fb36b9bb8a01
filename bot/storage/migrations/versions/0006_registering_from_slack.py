"""Add the people who register through Slack, their order, and who agreed to it."""

import sqlalchemy as sa
from alembic import op

from bot.storage.schema import Instant

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "registrations",
        sa.Column("number", sa.Integer(), primary_key=True, autoincrement=True),
        sa.Column("draft", sa.String(64), nullable=False),
        sa.Column("user", sa.String(32), nullable=False),
        sa.Column("stage", sa.String(16), nullable=False),
        sa.Column("channel", sa.String(32)),
        sa.Column("told", sa.String(16)),
        sa.Column("changed_at", Instant(), nullable=False),
        sa.Column("sealed", sa.LargeBinary(), nullable=False),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_registrations_user", "registrations", ["user"])
    op.create_index("ix_registrations_draft_user", "registrations", ["draft", "user"], unique=True)
    op.create_index("ix_registrations_stage_number", "registrations", ["stage", "number"])
    op.create_table(
        "consents",
        sa.Column("user", sa.String(32), primary_key=True),
        sa.Column("agreed_at", Instant(), nullable=False),
    )
