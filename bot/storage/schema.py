"""The tables. Whatever a person typed and every personal link stands in a `sealed` column."""

from datetime import UTC, datetime
from typing import Any

from sqlalchemy import (
    Boolean,
    Column,
    DateTime,
    Dialect,
    Float,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    String,
    Table,
    TypeDecorator,
)

metadata = MetaData(
    naming_convention={"pk": "pk_%(table_name)s", "ix": "ix_%(table_name)s_%(column_0_name)s"},
)


class Instant(TypeDecorator[datetime]):
    """An aware instant, kept in UTC on every database."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:  # noqa: ARG002
        return value if value is None else value.astimezone(UTC)

    def process_result_value(self, value: Any | None, dialect: Dialect) -> datetime | None:  # noqa: ARG002
        return value if value is None else value.replace(tzinfo=value.tzinfo or UTC)


drafts = Table(
    "drafts",
    metadata,
    Column("id", String(64), primary_key=True),
    Column("owner", String(32), nullable=False),
    Column("sealed", LargeBinary, nullable=False),
    Column("changed_at", Instant, nullable=False),
)
"""What stands behind "More options" while a form is open."""

submissions = Table(
    "submissions",
    metadata,
    Column("id", String(80), primary_key=True),
    Column("draft", String(64), nullable=False, index=True),
    Column("attempt", Integer, nullable=False),
    Column("owner", String(32), nullable=False),
    Column("sealed", LargeBinary, nullable=False),
    Column("state", String(16), nullable=False, index=True),
    Column("sealed_outcome", LargeBinary),
    Column("created_at", Instant, nullable=False),
)
"""One form sent off: one try at one webinar. A retry is a further submission of the same draft."""

webinars = Table(
    "webinars",
    metadata,
    Column("id", String(32), primary_key=True),
    Column("draft", String(64), nullable=False, unique=True),
    Column("owner", String(32), nullable=False),
    Column("starts_at", Instant),
    Column("sealed", LargeBinary, nullable=False),
    Column("sealed_webinar", LargeBinary),
    Column("created_at", Instant, nullable=False),
    Column("session_id", String(32), index=True),
    Column("phase", String(16), index=True),
    Column("revision", Integer),
    Column("drawn", Integer),
)
"""The webinars that we made; `sealed_webinar` and `starts_at` are there once the session is.

`revision` counts the changes that people can see, `drawn` is the one that every card shows. What an earlier version
made has none of the last four before it is kept again.
"""

messages = Table(
    "messages",
    metadata,
    Column("key", String(160), primary_key=True),
    Column("draft", String(64), nullable=False, index=True),
    Column("kind", String(16), nullable=False),
    Column("conversation", String(32), nullable=False),
    Column("ts", String(32)),
    Column("attempted_at", Instant, nullable=False),
    Column("shown", String(64)),
    Column("told", Instant),
    Column("refused_at", Instant),
)
"""Every card and direct message; without `ts` it may or may not have been posted.

One with `refused_at` was certainly not posted: it is still owed. `shown` is the digest of what it shows, `told` the start of which its readers were told last.
"""

attempts = Table(
    "attempts",
    metadata,
    Column("key", String(160), primary_key=True),
    Column("first_at", Instant, nullable=False),
    Column("last_at", Instant, nullable=False),
    Column("lands_by", Instant),
)
"""Writes to RingCentral, recorded before they leave."""

rate_groups = Table(
    "rate_groups",
    metadata,
    Column("account", String(160), primary_key=True),
    Column("name", String(32), primary_key=True),
    Column("allowed", Integer, nullable=False),
    Column("window_seconds", Float, nullable=False),
    Column("penalty_until", Float, nullable=False),
)
"""What RingCentral allows one user in one group, as its headers last said; times in epoch seconds."""

rate_sends = Table(
    "rate_sends",
    metadata,
    Column("id", Integer, primary_key=True, autoincrement=True),
    Column("account", String(160), nullable=False),
    Column("name", String(32), nullable=False),
    Column("counted_at", Float, nullable=False),
    Index("ix_rate_sends_account_name", "account", "name"),
)
"""Requests that may still count; `counted_at` is when RingCentral had them at the latest."""

rate_line = Table(
    "rate_line",
    metadata,
    Column("id", String(32), primary_key=True),
    Column("account", String(160), nullable=False),
    Column("name", String(32), nullable=False),
    Column("errand", String(160), nullable=False),
    Column("rank", Float, nullable=False),
    Column("waiting", Boolean, nullable=False),
    Column("worker", String(255), nullable=False),
    Column("alive_until", Float, nullable=False),
    Index("ix_rate_line_account_name", "account", "name"),
)
"""The calls that wait for their turn, and those that their errands will need next; times in epoch seconds."""

rate_names = Table(
    "rate_names",
    metadata,
    Column("account", String(160), primary_key=True),
    Column("operation", String(64), primary_key=True),
    Column("name", String(32), nullable=False),
)
"""Operations that RingCentral counts in another group than its documentation says."""

tokens = Table(
    "tokens",
    metadata,
    Column("account", String(160), primary_key=True),
    Column("sealed", LargeBinary, nullable=False),
)
"""The access token that all workers share."""

workers = Table(
    "workers",
    metadata,
    Column("id", String(255), primary_key=True),
    Column("session", String(32), nullable=False),
)
"""Who works in a slot: the process whose session stands here, and no other, may write to the world."""

talks = Table(
    "talks",
    metadata,
    Column("id", String(64), primary_key=True),
    Column("owner", String(32), nullable=False),
    Column("conversation", String(32), nullable=False),
    Column("thread", String(32), nullable=False),
    Column("state", String(16), nullable=False),
    Column("sealed", LargeBinary, nullable=False),
    Column("changed_at", Instant, nullable=False),
    Column("shown_at", Instant),
    Index("ix_talks_conversation_thread", "conversation", "thread"),
)
"""Drafts that are talked about in a thread; a form or a webinar that comes of one bears its id.

`changed_at` tells the versions of one apart, `shown_at` is the version that its card shows.
"""

events = Table(
    "events",
    metadata,
    Column("id", String(64), primary_key=True),
    Column("seen_at", Instant, nullable=False),
)
"""What Slack has told and was acted on, since it may tell it again."""

going = Table(
    "going",
    metadata,
    Column("draft", String(64), primary_key=True),
    Column("user", String(32), primary_key=True),
    Column("said_at", Instant, nullable=False),
)
"""Who said that they come to a webinar without registration."""

panel = Table(
    "panel",
    metadata,
    Column("draft", String(64), primary_key=True),
    Column("user", String(32), primary_key=True),
    Column("role", String(16), nullable=False),
    Column("sealed", LargeBinary, nullable=False),
    Index("ix_panel_user", "user"),
)
"""The co-hosts and panelists from Slack; the seal holds their own links."""

changes = Table(
    "changes",
    metadata,
    Column("id", String(64), primary_key=True),
    Column("draft", String(64), nullable=False, index=True),
    Column("sealed", LargeBinary, nullable=False),
    Column("ended", Boolean, nullable=False, index=True),
    Column("created_at", Instant, nullable=False),
)
"""What somebody wants changed of a webinar."""

reminders = Table(
    "reminders",
    metadata,
    Column("id", String(120), primary_key=True),
    Column("draft", String(64), nullable=False, index=True),
    Column("due_at", Instant, nullable=False),
    Column("ended", Boolean, nullable=False, index=True),
)
"""The reminders that were begun: one webinar, one start, one time before it. Each is sent once."""

hints = Table(
    "hints",
    metadata,
    Column("id", String(64), primary_key=True),
    Column("about", String(32), nullable=False),
    Column("session", String(32)),
    Column("webinar", String(32)),
    Column("received_at", Instant, nullable=False),
)
"""What RingCentral's webhooks hinted at and nobody has looked into yet."""

subscriptions = Table(
    "subscriptions",
    metadata,
    Column("account", String(160), primary_key=True),
    Column("id", String(64), nullable=False),
    Column("address", String(512), nullable=False),
    Column("expires_at", Instant, nullable=False),
    Column("checked_at", Instant, nullable=False),
)
"""The webhook subscription of an account, as it was when we last asked."""

registrations = Table(
    "registrations",
    metadata,
    Column("number", Integer, primary_key=True, autoincrement=True),
    Column("draft", String(64), nullable=False),
    Column("user", String(32), nullable=False, index=True),
    Column("stage", String(16), nullable=False),
    Column("channel", String(32)),
    Column("told", String(16)),
    Column("changed_at", Instant, nullable=False),
    Column("sealed", LargeBinary, nullable=False),
    Index("ix_registrations_draft_user", "draft", "user", unique=True),
    Index("ix_registrations_stage_number", "stage", "number"),
    sqlite_autoincrement=True,
)
"""Who registers through Slack, in the order of their clicks; the seal holds their own links.

`told` is the stage that they know of.
"""

consents = Table(
    "consents",
    metadata,
    Column("user", String(32), primary_key=True),
    Column("agreed_at", Instant, nullable=False),
)
"""The people who agreed that their name and e-mail address go to RingCentral when they register."""

room_alerts = Table(
    "room_alerts",
    metadata,
    Column("draft", String(64), primary_key=True),
    Column("user", String(32), primary_key=True),
    Column("asked_at", Instant, nullable=False),
)
"""Who could not register and wants to hear when registration is open again."""

calendars = Table(
    "calendars",
    metadata,
    Column("draft", String(64), primary_key=True),
    Column("user", String(32), primary_key=True),
    Column("sequence", Integer, nullable=False),
    Column("taken_at", Instant, nullable=False),
)
"""Who took a webinar into their calendar by a file, and how new that file is."""
