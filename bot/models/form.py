"""The form as it is typed: fields by name, raw where people type, nothing judged yet."""

import datetime as dt
from enum import StrEnum

from bot.models.frozen import Frozen
from bot.models.webinar import Audience, Webinar, WebinarSettings


class Field(StrEnum):
    """Every input of the form; the settings use their own names beside these."""

    AUDIENCE = "audience"
    TITLE = "title"
    DATE = "date"
    START_TIME = "start_time"
    TIME_ZONE = "time_zone"
    DURATION = "duration"
    ANNOUNCE_IN = "announce_in"
    DESCRIPTION = "description"
    CO_HOSTS = "co_hosts"
    PANELISTS = "panelists"
    PANEL_JOINS_EARLY = "panel_joins_early"


class Form(Frozen):
    """The values of the first view; `announce_here` chooses the channel that the person looks at."""

    audience: Audience = Audience.ALL_HANDS
    title: str = ""
    date: dt.date | None = None
    start_time: dt.time | None = None
    time_zone: str | None = None
    duration: str = "1 hour"
    announce_in: tuple[str, ...] = ()
    announce_here: bool = False


class Options(Frozen):
    """The values behind "More options"; the panel's early minutes are as typed."""

    description: str = ""
    co_hosts: tuple[str, ...] = ()
    panelists: tuple[str, ...] = ()
    panel_joins_early: str = ""
    settings: WebinarSettings = WebinarSettings()


class Draft(Frozen):
    """A form that is open: its first view as it was when "More options" was pressed, and what stands behind.

    One that edits a webinar has it as `base`: as the form showed it.
    """

    form: Form = Form()
    options: Options = Options()
    base: Webinar | None = None
