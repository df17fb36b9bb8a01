"""A webinar as the form that would make it, to be changed."""

from zoneinfo import ZoneInfo

from bot.models import Webinar
from bot.models.form import Form, Options
from bot.models.webinar import DURATION_MIN


def form_of(webinar: Webinar) -> Form:
    """The first view, by the clock of the webinar's own zone."""
    start = webinar.start.astimezone(ZoneInfo(webinar.time_zone))
    return Form(
        audience=webinar.audience,
        title=webinar.title,
        date=start.date(),
        start_time=start.time().replace(second=0, microsecond=0),
        time_zone=webinar.time_zone,
        duration=_typed(webinar),
    )


def options_of(webinar: Webinar) -> Options:
    """What stands behind "More options": the settings as RingCentral has them."""
    early = webinar.panel_joins_early
    return Options(
        description=webinar.description,
        panel_joins_early="" if early is None else str(round(early.total_seconds() / 60)),
        settings=webinar.settings.model_copy(
            update={"registration_enabled": None, "password": webinar.settings.password or None}
        ),
    )


def _typed(webinar: Webinar) -> str:
    """A duration as people type it, such as "1 hour 30 minutes"."""
    seconds = round(max(webinar.duration, DURATION_MIN).total_seconds())
    hours, rest = divmod(seconds, 3600)
    minutes, seconds = divmod(rest, 60)
    parts = ((hours, "hour"), (minutes, "minute"), (seconds, "second"))
    return " ".join(f"{count} {unit}{'' if count == 1 else 's'}" for count, unit in parts if count)
