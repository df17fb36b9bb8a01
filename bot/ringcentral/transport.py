"""The one way to RingCentral: every request leaves through `_exchange`, in its turn, with a time limit.

Unavailable     nothing happened; sent again up to five times, ever more slowly, then raised
OutcomeUnknown  a write left and no answer came; raised at once, for the caller to look first
429             not done; nobody sends until the penalty is over, then it is sent again

Four loops stand one inside the other between a form and RingCentral. Each repeats for a reason that the others do
not know, and none repeats what another one has given up:

    a step of the engine    what nobody foresaw, as a database that restarts     7 times, within two minutes
      ExactlyOnce           OutcomeUnknown: looked for twice, then sent again    5 sends, about 3 minutes
        Transport.send      Unavailable: nothing happened                        5 tries: at once, 4, 8, 16 s
          _exchange         429: the penalty is waited out                       5 requests, then Limited

A step turns every error of ours into words, so the outermost loop never multiplies the others. Inside it one write
leaves at most 5 x 5 x 5 = 125 times, and one read 25 times; each of these waits for its turn in the rate limit. A
refused token is renewed and tried once more, outside of these counts.
"""

import asyncio
from collections.abc import Awaitable, Callable, Mapping
from copy import copy
from dataclasses import replace
from typing import Any, Final, Self, TypeAlias, TypeVar
from uuid import uuid4

import httpx
import structlog
from pydantic import BaseModel, ValidationError
from tenacity import (
    AsyncRetrying,
    RetryCallState,
    retry_if_exception_type,
    stop_after_attempt,
    wait_chain,
    wait_exponential,
    wait_none,
)

from bot.errors import Limited, SignInRefused, Unavailable
from bot.models.clock import Clock
from bot.models.frozen import Frozen
from bot.models.rate_limit import Caller, Priority, Tell, Wait, WaitReason
from bot.ringcentral import errors
from bot.ringcentral.auth import GRANT, AccessTokens, TokenStorage
from bot.ringcentral.limiter_protocol import Limiter
from bot.ringcentral.operations import Operation, Operations
from bot.ringcentral.responses import Page, TokenAnswer

Answer = TypeVar("Answer", bound=BaseModel)
_MOST_PAGES: Final = 20
"""Each has up to a thousand records, and costs a call of the ten that there are in a minute."""
log = structlog.get_logger()


class RingCentralTiming(Frozen):
    """The timing of calls, in seconds: one answer, the first pause between tries, the longest pause."""

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
"""Called right before anything leaves that changes something; what it raises keeps it back."""


async def unrecorded() -> None:
    """The Record of what nobody has to keep back."""


class Transport:
    """Sends operations of RingCentral, for one app and user."""

    def __init__(  # noqa: PLR0913 - what it takes to send: where, as whom, how often, how patiently
        self,
        http: httpx.AsyncClient,
        credentials: Credentials,
        *,
        rate_limiter: Limiter,
        token_storage: TokenStorage,
        clock: Clock,
        pace: RingCentralTiming,
        record: Record = unrecorded,
    ) -> None:
        self._http = http
        self._credentials = credentials
        self._rate_limiter = rate_limiter
        self._clock = clock
        self._sign_in = AccessTokens(self._ask_token, token_storage, clock)
        self._caller: Caller | None = None
        self._record = record
        self.pace = pace

    def on_behalf_of(self, caller: Caller) -> Self:
        """The same client, for a caller: its calls go in the caller's place, and every wait is told."""
        sent = copy(self)
        sent._caller = caller  # noqa: SLF001 - our own copy
        return sent

    def recording(self, record: Record) -> Self:
        """The same client, recording each write at the moment it leaves."""
        recorded = copy(self)
        recorded._record = record  # noqa: SLF001 - our own copy
        return recorded

    def trying_once(self) -> Self:
        """The same client, sending each request once: for a look that is worth no more of the allowance."""
        hasty = copy(self)
        hasty.pace = self.pace.model_copy(update={"tries": 1})
        return hasty

    async def keep_places(self, caller: Caller) -> None:
        """Keep a caller's places in line from now on, since its calls are on their way."""
        await self._rate_limiter.keep_places(caller)

    async def free_places(self, caller: str) -> None:
        """A caller needs no more calls: nobody waits for it any longer."""
        await self._rate_limiter.free_places(caller)

    async def signed_in(self) -> None:
        """Raise SignInRefused when the credentials are not accepted."""
        await self._sign_in.token(self._background())

    async def user(self, caller: Caller) -> str | None:
        """The RingCentral user whom we are signed in as, where RingCentral told."""
        return await self._sign_in.user(caller)

    async def call(
        self,
        operation: Operations,
        read: type[Answer],
        path: Mapping[str, str] | None = None,
        *,
        query: Mapping[str, str] | None = None,
        body: Mapping[str, Any] | None = None,
    ) -> Answer:
        response = await self.send(operation, path or {}, query, body)
        try:
            return read.model_validate_json(response.content)
        except ValidationError:
            raise errors.unreadable(operation.value) from None

    async def pages(
        self,
        operation: Operations,
        read: type[Answer],
        query: Mapping[str, str],
        path: Mapping[str, str] | None = None,
    ) -> list[Answer]:
        """Every record of a list, page by page; records that cannot be read are left out.

        A list ends with a page that names no other one, or one that was read; raises Unavailable for a list that
        does not end: what was read of it may lack what is looked for.
        """
        records: list[Answer] = []
        asked: dict[str, str] = {**query, "perPage": "1000"}
        seen: set[str] = set()
        for _ in range(_MOST_PAGES):
            page = await self.call(operation, Page, path, query=asked)
            records += [record for raw in page.records if (record := _readable(read, raw))]
            token = page.paging.next_page_token
            if token is None or token in seen:
                return records
            seen.add(token)
            asked["pageToken"] = token
        log.warning("list_endless", operation=operation.name, pages=_MOST_PAGES)
        raise errors.unreadable(operation.value)

    async def send(
        self,
        operation: Operations,
        path: Mapping[str, str],
        query: Mapping[str, str] | None = None,
        body: Mapping[str, Any] | None = None,
    ) -> httpx.Response:
        """Send with our token, and again while nothing happened; a refused token is renewed once.

        The last answer is the caller's; raises what `bot.errors` sorts under RingCentral.
        """
        request = self._http.build_request(
            operation.value.method,
            operation.value.path.format(**path),
            params=query,
            json=body,
            timeout=self.pace.timeout,
        )
        caller = self._caller or self._background()
        return await self._tries(caller.tell)(self._signed_exchange, operation, request, caller)

    async def _signed_exchange(
        self, operation: Operations, request: httpx.Request, caller: Caller
    ) -> httpx.Response:
        token = await self._sign_in.token(caller)
        response = await self._exchange(operation, _signed(request, token), caller)
        if response.status_code == httpx.codes.UNAUTHORIZED:
            await self._sign_in.refused(token)
            token = await self._sign_in.token(caller)
            response = await self._exchange(operation, _signed(request, token), caller)
        if response.status_code == httpx.codes.UNAUTHORIZED:
            raise SignInRefused("RingCentral does not accept our sign-in. Tell whoever runs this bot.")
        if not response.is_success:
            raise errors.refused(operation.value, response)
        return response

    def _background(self) -> Caller:
        """A caller that nobody waits for."""
        return Caller(id=uuid4().hex, asked_at=self._clock(), priority=Priority.BACKGROUND)

    async def _ask_token(self, caller: Caller) -> TokenAnswer:
        """Ask for a token; 400 and 401 mean that the credentials are wrong."""
        operation = Operations.getToken
        form = {"grant_type": GRANT, "assertion": self._credentials.jwt}
        basic = httpx.BasicAuth(self._credentials.client_id, self._credentials.client_secret)
        request = next(
            basic.auth_flow(
                self._http.build_request("POST", operation.value.path, data=form, timeout=self.pace.timeout)
            )
        )
        response = await self._exchange(operation, request, replace(caller, calls=1))
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

    async def _exchange(
        self, operation: Operations, request: httpx.Request, caller: Caller
    ) -> httpx.Response:
        """One request and its answer, in turn; a 429 is waited out, since nothing was done."""
        refusals = 0
        while refusals < self.pace.tries:
            async with self._rate_limiter.turn(operation.name, operation.value.group, caller) as turn:
                if operation.value.changes:
                    await self._record()
                if not await turn.holds():
                    continue
                response = await self._answer(operation.value, request)
                turn.answered(response.headers)
                if response.status_code != httpx.codes.TOO_MANY_REQUESTS:
                    return response
                await turn.penalised(errors.penalty(response))
                refusals += 1
        raise Limited("RingCentral keeps refusing for too many calls. Try again in a few minutes.")

    async def _answer(self, operation: Operation, request: httpx.Request) -> httpx.Response:
        """The answer, within the time that we give the whole of it."""
        try:
            async with asyncio.timeout(self.pace.timeout):
                return await self._http.send(request)
        except TimeoutError:
            raise errors.broken(operation, httpx.ReadTimeout("no answer in time")) from None
        except httpx.HTTPError as fault:
            raise errors.broken(operation, fault) from None

    def _tries(self, tell: Tell) -> AsyncRetrying:
        async def say(state: RetryCallState) -> None:
            pause = state.next_action.sleep if state.next_action else 0
            if pause > 0:
                await tell(Wait(reason=WaitReason.DOWN, seconds=pause))

        return AsyncRetrying(
            retry=retry_if_exception_type(Unavailable),
            stop=stop_after_attempt(self.pace.tries),
            wait=wait_chain(
                wait_none(),  # nothing happened, so the first try again comes at once
                wait_exponential(multiplier=self.pace.pause, max=self.pace.longest_pause),
            ),
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
