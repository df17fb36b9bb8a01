"""The people of the chaos: each wants one webinar after the other, and goes on as a person would."""

import asyncio
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from random import Random

from sandbox.slack import SlackServer
from sandbox.slack.actors.slack_user import SlackUser
from sandbox.slack.constants import BOT_USER
from sandbox.slack.state.workspace import StoredMessage

FORM, OPTIONS = "Create a webinar", "More options"
_DOUBLE_CLICK = 0.15
_OPENS_WITHIN = 4.0
_TOLD_WITHIN = 120.0
_LOOKS_AGAIN = 20.0
_LOOKS_UP = 3.0
_TRIES = 30


@dataclass(frozen=True)
class WebinarRequest:
    """A webinar that one person wants."""

    owner: str
    title: str
    channels: tuple[str, ...]
    panelists: tuple[str, ...] = ()
    registered: bool = False

    def tells_success(self, message: StoredMessage) -> bool:
        """True for a direct message that says that the webinar is there."""
        return message.text.startswith(f"Webinar created: {self.title} · ")

    def tells_failure(self, message: StoredMessage) -> bool:
        """True for a direct message that says that not everything was done, and offers to try again."""
        return message.text.startswith(f":warning: *{self.title}* was ")

    def asks_which(self, message: StoredMessage) -> bool:
        """True for a direct message that asks which webinar at RingCentral is the wished one."""
        return message.text.startswith(f":grey_question: *{self.title}*")


class Customer:
    """Somebody who does not give up.

    `balance` decides which worker hears of the next act; `unscheduled` is what one who looks into RingCentral
    finds there under a title: the numbers of webinars that have no session.
    """

    def __init__(
        self,
        slack: SlackServer,
        person: SlackUser,
        chance: Random,
        *,
        balance: Callable[[], None],
        unscheduled: Callable[[str], list[str]],
    ) -> None:
        self._slack = slack
        self._person = person
        self._chance = chance
        self._balance = balance
        self._unscheduled = unscheduled

    async def gets(self, request: WebinarRequest) -> None:
        """Fill the form, send it off, and see to it until told that the webinar is there."""
        filled = False
        while not filled:
            with suppress(AssertionError):  # nothing was sent off: the next try begins anew
                await self._opens(request)
                await self._fills(request)
                filled = True
        await self._sends_off()
        await self._hears(request)

    async def _opens(self, request: WebinarRequest) -> None:
        if self._top():
            await self._person.closes(everything=True)
        self._balance()
        await self._person.types("/webinar", channel=request.channels[0])
        await self._person.sees(lambda: self._top() == FORM, _OPENS_WITHIN)
        with suppress(AssertionError):
            await self._person.sees(lambda: "Time zone" in self._person.modal.labels, 2)

    async def _fills(self, request: WebinarRequest) -> None:
        fields = {
            "Who is it for?": "Registered event" if request.registered else "All-hands",
            "Title": request.title,
            "Date": "2036-03-10",
            "Start time": "15:00",
            "Duration": "45 minutes",
            "Announce in": list(request.channels),
        }
        for label, value in fields.items():
            await self._person.fill(label, value)
        if request.panelists:
            await self._adds_panel(request)

    async def _adds_panel(self, request: WebinarRequest) -> None:
        self._balance()
        await self._person.presses("More options")
        await self._person.sees(lambda: self._top() == OPTIONS, _OPENS_WITHIN)
        await self._person.fill("Panelists", list(request.panelists))
        for _ in range(_TRIES):
            if self._top() == FORM:
                return
            self._balance()
            await self._person.submits()
            await self._a_moment()
        raise AssertionError("the panel could not be saved")

    async def _sends_off(self) -> None:
        """Press the button of the form until it is taken."""
        while self._top() == FORM:
            self._balance()
            with suppress(AssertionError):  # the view may become another one between the look and the press
                await self._person.submits(times=2 if self._chance.random() < _DOUBLE_CLICK else 1)
            if self._top() == FORM:
                await self._tells_the_zone()
                await self._a_moment()

    async def _tells_the_zone(self) -> None:
        with suppress(AssertionError):
            if not self._person.modal.value("Time zone"):
                await self._person.fill("Time zone", "Los Angeles")

    async def _hears(self, request: WebinarRequest) -> None:
        async with asyncio.timeout(_TOLD_WITHIN):
            while not self._told(request):
                with suppress(AssertionError):
                    await self._person.sees(
                        lambda: self._told(request) or self._open_matter(request), _LOOKS_AGAIN
                    )
                if self._told(request):
                    return
                if (matter := self._open_matter(request)) is None:
                    await self._sends_off()
                elif request.asks_which(matter):
                    await self._says_which(request, matter)
                else:
                    await self._presses("Try again", matter)

    async def _says_which(self, request: WebinarRequest, question: StoredMessage) -> None:
        """Take one that still has no session after a while, as a look into RingCentral shows; or say none."""
        await asyncio.sleep(_LOOKS_UP)
        offered = str(question.blocks)
        ours = [one for one in self._unscheduled(request.title) if f"number {one}" in offered]
        if ours:
            await self._presses("It is this one", question, near=f"number {self._chance.choice(ours)}")
        else:
            await self._presses("None of these: create it", question)

    async def _presses(self, button: str, message: StoredMessage, near: str = "") -> None:
        self._balance()
        (shown,) = (one for one in self._person.dm if one.ts == message.ts)
        with suppress(AssertionError):  # the button may be gone by now
            await self._person.presses(button, message=shown, near=near)
        await self._a_moment()

    async def _a_moment(self) -> None:
        await asyncio.sleep(self._chance.uniform(0.2, 0.6))

    def _told(self, request: WebinarRequest) -> bool:
        return any(request.tells_success(message) for message in self._messages())

    def _open_matter(self, request: WebinarRequest) -> StoredMessage | None:
        """A direct message in which a button waits to be pressed."""
        messages = self._messages()
        return next((one for one in messages if request.tells_failure(one) or request.asks_which(one)), None)

    def _messages(self) -> list[StoredMessage]:
        channel = self._slack.state.workspace.find_direct([BOT_USER, self._person.id])
        return channel.messages if channel else []

    def _top(self) -> str:
        """The title of the modal on top; "" when there is none."""
        stack = self._slack.state.surfaces.stack(self._person.id)
        return str(stack[-1].content["title"]["text"]) if stack else ""
