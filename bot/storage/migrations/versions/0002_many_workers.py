"""Many workers: a shared line at RingCentral, a shared token, and who works in which slot."""

import sqlalchemy as sa
from alembic import op

from bot.storage.schema import Instant

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "rate_line",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("account", sa.String(length=160), nullable=False),
        sa.Column("name", sa.String(length=32), nullable=False),
        sa.Column("errand", sa.String(length=160), nullable=False),
        sa.Column("rank", sa.Float(), nullable=False),
        sa.Column("waiting", sa.Boolean(), nullable=False),
        sa.Column("worker", sa.String(length=255), nullable=False),
        sa.Column("alive_until", sa.Float(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_rate_line")),
    )
    op.create_index("ix_rate_line_account_name", "rate_line", ["account", "name"], unique=False)
    op.create_table(
        "rate_names",
        sa.Column("account", sa.String(length=160), nullable=False),
        sa.Column("operation", sa.String(length=64), nullable=False),
        sa.Column("name", sa.String(length=32), nullable=False),
        sa.PrimaryKeyConstraint("account", "operation", name=op.f("pk_rate_names")),
    )
    op.create_table(
        "tokens",
        sa.Column("account", sa.String(length=160), nullable=False),
        sa.Column("sealed", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("account", name=op.f("pk_tokens")),
    )
    op.create_table(
        "workers",
        sa.Column("id", sa.String(length=255), nullable=False),
        sa.Column("session", sa.String(length=32), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_workers")),
    )
    op.add_column("attempts", sa.Column("lands_by", Instant(), nullable=True))
    op.create_index("ix_submissions_state", "submissions", ["state"], unique=False)
