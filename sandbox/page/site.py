"""The page as a server: one address for each person and conversation, acts, and the stream of changes."""

from pathlib import Path
from typing import Final

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import HTMLResponse, PlainTextResponse, RedirectResponse, Response
from starlette.routing import Mount, Route
from starlette.staticfiles import StaticFiles
from starlette.types import ASGIApp

from sandbox.page import floor
from sandbox.page.acts import Acts
from sandbox.page.live import live
from sandbox.page.mrkdwn import plain_html
from sandbox.page.origin import SameOrigin
from sandbox.page.screen import Screen
from sandbox.page.unread import Unread
from sandbox.ringcentral import WebinarAPI
from sandbox.slack import Slack

_HERE: Final = Path(__file__).parent
_SAFE: Final = {
    "Content-Security-Policy": "default-src 'self'; base-uri 'none'; frame-ancestors 'none'; form-action 'self'",
    "Cache-Control": "no-store",
}


class Page:
    """Serve `app`; `/` leads to the first person in the first channel."""

    def __init__(self, slack: Slack, ringcentral: WebinarAPI) -> None:
        self._slack = slack
        self._ringcentral = ringcentral
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
                Route("/{person}/{conversation}", self.screen),
                *Acts(slack).routes,
            ],
            middleware=[Middleware(SameOrigin)],
        )

    async def door(self, _request: Request) -> Response:
        """Lead to where a newcomer begins."""
        workspace = self._slack.world.workspace
        person = next(member for member in workspace.people.values() if not member.is_bot)
        channel = next(each for each in workspace.channels.values() if person.id in each.members)
        return RedirectResponse(floor.path(workspace, person.id, channel))

    async def live(self, _request: Request) -> Response:
        """Tell each change, for as long as somebody listens."""
        return live(self._slack, self._ringcentral)

    async def screen(self, request: Request) -> Response:
        """Show a person a conversation, and whatever lies before it."""
        try:
            viewer, channel = floor.find(self._slack, **request.path_params)
        except AssertionError as unknown:
            return PlainTextResponse(str(unknown), 404)
        self._unread.look(viewer.id, channel)
        screen = Screen(self._slack, self._ringcentral, viewer, channel, self._unread)
        html = self._templates.get_template("page.html").render(screen=screen)
        return HTMLResponse(html, headers=_SAFE)
