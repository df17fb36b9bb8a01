"""When Slack did not take a message that is still owed."""

import sqlalchemy as sa
from alembic import op

from bot.storage.schema import Instant

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("messages", sa.Column("refused_at", Instant()))
