"""Reading what people write about time, and saying it back."""

from bot.language.durations import read_duration
from bot.language.instants import passed_by
from bot.language.pipeline import understand, warm_up
from bot.language.wall_clock import Localized, is_zone, known_zones, localize
from bot.language.written_language import written_language

__all__ = [
    "Localized",
    "is_zone",
    "known_zones",
    "localize",
    "passed_by",
    "read_duration",
    "understand",
    "warm_up",
    "written_language",
]
