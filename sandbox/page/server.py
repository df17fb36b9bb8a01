"""The page as a server: one address for each person and conversation, acts, and the stream of changes."""

from pathlib import Path
from typing import Any, Final

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import HTMLResponse, PlainTextResponse, RedirectResponse, Response
from starlette.routing import Mount, Route
from starlette.staticfiles import StaticFiles
from starlette.types import ASGIApp

from sandbox.gateway import waiting
from sandbox.page import addresses
from sandbox.page.actions import PageActions
from sandbox.page.downloads import Downloads
from sandbox.page.live_updates import live
from sandbox.page.mrkdwn import plain_html
from sandbox.page.same_origin import SameOrigin
from sandbox.page.screen import Screen
from sandbox.page.traffic import unfolded
from sandbox.page.unread import Unread
from sandbox.page.world_controls import WorldControls
from sandbox.scenes import SCENES
from sandbox.slack import SlackUser
from sandbox.slack.state.workspace import Channel
from sandbox.world import World

_HERE: Final = Path(__file__).parent
_SAFE: Final = {
    "Content-Security-Policy": "default-src 'self'; base-uri 'none'; frame-ancestors 'none'; form-action 'self'",
    "Cache-Control": "no-store",
    "Referrer-Policy": "same-origin",
}
_AGAIN: Final = "x-refresh"
"""The header of a page that only looks again."""


class WorkspacePage:
    """Serve `app`; `/` leads to the first person in the channel that the world opens with."""

    def __init__(self, world: World) -> None:
        self._world = world
        self._slack = world.slack
        self._unread = Unread()
        self._templates = Environment(
            loader=FileSystemLoader(_HERE / "templates"),
            autoescape=True,
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
        )
        self._templates.filters["plain"] = plain_html
        self.app: ASGIApp = Starlette(
            routes=[
                Mount("/static", StaticFiles(directory=_HERE / "static")),
                Route("/", self.door),
                Route("/live", self.live),
                Route("/scenes/{scene}", self.scene),
                Route("/wire/{key}", self.wire),
                Route("/look", self.look, methods=["POST"]),
                *Downloads(world.slack).routes,
                *WorldControls(world).routes,
                Route("/{person}/{conversation}", self.screen),
                *PageActions(world).routes,
            ],
            middleware=[Middleware(SameOrigin)],
        )

    async def door(self, _request: Request) -> Response:
        """Lead to where a newcomer begins, or what the scene is about."""
        if self._world.is_over:
            return waiting()
        return RedirectResponse(self._start())

    async def live(self, _request: Request) -> Response:
        """Tell each change, for as long as somebody listens."""
        return live(self._world)

    async def screen(self, request: Request) -> Response:
        """Show a person a conversation, and whatever lies before it."""
        try:
            viewer, channel = addresses.find_place(self._slack, **request.path_params)
        except AssertionError as unknown:
            return self._nowhere(request, f"{unknown}.")
        self._unread.look(viewer.id, channel)
        screen = Screen(self._world, viewer, channel, self._unread, request.query_params)
        if _AGAIN not in request.headers:
            self._open_app(viewer, channel, screen.tab)
        return self._drawn(request, "page.html", screen=screen)

    async def wire(self, request: Request) -> Response:
        """Show both sides of one exchange."""
        try:
            found = unfolded(self._slack, self._world.ringcentral, request.path_params["key"])
        except (LookupError, ValueError):
            return PlainTextResponse("There is no such exchange.", 404)
        return self._drawn(request, "traffic_details.html", found=found)

    async def scene(self, request: Request) -> Response:
        """Begin a scene by its address; whom a page of another site sent here is asked first."""
        name = request.path_params["scene"]
        if name not in SCENES or self._world.wanted is None:
            return self._nowhere(request, f"There is no such scene; there are {', '.join(SCENES)}.")
        if request.headers.get("sec-fetch-site") == "cross-site":
            return self._drawn(request, "scene.html", name=name, scene=SCENES[name])
        self._world.begin(name)
        return RedirectResponse("/")

    async def look(self, request: Request) -> Response:
        """Remember whether somebody wants it light, dark, or as their system has it."""
        look = str((await request.form()).get("look", ""))
        answer = RedirectResponse(request.headers.get("referer", "/"), 303)
        answer.set_cookie("look", look if look in ("light", "dark") else "", samesite="strict")
        return answer

    def _nowhere(self, request: Request, why: str) -> Response:
        return self._drawn(request, "not_found.html", 404, why=why)

    def _drawn(self, request: Request, template: str, status: int = 200, **shown: Any) -> Response:
        look = request.cookies.get("look", "")
        html = self._templates.get_template(template).render(look=look, **shown)
        return HTMLResponse(html, status, headers=_SAFE)

    def _start(self) -> str:
        workspace = self._slack.state.workspace
        first = next(member for member in workspace.people.values() if not member.is_bot)
        return addresses.path(workspace, first.id, workspace.find_channel(self._world.opens))

    def _open_app(self, viewer: SlackUser, channel: Channel, tab: str) -> None:
        """Let the bot hear that somebody looks at its home or its messages."""
        if addresses.is_app(channel) and self._slack.request_url:
            self._slack.state.start_task(self._slack.open_home(viewer.id, tab))
