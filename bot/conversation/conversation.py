"""Talking about a draft: begun with a sentence, changed by its owner's answers, its card edited in place."""

import asyncio
from contextlib import suppress
from datetime import timedelta
from typing import Final

import structlog

from blocks.talk import draft_card, ended, hello, not_taken_in, somebody_elses
from bot.errors import SlackRefused, TimeWillTell, WebinarsError
from bot.forms.draft_replies import (
    answered,
    asks,
    proposal_of,
    says_nothing_new,
    speaks_of,
    wants_help,
    wish_in,
)
from bot.forms.prefill import Prefill, clock_of, read_words
from bot.language import asks_anew, written_language
from bot.models import Person
from bot.models.form import Options
from bot.models.incoming_message import Heard
from bot.models.slack_payloads import Message
from bot.models.talk import Talk, TalkState
from bot.models.understood import Understood
from bot.rate_limit.reservation import CREATION, CallReservation
from bot.resources import Resources
from bot.slack.client import MessageLocation
from bot.storage.messages import Kind
from bot.translation import Translation, translation_for

KEPT: Final = timedelta(days=1)
_SETTLED: Final = timedelta(minutes=2)
"""Whoever changed a draft may still be showing it."""
_LOOKED_UP_WITHIN: Final = 10.0
"""Seconds; nobody's screen waits for it."""
log = structlog.get_logger()


class Talking:
    """Keeps each draft and the card that shows it."""

    def __init__(self, resources: Resources, call_reservation: CallReservation) -> None:
        self._slack = resources.slack
        self._people = resources.people
        self._talks = resources.stores.talks
        self._messages = resources.stores.messages
        self._submissions = resources.stores.submissions
        self._call_reservation = call_reservation
        self._clock = resources.clock

    async def hear(self, heard: Heard) -> None:
        """Take in what somebody said: the beginning of a draft, an answer in its thread, or nothing for us."""
        talk = await self._talks.at(heard.conversation, heard.thread)
        if talk is not None and talk.id == heard.draft:
            await self._told_again(heard)
        elif talk is not None:
            await self._answer(talk, heard)
        elif heard.to_us:
            await self._begin(heard)

    async def get(self, talk: str) -> Talk | None:
        """A draft in its present state."""
        return await self._talks.get(talk)

    async def wish(self, talk: Talk) -> Prefill:
        """The form that a draft fills in, with what was changed behind "More options"."""
        return wish_in(talk, await self._options(talk.id))

    async def end(self, talk: Talk, state: TalkState) -> bool:
        """End an open draft; False when it had ended before. Its card says so, unless it says more already."""
        if not await self._talks.close(talk.id, state):
            return False
        if state is not TalkState.SENT:
            await self._replace(talk, ended(state, _say(talk)))
        return True

    async def sent_by_form(self, talk_id: str) -> None:
        """The form of a draft was sent off: its card must not offer the same again."""
        talk = await self._talks.get(talk_id)
        if talk is not None and await self._talks.close(talk_id, TalkState.SENT):
            await self._replace(talk, ended(TalkState.SENT, _say(talk)))

    async def expire(self) -> None:
        """Put away what nobody spoke of for a day."""
        before = self._clock() - KEPT
        for talk in await self._talks.silent_since(before):
            if await self._talks.close(talk.id, TalkState.EXPIRED, silent_since=before):
                await self._replace(talk, ended(TalkState.EXPIRED, _say(talk)))

    async def catch_up(self) -> None:
        """Show the drafts that were changed without their cards, because somebody stopped in between."""
        for talk in await self._talks.not_shown(self._clock() - _SETTLED):
            try:
                await self._show(talk.id)
            except SlackRefused as error:
                log.warning("not shown", talk=talk.id, error=str(error))
                await self._talks.shows(talk)
            except WebinarsError as error:
                log.warning("not shown yet", talk=talk.id, error=str(error))

    async def _begin(self, heard: Heard) -> None:
        person = await self._person(heard.user)
        said, locale = read_words(heard.text, person, self._clock()), clock_of(person)[1]
        answers = heard.direct and not wants_help(heard.text) and not asks_anew(heard.text, said, locale)
        if answers and (talk := await self._talks.newest(heard.conversation)):
            await self._answer(talk, heard)
            return
        if not asks(heard.text, said, locale):
            await self._remark(heard, hello(_say_in(heard.text, locale[:2], locale)))
            return
        talk = Talk(
            id=heard.draft,
            owner=heard.user,
            conversation=heard.conversation,
            thread=heard.thread,
            home=person.time_zone if person else None,
            locale=locale,
            said=said,
            group=heard.group,
            language=written_language(heard.text, locale[:2]),
        )
        if await self._talks.begin(talk, heard.event):
            await self._show(talk.id)
        else:
            await self._told_again(heard)

    async def _told_again(self, heard: Heard) -> None:
        """Slack tells again what began a draft, perhaps because we stopped before its card was there."""
        talk = await self._talks.get(heard.draft)
        if talk is not None and heard.group and not talk.group:
            await self._talks.move_to_group(talk.id)
        await self._show(heard.draft)

    async def _answer(self, talk: Talk, heard: Heard) -> None:
        def how(said: Understood) -> Understood:
            return answered(talk, heard.text, self._clock(), said)

        says_something = not says_nothing_new(talk.said, how(talk.said)) and (
            heard.to_us or speaks_of(talk, heard.text, self._clock())
        )
        if heard.user != talk.owner:
            await self._turn_down(talk, heard, says_something=says_something)
        elif says_something or await self._talks.knows(heard.event):
            await self._talks.change(talk.id, heard.event, how)
            await self._show(talk.id)
        elif heard.to_us:
            await self._remark(heard, not_taken_in(_say_in(heard.text, talk.spoken, talk.locale)))

    async def _turn_down(self, talk: Talk, heard: Heard, *, says_something: bool) -> None:
        """Tell somebody that a draft is not theirs: whenever they turn to us, otherwise once."""
        if heard.to_us or (says_something and await self._talks.first(f"{talk.id}:{heard.user}")):
            message = somebody_elses(talk.owner, _say_in(heard.text, talk.spoken, talk.locale))
            await self._slack.whisper(_thread(talk), heard.user, message)

    async def _show(self, talk_id: str) -> None:
        """Post the card, or edit it; again when the draft was changed meanwhile, so that the last word stands."""
        shown = None
        while (talk := await self._talks.get(talk_id)) is not None and talk != shown:
            if talk.state is not TalkState.OPEN:
                return
            await self._put(talk, draft_card(proposal_of(talk, await self._options(talk_id))))
            await self._talks.shows(talk)
            shown = talk

    async def _put(self, talk: Talk, card: Message) -> None:
        posted = await self._messages.of_draft(talk.id, Kind.DRAFT)
        if posted and posted[0].ts is not None:
            await self._slack.edit(MessageLocation(posted[0].conversation, posted[0].ts), card)
        else:
            await self._slack.post_once(f"{talk.id}:draft", talk.id, Kind.DRAFT, _thread(talk), card)
            await self._call_reservation.opened(talk.id, CREATION)

    async def _replace(self, talk: Talk, message: Message) -> None:
        """What cannot be shown is no reason to stop: the draft has ended all the same."""
        try:
            await self._put(talk, message)
        except WebinarsError as error:
            log.warning("not shown", talk=talk.id, error=str(error))

    async def _remark(self, heard: Heard, message: Message) -> None:
        thread = MessageLocation(heard.conversation, heard.thread)
        await self._slack.post_once(f"{heard.event}:remark", heard.draft, Kind.REMARK, thread, message)

    async def _options(self, talk: str) -> Options:
        return (await self._submissions.draft(talk)).options

    async def _person(self, user: str) -> Person | None:
        with suppress(TimeoutError, TimeWillTell, SlackRefused):
            async with asyncio.timeout(_LOOKED_UP_WITHIN):
                return await self._people.person(user)
        return None


def _thread(talk: Talk) -> MessageLocation:
    return MessageLocation(talk.conversation, talk.thread)


def _say(talk: Talk) -> Translation:
    """The language of a draft."""
    return translation_for(talk.spoken, talk.locale)


def _say_in(text: str, otherwise: str, locale: str) -> Translation:
    """The language in which somebody writes."""
    return translation_for(written_language(text, otherwise), locale)
