"""A form filled in from a person's words, with notes at its fields."""

import datetime as dt
from collections.abc import Mapping
from typing import Final
from zoneinfo import ZoneInfo

from bot.forms.notes import further_notes
from bot.language import known_zones, understand
from bot.models import Frozen, Person
from bot.models.form import Draft, Field, Form, Options
from bot.models.sentence import Sentence, sentence
from bot.models.understood import Doubt, Flag, Understood
from bot.models.webinar import CHANNELS_MAX
from bot.translation import ENGLISH

_LOCALE: Final = "en-US"
UTC: Final = "UTC"
_NO_ZONE: Final = (
    "Slack did not tell your time zone. Choose it here, and look whether the day is still the right one."
)
_NO_LENGTH: Final = "No duration given, so I used 1 hour."


class Prefill(Frozen):
    """A draft made from words, and what to say at its fields."""

    draft: Draft
    notes: Mapping[Field, str] = {}


def read_words(text: str, person: Person | None, now: dt.datetime) -> Understood:
    """Read a person's words by their own clock and language, as far as Slack tells; zones are those that can be chosen."""
    zone, locale = clock_of(person)
    return in_listed_zone(understand(text, now=now, zone=zone, locale=locale), zone)


def clock_of(person: Person | None) -> tuple[str, str]:
    """The zone and the locale in which somebody speaks; UTC and English where Slack does not tell."""
    if person is None:
        return UTC, _LOCALE
    return person.time_zone or UTC, person.locale or _LOCALE


def in_listed_zone(said: Understood, home: str) -> Understood:
    """The same start, told by a zone that can be chosen: nobody lives in "UTC+05:30"."""
    if said.zone is None or said.zone in known_zones():
        return said
    if said.start is None:
        words = sentence("{zone} cannot be chosen here. Choose a city that has this time.", zone=said.zone)
        doubt = Doubt(flag=Flag.AMBIGUOUS_ZONE, field=Field.TIME_ZONE, words=words)
        return said.model_copy(update={"zone": None, "doubts": (*said.doubts, doubt)})
    here = said.start.astimezone(ZoneInfo(home))
    words = sentence(
        "{said:time} in {zone} is {here:time} on {day:day}, by your clock.",
        said=said.start.time(),
        zone=said.zone,
        here=here.time(),
        day=here.date(),
    )
    doubt = Doubt(flag=Flag.AMBIGUOUS_ZONE, field=Field.START_TIME, words=words)
    changed = {"start": here, "date": here.date(), "clock": here.time(), "zone": home}
    return said.model_copy(update={**changed, "doubts": (*said.doubts, doubt)})


def prefill_of(said: Understood, home: str | None, form: Form, options: Options | None = None) -> Prefill:
    """The form filled in with everything that was said, and each doubt at its field."""
    draft = _fitting(said.filled(Draft(form=form, options=options or Options())), home)
    notes = {field: told for field in Field if (told := _sentences(said.at(field)))}
    if said.duration is None and Field.DURATION not in notes:
        notes[Field.DURATION] = _NO_LENGTH
    if draft.form.time_zone is None:
        notes[Field.TIME_ZONE] = _NO_ZONE
    for field, further in further_notes(said, draft.form).items():
        note = ENGLISH(further)
        notes[field] = f"{notes[field]} {note}" if field in notes else note
    return Prefill(draft=draft, notes=notes)


def _fitting(draft: Draft, home: str | None) -> Draft:
    """The draft with what the form takes: channels that have a card, few enough, and a zone."""
    channels = tuple(one for one in draft.form.announce_in if one.startswith(("C", "G")))[:CHANNELS_MAX]
    zone = draft.form.time_zone or home
    hosts = draft.options.co_hosts
    panel = tuple(one for one in draft.options.panelists if one not in hosts)
    return Draft(
        form=draft.form.model_copy(
            update={
                "announce_in": channels,
                "announce_here": draft.form.announce_here and not channels,
                "time_zone": zone,
            }
        ),
        options=draft.options.model_copy(update={"panelists": panel}),
    )


def _sentences(doubts: tuple[Sentence, ...]) -> str:
    return " ".join(dict.fromkeys(map(ENGLISH, doubts)))
