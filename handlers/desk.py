"""What listeners work with, given to them by parameter name."""

from dataclasses import dataclass

from bot.models.clock import Clock
from bot.services.intake import Intake
from bot.services.knowledge import Knowledge
from bot.services.standing import Standing
from bot.workflows.calendars import CalendarFiles
from bot.workflows.changing import Alteration
from bot.workflows.create import Creation
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
    watch: Watch
