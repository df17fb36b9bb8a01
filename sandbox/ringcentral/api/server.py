"""A local RingCentral Webinar API over HTTP, as strict as the real one."""

import time
from collections.abc import AsyncIterator, Awaitable, Callable, Collection, Mapping
from contextlib import asynccontextmanager
from types import MappingProxyType
from typing import Any, Final

from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Mount
from starlette.types import ASGIApp, Receive, Scope, Send

from sandbox.faults import Faults, Faulty
from sandbox.ringcentral.actors.app_users import AppUsers
from sandbox.ringcentral.actors.consent_pages import ConsentPages
from sandbox.ringcentral.actors.live_session import LiveSessions
from sandbox.ringcentral.actors.web_pages import WebPages
from sandbox.ringcentral.api.beta import Beta
from sandbox.ringcentral.api.errors import ApiRefusal, Problem, wrong_media_type, wrong_method
from sandbox.ringcentral.api.exchange import ApiExchange
from sandbox.ringcentral.api.oauth import Authorization, SignIn
from sandbox.ringcentral.api.operations import ApiOperation, find
from sandbox.ringcentral.api.rate_limits import Limit, Throttle
from sandbox.ringcentral.api.responses import Json
from sandbox.ringcentral.api.validation import check, read_json, read_query
from sandbox.ringcentral.state.policy import Policy
from sandbox.ringcentral.state.store import User

ACCOUNT: Final = "400"
CLIENTS: Final[Mapping[str, str]] = MappingProxyType({"sandbox-client": "sandbox-secret"})
ASSERTIONS: Final[Mapping[str, str]] = MappingProxyType({"sandbox-jwt": "100"})
PERMISSIONS: Final = frozenset({"ReadWebinars", "EditWebinars"})
SIGN_IN: Final[Mapping[str, str]] = MappingProxyType(
    {"/restapi/oauth/token": "getToken", "/restapi/oauth/revoke": "revokeToken"}
)


class WebinarAPI(AppUsers, LiveSessions):
    """RingCentral, as far as a webinar bot meets it: serve `app`, then set `url` to its base URL.

    `clients` are the known apps with their secrets, `assertions` the JWTs with the users they sign in, and
    `permissions` what the apps may do. `token_ttl` and `penalty` are in seconds (None: as long as the window).
    """

    def __init__(  # noqa: PLR0913 - each is a knob that some test turns
        self,
        *,
        clients: Mapping[str, str] | None = None,
        assertions: Mapping[str, str] | None = None,
        permissions: Collection[str] = PERMISSIONS,
        token_ttl: int = 3600,
        limits: Mapping[str, Limit] | None = None,
        penalty: float | None = None,
        retry_after_header: bool = True,
        policy: Policy | None = None,
        beta: Beta | None = None,
        faults: Faults | None = None,
        clock: Callable[[], float] = time.time,
    ) -> None:
        super().__init__(clock, policy or Policy())
        self.beta = beta or Beta()
        self.deliveries.stray = self.beta.stray
        self.permissions = frozenset(permissions)
        self.faults = faults or Faults()
        self.exchanges: list[ApiExchange] = []
        self.throttle = Throttle(
            limits or {}, clock=clock, penalty=penalty, retry_after_header=retry_after_header
        )
        self.authorization = Authorization(clients or CLIENTS, {}, clock=clock, token_ttl=token_ttl)
        for jwt, user_id in (assertions or ASSERTIONS).items():
            self.add_user(user_id, jwt=jwt)
        self.consent_pages = ConsentPages(self, self.authorization)
        pages = [*WebPages(self).routes, *self.consent_pages.routes]
        site = Starlette(routes=[*pages, Mount("/", app=self._serve)], lifespan=self._open)
        self.app: ASGIApp = Faulty(site, self.faults)

    @property
    def penalties(self) -> int:
        """The number of requests that were answered 429."""
        return self.throttle.penalties

    def heavy(self) -> int:
        """Count the Heavy requests that went into somebody's budget."""
        return sum(each.group == "Heavy" and each.status != 429 for each in self.exchanges)

    def add_user(
        self,
        user_id: str,
        *,
        jwt: str | None = None,
        name: str = "",
        admin: bool = False,
        entitled: bool = True,
    ) -> User:
        """Add a user to the account, or replace one; `jwt` is the assertion that signs them in."""
        first, _, last = (name or f"Host {user_id}").partition(" ")
        email = f"{first}.{last}@example.com".lower()
        user = User(user_id, first, last, email, ACCOUNT, admin=admin, entitled=entitled)
        self.store.users[user_id] = user
        if jwt is not None:
            self.authorization.assertions[jwt] = user_id
        return user

    async def wait_until(self, predicate: Callable[[], bool], timeout: float = 5.0) -> None:  # noqa: ASYNC109
        """Return once `predicate` holds, looked at after each exchange and change; `timeout` in seconds."""
        try:
            await self.changes.until(predicate, timeout)
        except TimeoutError:
            said = "\n".join(map(str, self.exchanges)) or "nothing was said"
            raise AssertionError(f"it did not come true within {timeout} s; so far:\n{said}") from None

    @asynccontextmanager
    async def _open(self, _: Starlette) -> AsyncIterator[None]:
        """Deliver events for as long as the API is served."""
        yield
        await self.deliveries.stop()

    async def _serve(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request, and keep what was said."""
        request = Request(scope, receive)
        exchange = ApiExchange(
            at=self.clock(), method=request.method, path=request.url.path, query=dict(request.query_params)
        )
        try:
            exchange.status, answer = await self._act(exchange, request, await request.body())
        except ApiRefusal as refusal:
            exchange.status, answer = refusal.status, refusal.body()
            exchange.headers |= refusal.headers
        exchange.response = self.beta.stray(answer)
        self.exchanges.append(exchange)
        self.changes.tell()
        await _response(exchange)(scope, receive, send)

    async def _act(self, exchange: ApiExchange, request: Request, raw: bytes) -> tuple[int, Json | None]:
        """Let a request in step by step, as far as it gets; each step may raise a `ApiRefusal`."""
        if exchange.path in SIGN_IN:
            return 200, self._sign_in(exchange, request, raw)
        operation, ids = find(exchange.method, exchange.path)
        exchange.operation_id, exchange.group = operation.id, operation.group
        sign_in = self._let_in(exchange, operation, request)
        exchange.request = _body(operation, request, raw)
        query = read_query(operation.query, request.query_params.multi_items())
        check(operation.query, query)
        if operation.body and (raw or not operation.bare):
            check(operation.body, exchange.request)
        user = self.users[sign_in.user]
        call = self.call(user, client=sign_in.client, ids=ids, query=query, body=exchange.request)
        answer = operation.act(call)
        return operation.status, await answer if isinstance(answer, Awaitable) else answer

    def _sign_in(self, exchange: ApiExchange, request: Request, raw: bytes) -> Json | None:
        """Answer at the token endpoints, where the budget is the client's."""
        if request.method != "POST":
            raise wrong_method(request.method, ["POST"])
        exchange.operation_id, exchange.group = SIGN_IN[exchange.path], "Auth"
        exchange.headers |= self.throttle.admit("", self.authorization.client_named(request.headers), "Auth")
        if exchange.operation_id == "revokeToken":
            self.authorization.revoke(request.headers, raw, request.query_params)
            return None
        answer = self.authorization.token(request.headers, raw)
        exchange.user = answer["owner_id"]
        return answer

    def _let_in(self, exchange: ApiExchange, operation: ApiOperation, request: Request) -> SignIn:
        """Count the request, then see who asks and whether the app may do this."""
        known = self.authorization.whose(request.headers)
        exchange.user = known.user if known else None
        caller = (known.user, known.client) if known else ("", "")
        exchange.headers |= self.throttle.admit(*caller, operation.group)
        sign_in = self.authorization.check(request.headers)
        if operation.permission not in {None, *self.permissions}:
            raise ApiRefusal(403, Problem("CMN-401", f"The app needs the permission {operation.permission}"))
        return sign_in


def _body(operation: ApiOperation, request: Request, raw: bytes) -> Any:
    """Read the JSON body; None where the operation has none, or needs none and got none."""
    if not operation.body or (operation.bare and not raw):
        return None
    kind = request.headers.get("content-type", "application/json")
    if kind.partition(";")[0].strip().lower() != "application/json":
        raise wrong_media_type("application/json")
    return read_json(raw)


def _response(exchange: ApiExchange) -> Response:
    if exchange.response is None:
        return Response(status_code=exchange.status, headers=exchange.headers)
    return JSONResponse(exchange.response, exchange.status, exchange.headers)
