"""The resources of all work: the database, RingCentral within its rate limit, and Slack."""

from dataclasses import dataclass
from typing import Self

from bot.models.clock import Clock
from bot.rate_limit.limiter import RateLimiter
from bot.ringcentral import RingCentral
from bot.slack.client import SlackClient
from bot.slack.directory import SlackDirectory
from bot.slack.outbox import Outbox
from bot.storage import Database
from bot.storage.stores import Stores
from bot.webinars.create import WebinarCreation
from bot.webinars.exactly_once import ExactlyOnce
from bot.webinars.orphans import Orphans


@dataclass(frozen=True)
class Resources:
    """One of each."""

    clock: Clock
    database: Database
    stores: Stores
    rate_limiter: RateLimiter
    ringcentral: RingCentral
    once: ExactlyOnce
    webinar_creation: WebinarCreation
    slack: SlackClient
    outbox: Outbox
    people: SlackDirectory

    @classmethod
    def of(  # noqa: PLR0913 - what was reached, and in whose name
        cls,
        *,
        clock: Clock,
        database: Database,
        stores: Stores,
        rate_limiter: RateLimiter,
        ringcentral: RingCentral,
        slack: SlackClient,
        bot_name: str,
    ) -> Self:
        """The ground, once everything is reached; Slack calls us by `bot_name`."""
        once = ExactlyOnce(ringcentral, stores.attempts, clock)
        orphans = Orphans(stores.attempts, stores.submissions, stores.webinars)
        return cls(
            clock=clock,
            database=database,
            stores=stores,
            rate_limiter=rate_limiter,
            ringcentral=ringcentral,
            once=once,
            webinar_creation=WebinarCreation(ringcentral, once, stores.webinars, orphans, clock),
            slack=slack,
            outbox=Outbox(slack, stores.messages, clock),
            people=SlackDirectory(slack, clock, bot_name),
        )
