"""What all work stands on: the database, RingCentral within its budget, and Slack."""

from dataclasses import dataclass
from typing import Self

from bot.models.clock import Clock
from bot.rate_limit.limiter import SharedBudget
from bot.ringcentral import RingCentral
from bot.slack.client import Slack
from bot.slack.directory import People
from bot.storage import Database
from bot.storage.stores import Stores
from bot.webinars.create import Scheduling
from bot.webinars.exactly_once import ExactlyOnce
from bot.webinars.orphans import Orphans


@dataclass(frozen=True)
class Ground:
    """One of each."""

    clock: Clock
    database: Database
    stores: Stores
    budget: SharedBudget
    ringcentral: RingCentral
    once: ExactlyOnce
    scheduling: Scheduling
    slack: Slack
    people: People

    @classmethod
    def of(  # noqa: PLR0913 - what was reached, and in whose name
        cls,
        *,
        clock: Clock,
        database: Database,
        stores: Stores,
        budget: SharedBudget,
        ringcentral: RingCentral,
        slack: Slack,
        bot_name: str,
    ) -> Self:
        """The ground, once everything is reached; Slack calls us by `bot_name`."""
        once = ExactlyOnce(ringcentral, stores.attempts, clock)
        orphans = Orphans(stores.attempts, stores.submissions, stores.webinars)
        return cls(
            clock=clock,
            database=database,
            stores=stores,
            budget=budget,
            ringcentral=ringcentral,
            once=once,
            scheduling=Scheduling(ringcentral, once, stores.webinars, orphans, clock),
            slack=slack,
            people=People(slack, clock, bot_name),
        )
