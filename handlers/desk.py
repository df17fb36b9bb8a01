"""What listeners work with, given to them by parameter name."""

from dataclasses import dataclass
from typing import Self

from bot.forms.validation import Intake
from bot.jobs.runner import Watch
from bot.models.clock import Clock
from bot.rate_limit.reservation import Foresight
from bot.registration.signup import Reception
from bot.resources import Ground
from bot.webinars.queries import Knowledge
from bot.webinars.refresh import Standing
from bot.wiring import Life
from bot.workflows.change_webinar import Alteration
from bot.workflows.creation.workflow import Creation
from bot.workflows.engine import Engine
from bot.workflows.send_calendar import CalendarFiles
from bot.workflows.send_registrants import Roster
from bot.workflows.talking import Talking
from handlers.form_opener import Opening


@dataclass(frozen=True)
class Desk:
    """One of each; the fields' names are the listeners' parameter names."""

    clock: Clock
    opening: Opening
    intake: Intake
    creation: Creation
    talking: Talking
    knowledge: Knowledge
    standing: Standing
    alteration: Alteration
    calendar_files: CalendarFiles
    foresight: Foresight
    reception: Reception
    roster: Roster
    watch: Watch

    @classmethod
    def of(cls, engine: Engine, ground: Ground, life: Life) -> Self:
        """Set it up, before the engine starts."""
        clock, people = ground.clock, ground.people
        intake = Intake(people, ground.stores.submissions, clock)
        return cls(
            clock=clock,
            opening=Opening(people, intake, life.foresight, clock),
            intake=intake,
            creation=Creation(engine, ground, life.foresight),
            talking=Talking(ground, life.foresight),
            knowledge=life.knowledge,
            standing=life.standing,
            alteration=life.alteration,
            calendar_files=life.calendar_files,
            foresight=life.foresight,
            reception=life.reception,
            roster=life.roster,
            watch=life.watch,
        )
