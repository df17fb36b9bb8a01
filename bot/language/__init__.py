"""Reading what people write about time, and saying it back."""

from bot.language.durations import read_duration
from bot.language.wall_clock import Localized, is_zone, known_zones, localize

__all__ = ["Localized", "is_zone", "known_zones", "localize", "read_duration"]
