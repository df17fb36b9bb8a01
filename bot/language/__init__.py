"""Reading what people write about time, and saying it back."""

from bot.language.answers import change
from bot.language.durations import read_duration
from bot.language.languages import warm_up
from bot.language.understanding import understand
from bot.language.wall_clock import Localized, is_zone, known_zones, localize

__all__ = [
    "Localized",
    "change",
    "is_zone",
    "known_zones",
    "localize",
    "read_duration",
    "understand",
    "warm_up",
]
