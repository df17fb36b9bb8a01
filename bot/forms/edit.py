"""A webinar as the form that would make it, to be changed."""

from typing import Any
from zoneinfo import ZoneInfo

from bot.models import Plan, Webinar
from bot.models.edit import Edit
from bot.models.form import Form, Options
from bot.models.webinar import DURATION_MIN


def form_of_webinar(webinar: Webinar) -> Form:
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


def options_of_webinar(webinar: Webinar) -> Options:
    """The values behind "More options": the settings as RingCentral has them."""
    early = webinar.panel_joins_early
    return Options(
        description=webinar.description,
        panel_joins_early="" if early is None else str(round(early.total_seconds() / 60)),
        settings=webinar.settings.model_copy(
            update={"registration_enabled": None, "password": webinar.settings.password or None}
        ),
    )


def edit_of(form: Form, options: Options, plan: Plan, base: Webinar) -> Edit:
    """The changes that a person made in a webinar's form; a field that stands as it was drawn is not changed, whatever the form
    cannot show.
    """
    shown, behind = form_of_webinar(base), options_of_webinar(base)
    same: dict[str, Any] = {}
    if form.title == shown.title:
        same["title"] = base.title
    if keeps_start(form, base):
        same |= {"start": base.start, "time_zone": base.time_zone}
    if form.duration == shown.duration:
        same["duration"] = base.duration
    if options.description == behind.description:
        same["description"] = base.description
    if options.panel_joins_early == behind.panel_joins_early:
        same["panel_joins_early"] = base.panel_joins_early
    return Edit(plan=plan.model_copy(update=same), base=base)


def keeps_start(form: Form, base: Webinar) -> bool:
    """Tell whether the start was not touched; it may have seconds, or be the second of two equal hours, which no form
    can show.
    """
    shown = form_of_webinar(base)
    return (form.date, form.start_time, form.time_zone) == (shown.date, shown.start_time, shown.time_zone)


def _typed(webinar: Webinar) -> str:
    """A duration as people type it, such as "1 hour 30 minutes"."""
    seconds = round(max(webinar.duration, DURATION_MIN).total_seconds())
    hours, rest = divmod(seconds, 3600)
    minutes, seconds = divmod(rest, 60)
    parts = ((hours, "hour"), (minutes, "minute"), (seconds, "second"))
    return " ".join(f"{count} {unit}{'' if count == 1 else 's'}" for count, unit in parts if count)
