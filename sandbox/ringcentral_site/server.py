"""The pages of RingCentral that the story needs, in front of the API that everything else goes to."""

from pathlib import Path
from typing import Any, Final
from zoneinfo import ZoneInfo

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from starlette.applications import Starlette
from starlette.datastructures import FormData
from starlette.requests import Request
from starlette.responses import HTMLResponse, RedirectResponse, Response
from starlette.routing import Mount, Route
from starlette.staticfiles import StaticFiles
from starlette.types import Receive, Scope, Send

from sandbox.ringcentral import ApiRefusal, Session, SessionStatus, WebinarAPI
from sandbox.ringcentral_site.visitors import Visitor, behind

_HERE: Final = Path(__file__).parent
_OURS: Final = ("/register/", "/join/", "/room/")


class RingCentralSite:
    """An ASGI app: registering and joining have pages here, and everything else is RingCentral's."""

    def __init__(self, ringcentral: WebinarAPI) -> None:
        self._ringcentral = ringcentral
        self._templates = Environment(
            loader=FileSystemLoader(_HERE / "templates"),
            autoescape=True,
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
        )
        self._app = Starlette(
            routes=[
                Mount("/room/static", StaticFiles(directory=_HERE / "static")),
                Route("/register/{session_id}", self.registration),
                Route("/register/{session_id}", self.register, methods=["POST"]),
                Route("/join/{code}", self.door),
                Route("/join/{code}", self.enter, methods=["POST"]),
                Route("/room/{code}/{act}", self.act, methods=["POST"]),
            ]
        )

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        ours = scope["type"] == "http" and scope["path"].startswith(_OURS)
        await (self._app if ours else self._ringcentral.app)(scope, receive, send)

    async def registration(self, request: Request) -> Response:
        """Show the form to sign up, or say why there is none."""
        return self._registration(request, FormData(), "")

    async def register(self, request: Request) -> Response:
        """Sign somebody up, and show the link that is theirs."""
        form = await request.form()
        names = [str(form.get(name, "")).strip() for name in ("firstName", "lastName", "email")]
        try:
            one = self._ringcentral.register(request.path_params["session_id"], *names)
        except ApiRefusal as refusal:
            return self._registration(request, form, refusal.problems[0].message)
        session = self._ringcentral.sessions[one.session_id]
        links = self._ringcentral.links
        link, cancel = links.join(one.code), links.cancel(one.code)
        return self._page("registered.html", session=session, one=one, link=link, cancel=cancel)

    def _registration(self, request: Request, form: FormData, problem: str) -> Response:
        session = self._ringcentral.sessions.get(request.path_params["session_id"])
        if session is None or not self._webinar_settings(session)["registrationEnabled"]:
            return self._nothing("There is no registration here: the event may have been cancelled.")
        return self._page(
            "register.html", 400 if problem else 200, session=session, form=form, problem=problem
        )

    async def door(self, request: Request) -> Response:
        """Show whoever follows a join link where they stand."""
        guest = behind(self._ringcentral, request.path_params["code"])
        if guest is None:
            return self._nothing("This link opens nothing: the webinar may have been cancelled.")
        return self._room(request, guest, "")

    async def enter(self, request: Request) -> Response:
        """Let somebody into a webinar that is going on."""
        guest, form = behind(self._ringcentral, request.path_params["code"]), await request.form()
        if guest is None or guest.session.status is not SessionStatus.ACTIVE:
            return await self.door(request)
        first = guest.first_name or str(form.get("firstName", "")).strip() or "Guest"
        last = guest.last_name or str(form.get("lastName", "")).strip()
        email = guest.email or str(form.get("email", "")).strip()
        self._ringcentral.join(guest.session.id, first, last, email)
        return self._room(request, guest, f"{first} {last}".strip())

    async def act(self, request: Request) -> Response:
        """Let the host begin, interrupt or end the webinar."""
        code = request.path_params["code"]
        guest, act = behind(self._ringcentral, code), request.path_params["act"]
        doings = {
            "live": self._ringcentral.go_live,
            "break": self._ringcentral.take_break,
            "end": self._ringcentral.end,
        }
        if (
            guest is None
            or not guest.hosts
            or act not in doings
            or guest.session.status is SessionStatus.FINISHED
        ):
            return self._nothing("Only the host can do that, and only until the webinar has ended.")
        doings[act](guest.session.id)
        return RedirectResponse(f"/join/{code}", 303)

    def _room(self, request: Request, guest: Visitor, inside: str) -> Response:
        inside = inside or (f"{guest.first_name} {guest.last_name}" if guest.hosts else "")
        there = [one for one in self._ringcentral.participants.values() if one.session_id == guest.session.id]
        code = request.path_params["code"]
        return self._page(
            "webinar.html", session=guest.session, guest=guest, inside=inside, there=there, code=code
        )

    def _nothing(self, why: str) -> Response:
        return self._page("not_found.html", 404, session=None, why=why)

    def _page(self, name: str, status: int = 200, *, session: Session | None, **shown: Any) -> Response:
        webinar = self._ringcentral.webinars[session.webinar_id] if session else None
        title = (session and session.title) or (webinar.title if webinar else "Not found")
        template = self._templates.get_template(name)
        when = _when(session) if session else ""
        html = template.render(session=session, webinar=webinar, title=title, when=when, **shown)
        return HTMLResponse(html, status, {"Cache-Control": "no-store"})

    def _webinar_settings(self, session: Session) -> Any:
        return self._ringcentral.webinars[session.webinar_id].settings


def _when(session: Session) -> str:
    """The start, on the clock that the host chose."""
    start = session.start.astimezone(ZoneInfo(session.time_zone))
    city = session.time_zone.rpartition("/")[2].replace("_", " ")
    return f"{start:%A}, {start.day} {start:%B %Y, %H:%M} in {city}"
