"""The workspace as a server: its Web API under /api/, its response URLs, and the hands of its people."""

import time
from collections.abc import AsyncIterator, Callable, Collection, Mapping, Sequence
from contextlib import asynccontextmanager
from typing import Any, Self

from starlette.applications import Starlette
from starlette.routing import Route
from starlette.types import ASGIApp

from sandbox.faults import Faults, Faulty
from sandbox.slack.actors.slack_user import SlackUser
from sandbox.slack.actors.user_actions import UserActions
from sandbox.slack.blockkit.element_search import Completion
from sandbox.slack.constants import BOT_USER
from sandbox.slack.delivery.app_replies import ResponseUrlEndpoint
from sandbox.slack.delivery.app_requests import AppRequests, SentRequest
from sandbox.slack.delivery.response_urls import ResponseUrls
from sandbox.slack.delivery.triggers import Triggers
from sandbox.slack.state import example_company
from sandbox.slack.state.changes import SlackChanges
from sandbox.slack.state.file_storage import FileStorage
from sandbox.slack.state.installation import Installation, Shortcut
from sandbox.slack.state.slack_state import RefusedResponse, SlackExchange, SlackState
from sandbox.slack.state.surfaces import Surfaces
from sandbox.slack.state.workspace import Channel, Workspace, WorkspaceMember
from sandbox.slack.web_api.endpoint import WebApi
from sandbox.slack.web_api.files import Uploads
from sandbox.slack.web_api.rate_limits import MethodRateLimits


class SlackServer(UserActions):
    """A Slack workspace; serve `app`, then set `url` to where it is and `request_url` to where the bot listens."""

    def __init__(  # noqa: PLR0913 - each is a knob of its own, with a sensible default
        self,
        *,
        signing_secret: str = "sandbox-signing-secret",  # noqa: S107 - an example
        bot_token: str = "xoxb-sandbox",  # noqa: S107
        clock: Callable[[], float] = time.time,
        faults: Faults | None = None,
        ack_seconds: float = 3.0,
        trigger_seconds: float = 3.0,
        retry_delays: Sequence[float] = (0, 60, 300),
        rate_limits: bool = True,
        rate_speed: float = 1.0,
        commands: Collection[str] = (),
        shortcuts: Mapping[str, tuple[str, str]] | None = None,
        scopes: frozenset[str] | None = None,
        events: frozenset[str] | None = None,
    ) -> None:
        workspace, completion, changes = Workspace(clock), Completion(), SlackChanges()
        super().__init__(
            SlackState(
                clock=clock,
                installation=Installation(
                    commands=dict.fromkeys(commands, True),
                    shortcuts=[
                        Shortcut(name, callback_id, kind == "message")
                        for name, (callback_id, kind) in (shortcuts or {}).items()
                    ],
                    scopes=scopes,
                    events=events,
                ),
                workspace=workspace,
                shelf=FileStorage(clock),
                surfaces=Surfaces(clock, workspace, completion),
                completion=completion,
                triggers=Triggers(clock, trigger_seconds),
                response_urls=ResponseUrls(clock),
                delivery=AppRequests(
                    signing_secret=signing_secret,
                    ack_seconds=ack_seconds,
                    retry_delays=retry_delays,
                    changes=changes,
                    clock=clock,
                ),
                changes=changes,
            )
        )
        self.add_person(BOT_USER, "webinars", real_name="Webinars", is_bot=True)
        self.signing_secret = signing_secret
        self.bot_token = bot_token
        self.faults = faults or Faults()
        self.app: ASGIApp = Faulty(
            self._starlette(MethodRateLimits(clock, rate_speed) if rate_limits else None), self.faults
        )

    @classmethod
    def with_people(cls, **knobs: Any) -> Self:
        """A workspace with a small company in it."""
        slack = cls(**knobs)
        example_company.settle(slack.state.workspace)
        return slack

    @property
    def url(self) -> str:
        """The workspace's own address; response URLs begin with it."""
        return self.state.response_urls.base

    @url.setter
    def url(self, address: str) -> None:
        self.state.response_urls.base = self.state.shelf.base = address

    @property
    def request_url(self) -> str:
        """The address at which the bot listens for Slack's requests."""
        return self.state.delivery.request_url

    @request_url.setter
    def request_url(self, address: str) -> None:
        self.state.delivery.request_url = address

    @property
    def exchanges(self) -> list[SlackExchange]:
        """Every Web API call, in order of answer."""
        return self.state.exchanges

    @property
    def rate_limited(self) -> list[SlackExchange]:
        """The Web API calls that came too fast."""
        return [one for one in self.state.exchanges if one.response.get("error") == "ratelimited"]

    @property
    def sent(self) -> list[SentRequest]:
        """Everything Slack sent to the bot, in order of answer."""
        return self.state.delivery.sent

    @property
    def refusals(self) -> list[RefusedResponse]:
        """The bot's answers that Slack could not take."""
        return self.state.refusals

    def add_person(self, id: str, name: str, **facts: Any) -> SlackUser:  # noqa: A002 - Slack's own word
        """Let somebody in; `facts` are those of a Member, with no e-mail unless given."""
        self.state.workspace.people[id] = WorkspaceMember(id=id, name=name, **({"real_name": name} | facts))
        return self.person(id)

    def add_channel(  # noqa: PLR0913 - the facts of a channel
        self,
        id: str,  # noqa: A002 - Slack's own word
        name: str,
        members: Sequence[str] = (),
        *,
        private: bool = False,
        archived: bool = False,
        posting_restricted: bool = False,
        ext_shared: bool = False,
    ) -> Channel:
        """Open a channel."""
        return self.state.workspace.add(
            Channel(
                id=id,
                name=name,
                kind="private" if private else "public",
                members=list(members),
                archived=archived,
                posting_restricted=posting_restricted,
                ext_shared=ext_shared,
            )
        )

    def install(self, manifest: Mapping[str, Any]) -> None:
        """Install the app as its parsed manifest asks."""
        self.state.installation = Installation.of(manifest)

    def person(self, name: str) -> SlackUser:
        """The hands and eyes of somebody, by id or name."""
        return SlackUser(self, self.state.workspace.find_person(name))

    def _starlette(self, rates: MethodRateLimits | None) -> Starlette:
        web_api, uploads = WebApi(self.state, self.bot_token, rates), Uploads(self.state, self.bot_token)
        return Starlette(
            routes=[
                Route("/api/{method}", web_api.answer, methods=["GET", "POST"]),
                Route("/response/{key}", ResponseUrlEndpoint(self.state).answer, methods=["POST"]),
                Route("/upload/v1/{key}", uploads.receive, methods=["POST"]),
                Route("/files-pri/{place}/{rest:path}", uploads.give),
            ],
            lifespan=self._lifespan,
        )

    @asynccontextmanager
    async def _lifespan(self, _app: Starlette) -> AsyncIterator[None]:
        yield
        await self.state.close()
