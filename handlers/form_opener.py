"""Opening the form at once, and filling in what had to be looked up."""

import asyncio
from collections.abc import Callable
from contextlib import suppress
from datetime import datetime
from typing import Final, TypeAlias
from uuid import uuid4

from blocks.form import FormState, draw_form, reading_view, refused_view
from bot.errors import SlackRefused, TimeWillTell
from bot.forms.creation_right import why_not_create
from bot.forms.prefill import Prefill
from bot.forms.time_zones import describe_zone
from bot.forms.validation import FormValidation
from bot.models import Person, Zone
from bot.models.clock import Clock
from bot.models.conversation import Talk
from bot.models.form import Form, Options
from bot.models.slack_payloads import View
from bot.models.submission import Submission
from bot.rate_limit.reservation import CREATION, CallReservation
from bot.slack.directory import SlackDirectory
from handlers.reply import InteractionReply, ShownView

Reads: TypeAlias = Callable[[Person | None, datetime], Prefill]
"""Words read by the clock of whoever wrote them, at an instant."""
_LOOKED_UP_WITHIN: Final = 3.0
"""Seconds; somebody looks at "Reading your message…" meanwhile."""
_REDRAWN_WITHIN: Final = 1.5
"""Seconds; a view below another is drawn anew while Slack waits for an answer."""


class FormOpener:
    """Opens forms; the person's zone is remembered or asked for, but never waited for."""

    def __init__(
        self,
        people: SlackDirectory,
        form_validation: FormValidation,
        call_reservation: CallReservation,
        clock: Clock,
    ) -> None:
        self._people = people
        self._form_validation = form_validation
        self._call_reservation = call_reservation
        self._clock = clock

    async def open(self, reply: InteractionReply, user: str, form: Form, state: FormState) -> None:
        """Open an empty form before anything is asked of anybody; the zone follows by an update."""
        known = self._people.known(user)
        if reason := why_not_create(known):
            await reply.open_view(refused_view(reason.text))
            return
        zone = self._shown(known.time_zone) if known else None
        view = draw_form(form, Options(), state, zone, zone_asked=known is not None)
        opened = await reply.open_view(view)
        await self._call_reservation.reserve(state.webinar_key, CREATION)
        if known is None:
            person = await self._person(user)
            zone = self._shown(person.time_zone) if person else None
            reason = why_not_create(person)
            newer = refused_view(reason.text) if reason else draw_form(form, Options(), state, zone)
            await reply.redraw_view(opened, newer)

    async def open_filled(
        self, reply: InteractionReply, user: str, reads: Reads, writer: str | None = None
    ) -> None:
        """Open the form filled in from words; when the `writer`'s clock has to be asked for, that is said first.

        The writer is the person who asks, if nobody else; where Slack tells nothing of another, it is theirs as well.
        """
        writer = writer or user
        known = self._people.known(writer)
        opened: ShownView | None = None
        if known is None or self._people.known(user) is None:
            opened = await reply.open_view(reading_view())
        person = known or await self._person(writer)
        asker = person if writer == user else await self._person(user)
        if reason := why_not_create(asker):
            await self._show(reply, opened, refused_view(reason.text))
            return
        if person is None or person.time_zone is None:
            person = asker
        prefill = reads(person, self._clock())
        state = FormState.with_notes(uuid4().hex, prefill.notes)
        form, options = prefill.draft.form, prefill.draft.options
        if options != Options():
            await self._form_validation.save_options_unjudged(state.webinar_key, user, options)
        await self._show(reply, opened, draw_form(form, options, state, self._shown(form.time_zone)))
        await self._call_reservation.reserve(state.webinar_key, CREATION)

    async def _show(self, reply: InteractionReply, opened: ShownView | None, view: View) -> None:
        """Open a view, or draw it where one is open already."""
        if opened is None:
            await reply.open_view(view)
        else:
            await reply.redraw_view(opened, view)

    async def open_talked_about(self, reply: InteractionReply, talk: Talk, prefill: Prefill) -> None:
        """Open the form of a draft in a thread, with everything that was said there."""
        state = FormState.with_notes(talk.id, prefill.notes, talked_about=True)
        form, options = prefill.draft.form, prefill.draft.options
        await self._form_validation.save_options_unjudged(talk.id, talk.owner, options)
        view = draw_form(form, options, state, self._shown(form.time_zone))
        await reply.open_view(view)

    def name_of(self, user: str) -> str | None:
        """Return somebody's name, if we need not ask Slack."""
        known = self._people.known(user)
        return known.name if known else None

    async def _person(self, user: str) -> Person | None:
        with suppress(TimeoutError, TimeWillTell, SlackRefused):
            async with asyncio.timeout(_LOOKED_UP_WITHIN):
                return await self._people.person(user)
        return None

    async def redraw_root(
        self, reply: InteractionReply, view_id: str, user: str, form: Form, options: Options, state: FormState
    ) -> None:
        """Draw the first view anew below the one that lies on it; what was typed there stays."""
        with suppress(TimeoutError):
            async with asyncio.timeout(_REDRAWN_WITHIN):
                zone = self._shown(form.time_zone or await self._people.zone_of(user))
                await reply.redraw_view(ShownView(id=view_id), draw_form(form, options, state, zone))

    async def open_again(self, reply: InteractionReply, last: Submission, problem: str | None = None) -> None:
        """Open the form of a failed try with everything that was typed, ready for the next one."""
        told = last.notice is not None  # perhaps on the card of a draft
        state = FormState(webinar_key=last.webinar_key, attempt=last.attempt + 1, talked_about=told)
        zone = self._shown(last.plan.time_zone)
        view = draw_form(last.form, last.options, state, zone, problem=problem)
        await reply.open_view(view)
        await self._call_reservation.reserve(state.webinar_key, CREATION)

    def _shown(self, name: str | None) -> Zone | None:
        return describe_zone(name, self._clock()) if name else None
