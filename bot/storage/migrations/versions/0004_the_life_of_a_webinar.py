"""Add what is followed of a webinar after it was made."""

import sqlalchemy as sa
from alembic import op

from bot.storage.schema import Instant

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("webinars", sa.Column("session_id", sa.String(length=32)))
    op.add_column("webinars", sa.Column("phase", sa.String(length=16)))
    op.add_column("webinars", sa.Column("revision", sa.Integer()))
    op.add_column("webinars", sa.Column("drawn", sa.Integer()))
    op.create_index("ix_webinars_session_id", "webinars", ["session_id"], unique=False)
    op.create_index("ix_webinars_phase", "webinars", ["phase"], unique=False)
    op.add_column("messages", sa.Column("shown", sa.String(length=64)))
    op.add_column("messages", sa.Column("told", Instant()))
    op.create_table(
        "going",
        sa.Column("draft", sa.String(length=64), nullable=False),
        sa.Column("user", sa.String(length=32), nullable=False),
        sa.Column("said_at", Instant(), nullable=False),
        sa.PrimaryKeyConstraint("draft", "user", name=op.f("pk_going")),
    )
    op.create_table(
        "panel",
        sa.Column("draft", sa.String(length=64), nullable=False),
        sa.Column("user", sa.String(length=32), nullable=False),
        sa.Column("role", sa.String(length=16), nullable=False),
        sa.Column("sealed", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("draft", "user", name=op.f("pk_panel")),
    )
    op.create_index("ix_panel_user", "panel", ["user"], unique=False)
    op.create_table(
        "changes",
        sa.Column("id", sa.String(length=64), nullable=False),
        sa.Column("draft", sa.String(length=64), nullable=False),
        sa.Column("sealed", sa.LargeBinary(), nullable=False),
        sa.Column("ended", sa.Boolean(), nullable=False),
        sa.Column("created_at", Instant(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_changes")),
    )
    op.create_index("ix_changes_draft", "changes", ["draft"], unique=False)
    op.create_index("ix_changes_ended", "changes", ["ended"], unique=False)
    op.create_table(
        "reminders",
        sa.Column("id", sa.String(length=120), nullable=False),
        sa.Column("draft", sa.String(length=64), nullable=False),
        sa.Column("due_at", Instant(), nullable=False),
        sa.Column("ended", sa.Boolean(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_reminders")),
    )
    op.create_index("ix_reminders_draft", "reminders", ["draft"], unique=False)
    op.create_index("ix_reminders_ended", "reminders", ["ended"], unique=False)
    op.create_table(
        "hints",
        sa.Column("id", sa.String(length=64), nullable=False),
        sa.Column("about", sa.String(length=32), nullable=False),
        sa.Column("session", sa.String(length=32)),
        sa.Column("webinar", sa.String(length=32)),
        sa.Column("received_at", Instant(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_hints")),
    )
    op.create_table(
        "subscriptions",
        sa.Column("account", sa.String(length=160), nullable=False),
        sa.Column("id", sa.String(length=64), nullable=False),
        sa.Column("address", sa.String(length=512), nullable=False),
        sa.Column("expires_at", Instant(), nullable=False),
        sa.Column("checked_at", Instant(), nullable=False),
        sa.PrimaryKeyConstraint("account", name=op.f("pk_subscriptions")),
    )
    op.create_table(
        "calendars",
        sa.Column("draft", sa.String(length=64), nullable=False),
        sa.Column("user", sa.String(length=32), nullable=False),
        sa.Column("sequence", sa.Integer(), nullable=False),
        sa.Column("taken_at", Instant(), nullable=False),
        sa.PrimaryKeyConstraint("draft", "user", name=op.f("pk_calendars")),
    )
