"""Notes at the fields of a form, beside the doubts that the words themselves left."""

import datetime as dt
import re
from typing import Final
from zoneinfo import ZoneInfo

from bot.language import localize
from bot.models.form import Field, Form
from bot.models.sentence import Sentence, sentence
from bot.models.understood import Understood
from bot.models.webinar import CHANNELS_MAX

_SIGN: Final = re.compile(r"(?<![^\s(\"“„«'])[@#](?!(?:here|channel|everyone)\b)[^\W\d_][\w.-]*")
_MANY_CHANNELS: Final = sentence(
    "You named more than {most} channels; these are the first ones.", most=CHANNELS_MAX
)


def further_notes(said: Understood, form: Form) -> dict[Field, Sentence]:
    """Notes, by field, on values that the form cannot take as they were said."""
    notes: dict[Field, Sentence | None] = {
        Field.TITLE: _not_told(said.title or ""),
        Field.START_TIME: _second_pass(said, form),
    }
    if len(said.channels) > CHANNELS_MAX:
        notes[Field.ANNOUNCE_IN] = _MANY_CHANNELS
    return {field: note for field, note in notes.items() if note}


def _not_told(title: str) -> Sentence | None:
    """To somebody whose "@ann" or "#all-hands" came as mere letters and stayed in the title."""
    signs = dict.fromkeys(sign.rstrip(".-") for sign in _SIGN.findall(title))
    if not signs:
        return None
    names = ", ".join(f"“{sign}”" for sign in list(signs)[:3])
    return sentence(
        "Slack did not tell me who or what {names} is, so it stayed in the title. "
        "Pick people and channels from Slack’s list while you type.",
        names=names,
    )


def _second_pass(said: Understood, form: Form) -> Sentence | None:
    """To somebody who means the second of two times that a clock shows the same: a form can only say the first."""
    if said.start is None or form.date is None or form.start_time is None or form.time_zone is None:
        return None
    first = localize(form.date, form.start_time, ZoneInfo(form.time_zone))
    meant = said.start.astimezone(dt.UTC)
    if not first.twice or meant == first.start.astimezone(dt.UTC):
        return None
    return sentence(
        "{said:time} comes twice that day, as clocks go back; you said the second, and I can only take the first. "
        "For the second, choose the zone UTC and {meant:time} on {day:day}.",
        said=form.start_time,
        meant=meant.time(),
        day=meant.date(),
    )
