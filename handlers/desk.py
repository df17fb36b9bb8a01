"""What listeners work with, given to them by parameter name."""

from dataclasses import dataclass
from typing import Self

from bot.models.clock import Clock
from bot.services.foresight import Foresight
from bot.services.ground import Ground
from bot.services.intake import Intake
from bot.services.knowledge import Knowledge
from bot.services.reception import Reception
from bot.services.standing import Standing
from bot.workflows.calendars import CalendarFiles
from bot.workflows.changing import Alteration
from bot.workflows.create import Creation
from bot.workflows.engine import Engine
from bot.workflows.life import Life
from bot.workflows.roster import Roster
from bot.workflows.talking import Talking
from bot.workflows.watching import Watch
from handlers.opening import Opening


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
