"""The door of the Web API: token, scope and rate first, then the method; every call is kept."""

import math
from collections.abc import Callable, Mapping

from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from sandbox.slack.constants import Json, SlackRefusal
from sandbox.slack.state.slack_state import SlackExchange, SlackState
from sandbox.slack.state.workspace import Kind
from sandbox.slack.web_api import arguments as wire_arguments
from sandbox.slack.web_api import chat, conversations, files, memberships, scopes, users, views
from sandbox.slack.web_api.arguments import Arguments
from sandbox.slack.web_api.rate_limits import MethodRateLimits

METHODS: Mapping[str, Callable[[SlackState, Arguments], Json]] = {
    **chat.METHODS,
    **conversations.METHODS,
    **files.METHODS,
    **memberships.METHODS,
    **users.METHODS,
    **views.METHODS,
}


class WebApi:
    """Answers `/api/{method}`; `rates` is None where calls are not counted."""

    def __init__(self, state: SlackState, token: str, rates: MethodRateLimits | None) -> None:
        self._state = state
        self._token = token
        self._rates = rates

    async def answer(self, request: Request) -> Response:
        """Answer one call."""
        method = request.path_params["method"]
        try:
            arguments, token = await wire_arguments.read_arguments(request)
        except SlackRefusal as refused:
            return self._kept(method, {}, refused.body())
        wait = self._rates.wait(method, arguments.text("channel")) if self._rates else 0.0
        if wait > 0:
            headers = {"Retry-After": str(math.ceil(wait))}
            return self._kept(method, arguments.given, {"ok": False, "error": "ratelimited"}, 429, headers)
        return self._kept(method, arguments.given, self._answer(method, arguments, token))

    def _answer(self, method: str, arguments: Arguments, token: str) -> Json:
        try:
            self._refuse_strangers(method, token)
            self._refuse_without_scope(method, arguments)
            return {"ok": True, **METHODS[method](self._state, arguments)}
        except SlackRefusal as refused:
            return refused.body()

    def _refuse_strangers(self, method: str, token: str) -> None:
        if method not in METHODS:
            raise SlackRefusal("unknown_method", req_method=method)
        if not token:
            raise SlackRefusal("not_authed")
        if token != self._token:
            raise SlackRefusal("invalid_auth")

    def _refuse_without_scope(self, method: str, arguments: Arguments) -> None:
        app = self._state.installation
        wanted = scopes.needed(method, self._kind(arguments))
        if wanted and not any(app.grants(scope) for scope in wanted):
            raise SlackRefusal("missing_scope", needed=",".join(sorted(wanted)), provided=app.provided)

    def _kind(self, arguments: Arguments) -> Kind | None:
        """The kind of conversation a call is about; None if it is about none, or one nobody knows."""
        channel = self._state.workspace.channels.get(arguments.text("channel"))
        if channel is not None:
            return channel.kind
        people = arguments.text("users")
        return None if not people else "mpim" if "," in people else "im"

    def _kept(
        self,
        method: str,
        request: Json,
        response: Json,
        status: int = 200,
        headers: Mapping[str, str] | None = None,
    ) -> Response:
        self._state.exchanges.append(SlackExchange(self._state.clock(), method, request, response))
        self._state.changes.tell()
        told = {"X-OAuth-Scopes": self._state.installation.provided}
        return JSONResponse(response, status, told | dict(headers or {}))
