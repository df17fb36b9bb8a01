"""The pages that people open in a browser: signing up, signing off, joining, and watching a recording."""

from typing import Final

from jinja2 import DictLoader, Environment
from starlette.requests import Request
from starlette.responses import HTMLResponse
from starlette.routing import Route

from sandbox.ringcentral.actors.app_users import AppUsers
from sandbox.ringcentral.api.errors import ApiRefusal
from sandbox.ringcentral.api.registration import registered_session
from sandbox.ringcentral.api.responses import Links
from sandbox.ringcentral.state.history import StoredRecording
from sandbox.ringcentral.state.store import SessionRole

_PAGES: Final = {
    "frame": """<!doctype html><meta charset="utf-8"><title>{{ title }}</title>
<body style="font-family: sans-serif; max-width: 36rem; margin: 4rem auto">
<small>RingCentral sandbox</small><h1>{{ title }}</h1>{% block body %}<p>{{ text }}</p>{% endblock %}""",
    "register": """{% extends "frame" %}{% block body %}{% if text %}<p role="alert">{{ text }}</p>{% endif %}
<form method="post"><p><label>First name <input name="firstName" value="{{ form.firstName }}"></label>
<p><label>Last name <input name="lastName" value="{{ form.lastName }}"></label>
<p><label>E-mail <input name="email" type="email" value="{{ form.email }}"></label>
<p><button>Register</button></form>{% endblock %}""",
    "registered": """{% extends "frame" %}{% block body %}<p>You are registered. Your own link:
<a href="{{ links.join(registrant.code) }}">Join</a> or
<a href="{{ links.cancel(registrant.code) }}">cancel</a>.</p>{% endblock %}""",
    "cancel": """{% extends "frame" %}{% block body %}
<form method="post"><button>Cancel my registration</button></form>{% endblock %}""",
}

_ROLES: Final = {
    SessionRole.HOST: "host",
    SessionRole.CO_HOST: "co-host",
    SessionRole.PANELIST: "panelist",
    SessionRole.ATTENDEE: "attendee",
}


class WebPages:
    """Serves the pages of a world."""

    def __init__(self, account_state: AppUsers) -> None:
        self._account_state = account_state
        self._templates = Environment(loader=DictLoader(_PAGES), autoescape=True)
        self.routes = [
            Route("/register/{session_id}", self.register, methods=["GET", "POST"]),
            Route("/join/{code}", self.join),
            Route("/cancel/{code}", self.cancel, methods=["GET", "POST"]),
            Route("/recording/{code}", self.recording),
            Route("/download/{code}", self.download),
        ]

    async def register(self, request: Request) -> HTMLResponse:
        """Show the form, and register who fills it in."""
        session_id = request.path_params["session_id"]
        try:
            session = registered_session(self._account_state.store, session_id)
        except ApiRefusal as refusal:
            return self._page(refusal.status, "frame", "No such registration")
        title = self._title(session.id)
        form = {name: str(value) for name, value in (await request.form()).items()}
        if request.method == "GET":
            return self._page(200, "register", title, form=form)
        names = (form.get("firstName", ""), form.get("lastName", ""), form.get("email", ""))
        try:
            registrant = self._account_state.register(session_id, *names)
        except ApiRefusal as refusal:
            text = refusal.problems[0].message
            return self._page(refusal.status, "register", title, form=form, text=text)
        links = Links(str(request.base_url).rstrip("/"))
        return self._page(200, "registered", title, registrant=registrant, links=links)

    async def cancel(self, request: Request) -> HTMLResponse:
        """Ask a registrant whether they mean it, and sign them off."""
        code = request.path_params["code"]
        found = [each for each in self._account_state.registrants.values() if each.code == code]
        if not found:
            return self._page(404, "frame", "No such registration")
        title = self._title(found[0].session_id)
        if request.method == "GET":
            return self._page(200, "cancel", title)
        self._account_state.unregister(found[0].id)
        return self._page(200, "frame", title, text="You are no longer registered.")

    async def join(self, request: Request) -> HTMLResponse:
        """Say as what one would now be in which webinar."""
        for session_id, role in self._doors(request.path_params["code"]):
            title = self._title(session_id)
            text = f"You would now be in the webinar ‘{title}’ as {role}."
            return self._page(200, "frame", title, text=text)
        return self._page(404, "frame", "No such webinar")

    async def recording(self, request: Request) -> HTMLResponse:
        """Say what one would now watch, if it is shared and still may be."""
        for each in self._recordings(request):
            if each.shared and (each.shared_until is None or self._account_state.now() < each.shared_until):
                text = f"You would now watch the recording of ‘{self._title(each.session_id)}’."
                return self._page(200, "frame", self._title(each.session_id), text=text)
        return self._page(404, "frame", "No such recording")

    async def download(self, request: Request) -> HTMLResponse:
        """Say what one would now download."""
        for each in self._recordings(request):
            text = f"You would now download the recording of ‘{self._title(each.session_id)}’."
            return self._page(200, "frame", self._title(each.session_id), text=text)
        return self._page(404, "frame", "No such recording")

    def _recordings(self, request: Request) -> list[StoredRecording]:
        code = request.path_params["code"]
        return [each for each in self._account_state.recordings.values() if each.code == code]

    def _doors(self, code: str) -> list[tuple[str, str]]:
        """Find the session that a join code opens, and the role that it gives."""
        account_state = self._account_state
        return [
            *(
                (each.session_id, f"a {_ROLES[each.role]}")
                for each in account_state.invitees.values()
                if each.code == code
            ),
            *(
                (each.session_id, "an attendee")
                for each in account_state.registrants.values()
                if each.code == code
            ),
            *(
                (each.id, "an attendee")
                for each in account_state.sessions.values()
                if each.attendee_code == code
            ),
        ]

    def _title(self, session_id: str) -> str:
        session = self._account_state.sessions[session_id]
        return session.title or self._account_state.webinars[session.webinar_id].title

    def _page(self, status: int, name: str, title: str, **facts: object) -> HTMLResponse:
        return HTMLResponse(self._templates.get_template(name).render(title=title, **facts), status)
