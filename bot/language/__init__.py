"""Reading what people write about time, and saying it back."""

from bot.language.answers import change, new_name
from bot.language.asides import speaks_to_us
from bot.language.durations import read_duration
from bot.language.instants import passed_by
from bot.language.pipeline import understand, warm_up
from bot.language.requests import asks_anew, is_name
from bot.language.wall_clock import Localized, is_zone, known_zones, localize
from bot.language.written_language import written_language

__all__ = [
    "Localized",
    "asks_anew",
    "change",
    "is_name",
    "is_zone",
    "known_zones",
    "localize",
    "new_name",
    "passed_by",
    "read_duration",
    "speaks_to_us",
    "understand",
    "warm_up",
    "written_language",
]
