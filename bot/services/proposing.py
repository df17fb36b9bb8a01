"""A draft that is talked about: what its words come to, what is still asked, and what an answer changes."""

import datetime as dt
from typing import Final
from zoneinfo import ZoneInfo

from bot.language import change, localize
from bot.models.form import Field, Form, Options
from bot.models.talk import Proposal, Talk
from bot.models.understood import Understood
from bot.services.wishes import UTC, Wish, in_listed_zone, wish_of

_WHICH_ZONE: Final = "In which time zone? For example “Berlin time”."


def wish_in(talk: Talk, options: Options) -> Wish:
    """The form that a draft fills in; in a channel, its card goes there unless others were named."""
    here = (talk.conversation,) if talk.in_channel else ()
    return wish_of(talk.said, talk.home, Form(announce_in=here), options)


def proposal_of(talk: Talk, options: Options) -> Proposal:
    """The draft as it is shown, with one question at most."""
    wish = wish_in(talk, options)
    words = [doubt.words for doubt in talk.said.doubts]
    asked = [said for said in words if said.endswith("?")]
    if wish.draft.form.time_zone is None:
        asked.append(_WHICH_ZONE)
    notes = [note for said in words if not said.endswith("?") for note in [f"{said.rstrip('.')}."]]
    if Field.ANNOUNCE_IN in wish.notes:
        notes.append(wish.notes[Field.ANNOUNCE_IN])
    return Proposal(
        talk=talk.id,
        owner=talk.owner,
        draft=wish.draft,
        start=_start(wish.draft.form),
        question=asked[0] if asked else "",
        notes=tuple(dict.fromkeys(notes)),
    )


def asks(text: str, said: Understood) -> bool:
    """Whether somebody who turns to us asks for a webinar, rather than how to."""
    when = said.date or said.clock is not None
    how_to = text.rstrip().endswith("?") or text.strip(" !.").casefold() == "help"
    return bool(when or (said.title and not how_to))


def answered(talk: Talk, text: str, now: dt.datetime, said: Understood) -> Understood:
    """What is understood once an answer of its owner is taken in."""
    home = talk.home or UTC
    return in_listed_zone(change(said, text, now=now, zone=home, locale=talk.locale), home)


def says_nothing_new(before: Understood, after: Understood) -> bool:
    """Whether an answer changed nothing."""
    apart = {"parts": ()}
    return before.model_copy(update=apart) == after.model_copy(update=apart)


def _start(form: Form) -> dt.datetime | None:
    if form.date is None or form.start_time is None or form.time_zone is None:
        return None
    return localize(form.date, form.start_time, ZoneInfo(form.time_zone)).start
