"""Everything that happens to a webinar after it was made, put together."""

from dataclasses import dataclass
from typing import Self

from bot.models.clock import Clock
from bot.ringcentral import RingCentral
from bot.services.changing import Changing
from bot.services.exactly_once import ExactlyOnce
from bot.services.knowledge import Knowledge
from bot.services.mirror import Mirror
from bot.services.people import People
from bot.services.scheduling import Scheduling
from bot.services.slack import Slack
from bot.services.standing import Standing
from bot.services.subscribing import Subscribing
from bot.storage import Database
from bot.storage.stores import Stores
from bot.workflows.calendars import CalendarFiles
from bot.workflows.changing import Alteration
from bot.workflows.engine import Engine
from bot.workflows.keeping import Keeper
from bot.workflows.recapping import Recapping
from bot.workflows.reminding import Reminding
from bot.workflows.watching import Watch


@dataclass(frozen=True)
class Life:
    """One of each."""

    knowledge: Knowledge
    standing: Standing
    alteration: Alteration
    calendar_files: CalendarFiles
    reminding: Reminding
    watch: Watch

    @classmethod
    def of(  # noqa: PLR0913 - everything meets here
        cls,
        engine: Engine,
        *,
        ringcentral: RingCentral,
        once: ExactlyOnce,
        scheduling: Scheduling,
        subscribing: Subscribing,
        people: People,
        slack: Slack,
        stores: Stores,
        database: Database,
        clock: Clock,
        tick: float,
    ) -> Self:
        """Wire it; before the engine starts."""
        knowledge = Knowledge(stores.webinars, stores.going, stores.panel, stores.messages, people)
        mirror = Mirror(ringcentral, stores.webinars, clock)
        alteration = Alteration(
            engine,
            Changing(ringcentral, once, stores.webinars, clock),
            knowledge,
            people,
            slack,
            stores,
            clock,
        )
        calendar_files = CalendarFiles(engine, slack, stores, clock)
        keeper = Keeper(knowledge, slack, stores, calendar_files, clock)
        reminding = Reminding(engine, knowledge, mirror, slack, stores, clock)
        recapping = Recapping(ringcentral, knowledge, people, slack, stores.webinars, clock)
        watch = Watch(
            mirror,
            keeper,
            reminding,
            recapping,
            scheduling,
            subscribing,
            database=database,
            stores=stores,
            clock=clock,
            tick=tick,
        )
        standing = Standing(mirror, scheduling, subscribing, clock)
        return cls(
            knowledge=knowledge,
            standing=standing,
            alteration=alteration,
            calendar_files=calendar_files,
            reminding=reminding,
            watch=watch,
        )
