"""Judging a form while the person still has it before them: everything that is wrong, at once, in time."""

import asyncio
from collections.abc import Awaitable, Iterable, Mapping, Sequence
from datetime import timedelta
from typing import Final

from bot.errors import FormRefused, SlackRefused, TimeWillTell
from bot.forms.creation_right import why_not_create
from bot.forms.edit import edit_of, keeps_start, options_of_webinar
from bot.forms.plan import make_plan, options_faults
from bot.models import Plan, Role, Webinar
from bot.models.clock import Clock
from bot.models.edit import Edit
from bot.models.form import Field, Form, Options
from bot.slack.directory import SlackDirectory
from bot.storage.submissions import Submissions
from bot.translation import Spoken

WHOLE_FORM: Final = ""
"""The key of a fault that is of no single field."""
_LOOK_UP_WITHIN: Final = 1.2
"""Seconds; Slack waits three for the whole answer."""
_BEFORE: Final = timedelta(hours=2)
"""More than clocks are ever put back."""


class FormValidation:
    """Reads what Slack knows of the people and channels in a form, as far as there is time."""

    def __init__(self, people: SlackDirectory, submissions: Submissions, clock: Clock) -> None:
        self._people = people
        self._submissions = submissions
        self._clock = clock

    async def with_time_zone(self, form: Form, user: str) -> Form:
        """The form, with the person's own zone when it was sent off before the zone was looked up."""
        if form.time_zone is not None:
            return form
        zone = await _in_time(self._people.zone_of(user))
        return form.model_copy(update={"time_zone": zone})

    async def make_plan(self, form: Form, options: Options, user: str) -> Plan:
        """The plan that a form of somebody makes; raises FormRefused with every fault."""
        faults: dict[str, str] = {}
        plan = None
        try:
            plan = make_plan(form, options, self._clock())
        except FormRefused as refused:
            faults.update(refused.fields)
        not_allowed, not_announced = await asyncio.gather(
            _in_time(self._why_not_create(user)),
            _in_time(self._people.cannot_be_announced_in(form.announce_in)),
        )
        faults |= _given({WHOLE_FORM: not_allowed, Field.ANNOUNCE_IN: not_announced})
        if faults or plan is None:
            raise FormRefused(faults)
        return plan

    async def _why_not_create(self, user: str) -> str | None:
        reason = why_not_create(await self._people.person(user))
        return Spoken.of(reason) if reason else None

    async def get_options(self, webinar_key: str) -> Options:
        """The values behind "More options" of an open form."""
        return (await self._submissions.get_draft(webinar_key)).options

    async def get_form(self, webinar_key: str) -> Form:
        """The first view of an open form, as it was when "More options" was pressed."""
        return (await self._submissions.get_draft(webinar_key)).form

    async def save_form(self, webinar_key: str, owner: str, form: Form) -> None:
        """Save the first view of an open form."""
        await self._submissions.change_draft(webinar_key, owner, form=form)

    async def save_options_unjudged(self, webinar_key: str, owner: str, options: Options) -> None:
        """Save what words said of the things behind "More options"; it is judged when the person looks at it."""
        await self._submissions.change_draft(webinar_key, owner, options=options)

    async def begin_edit(self, webinar_key: str, owner: str, webinar: Webinar) -> None:
        """Save the form of a webinar that exists, and how it shows it."""
        await self._submissions.change_draft(
            webinar_key, owner, options=options_of_webinar(webinar), base=webinar
        )

    async def make_edit(self, webinar_key: str, form: Form, webinar: Webinar) -> Edit:
        """The changes made in the form of a webinar; raises FormRefused with every fault."""
        saved = await self._submissions.get_draft(webinar_key)
        base, now = saved.base or webinar, self._clock()
        if keeps_start(form, base):
            now = min(now, base.start - _BEFORE)  # a start that was not touched is not judged anew
        return edit_of(form, saved.options, make_plan(form, saved.options, now), base)

    async def save_shown(self, webinar_key: str, owner: str, base: Webinar) -> None:
        """The person was told how something is meanwhile: it counts as shown."""
        await self._submissions.change_draft(webinar_key, owner, base=base)

    async def judge_panel(self, panel: Sequence[tuple[str, Role]]) -> None:
        """Raise FormRefused when somebody cannot be on the panel."""
        hosts = tuple(user for user, role in panel if role is Role.CO_HOST)
        others = tuple(user for user, role in panel if role is Role.PANELIST)
        await self._judge(Options(co_hosts=hosts, panelists=others))

    async def cannot_be_announced_in(self, channels: Iterable[str]) -> str | None:
        """The reason why a card cannot go to one of these channels; None when it can, or Slack does not tell in time."""
        return await _in_time(self._people.cannot_be_announced_in(channels))

    async def save_options(self, webinar_key: str, owner: str, options: Options) -> None:
        """Save what stands behind "More options"; raises FormRefused with everything that is wrong there."""
        await self._judge(options)
        await self._submissions.change_draft(webinar_key, owner, options=options)

    async def _judge(self, options: Options) -> None:
        co_hosts, panelists = await asyncio.gather(
            _in_time(self._people.cannot_be_invited(options.co_hosts)),
            _in_time(self._people.cannot_be_invited(options.panelists)),
        )
        faults = _given({Field.CO_HOSTS: co_hosts, Field.PANELISTS: panelists}) | options_faults(options)
        if faults:
            raise FormRefused(faults)


def _given(faults: Mapping[str, str | None]) -> dict[str, str]:
    return {field: fault for field, fault in faults.items() if fault}


async def _in_time(look_up: Awaitable[str | None]) -> str | None:
    """The result of a look-up; None when Slack does not tell in time, since the work itself asks again."""
    try:
        async with asyncio.timeout(_LOOK_UP_WITHIN):
            return await look_up
    except (TimeoutError, TimeWillTell, SlackRefused):
        return None
