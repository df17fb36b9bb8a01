"""Webinars that exist, in conversation: questions are answered at once, and changes are shown before they are made.

    an act ── which webinar (finding.py) ── may this person, and can it change ── an answer, or old and new with buttons

What only one person may know is told to them alone: in a channel as a message that nobody else sees.
"""

import asyncio
import datetime as dt
from collections.abc import Sequence
from contextlib import suppress
from typing import Final
from zoneinfo import ZoneInfo

from pydantic import TypeAdapter

from blocks import answers, webinar_answers, webinar_change
from bot.conversation.acts import (
    AddPeople,
    AskHelp,
    AskWebinars,
    CannotBeDone,
    DropPeople,
    HelpTopic,
    ManageWebinar,
    Thanks,
    WebinarAction,
    WebinarReference,
    WebinarTopic,
)
from bot.conversation.effects import Surroundings
from bot.conversation.finding import find_webinars
from bot.conversation.names import Names
from bot.conversation.reader import KnownWebinar, TurnContext, TurnReader, Venue
from bot.conversation.webinar_changes import asks_for_registration, panel_of, proposed
from bot.errors import FormRefused, SlackRefused, TimeWillTell, WebinarsError
from bot.forms.prefill import clock_of
from bot.forms.validation import FormValidation
from bot.language import written_language
from bot.models import Person
from bot.models.incoming_message import Heard
from bot.models.proposed_change import ProposedChange
from bot.models.rate_limit import Wait
from bot.models.sentence import sentence
from bot.models.slack_payloads import Message
from bot.models.tracked import TrackedWebinar
from bot.resources import Resources
from bot.slack.client import MessageLocation
from bot.storage.messages import Kind
from bot.translation import Spoken, Translation, translation_for
from bot.webinars.queries import WebinarQueries
from bot.webinars.refresh import WebinarRefresh

_REMEMBERED: Final = dt.timedelta(hours=12)
"""So long "it" means the webinar that was spoken of last."""
_VALUE_MAX: Final = 1900
"""Characters that a button of Slack carries, with some left over."""
_OFFERED: Final = 10
_LOOKED_UP_WITHIN: Final = 1.0
"""Seconds; a command has to be answered within three."""
_ACTS: Final[TypeAdapter[AskWebinars | ManageWebinar]] = TypeAdapter(AskWebinars | ManageWebinar)
_OF_REGISTRATION: Final = frozenset({WebinarTopic.WHO_REGISTERED, WebinarTopic.STATUS})
_ANSWERS: Final = {
    WebinarTopic.RECORDING: webinar_answers.recording_told,
    WebinarTopic.LINK: webinar_answers.link_told,
    WebinarTopic.WHEN: webinar_answers.start_told,
}
_PAST: Final = sentence("That time has passed already. Say a day and a time that are still to come.")
_NO_NAMES: Final = sentence("I cannot tell who {names} is. Mention people with @, and I know whom you mean.")


class WebinarConversation:
    """Answers acts about webinars that exist."""

    def __init__(
        self,
        resources: Resources,
        webinar_queries: WebinarQueries,
        webinar_refresh: WebinarRefresh,
        form_validation: FormValidation,
        reader: TurnReader,
    ) -> None:
        self._reader = reader
        self._people = resources.people
        self._names = Names(resources.people)
        self._slack = resources.slack
        self._outbox = resources.outbox
        self._talks = resources.stores.talks
        self._messages = resources.stores.messages
        self._queries = webinar_queries
        self._refresh = webinar_refresh
        self._validation = form_validation
        self._clock = resources.clock

    async def known(self, user: str) -> tuple[KnownWebinar, ...]:
        """The webinars that concern somebody, from what we have stored."""
        return tuple(_known(one, mine=mine) for one, mine in await self._queries.list_briefly_for(user))

    async def spoken_of(self, heard: Heard, known: Sequence[KnownWebinar]) -> tuple[str | None, str | None]:
        """The webinar in whose thread something is said, and the one that was spoken of last in a direct conversation."""
        keys = [one.key for one in known]
        begun = await self._talks.find_begun_in_thread(heard.conversation, heard.thread)
        here = (
            begun
            if begun in keys
            else await self._messages.webinar_at(heard.conversation, heard.thread, keys)
        )
        if not heard.direct:
            return here, None
        since = self._clock() - _REMEMBERED
        return here, await self._messages.newest_in(heard.conversation, keys, since)

    async def act(self, act: AskWebinars | ManageWebinar, turn: TurnContext, heard: Heard) -> Message | None:
        """Answer where it was asked; in a channel for the eyes of whoever asked alone."""
        key, message = await self.answered(act, turn)
        thread = MessageLocation(heard.conversation, heard.thread)
        if turn.channel is not None or heard.group:
            await self._slack.whisper(
                heard.conversation if heard.begins_thread else thread, heard.user, message
            )
            return None
        place = heard.conversation if heard.direct else thread
        await self._outbox.post_once(f"{heard.event}:remark", key or heard.draft, Kind.REMARK, place, message)
        return None

    async def answered(
        self, act: AskWebinars | ManageWebinar, turn: TurnContext
    ) -> tuple[str | None, Message]:
        """The answer to an act, and the webinar that it speaks of."""
        say = _say_in(turn)
        if isinstance(act, AskWebinars) and act.topic is WebinarTopic.LIST:
            return None, await self._listed(act, turn, say)
        about = act.about or WebinarReference(next=True)
        last = turn.thread_webinar or turn.spoken_of_last
        found = find_webinars(about, turn.webinars, turn.zone, last=last)
        if len(found) == 1:
            return found[0].key, await self._about(act, found[0].key, turn, say)
        if not found:
            return None, webinar_answers.nothing_found(
                _looked_for(about, say), await self._upcoming(turn), say
            )
        return None, await self._which(act, found, say, turn)

    async def behind_command(self, text: str, user: str, channel: str | None) -> Message | None:
        """The answer to words behind the command; None where they ask for a new webinar, or for nothing known."""
        zone, locale = clock_of(await self._person(user))
        turn = TurnContext(
            text=text,
            author=user,
            venue=Venue.COMMAND,
            now=self._clock(),
            zone=zone,
            locale=locale,
            channel=channel if channel and channel.startswith(("C", "G")) else None,
            webinars=await self.known(user),
        )
        say = _say_in(turn)
        for act in self._reader.read(turn):
            if isinstance(act, AskWebinars | ManageWebinar):
                return (await self.answered(act, turn))[1]
            if isinstance(act, CannotBeDone):
                return answers.impossible(act.what, say)
            if isinstance(act, AskHelp) and act.topic is not HelpTopic.USAGE:
                return answers.helped(act.topic, say)
            if isinstance(act, Thanks):
                return answers.welcome(say)
        return None

    async def _person(self, user: str) -> Person | None:
        with suppress(TimeoutError, TimeWillTell, SlackRefused):
            async with asyncio.timeout(_LOOKED_UP_WITHIN):
                return await self._people.person(user)
        return None

    async def chosen(self, value: str, turn: TurnContext) -> Message:
        """The answer once one of several webinars was chosen; the button carries the act and its language."""
        key, language, act = value.split("|", maxsplit=2)
        say = translation_for(language, turn.locale).in_zone(turn.zone)
        return await self._about(_ACTS.validate_json(act), key, turn, say)

    async def _listed(self, act: AskWebinars, turn: TurnContext, say: Translation) -> Message:
        upcoming = [one for one in await self._queries.list_for(turn.author) if one.is_upcoming]
        if act.first and act.last:
            upcoming = [one for one in upcoming if act.first <= _day(one, turn.zone) <= act.last]
        return webinar_answers.webinars_listed(turn.author, upcoming, (act.first, act.last), say)

    async def _upcoming(self, turn: TurnContext) -> list[TrackedWebinar]:
        return [one for one in await self._queries.list_for(turn.author) if one.is_upcoming]

    async def _which(
        self,
        act: AskWebinars | ManageWebinar,
        found: Sequence[KnownWebinar],
        say: Translation,
        turn: TurnContext,
    ) -> Message:
        """Offer several, each with a button that goes on with what was asked."""
        carried = f"{say.language}|{_carried(act)}"
        offered = []
        for one in found[:_OFFERED]:
            tracked = await self._queries.get_with_people(one.key)
            if tracked is not None and len(carried) < _VALUE_MAX:
                offered.append((tracked, f"{one.key}|{carried}"))
        if not offered:
            return webinar_answers.nothing_found("", await self._upcoming(turn), say)
        return webinar_answers.which_webinar(offered, say)

    async def _about(
        self, act: AskWebinars | ManageWebinar, key: str, turn: TurnContext, say: Translation
    ) -> Message:
        tracked = await self._queries.get_with_people(key)
        if tracked is None:
            return webinar_answers.nothing_found("", await self._upcoming(turn), say)
        if isinstance(act, AskWebinars):
            return await self._told(act.topic, tracked, turn.author, say)
        return await self._to_confirm(await self._with_people(act, tracked), tracked, turn, say)

    async def _with_people(self, act: ManageWebinar, tracked: TrackedWebinar) -> ManageWebinar:
        """The act with the people whom its names mean; a name that nobody has, or several, stays."""
        if not _names(act):
            return act
        resolved = await self._names.resolve(act.changes, {one.user for one in tracked.panel})
        if resolved.unknown or resolved.several:
            return act
        return act.model_copy(update={"changes": resolved.changes})

    # --- questions

    async def _told(
        self, topic: WebinarTopic, tracked: TrackedWebinar, user: str, say: Translation
    ) -> Message:
        hosts = user == tracked.webinar.owner
        if topic in _OF_REGISTRATION:
            return await self._standing(topic, tracked, say, hosts=hosts)
        if topic is WebinarTopic.WHO_COMES:
            whole = await self._queries.may_change_soon(user, tracked)
            return webinar_answers.guests_told(tracked, say, whole=whole)
        if topic is WebinarTopic.HOST_LINK:
            answer = webinar_answers.host_link_told if hosts else webinar_answers.host_link_not_told
            return answer(tracked, say)
        return _ANSWERS.get(topic, webinar_answers.start_told)(tracked, say)

    async def _standing(
        self, topic: WebinarTopic, tracked: TrackedWebinar, say: Translation, *, hosts: bool
    ) -> Message:
        """Tell the status or the registrants, as RingCentral says now."""
        tracked, problem = await self._renewed(tracked)
        if topic is WebinarTopic.STATUS:
            channels = await self._queries.list_channels(tracked.webinar_key)
            return webinar_answers.standing_told(tracked, channels, say, problem=problem)
        answer = webinar_answers.registrants_told if hosts else webinar_answers.registrants_not_told
        return answer(tracked, say)

    async def _renewed(self, tracked: TrackedWebinar) -> tuple[TrackedWebinar, str]:
        """The webinar as RingCentral has it, for one call at most; what we knew where it does not answer."""

        async def tell(_: Wait) -> None:
            return None

        problem = await self._refresh.refresh(tracked, tell)
        return await self._queries.get_with_people(tracked.webinar_key) or tracked, problem or ""

    # --- changes

    async def _to_confirm(
        self, act: ManageWebinar, tracked: TrackedWebinar, turn: TurnContext, say: Translation
    ) -> Message:
        """Old and new, to be confirmed; or why not."""
        if reason := await self.refusal(act.action, tracked, turn.author, say):
            return webinar_change.refused_change(reason)
        if answer := _without_confirming(act, tracked, say):
            return answer
        around = Surroundings(now=turn.now, home=turn.zone, channel=turn.channel)
        change = proposed(act, tracked, around).model_copy(
            update={"language": say.language, "locale": turn.locale}
        )
        if change.is_empty:
            return _asked_what(act, tracked, say)
        problems = await self.problems(change, tracked)
        if change.timing is not None and change.timing.start <= turn.now:
            problems.append(say(_PAST))
        if problems:
            return webinar_change.problems_told(problems, say)
        return webinar_change.change_shown(change, tracked, say)

    async def refusal(
        self, action: WebinarAction, tracked: TrackedWebinar, user: str, say: Translation
    ) -> str:
        """The reason why somebody cannot have a webinar changed; empty where they can."""
        if action is WebinarAction.DUPLICATE:
            return ""
        if not await self._queries.may_change(user, tracked):
            return webinar_change.who_may_change(tracked, say)
        said = webinar_change.unchangeable(tracked, say)
        begun = action in {WebinarAction.ANNOUNCE, WebinarAction.REGISTRATION} and tracked.is_upcoming
        return "" if begun else said

    async def problems(self, change: ProposedChange, tracked: TrackedWebinar) -> list[str]:
        """Return what Slack tells against a panel or a channel."""
        found: list[str] = []
        say = translation_for(change.language, change.locale)
        if change.changes_panel:
            try:
                await self._validation.judge_panel(panel_of(change, tracked))
            except FormRefused as refused:
                found += (
                    say(one.sentence) if isinstance(one, Spoken) else one for one in refused.fields.values()
                )
        if change.channels:
            try:
                fault = await self._validation.cannot_be_announced_in(change.channels)
            except WebinarsError as error:
                fault = str(error)
            found += [fault] if fault else []
        return found


def _say_in(turn: TurnContext) -> Translation:
    """The language in which a turn is written."""
    say = translation_for(written_language(turn.text, turn.locale[:2]), turn.locale)
    return say.in_zone(turn.zone)


def _without_confirming(act: ManageWebinar, tracked: TrackedWebinar, say: Translation) -> Message | None:
    """Answers to what changes nothing by itself."""
    if act.action is WebinarAction.DUPLICATE:
        return webinar_change.duplicate_answered(tracked, say)
    if act.action is WebinarAction.KEEP:
        return webinar_change.not_confirmed(say)
    if act.action is WebinarAction.REGISTRATION:
        return webinar_change.registration_shown(tracked, say)
    if asks_for_registration(act):
        return webinar_change.registration_stays(tracked, say)
    if names := _names(act):
        listed = say.listed([f"“{name}”" for name in names])
        return webinar_change.refused_change(say(_NO_NAMES, names=listed))
    return None


def _asked_what(act: ManageWebinar, tracked: TrackedWebinar, say: Translation) -> Message:
    """The answer to a request that does not say what shall be another."""
    if act.action is WebinarAction.REMIND:
        return webinar_change.reminders_asked(tracked, say)
    return webinar_change.what_to_change(tracked, say)


def _known(tracked: TrackedWebinar, *, mine: bool) -> KnownWebinar:
    webinar = tracked.webinar
    return KnownWebinar(
        key=tracked.webinar_key,
        title=webinar.title,
        start=webinar.start,
        time_zone=webinar.time_zone,
        owned=mine,
        upcoming=tracked.is_upcoming,
    )


def _day(tracked: TrackedWebinar, zone: str) -> dt.date:
    return tracked.webinar.start.astimezone(ZoneInfo(zone)).date()


def _looked_for(about: WebinarReference, say: Translation) -> str:
    return about.words or (say.day(about.day) if about.day else "")


def _names(act: ManageWebinar) -> tuple[str, ...]:
    """The people who were named without a mention."""
    return tuple(
        name for change in act.changes if isinstance(change, AddPeople | DropPeople) for name in change.names
    )


def _carried(act: AskWebinars | ManageWebinar) -> str:
    """An act as a button carries it; what was in doubt is shown by then."""
    return act.model_dump_json(exclude_none=True, exclude={"changes": {"__all__": {"doubts"}}})
