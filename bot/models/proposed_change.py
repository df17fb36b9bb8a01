"""A change of a webinar that was asked for in words, and is not confirmed yet: a button carries it."""

from datetime import timedelta

from pydantic import AwareDatetime

from bot.models.frozen import Frozen
from bot.models.webinar import Role


class Timing(Frozen):
    """When a webinar is."""

    start: AwareDatetime
    time_zone: str
    duration: timedelta


class ProposedChange(Frozen):
    """The change that somebody may confirm on one webinar; what is None, or empty, stays as it is.

    `timing_before` and `title_before` are what the person saw, so that a change of somebody else meanwhile is noticed.
    """

    key: str
    title: str | None = None
    title_before: str | None = None
    timing: Timing | None = None
    timing_before: Timing | None = None
    description: str | None = None
    settings: tuple[tuple[str, bool | str | None], ...] = ()
    invited: tuple[tuple[str, Role], ...] = ()
    leaving: tuple[str, ...] = ()
    channels: tuple[str, ...] = ()
    remind_before: tuple[timedelta, ...] = ()
    cancels: bool = False
    language: str = "en"
    locale: str = "en-US"

    @property
    def edits(self) -> bool:
        """Tell whether anything changes that the form for editing would change."""
        return bool(self.title or self.timing or self.description is not None or self.settings)

    @property
    def changes_panel(self) -> bool:
        """Tell whether somebody comes onto the panel, or off it."""
        return bool(self.invited or self.leaving)

    @property
    def is_empty(self) -> bool:
        """Tell whether nothing would change."""
        return not (self.edits or self.changes_panel or self.channels or self.remind_before or self.cancels)
