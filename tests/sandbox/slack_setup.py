"""A person in a workspace and a Bolt app on the other side: the setup of most tests of the workspace."""

from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import Any

from slack_bolt.async_app import AsyncApp

from sandbox.slack import SlackServer, SlackUser
from tests.sandbox.bolt_app import staged

Handler = Callable[..., Awaitable[None]]


@dataclass
class SlackSetup:
    """Ann, the workspace, the bot, and everything that the bot was sent by way of handlers from here."""

    ann: SlackUser
    slack: SlackServer
    bot: AsyncApp
    got: list[dict[str, Any]] = field(default_factory=list)
    view: dict[str, Any] = field(default_factory=dict)

    def answers(self, listen: Callable[[Handler], object], **answer: Any) -> None:
        """Let the bot keep what it hears through `listen`, such as `bot.view("webinar")`, and answer so."""
        self.acts(listen, acknowledging(**answer))

    def acts(self, listen: Callable[[Handler], object], handler: Handler) -> None:
        """Let the bot keep what it hears through `listen`, and do as `handler` says."""

        async def keeping(ack: Any, client: Any, body: Any) -> None:
            self.got.append(body)
            await handler(ack, client, body)

        listen(keeping)

    async def opens(self, view: dict[str, Any], channel: str = "#general") -> None:
        """Open `view` before Ann."""
        self.view = view
        await self.ann.types("/open", channel)
        await self.ann.sees(lambda: self.ann.modal)

    async def calls(self, method: str, **arguments: Any) -> dict[str, Any]:
        """Call the Web API as the bot."""
        answer = await self.bot.client.api_call(method, json=arguments)
        return dict(answer.data) if isinstance(answer.data, dict) else {}


@asynccontextmanager
async def open_setup(**knobs: Any) -> AsyncIterator[SlackSetup]:
    """A setup with these options of the workspace."""
    slack = SlackServer.with_people(**{"commands": ["/open", "/webinar"]} | knobs)
    async with staged(slack) as bot:
        setup = SlackSetup(slack.person("ann"), slack, bot)

        async def open_view(ack: Any, client: Any, body: Any) -> None:
            await ack()
            await client.views_open(trigger_id=body["trigger_id"], view=setup.view)

        bot.command("/open")(open_view)
        yield setup


def acknowledging(*args: Any, **answer: Any) -> Handler:
    """A handler that does nothing but acknowledge with `answer`."""

    async def handler(ack: Any, client: Any, body: Any) -> None:
        await ack(*args, **answer)

    return handler
