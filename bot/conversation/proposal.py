"""A draft that is talked about: what its words come to, what is still asked, and what an answer changes."""

import datetime as dt
from typing import Final
from zoneinfo import ZoneInfo

from bot.forms.notes import further_notes
from bot.forms.prefill import UTC, Prefill, in_listed_zone, prefill_of
from bot.language import asks_anew, change, localize, new_name, read_duration, speaks_to_us, understand
from bot.models.form import Form, Options
from bot.models.sentence import Sentence, sentence
from bot.models.talk import Proposal, Talk
from bot.models.understood import Understood

_LONG_NAME: Final = 12
"""Words; what is longer is a story in which something is called something."""
_WHICH_ZONE: Final = sentence("In which time zone? For example “Berlin time”.")


def wish_in(talk: Talk, options: Options) -> Prefill:
    """The form that a draft fills in; in a channel, its card goes there unless others were named."""
    here = (talk.conversation,) if talk.in_channel else ()
    return prefill_of(talk.said, talk.home, Form(announce_in=here), options)


def proposal_of(talk: Talk, options: Options) -> Proposal:
    """The draft as it is shown, with one question at most."""
    prefill = wish_in(talk, options)
    words = [doubt.words for doubt in talk.said.doubts]
    asked = [said for said in words if said.asks]
    if prefill.draft.form.time_zone is None:
        asked.append(_WHICH_ZONE)
    notes = [said for said in words if not said.asks]
    notes += further_notes(talk.said, prefill.draft.form).values()
    start = _start(prefill.draft.form)
    if start is None and not asked:
        asked.append(_missing(prefill.draft.form))
    return Proposal(
        talk=talk.id,
        owner=talk.owner,
        draft=prefill.draft,
        start=start,
        language=talk.spoken,
        locale=talk.locale,
        length=read_duration(prefill.draft.form.duration),
        question=asked[0] if asked else None,
        notes=tuple(dict.fromkeys(notes)),
    )


def asks(text: str, said: Understood, locale: str) -> bool:
    """Whether somebody who turns to us asks for a webinar, rather than how to, or thanks us."""
    timed = said.date is not None or said.clock is not None
    if not timed and not said.title and text.rstrip().endswith("?"):
        return False
    return asks_anew(text, said, locale) or (timed and not said.title)


def wants_help(text: str) -> bool:
    """Whether somebody only asks what can be said."""
    return text.strip(" ?!.").casefold() == "help"


def speaks_of(talk: Talk, text: str, now: dt.datetime) -> bool:
    """Whether words of somebody who did not turn to us are about this draft, not about lunch at noon."""
    if (name := new_name(text, talk.locale)) is not None:
        return len(name.split()) <= _LONG_NAME
    said = understand(text, now=now, zone=talk.home or UTC, locale=talk.locale)
    return speaks_to_us(text, said)


def answered(talk: Talk, text: str, now: dt.datetime, said: Understood) -> Understood:
    """What is understood once an answer of its owner is taken in."""
    home = talk.home or UTC
    return in_listed_zone(change(said, text, now=now, zone=home, locale=talk.locale), home)


def says_nothing_new(before: Understood, after: Understood) -> bool:
    """Whether an answer changed nothing."""
    apart = {"parts": ()}
    return before.model_copy(update=apart) == after.model_copy(update=apart)


def _missing(form: Form) -> Sentence:
    """What is asked when a start is missing and no doubt asks for it."""
    if form.date is None:
        return sentence("When should it start?") if form.start_time is None else sentence("Which day?")
    return sentence("At what time?")


def _start(form: Form) -> dt.datetime | None:
    if form.date is None or form.start_time is None or form.time_zone is None:
        return None
    return localize(form.date, form.start_time, ZoneInfo(form.time_zone)).start
