"""From a form to a plan: everything that can be judged without asking anybody, all at once."""

from collections.abc import Callable, Sequence
from datetime import date, datetime, timedelta
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo

from bot.errors import FormRefused
from bot.language import Localized, is_zone, localize, read_duration
from bot.models import Plan
from bot.models.form import Field, Form, Options
from bot.models.names import visible_name
from bot.models.sentence import sentence
from bot.models.shortcodes import with_emoji
from bot.models.webinar import (
    CHANNELS_MAX,
    DESCRIPTION_MAX,
    DURATION_MAX,
    DURATION_MIN,
    PASSWORD_MAX,
    TITLE_MAX,
)
from bot.translation import Spoken

_EARLIEST_MAX = timedelta(hours=12)
_PANEL_MAX = 100
_FARTHEST = timedelta(days=25 * 365)


def make_plan(form: Form, options: Options, now: datetime) -> Plan:
    """The plan that a form makes; raises FormRefused with every field that needs another answer."""
    refused = form_faults(form, now) | options_faults(options)
    if refused:
        raise FormRefused(refused)
    minutes = options.panel_joins_early.strip()
    return Plan(
        audience=form.audience,
        title=" ".join(with_emoji(_whole(form.title)).split()),
        description=with_emoji(_whole(options.description)).strip(),
        start=_localized(form).start,
        time_zone=form.time_zone or "UTC",
        duration=read_duration(form.duration) or timedelta(),
        panel_joins_early=timedelta(minutes=int(minutes)) if minutes else None,
        announce_in=form.announce_in,
        co_hosts=options.co_hosts,
        panelists=options.panelists,
        settings=options.settings.without(options.settings.ruled_out()),
    )


def _whole(text: str) -> str:
    """The text without halves of characters, which no database and no API takes."""
    return text.encode(errors="replace").decode()


def form_faults(form: Form, now: datetime) -> dict[str, str]:
    """The faults of the first view, by field."""
    faults = _faults(
        (Field.TITLE, lambda: _title(form.title)),
        (Field.DATE, lambda: _day(form.date, now.date())),
        (
            Field.START_TIME,
            lambda: (
                None
                if form.start_time
                else Spoken.of(sentence("Choose the time at which the webinar starts."))
            ),
        ),
        (Field.TIME_ZONE, lambda: _zone(form.time_zone)),
        (Field.DURATION, lambda: _duration(form.duration)),
        (Field.ANNOUNCE_IN, lambda: _channels(form.announce_in)),
    )
    dated = faults.keys().isdisjoint({Field.DATE, Field.START_TIME, Field.TIME_ZONE})
    return faults | _when(form, now) if dated else faults


def options_faults(options: Options) -> dict[str, str]:
    """The faults behind "More options", by field."""
    settings = options.settings
    return _faults(
        (Field.DESCRIPTION, lambda: _length(options.description, DESCRIPTION_MAX)),
        (Field.PANELISTS, lambda: _panel(options)),
        (Field.PANEL_JOINS_EARLY, lambda: _minutes(options.panel_joins_early)),
        ("password", lambda: _length(settings.password or "", PASSWORD_MAX)),
        ("post_webinar_redirect_uri", lambda: _redirect(settings.post_webinar_redirect_uri)),
    )


def starts_twice(form: Form) -> bool:
    """Tell whether the clocks show this start twice that day; the first of the two is then taken."""
    return _localized(form).twice


def _faults(*checks: tuple[str, Callable[[], str | None]]) -> dict[str, str]:
    return {field: fault for field, check in checks if (fault := check())}


def _channels(channels: Sequence[str]) -> str | None:
    return (
        Spoken.of(sentence("Choose {most} channels at most.", most=CHANNELS_MAX))
        if len(channels) > CHANNELS_MAX
        else None
    )


def _title(title: str) -> str | None:
    if not visible_name(title):
        return Spoken.of(sentence("Give the webinar a title."))
    return _length(title.strip(), TITLE_MAX)


def _length(text: str, most: int) -> str | None:
    if len(text) <= most:
        return None
    return Spoken.of(
        sentence("{count} characters are too many: RingCentral takes {most}.", count=len(text), most=most)
    )


def _day(day: date | None, today: date) -> str | None:
    if day is None:
        return Spoken.of(sentence("Choose the day of the webinar."))
    return (
        Spoken.of(sentence("Choose a day within the next 25 years."))
        if abs(day - today) > _FARTHEST
        else None
    )


def _zone(name: str | None) -> str | None:
    return None if name and is_zone(name) else Spoken.of(sentence("Choose the time zone of the start time."))


def _duration(text: str) -> str | None:
    duration = read_duration(text)
    if duration is None:
        return Spoken.of(sentence("Write a duration such as 45 minutes, 1 hour or 1:30."))
    if not DURATION_MIN <= duration <= DURATION_MAX:
        return Spoken.of(
            sentence("A webinar lasts from 30 seconds to 12 hours. Write a duration in between.")
        )
    return None


def _when(form: Form, now: datetime) -> dict[str, str]:
    """Faults of the start as a whole, told at the field that a person would change."""
    start = _localized(form)
    if start.skipped:
        return {
            Field.START_TIME: Spoken.of(
                sentence(
                    "Clocks in {zone} skip this hour on that day. Choose {first:time} or later, or another day.",
                    zone=form.time_zone or "UTC",
                    first=start.start.time(),
                )
            )
        }
    if start.start <= now:
        there = now.astimezone(start.start.tzinfo)
        field = Field.START_TIME if start.start.date() == there.date() else Field.DATE
        return {
            field: Spoken.of(
                sentence(
                    "This is in the past: in {zone} it is {clock:time} on {day:date}. Choose a later start.",
                    zone=form.time_zone or "UTC",
                    clock=there.time().replace(second=0, microsecond=0),
                    day=there.date(),
                )
            )
        }
    return {}


def _localized(form: Form) -> Localized:
    if form.date is None or form.start_time is None:
        raise ValueError("form_faults asks for day and time first")
    return localize(form.date, form.start_time, ZoneInfo(form.time_zone or "UTC"))


def _panel(options: Options) -> str | None:
    if len(options.co_hosts) + len(options.panelists) > _PANEL_MAX:
        return Spoken.of(
            sentence(
                "RingCentral takes {most} co-hosts and panelists at most. Take some out.", most=_PANEL_MAX
            )
        )
    if set(options.co_hosts) & set(options.panelists):
        return Spoken.of(
            sentence("Someone is both co-host and panelist. Leave each person in one of the two.")
        )
    return None


def _minutes(text: str) -> str | None:
    if not text.strip():
        return None
    try:
        minutes = timedelta(minutes=int(text))
    except (ValueError, OverflowError):
        minutes = timedelta(-1)
    if not timedelta() <= minutes <= _EARLIEST_MAX:
        return Spoken.of(sentence("Write whole minutes, from 0 to 720."))
    return None


def _redirect(uri: str | None) -> str | None:
    if uri is None:
        return None
    try:
        parts = urlsplit(uri)
        fits = parts.scheme in {"http", "https"} and bool(parts.hostname) and not set(uri) & set(" \n\t<>")
    except ValueError:
        fits = False
    return None if fits else Spoken.of(sentence("Write a web address that begins with https:// or http://."))
