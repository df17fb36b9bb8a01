"""Add the version of a draft that its card shows."""

import sqlalchemy as sa
from alembic import op

from bot.storage.schema import Instant

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("talks", sa.Column("shown_at", Instant()))
