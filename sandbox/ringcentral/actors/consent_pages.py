"""The page on which a person lets an app act for them, and the document that tells where it is."""

from typing import Final

from jinja2 import DictLoader, Environment
from starlette.requests import Request
from starlette.responses import HTMLResponse, JSONResponse, RedirectResponse, Response
from starlette.routing import Route

from sandbox.ringcentral.actors.app_users import AppUsers
from sandbox.ringcentral.api.errors import OAuthRefusal
from sandbox.ringcentral.api.oauth import Authorization

AUTHORIZE: Final = "/restapi/oauth/authorize"
DISCOVERY: Final = "/.well-known/openid-configuration"
_PAGES: Final = {
    "frame": """<!doctype html><html lang="en"><meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{{ title }} · RingCentral sandbox</title><link rel="icon" href="data:,">
<link rel="stylesheet" href="/room/static/site.css">
<header><span>RingCentral sandbox</span> <small>a page of the local RingCentral, not of the real one</small></header>
<main><h1>{{ title }}</h1>{% block body %}<p role="alert">{{ text }}</p>{% endblock %}</main></html>""",
    "consent": """{% extends "frame" %}{% block body %}
<p>The app would create, change and read your webinars.</p>
<form method="post"><p><label for="user">Sign in as</label>
<select id="user" name="user">{% for user in users %}
<option value="{{ user.id }}"{% if user.id == hint %} selected{% endif %}>
{{ user.first_name }} {{ user.last_name }} ({{ user.email }})</option>{% endfor %}
</select></p>
<p><button class="primary" name="answer" value="allow">Allow</button>
<button name="answer" value="deny">Deny</button></p></form>{% endblock %}""",
}


class ConsentPages:
    """Asks people for their consent; whoever sits before the page chooses who they are."""

    def __init__(self, account_state: AppUsers, authorization: Authorization) -> None:
        self._account_state = account_state
        self._authorization = authorization
        self._templates = Environment(loader=DictLoader(_PAGES), autoescape=True)
        self.is_discoverable = True
        """Servers before July 2026 have no discovery document."""
        self.routes = [
            Route(AUTHORIZE, self.consent, methods=["GET", "POST"]),
            Route(DISCOVERY, self.discovery),
        ]

    async def consent(self, request: Request) -> Response:
        """Ask, and lead back to the app with a code or with access_denied."""
        try:
            asked = self._authorization.consent_request(request.query_params)
        except OAuthRefusal as refusal:
            return self._page(400, "frame", "This app cannot sign you in", text=refusal.problems[0].message)
        if request.method == "GET":
            users = self._account_state.users.values()
            hint = request.query_params.get("login_hint", "")
            return self._page(200, "consent", "Let the app act for you?", users=users, hint=hint)
        form = await request.form()
        if form.get("answer") != "allow":
            return RedirectResponse(asked.redirect(error="access_denied"), 303)
        user = str(form.get("user", ""))
        if user not in self._account_state.users:
            return self._page(400, "frame", "This app cannot sign you in", text="Nobody has this id.")
        return RedirectResponse(self._authorization.allow(asked, user), 303)

    async def discovery(self, request: Request) -> Response:
        """The addresses of the authorization server."""
        if not self.is_discoverable:
            return JSONResponse({"errorCode": "CMN-102"}, 404)
        base = str(request.base_url).rstrip("/")
        return JSONResponse(
            {
                "issuer": base,
                "authorization_endpoint": f"{base}{AUTHORIZE}",
                "token_endpoint": f"{base}/restapi/oauth/token",
                "revocation_endpoint": f"{base}/restapi/oauth/revoke",
                "code_challenge_methods_supported": ["S256"],
                "response_types_supported": ["code"],
            }
        )

    def _page(self, status: int, name: str, title: str, **facts: object) -> HTMLResponse:
        html = self._templates.get_template(name).render(title=title, **facts)
        return HTMLResponse(html, status, {"Cache-Control": "no-store"})
