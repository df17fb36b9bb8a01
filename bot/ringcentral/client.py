"""The one way to RingCentral: every request leaves through `_exchange`, in its turn, with a time limit.

Unavailable     nothing happened; sent again up to five times, ever more slowly, then raised
OutcomeUnknown  a write left and no answer came; raised at once, for the caller to look first
429             not done; nobody sends until the penalty is over, then it is sent again
"""

from collections.abc import Awaitable, Callable, Mapping
from copy import copy
from datetime import datetime
from typing import Any, Self, TypeAlias, TypeVar

import httpx
from pydantic import BaseModel, ValidationError
from tenacity import (
    AsyncRetrying,
    RetryCallState,
    retry_if_exception_type,
    stop_after_attempt,
    wait_exponential,
)

from bot.errors import Limited, SignInRefused, Unavailable
from bot.models.clock import Clock
from bot.models.frozen import Frozen
from bot.models.waiting import Tell, Wait, WaitReason
from bot.ringcentral import answers
from bot.ringcentral.budget import Budget
from bot.ringcentral.operations import Operation, Operations
from bot.ringcentral.sign_in import GRANT, SignIn
from bot.ringcentral.wire import (
    InviteeAnswer,
    InviteesAnswer,
    NewInvitees,
    NewSession,
    NewWebinar,
    Page,
    RegistrationAnswer,
    SessionAnswer,
    TokenAnswer,
    WebinarAnswer,
)

Answer = TypeVar("Answer", bound=BaseModel)


class Pace(Frozen):
    """How patient we are, in seconds: one answer, the first pause between tries, the longest pause."""

    timeout: float = 20.0
    pause: float = 2.0
    longest_pause: float = 60.0
    tries: int = 5


class Credentials(Frozen):
    """The RingCentral app and the user it acts for."""

    client_id: str
    client_secret: str
    jwt: str


Record: TypeAlias = Callable[[], Awaitable[None]]
"""Called right before a write leaves."""


async def nobody(_: Wait) -> None:
    """The Tell of work that nobody watches."""


async def unrecorded() -> None:
    """The Record of a write that may be repeated."""


class RingCentral:
    """The Webinar API, as far as the product uses it."""

    def __init__(
        self, http: httpx.AsyncClient, credentials: Credentials, budget: Budget, clock: Clock, pace: Pace
    ) -> None:
        self._http = http
        self._credentials = credentials
        self._budget = budget
        self._sign_in = SignIn(self._ask_token, clock)
        self._tell: Tell = nobody
        self._record: Record = unrecorded
        self.pace = pace

    def telling(self, tell: Tell) -> Self:
        """The same client, telling somebody about every wait."""
        told = copy(self)
        told._tell = tell  # noqa: SLF001 - our own copy
        return told

    def recording(self, record: Record) -> Self:
        """The same client, recording each write at the moment it leaves."""
        recorded = copy(self)
        recorded._record = record  # noqa: SLF001 - our own copy
        return recorded

    async def signed_in(self) -> None:
        """Raise SignInRefused when the credentials are not accepted."""
        await self._sign_in.token(self._tell)

    async def create_webinar(self, body: NewWebinar) -> WebinarAnswer:
        """Make a webinar, which has no date yet."""
        return await self._call(Operations.rcwConfigCreateWebinar, WebinarAnswer, body=body.body())

    async def list_webinars(self, since: datetime) -> list[WebinarAnswer]:
        """The host's webinars made since an instant, oldest first."""
        asked = {"creationTimeFrom": since.isoformat(timespec="milliseconds")}
        return await self._pages(Operations.rcwConfigListWebinars, WebinarAnswer, asked)

    async def delete_webinar(self, webinar_id: str) -> None:
        """Delete a webinar with all that belongs to it."""
        await self._send(Operations.rcwConfigDeleteWebinar.value, {"webinarId": webinar_id})

    async def create_session(self, webinar_id: str, body: NewSession) -> SessionAnswer:
        """Schedule the one session of a webinar."""
        path = {"webinarId": webinar_id}
        return await self._call(Operations.rcwConfigCreateSession, SessionAnswer, path, body=body.body())

    async def get_session(self, webinar_id: str, session_id: str) -> SessionAnswer:
        """A session with its links."""
        path = {"webinarId": webinar_id, "sessionId": session_id}
        return await self._call(Operations.rcwConfigGetSession, SessionAnswer, path)

    async def list_sessions(self, ending_from: datetime) -> list[SessionAnswer]:
        """The host's sessions that end at an instant or later."""
        asked = {"endTimeFrom": ending_from.isoformat(timespec="milliseconds")}
        return await self._pages(Operations.rcwConfigListAllSessions, SessionAnswer, asked)

    async def invite(self, webinar_id: str, session_id: str, body: NewInvitees) -> tuple[InviteeAnswer, ...]:
        """Invite co-hosts and panelists, all in one call."""
        path = {"webinarId": webinar_id, "sessionId": session_id}
        answer = await self._call(Operations.rcwConfigUpdateInvitees, InviteesAnswer, path, body=body.body())
        return answer.added_invitees

    async def list_invitees(self, webinar_id: str, session_id: str) -> list[InviteeAnswer]:
        """Everybody on the panel, the host included."""
        path = {"webinarId": webinar_id, "sessionId": session_id}
        return await self._pages(Operations.rcwConfigListInvitees, InviteeAnswer, {}, path)

    async def get_registration(self, session_id: str) -> RegistrationAnswer:
        """How registration stands for a session."""
        return await self._call(Operations.rcwRegGetSession, RegistrationAnswer, {"sessionId": session_id})

    async def _call(
        self,
        operation: Operations,
        read: type[Answer],
        path: Mapping[str, str] | None = None,
        *,
        query: Mapping[str, str] | None = None,
        body: Mapping[str, Any] | None = None,
    ) -> Answer:
        response = await self._send(operation.value, path or {}, query, body)
        try:
            return read.model_validate_json(response.content)
        except ValidationError:
            raise answers.unreadable(operation.value) from None

    async def _pages(
        self,
        operation: Operations,
        read: type[Answer],
        query: Mapping[str, str],
        path: Mapping[str, str] | None = None,
    ) -> list[Answer]:
        """Every record of a list, page by page; records that cannot be read are left out."""
        records: list[Answer] = []
        token: str | None = ""
        while token is not None:
            asked = {**query, "perPage": "1000"} | ({"pageToken": token} if token else {})
            page = await self._call(operation, Page, path, query=asked)
            records += [record for raw in page.records if (record := _readable(read, raw))]
            token = page.paging.next_page_token
        return records

    async def _send(
        self,
        operation: Operation,
        path: Mapping[str, str],
        query: Mapping[str, str] | None = None,
        body: Mapping[str, Any] | None = None,
    ) -> httpx.Response:
        """Send with our token, and again while nothing happened; a refused token is renewed once.

        The last answer is the caller's; raises what `bot.errors` sorts under RingCentral.
        """
        request = self._http.build_request(
            operation.method,
            operation.path.format(**path),
            params=query,
            json=body,
            timeout=self.pace.timeout,
        )
        return await self._tries()(self._signed_exchange, operation, request)

    async def _signed_exchange(self, operation: Operation, request: httpx.Request) -> httpx.Response:
        token = await self._sign_in.token(self._tell)
        response = await self._exchange(operation, _signed(request, token), self._tell)
        if response.status_code == httpx.codes.UNAUTHORIZED:
            await self._sign_in.refused(token)
            token = await self._sign_in.token(self._tell)
            response = await self._exchange(operation, _signed(request, token), self._tell)
        if response.status_code == httpx.codes.UNAUTHORIZED:
            raise SignInRefused("RingCentral does not accept our sign-in. Tell whoever runs this bot.")
        if not response.is_success:
            raise answers.refused(operation, response)
        return response

    async def _ask_token(self, tell: Tell) -> TokenAnswer:
        """Ask for a token; 400 and 401 mean that the credentials are wrong."""
        operation = Operations.getToken.value
        form = {"grant_type": GRANT, "assertion": self._credentials.jwt}
        basic = httpx.BasicAuth(self._credentials.client_id, self._credentials.client_secret)
        request = next(
            basic.auth_flow(
                self._http.build_request("POST", operation.path, data=form, timeout=self.pace.timeout)
            )
        )
        response = await self._exchange(operation, request, tell)
        if not (response.is_success or response.is_client_error):
            raise Unavailable("RingCentral does not answer right now. Try again in a minute.")
        if response.is_client_error:
            raise SignInRefused(
                "RingCentral does not accept RINGCENTRAL_CLIENT_ID, RINGCENTRAL_CLIENT_SECRET and RINGCENTRAL_JWT "
                f"({response.status_code}). Tell whoever runs this bot."
            )
        try:
            return TokenAnswer.model_validate_json(response.content)
        except ValidationError:
            raise Unavailable("RingCentral answered the sign-in with something unreadable.") from None

    async def _exchange(self, operation: Operation, request: httpx.Request, tell: Tell) -> httpx.Response:
        """One request and its answer, in turn; a 429 is waited out, since nothing was done."""
        for _ in range(self.pace.tries):
            async with self._budget.turn(operation.group, tell) as turn:
                if operation.writes:
                    await self._record()
                try:
                    response = await self._http.send(request)
                except httpx.HTTPError as fault:
                    raise answers.broken(operation, fault) from None
                if response.status_code != httpx.codes.TOO_MANY_REQUESTS:
                    await turn.answered(response.headers)
                    return response
                await turn.penalised(answers.penalty(response))
        raise Limited("RingCentral keeps refusing for too many calls. Try again in a few minutes.", 60)

    def _tries(self) -> AsyncRetrying:
        async def say(state: RetryCallState) -> None:
            pause = state.next_action.sleep if state.next_action else 0
            await self._tell(Wait(reason=WaitReason.DOWN, seconds=pause))

        return AsyncRetrying(
            retry=retry_if_exception_type(Unavailable),
            stop=stop_after_attempt(self.pace.tries),
            wait=wait_exponential(multiplier=self.pace.pause, max=self.pace.longest_pause),
            before_sleep=say,
            reraise=True,
        )


def _signed(request: httpx.Request, token: str) -> httpx.Request:
    request.headers["Authorization"] = f"Bearer {token}"
    return request


def _readable(read: type[Answer], raw: dict[str, Any]) -> Answer | None:
    try:
        return read.model_validate(raw)
    except ValidationError:
        return None
