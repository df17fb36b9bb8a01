"""Who could not register and wants to hear when registration is open again."""

import sqlalchemy as sa
from alembic import op

from bot.storage.schema import Instant

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "room_alerts",
        sa.Column("draft", sa.String(64), primary_key=True),
        sa.Column("user", sa.String(32), primary_key=True),
        sa.Column("asked_at", Instant(), nullable=False),
    )
