"""What listeners work with, given to them by parameter name."""

from dataclasses import dataclass

from bot.models.clock import Clock
from bot.services.intake import Intake
from bot.workflows.create import Creation
from bot.workflows.talking import Talking
from handlers.opening import Opening


@dataclass(frozen=True)
class Desk:
    """One of each; the fields' names are the listeners' parameter names."""

    clock: Clock
    opening: Opening
    intake: Intake
    creation: Creation
    talking: Talking
