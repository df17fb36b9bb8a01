"""Everything that happens to a webinar after it was made, put together."""

from dataclasses import dataclass
from typing import Self

from bot.services.changing import Changing
from bot.services.enrolling import Enrolling
from bot.services.foresight import Foresight
from bot.services.ground import Ground
from bot.services.knowledge import Knowledge
from bot.services.mirror import Mirror
from bot.services.reception import Reception
from bot.services.standing import Standing
from bot.services.subscribing import Subscribing
from bot.workflows.calendars import CalendarFiles
from bot.workflows.changing import Alteration
from bot.workflows.engine import Engine
from bot.workflows.keeping import Keeper
from bot.workflows.recapping import Recapping
from bot.workflows.registering import Registrar
from bot.workflows.reminding import Reminding
from bot.workflows.roster import Roster
from bot.workflows.ushering import Usher
from bot.workflows.watching import Watch


@dataclass(frozen=True)
class Life:
    """One of each."""

    knowledge: Knowledge
    standing: Standing
    alteration: Alteration
    calendar_files: CalendarFiles
    foresight: Foresight
    reception: Reception
    reminding: Reminding
    roster: Roster
    watch: Watch

    @classmethod
    def of(cls, engine: Engine, ground: Ground, subscribing: Subscribing, tick: float) -> Self:
        """Wire it, before the engine starts; `tick` is how often it looks for webinars that changed (seconds)."""
        clock, stores, ringcentral = ground.clock, ground.stores, ground.ringcentral
        knowledge = Knowledge(stores, ground.people)
        mirror = Mirror(ringcentral, stores.webinars, clock)
        foresight = Foresight(ground.budget, stores.registrations, clock)
        standing = Standing(mirror, ground.scheduling, subscribing, clock)
        changing = Changing(ringcentral, ground.once, stores.webinars, clock)
        calendar_files = CalendarFiles(engine, ground)
        enrolling = Enrolling(ringcentral, stores.registrations, clock)
        reminding = Reminding(engine, ground, knowledge, mirror)
        watch = Watch(
            mirror,
            Keeper(ground, knowledge, calendar_files, subscribing),
            reminding,
            Recapping(ground, knowledge, enrolling),
            Registrar(ground, enrolling),
            Usher(ground, calendar_files),
            enrolling,
            subscribing,
            ground,
            tick,
        )
        return cls(
            knowledge=knowledge,
            standing=standing,
            alteration=Alteration(engine, ground, changing, knowledge, standing, foresight),
            calendar_files=calendar_files,
            foresight=foresight,
            reception=Reception(
                ground.people,
                stores.registrations,
                stores.consents,
                ground.budget,
                clock,
                watch.wake_registrar,
            ),
            reminding=reminding,
            roster=Roster(engine, ground, enrolling, knowledge),
            watch=watch,
        )
