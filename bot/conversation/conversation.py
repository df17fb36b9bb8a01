"""Drafts in conversation: what is said is read into acts, the acts change a draft, and everybody sees what came of it."""

import asyncio
from collections.abc import Awaitable, Callable, Mapping, Sequence
from contextlib import suppress
from datetime import timedelta
from typing import Any, Final, Protocol

import structlog

from blocks import answers
from blocks.conversation import draft_card, ended, moved_down, somebody_elses
from bot.conversation.acts import (
    AddPeople,
    AskAmount,
    AskDraft,
    AskHelp,
    AskWebinars,
    Begin,
    CannotBeDone,
    ChangeDraft,
    Confirm,
    Discard,
    DropPeople,
    FieldChange,
    Impossible,
    ManageWebinar,
    NotUnderstood,
    SmallTalk,
    StartOver,
    Thanks,
    Undo,
    act_name,
)
from bot.conversation.effects import Surroundings, changed
from bot.conversation.names import Names, Resolved
from bot.conversation.proposal import (
    begun_with,
    changed_parts,
    proposal_of,
    question_of,
    wish_in,
    with_form,
    with_panel,
)
from bot.conversation.reader import KnownWebinar, TurnContext, TurnReader, Venue
from bot.errors import SlackPlaceRefused, SlackRefused, TimeWillTell, WebinarsError
from bot.forms.creation_right import why_not_create
from bot.forms.prefill import UTC, Prefill, clock_of, in_listed_zone
from bot.language import written_language
from bot.models import Person
from bot.models.conversation import Candidate, DraftPart, Talk, TalkState
from bot.models.form import Field
from bot.models.incoming_message import Heard
from bot.models.sentence import Sentence, sentence
from bot.models.slack_payloads import Message
from bot.models.understood import Doubt, Flag, Understood
from bot.rate_limit.reservation import CREATION, CallReservation
from bot.resources import Resources
from bot.slack.client import MessageLocation
from bot.storage.messages import Kind, Posted
from bot.translation import Translation, translation_for

KEPT: Final = timedelta(days=1)
_SETTLED: Final = timedelta(minutes=2)
"""Whoever changed a draft may still be showing it."""
_LOOKED_UP_WITHIN: Final = 10.0
"""Seconds; nobody's screen waits for it."""
_PRESS_CREATE: Final = sentence("Nothing is created yet: press *Create* below, and I create it.")
_UNDONE: Final = sentence("I took the last change back.")
_BACK: Final = sentence("Here is the draft again.")
_ANEW: Final = sentence("The old draft is gone, this is a new one.")
_NOTHING_SAID: Final = Understood(
    doubts=(
        Doubt(flag=Flag.MISSING_TITLE, field=Field.TITLE, words=sentence("What is it called?")),
        Doubt(flag=Flag.NO_DATE, field=Field.DATE, words=sentence("When should it start?")),
    )
)
log = structlog.get_logger()


class WebinarActs(Protocol):
    """Does what is asked of webinars that exist."""

    async def known(self, user: str) -> tuple[KnownWebinar, ...]:
        """The webinars that concern somebody, from what we have stored."""
        ...

    async def spoken_of(self, heard: Heard, known: Sequence[KnownWebinar]) -> tuple[str | None, str | None]:
        """The webinar in whose thread something is said, and the one that was spoken of last."""
        ...

    async def act(self, act: AskWebinars | ManageWebinar, turn: TurnContext, heard: Heard) -> Message | None:
        """The answer to an act about webinars; None where it was answered already."""
        ...


class Drafts:
    """Hears what is said, keeps each draft and the card that shows it."""

    def __init__(
        self,
        resources: Resources,
        call_reservation: CallReservation,
        reader: TurnReader,
        webinars: WebinarActs | None = None,
    ) -> None:
        self._slack = resources.slack
        self._outbox = resources.outbox
        self._people = resources.people
        self._names = Names(resources.people)
        self._talks = resources.stores.talks
        self._messages = resources.stores.messages
        self._submissions = resources.stores.submissions
        self._call_reservation = call_reservation
        self._clock = resources.clock
        self._reader = reader
        self._webinars = webinars
        self._does: Mapping[type, Callable[[_Turn, Any], Awaitable[None]]] = {
            Begin: self._begin,
            ChangeDraft: self._change,
            AskAmount: self._ask_amount,
            Confirm: self._confirm,
            Discard: self._discard,
            StartOver: self._start_over,
            Undo: self._undo,
            AskDraft: self._answer,
            AskWebinars: self._manage,
            ManageWebinar: self._manage,
            AskHelp: self._help,
            Thanks: self._thank,
            SmallTalk: self._small_talk,
            CannotBeDone: self._refuse,
            NotUnderstood: self._not_understood,
        }

    async def hear(self, heard: Heard) -> None:
        """Take in what somebody said: about a draft, about webinars, or nothing for us."""
        talk = await self._spoken_of(heard)
        if talk is not None and talk.id == heard.draft:
            await self._told_again(heard)
            return
        if talk is None and not heard.to_us and not await self._was_discarded_here(heard):
            return
        person = await self._person(heard.user)
        if talk is not None and heard.user != talk.owner:
            await self._by_somebody_else(talk, heard, person)
            return
        turn = _Turn(heard, talk, await self._context(heard, talk, person), person)
        acts = self._reader.read(turn.context)
        for act in acts:
            await self._does[type(act)](turn, act)
        names = [act_name(act) for act in acts]
        log.info("turn_handled", acts=names)

    async def get(self, talk: str) -> Talk | None:
        """A draft in its present state."""
        found = await self._talks.get(talk)
        return await self._whole(found) if found else None

    def wish(self, talk: Talk) -> Prefill:
        """The form that a draft fills in."""
        return wish_in(talk)

    async def end(self, talk: Talk, state: TalkState) -> bool:
        """End an open draft; False when it had ended before. Its card says so, unless it says more already."""
        if not await self._talks.close(talk.id, state):
            return False
        if state is TalkState.DISCARDED:
            await self._replace(talk, answers.discarded_reply(talk.said.title or "", talk.id, _say(talk)))
        elif state is not TalkState.SENT:
            await self._replace(talk, ended(state, _say(talk)))
        return True

    async def bring_back(self, talk_id: str) -> bool:
        """Undo a discard: the draft is open again; False when it was not discarded."""
        if not await self._talks.reopen(talk_id):
            return False
        await self._show(talk_id, lead=_BACK)
        return True

    async def add_person(self, talk: Talk, event: str, one: Candidate) -> None:
        """Put somebody on the panel, or take them off, who was chosen among several of a name."""
        change: FieldChange = (
            DropPeople(users=(one.user,)) if one.drop else AddPeople(users=(one.user,), role=one.role)
        )
        await self._apply(talk, event, (change,))

    async def form_saved(self, talk_id: str) -> None:
        """A part of the form of a draft was saved: the draft holds what was typed, as if it had been said."""
        saved = await self._submissions.get_draft(talk_id)
        talk = await self.get(talk_id)
        if talk is None or talk.state is not TalkState.OPEN:
            return
        around = self._around(talk)

        def how(now: Talk) -> Talk:
            return now.changed_to(with_form(now.draft, saved.form, saved.options, around))

        await self._talks.change(talk_id, f"{talk_id}:form:{self._clock().timestamp()}", how)
        await self._show(talk_id)

    async def card_place(self, talk_id: str) -> tuple[str, str] | None:
        """The channel and the timestamp of a draft's newest card."""
        talk = await self._talks.get(talk_id)
        posted = await self._posted(talk) if talk else []
        return (posted[-1].conversation, posted[-1].ts or "") if posted else None

    async def sent_by_form(self, talk_id: str, progress: Message) -> None:
        """The form of a draft was sent off: its card shows how it goes, and does not offer the same again."""
        talk = await self._talks.get(talk_id)
        if talk is not None and await self._talks.close(talk_id, TalkState.SENT):
            await self._replace(talk, progress)

    async def expire(self) -> None:
        """Put away what nobody spoke of for a day."""
        before = self._clock() - KEPT
        for talk in await self._talks.list_silent_since(before):
            if await self._talks.close(talk.id, TalkState.EXPIRED, silent_since=before):
                await self._replace(talk, ended(TalkState.EXPIRED, _say(talk)))

    async def catch_up(self) -> None:
        """Show the drafts that were changed without their cards, because somebody stopped in between."""
        for talk in await self._talks.list_not_shown(self._clock() - _SETTLED):
            try:
                await self._show(talk.id)
            except SlackPlaceRefused as error:
                log.warning("draft_not_shown_yet", talk=talk.id, error=type(error).__name__)
            except SlackRefused as error:
                log.warning("draft_not_shown", talk=talk.id, error=type(error).__name__)
                await self._talks.mark_shown(talk)
            except WebinarsError as error:
                log.warning("draft_not_shown_yet", talk=talk.id, error=type(error).__name__)

    # --- whose turn it is

    async def _spoken_of(self, heard: Heard) -> Talk | None:
        """The open draft that somebody may mean: the one of the thread, or in a direct conversation the one named or last."""
        talk = await self._talks.find_open_in_thread(heard.conversation, heard.thread)
        if talk is None and heard.conversation.startswith("D") and not heard.group:
            drafts = await self._talks.list_open(heard.conversation)
            named = [
                one for one in drafts if one.said.title and one.said.title.casefold() in heard.text.casefold()
            ]
            talk = next(reversed(named or drafts), None)
        return await self._whole(talk) if talk else None

    async def _whole(self, talk: Talk) -> Talk:
        """A draft of before has what stands behind "More options" in its form."""
        if talk.options is not None:
            return talk
        options = (await self._submissions.get_draft(talk.id)).options
        draft = with_panel(talk.draft, options)
        return talk.model_copy(update={"said": draft.said, "options": draft.options})

    async def _was_discarded_here(self, heard: Heard) -> bool:
        """Tell whether "undo" may be said to a draft that is gone from this thread."""
        since = self._clock() - KEPT
        return (
            await self._talks.find_discarded(heard.user, heard.conversation, heard.thread, since) is not None
        )

    async def _context(self, heard: Heard, talk: Talk | None, person: Person | None) -> TurnContext:
        home, locale = clock_of(person)
        zone = talk.home or home if talk else home
        known = await self._webinars.known(heard.user) if self._webinars and heard.to_us else ()
        here, last = (
            await self._webinars.spoken_of(heard, known) if self._webinars and known else (None, None)
        )
        return TurnContext(
            text=heard.text,
            author=heard.user,
            venue=Venue.DIRECT if heard.to_us and not _in_channel(heard) else Venue.CHANNEL,
            now=self._clock(),
            zone=zone,
            locale=locale,
            to_us=heard.to_us or (talk is not None and not talk.others),
            channel=heard.conversation if _in_channel(heard) else None,
            draft=talk.draft if talk else None,
            owner=talk.owner if talk else None,
            asked=question_of(talk) if talk else None,
            webinars=known,
            thread_webinar=here,
            spoken_of_last=last,
        )

    async def _by_somebody_else(self, talk: Talk, heard: Heard, person: Person | None) -> None:
        """Others speak in the thread: a draft is not theirs, and from now on its owner may speak to them as well."""
        if not talk.others:
            await self._talks.change(
                talk.id, f"{heard.event}:others", lambda now: now.model_copy(update={"others": True})
            )
        context = await self._context(heard, talk, person)
        acts = self._reader.read(context.model_copy(update={"author": talk.owner, "to_us": heard.to_us}))
        meant = any(isinstance(act, ChangeDraft) for act in acts)
        if heard.to_us or (meant and await self._talks.claim_event(f"{talk.id}:{heard.user}")):
            message = somebody_elses(talk.owner, _say_in(heard.text, talk.spoken, talk.locale))
            await self._slack.whisper(_thread(talk), heard.user, message)

    # --- acts

    async def _begin(self, turn: "_Turn", act: Begin) -> None:
        heard, person, locale = turn.heard, turn.person, turn.context.locale
        if reason := why_not_create(person):
            await self._remark(turn, answers.said(turn.say(reason)), "refused")
            return
        home = person.time_zone if person else None
        draft = begun_with(in_listed_zone(act.said, turn.context.zone))
        if act.changes:
            draft = changed(
                draft, act.changes, Surroundings(turn.context.now, turn.context.zone, turn.context.channel)
            )
        talk = Talk(
            id=heard.draft,
            owner=heard.user,
            conversation=heard.conversation,
            thread=heard.thread,
            home=home,
            locale=locale,
            said=draft.said,
            options=draft.options,
            announce=draft.announce,
            group=heard.group,
            language=written_language(heard.text, locale[:2]),
        )
        if not await self._talks.begin(talk, heard.event):
            await self._told_again(heard)
            return
        await self._show(talk.id)
        named = tuple(AddPeople(names=(one.name,), role=one.role) for one in act.said.names)
        if named:
            await self._apply(talk, f"{heard.event}:named", named, turn)
        if act.said.recurring:
            await self._remark(turn, answers.impossible(Impossible.RECURRENCE, turn.say), "recurring")
        if act.second:
            await self._remark(turn, answers.second_left_out(act.second, turn.say), "second")
        await self._names.prepare()

    async def _told_again(self, heard: Heard) -> None:
        """Slack tells again what began a draft, perhaps because we stopped before its card was there."""
        talk = await self._talks.get(heard.draft)
        if talk is not None and heard.group and not talk.group:
            await self._talks.move_to_group(talk.id)
        await self._show(heard.draft)

    async def _change(self, turn: "_Turn", act: ChangeDraft) -> None:
        if turn.talk is not None:
            await self._apply(turn.talk, turn.heard.event, act.changes, turn)

    async def _ask_amount(self, turn: "_Turn", act: AskAmount) -> None:
        """Ask by how much, and remember that it was asked, so that the next turn can answer."""
        talk = turn.talk
        if talk is None:
            await self._remark(turn, answers.no_draft(turn.say))
            return
        asked = {"asked": act.question}
        event = f"{turn.heard.event}:asked"
        await self._talks.change(talk.id, event, lambda now: now.model_copy(update=asked))
        await self._remark(turn, answers.how_much(act.question, turn.say))

    async def _apply(
        self, talk: Talk, event: str, changes: Sequence[FieldChange], turn: "_Turn | None" = None
    ) -> None:
        """Change a draft, show it at the end of its thread, and say what could not be done."""
        resolved = await self._names.resolve(changes, {one.user for one in talk.said.people})
        before, around = proposal_of(talk), self._around(talk)

        def how(now: Talk) -> Talk:
            draft = changed(now.draft, resolved.changes, around)
            said = in_listed_zone(draft.said, around.home)
            draft = draft.model_copy(update={"said": said})
            return now if draft == now.draft else now.changed_to(draft)

        after = await self._talks.change(talk.id, event, how) if resolved.changes else None
        if after is not None:
            parts = changed_parts(before, proposal_of(after))
            await self._show(talk.id, parts=parts, event=event)
        elif resolved.changes:
            await self._show(talk.id)
        await self._ask_who(talk, event, resolved, turn)

    async def _ask_who(self, talk: Talk, event: str, resolved: Resolved, turn: "_Turn | None") -> None:
        """Say whom nobody was found for, and offer those of whom there are several."""
        say = turn.say if turn else _say(talk)
        messages = [answers.nobody_called(name, say) for name in resolved.unknown]
        for name, each in resolved.several:
            values = [(one, f"{talk.id}|{one.model_dump_json()}") for one in each]
            messages.append(answers.which_person(name, values, say))
        for at, message in enumerate(messages):
            place = _place(turn.heard) if turn else _home(talk)
            await self._outbox.post_once(f"{event}:who:{at}", talk.id, Kind.REMARK, place, message)

    async def _confirm(self, turn: "_Turn", _: Confirm) -> None:
        talk = turn.talk
        if talk is None:
            await self._remark(turn, answers.no_draft(turn.say))
            return
        proposal = proposal_of(talk)
        if proposal.start is None or not proposal.draft.form.title:
            await self._remark(turn, answers.not_complete(proposal, turn.say))
            return
        await self._show(talk.id, lead=_PRESS_CREATE, event=turn.heard.event)

    async def _discard(self, turn: "_Turn", _: Discard) -> None:
        talk = turn.talk
        if talk is None:
            await self._remark(turn, answers.no_draft(turn.say))
        elif await self._talks.close(talk.id, TalkState.DISCARDED):
            await self._replace(talk, ended(TalkState.DISCARDED, _say(talk)))
            await self._remark(turn, answers.discarded_reply(talk.said.title or "", talk.id, turn.say))

    async def _start_over(self, turn: "_Turn", _: StartOver) -> None:
        talk = turn.talk
        if talk is not None and await self._talks.close(talk.id, TalkState.DISCARDED):
            await self._replace(talk, ended(TalkState.DISCARDED, _say(talk)))
        await self._begin(turn, Begin(said=_NOTHING_SAID))

    async def _undo(self, turn: "_Turn", _: Undo) -> None:
        talk, heard = turn.talk, turn.heard
        if talk is not None and talk.history:
            before = proposal_of(talk)
            after = await self._talks.change(talk.id, heard.event, lambda now: now.undone())
            parts = changed_parts(before, proposal_of(after)) if after else ()
            await self._show(talk.id, parts=parts, lead=_UNDONE, event=heard.event)
            return
        thread = None if heard.direct else heard.thread
        gone = await self._talks.find_discarded(heard.user, heard.conversation, thread, self._clock() - KEPT)
        if talk is None and gone is not None and await self._talks.claim_event(heard.event):
            await self._talks.reopen(gone.id)
            await self._show(gone.id, lead=_BACK, event=heard.event)
        elif talk is not None or heard.to_us:
            await self._remark(turn, answers.nothing_to_undo(turn.say))

    async def _answer(self, turn: "_Turn", act: AskDraft) -> None:
        if turn.talk is None:
            await self._remark(turn, answers.no_draft(turn.say))
            return
        zones = [(user, zone) for user in act.users if (zone := await self._people.zone_of(user))]
        await self._remark(turn, answers.about_draft(proposal_of(turn.talk), act.topic, zones, turn.say))

    async def _manage(self, turn: "_Turn", act: AskWebinars | ManageWebinar) -> None:
        if self._webinars is not None:
            message = await self._webinars.act(act, turn.context, turn.heard)
            if message is not None:
                await self._remark(turn, message)

    async def _help(self, turn: "_Turn", act: AskHelp) -> None:
        await self._remark(turn, answers.helped(act.topic, turn.say))

    async def _thank(self, turn: "_Turn", _: Thanks) -> None:
        if turn.heard.to_us:
            await self._remark(turn, answers.welcome(turn.say))

    async def _small_talk(self, turn: "_Turn", act: SmallTalk) -> None:
        if turn.heard.to_us:
            message = answers.greeting(turn.say) if act.greeting else answers.nothing_asked(turn.say)
            await self._remark(turn, message)

    async def _refuse(self, turn: "_Turn", act: CannotBeDone) -> None:
        await self._remark(turn, answers.impossible(act.what, turn.say), act.what)

    async def _not_understood(self, turn: "_Turn", act: NotUnderstood) -> None:
        proposal = proposal_of(turn.talk) if turn.talk else None
        if proposal is None or "?" in act.words or "？" in act.words:
            await self._remark(turn, answers.no_answer(proposal, turn.say), "left")
        else:
            await self._remark(turn, answers.words_left(act.words, turn.say), "left")

    # --- what is seen

    async def _show(
        self,
        talk_id: str,
        *,
        parts: tuple[DraftPart, ...] = (),
        lead: Sentence | None = None,
        event: str | None = None,
    ) -> None:
        """Post the card, or edit it; after something was said, at the end of the thread.

        Once more when the draft was changed meanwhile, so that the last word stands.
        """
        shown = None
        while (talk := await self.get(talk_id)) is not None and talk != shown:
            if talk.state is not TalkState.OPEN:
                return
            if await self._put(talk, draft_card(proposal_of(talk), parts, lead), event):
                await self._talks.mark_shown(talk)
            shown, event = talk, None

    async def _put(self, talk: Talk, card: Message, event: str | None = None) -> bool:
        """Show a card: anew after an event, otherwise in the place of the newest; False when others could not be folded."""
        posted = await self._posted(talk)
        if not posted:
            await self._outbox.post_once(f"{talk.id}:draft", talk.id, Kind.DRAFT, _home(talk), card)
            await self._call_reservation.reserve(talk.id, CREATION)
            if event is None:
                return True  # otherwise the first card was on its way, and says nothing of this
        if event is not None:
            key = f"{talk.id}:draft:{event}"
            await self._outbox.post_once(key, talk.id, Kind.DRAFT, _home(talk), card)
            posted = await self._posted(talk)
        else:
            place = MessageLocation(posted[-1].conversation, posted[-1].ts or "")
            await self._slack.tries()(self._slack.edit, place, card)
        return await self._fold_up(talk, posted[:-1])

    async def _posted(self, talk: Talk) -> list[Posted]:
        """The cards of a draft, the newest at the end."""
        posted = await self._messages.list_by_webinar(talk.id, Kind.DRAFT)
        return sorted((one for one in posted if one.ts is not None), key=lambda one: float(one.ts or 0))

    async def _fold_up(self, talk: Talk, posted: Sequence[Posted]) -> bool:
        """Let the cards further up say that the draft stands below, each once; False when one has to be tried again."""
        message = moved_down(_say(talk))
        for one in posted:
            if one.shown == message.digest:
                continue
            try:
                await self._slack.edit(MessageLocation(one.conversation, one.ts or ""), message)
                await self._messages.mark_shown(one.key, message.digest)
            except SlackRefused as error:
                log.warning("draft_not_shown", talk=talk.id, error=type(error).__name__)
            except WebinarsError as error:
                log.warning("draft_not_shown_yet", talk=talk.id, error=type(error).__name__)
                return False
        return True

    async def _replace(self, talk: Talk, message: Message) -> None:
        """Show it if Slack lets us; the draft has ended all the same."""
        try:
            await self._put(talk, message)
        except WebinarsError as error:
            log.warning("draft_not_shown", talk=talk.id, error=type(error).__name__)

    async def _remark(self, turn: "_Turn", message: Message, what: str = "remark") -> None:
        heard = turn.heard
        await self._outbox.post_once(
            f"{heard.event}:{what}", heard.draft, Kind.REMARK, _place(heard), message
        )

    def _around(self, talk: Talk) -> Surroundings:
        channel = talk.conversation if talk.in_channel else None
        return Surroundings(now=self._clock(), home=talk.home or UTC, channel=channel)

    async def _person(self, user: str) -> Person | None:
        with suppress(TimeoutError, TimeWillTell, SlackRefused):
            async with asyncio.timeout(_LOOKED_UP_WITHIN):
                return await self._people.person(user)
        return None


class _Turn:
    """One message with what it is about, and the language in which it is answered."""

    def __init__(self, heard: Heard, talk: Talk | None, context: TurnContext, person: Person | None) -> None:
        self.heard = heard
        self.talk = talk
        self.context = context
        self.person = person
        otherwise, locale = (talk.spoken, talk.locale) if talk else (context.locale[:2], context.locale)
        self.say = _say_in(heard.text, otherwise, locale)


def _in_channel(heard: Heard) -> bool:
    return not heard.group and heard.conversation.startswith(("C", "G"))


def _place(heard: Heard) -> str | MessageLocation:
    """The place where somebody looks for an answer: in the thread, or in a direct conversation where they wrote."""
    alone = heard.event.endswith(f":{heard.thread}")
    if heard.conversation.startswith("D") and not heard.group and alone:
        return heard.conversation
    return MessageLocation(heard.conversation, heard.thread)


def _home(talk: Talk) -> str | MessageLocation:
    """The place where the card of a draft stands: in its thread, or in a direct conversation as everything else there."""
    return talk.conversation if talk.conversation.startswith("D") and not talk.group else _thread(talk)


def _thread(talk: Talk) -> MessageLocation:
    return MessageLocation(talk.conversation, talk.thread)


def _say(talk: Talk) -> Translation:
    """The language of a draft."""
    return translation_for(talk.spoken, talk.locale)


def _say_in(text: str, otherwise: str, locale: str) -> Translation:
    """The language in which somebody writes."""
    return translation_for(written_language(text, otherwise), locale)
