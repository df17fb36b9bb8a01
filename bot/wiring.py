"""Everything that happens to a webinar after it was made, put together."""

from dataclasses import dataclass
from typing import Self

from bot.jobs.notify_registrants import Usher
from bot.jobs.recap import Recapping
from bot.jobs.register_queue import Registrar
from bot.jobs.runner import Watch
from bot.jobs.update_messages import Keeper
from bot.rate_limit.reservation import Foresight
from bot.registration.registrants import Enrolling
from bot.registration.signup import Reception
from bot.resources import Ground
from bot.webhooks.subscription import Subscribing
from bot.webinars.queries import Knowledge
from bot.webinars.refresh import Standing
from bot.webinars.sync import Mirror
from bot.webinars.update import Changing
from bot.workflows.change_webinar import Alteration
from bot.workflows.engine import Engine
from bot.workflows.send_calendar import CalendarFiles
from bot.workflows.send_registrants import Roster
from bot.workflows.send_reminder import Reminding


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
