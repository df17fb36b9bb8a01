"""The state of a draft that is talked about."""

from enum import StrEnum

from bot.models.form import Options
from bot.models.frozen import Frozen
from bot.models.understood import Understood


class Question(StrEnum):
    """What the bot asked last."""

    TITLE = "title"
    DATE = "date"
    TIME = "time"
    TIME_ZONE = "time_zone"
    LENGTH = "length"
    PERSON = "person"


class DraftState(Frozen):
    """A draft as words and the form have made it.

    `said` holds title, start, length, zone, registration and people; `options` what else stands in the form;
    `announce` the channels that were chosen, None as long as nobody chose.
    """

    said: Understood
    options: Options = Options()
    announce: tuple[str, ...] | None = None
