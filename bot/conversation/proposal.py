"""A draft that is talked about: what its words come to, what is still asked, and what an answer changes."""

import datetime as dt
from typing import Final
from zoneinfo import ZoneInfo

from bot.conversation.acts import FieldChange, SetStart, SetTimeZone, SetTitle
from bot.conversation.effects import Surroundings, changed
from bot.forms.notes import further_notes
from bot.forms.prefill import Prefill, prefill_of
from bot.language import localize, read_duration
from bot.models import Audience, WebinarSettings
from bot.models.conversation import DraftPart, DraftState, Proposal, Question, Talk
from bot.models.form import Form, Options
from bot.models.sentence import Sentence, sentence
from bot.models.understood import Mentioned, Understood
from bot.models.webinar import CHANNELS_MAX, Role

_WHICH_ZONE: Final = sentence("In which time zone? For example “Berlin time”.")


def begun_with(said: Understood) -> DraftState:
    """The draft that a first line makes."""
    options = Options(description=said.description or "", settings=said.settings)
    channels = tuple(dict.fromkeys(said.channels))
    apart = {
        "description": None,
        "settings": WebinarSettings(),
        "names": (),
        "channels": channels[CHANNELS_MAX:] and channels,
    }
    return DraftState(said=said.model_copy(update=apart), options=options, announce=channels or None)


def with_form(draft: DraftState, form: Form, options: Options, around: Surroundings) -> DraftState:
    """The draft with everything in it that stands in its form; what was said is replaced by what was typed."""
    hosts = tuple(Mentioned(user=user, role=Role.CO_HOST) for user in options.co_hosts)
    panel = tuple(
        Mentioned(user=user, role=Role.PANELIST) for user in options.panelists if user not in options.co_hosts
    )
    said = draft.said.model_copy(
        update={
            "title": form.title or None,
            "duration": read_duration(form.duration) or draft.said.duration,
            "registration": form.audience is Audience.REGISTERED,
            "people": (*hosts, *panel),
        }
    )
    draft = draft.model_copy(
        update={
            "said": said,
            "options": options.model_copy(update={"co_hosts": (), "panelists": ()}),
            "announce": form.announce_in,
        }
    )
    changes: list[FieldChange] = [SetTitle(title=form.title)] if form.title else []
    if form.time_zone and form.time_zone != (draft.said.zone or around.home):
        changes.append(SetTimeZone(zone=form.time_zone))
    date = form.date if form.date != draft.said.date else None
    clock = form.start_time if form.start_time != draft.said.clock else None
    if date is not None or clock is not None:
        changes.append(SetStart(date=date, clock=clock))
    return changed(draft, tuple(changes), around)


def with_panel(draft: DraftState, options: Options) -> DraftState:
    """A draft of before, whose form kept what stands behind "More options"."""
    people = {one.user: one for one in draft.said.people}
    for role, users in ((Role.CO_HOST, options.co_hosts), (Role.PANELIST, options.panelists)):
        for user in users:
            people.setdefault(user, Mentioned(user=user, role=role))
    said = draft.said.model_copy(update={"people": tuple(people.values())})
    return draft.model_copy(
        update={"said": said, "options": options.model_copy(update={"co_hosts": (), "panelists": ()})}
    )


def wish_in(talk: Talk) -> Prefill:
    """The form that a draft fills in; in a channel, its card goes there unless others were chosen."""
    here = (talk.conversation,) if talk.in_channel else ()
    announce = here if talk.announce is None else talk.announce
    said = talk.said.model_copy(update={"channels": ()})
    return prefill_of(said, talk.home, Form(announce_in=announce), talk.options or Options())


def question_of(talk: Talk) -> Question | None:
    """Return what was asked last: in so many words, or by the card of the draft."""
    said = talk.said
    if talk.asked is not None:
        return talk.asked
    if not said.title:
        return Question.TITLE
    if said.date is None:
        return Question.DATE
    return Question.TIME if said.clock is None else None


def proposal_of(talk: Talk) -> Proposal:
    """The draft as it is shown, with one question at most."""
    wish = wish_in(talk)
    words = [doubt.words for doubt in talk.said.doubts]
    asked = [said for said in words if said.asks]
    if wish.draft.form.time_zone is None:
        asked.append(_WHICH_ZONE)
    notes = [said for said in words if not said.asks]
    notes += further_notes(talk.said, wish.draft.form).values()
    start = _start(wish.draft.form)
    if start is None and not asked:
        asked.append(_missing(wish.draft.form))
    return Proposal(
        talk=talk.id,
        owner=talk.owner,
        draft=wish.draft,
        start=start,
        language=talk.spoken,
        locale=talk.locale,
        home=None if talk.in_channel or talk.group else talk.home,
        length=read_duration(wish.draft.form.duration),
        question=asked[0] if asked else None,
        notes=tuple(dict.fromkeys(notes)),
    )


def _missing(form: Form) -> Sentence:
    """Return the question for a missing start, unless a doubt asks for it."""
    if form.date is None:
        return sentence("When should it start?") if form.start_time is None else sentence("Which day?")
    return sentence("At what time?")


def _start(form: Form) -> dt.datetime | None:
    if form.date is None or form.start_time is None or form.time_zone is None:
        return None
    return localize(form.date, form.start_time, ZoneInfo(form.time_zone)).start


def changed_parts(before: Proposal, after: Proposal) -> tuple[DraftPart, ...]:
    """Return the fields in which two states of a draft differ."""
    old, new = before.draft, after.draft
    different = {
        DraftPart.TITLE: old.form.title != new.form.title,
        DraftPart.START: _when(before) != _when(after),
        DraftPart.LENGTH: old.form.duration != new.form.duration,
        DraftPart.AUDIENCE: old.form.audience != new.form.audience,
        DraftPart.CHANNELS: old.form.announce_in != new.form.announce_in,
        DraftPart.PEOPLE: _panel(old.options) != _panel(new.options),
        DraftPart.SETTINGS: _settings(old.options) != _settings(new.options),
        DraftPart.DESCRIPTION: old.options.description != new.options.description,
    }
    return tuple(part for part, differs in different.items() if differs)


def _when(proposal: Proposal) -> tuple[object, ...]:
    form = proposal.draft.form
    return form.date, form.start_time, form.time_zone


def _settings(options: Options) -> tuple[WebinarSettings, str]:
    return options.settings, options.panel_joins_early


def _panel(options: Options) -> tuple[tuple[str, ...], tuple[str, ...]]:
    return options.co_hosts, options.panelists
