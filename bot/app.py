"""Putting the whole together: one nest of `async with`, from the database up to the web application."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager
from datetime import timedelta
from functools import partial
from typing import Any, Final

import aiohttp
import httpx
import structlog
from slack_bolt.adapter.socket_mode.async_handler import AsyncSocketModeHandler
from slack_bolt.async_app import AsyncApp
from slack_bolt.authorization import AuthorizeResult
from slack_sdk.web.async_client import AsyncWebClient
from starlette.applications import Starlette
from tenacity import AsyncRetrying, retry_if_exception_type, stop_after_attempt, wait_fixed

from bot.errors import SettingRefused, SlackRefused, TimeWillTell
from bot.jobs.housekeeping import Housekeeping
from bot.language import warm_up
from bot.models.clock import Clock, system_clock
from bot.models.frozen import Frozen
from bot.rate_limit.limiter import SharedBudget
from bot.resources import Ground
from bot.ringcentral import Credentials, Pace, RingCentral
from bot.settings import Settings
from bot.slack.client import Patience, Slack
from bot.storage import Database, Vault, open_database
from bot.storage.rate_limits import Rates
from bot.storage.stores import Stores
from bot.storage.subscriptions import Subscriptions
from bot.storage.tokens import Tokens
from bot.web import web_application
from bot.webhooks.endpoint import PATH, Webhooks
from bot.webhooks.subscription import Ears, Subscribing
from bot.wiring import Life
from bot.workflows.engine import Engine
from handlers import register_listeners
from handlers.desk import Desk
from handlers.dispatch import Listening

_HELLOS: Final = 3
_LISTENERS_DRAIN: Final = 5.0
_HASTE: Final = 3.0
"""Seconds for what a person waits for: after these Slack gives up as well."""
log = structlog.get_logger()


class Tempo(Frozen):
    """How patient the bot is with RingCentral and Slack, how long it takes its leave, how often it looks for
    workers that are gone, and how often for webinars that changed (seconds).
    """

    ringcentral: Pace
    slack: Patience = Patience()
    drain: float = 20
    look: float = 5.0
    tick: float = 1.0


@asynccontextmanager
async def running(
    settings: Settings, clock: Clock = system_clock, tempo: Tempo | None = None
) -> AsyncIterator[Starlette]:
    """The bot, at work; gives its web application. Raises OperatorCanFix when it cannot start."""
    tempo = tempo or Tempo(
        ringcentral=Pace(timeout=settings.ringcentral_timeout),
        slack=Patience(timeout=settings.slack_timeout),
        drain=settings.drain_seconds,
    )
    async with AsyncExitStack() as stack:
        await asyncio.to_thread(warm_up)
        vault = Vault(*settings.seals)
        ground, identity = await _ground(stack, settings, vault, clock, tempo)
        engine = Engine(settings.database_url, settings.worker_id, vault)
        subscriptions = Subscriptions(ground.database, settings.account)
        subscribing = Subscribing(
            ground.ringcentral, subscriptions, ground.stores.hints, clock, _ears(settings)
        )
        life = Life.of(engine, ground, subscribing, tempo.tick)
        desk = Desk.of(engine, ground, life)
        async with ground.database.alone():
            engine.start()
        stack.push_async_callback(engine.stop, tempo.drain)
        house = Housekeeping(
            engine,
            ground,
            life,
            desk.creation,
            desk.talking,
            retention=timedelta(days=settings.retention_days),
            worker_id=settings.worker_id,
            look=tempo.look,
        )
        await stack.enter_async_context(house.kept())
        bolt = await _listen(stack, settings, ground.slack, identity, desk)
        checks = {
            "database": ground.database.answers,
            "ringcentral": ground.ringcentral.signed_in,
            "slack": ground.slack.identity,
        }
        webhooks = Webhooks(settings.webhook_token, ground.stores.hints.take, life.watch.wake, clock)
        web = web_application(bolt, checks, clock, webhooks.route)
        slot = ground.database.slot
        web.state.lost = slot.lost if slot is not None else asyncio.Event()
        yield web


async def _ground(
    stack: AsyncExitStack, settings: Settings, vault: Vault, clock: Clock, tempo: Tempo
) -> tuple[Ground, dict[str, Any]]:
    """Reach the database, Slack and RingCentral; with who the bot is at Slack."""
    database = await stack.enter_async_context(open_database(settings.database_url, settings.worker_id))
    stores = Stores.of(database, vault, clock)
    http = await stack.enter_async_context(httpx.AsyncClient(base_url=settings.ringcentral_server_url))
    slack = Slack(
        settings.slack_bot_token.get_secret_value(),
        settings.slack_api_url,
        session=await stack.enter_async_context(_connections(tempo.slack.timeout)),
        messages=stores.messages,
        clock=clock,
        patience=tempo.slack,
    )
    identity = await _identity(slack)
    rates = Rates(database, settings.account)
    budget = await stack.enter_async_context(SharedBudget(rates, clock, tempo.ringcentral.timeout))
    credentials = Credentials(
        client_id=settings.ringcentral_client_id,
        client_secret=settings.ringcentral_client_secret.get_secret_value(),
        jwt=settings.ringcentral_jwt.get_secret_value(),
    )
    ringcentral = RingCentral(
        http,
        credentials,
        budget=budget,
        shelf=Tokens(database, vault, settings.account),
        clock=clock,
        pace=tempo.ringcentral,
        record=partial(_fence, database),
    )
    ground = Ground.of(
        clock=clock,
        database=database,
        stores=stores,
        budget=budget,
        ringcentral=ringcentral,
        slack=slack,
        bot_name=str(identity.get("user") or "webinars"),
    )
    return ground, identity


async def _listen(
    stack: AsyncExitStack, settings: Settings, slack: Slack, identity: dict[str, Any], desk: Desk
) -> AsyncApp:
    """Bolt with all listeners, by Socket Mode as well where it is wanted; at the end they may finish."""
    listening = Listening(desk)
    hasty = await stack.enter_async_context(_connections(_HASTE))
    stack.push_async_callback(listening.drained, _LISTENERS_DRAIN)
    bolt = _bolt(settings, slack.token, identity, hasty)
    register_listeners(bolt, listening)
    if settings.slack_app_token is not None:
        await stack.enter_async_context(_socket(bolt, settings.slack_app_token.get_secret_value()))
    return bolt


def _ears(settings: Settings) -> Ears | None:
    """Where RingCentral tells us what happens; without it we have to ask."""
    token = settings.webhook_token
    if settings.public_url is None or token is None:
        log.info("without PUBLIC_URL changes made in RingCentral are found by reading it every few minutes")
        return None
    return Ears(address=f"{settings.public_url}{PATH}", token=token)


async def _identity(slack: Slack) -> dict[str, Any]:
    """Who the bot is, as auth.test tells; asked once, so that no request of a person waits for it."""
    asking = AsyncRetrying(
        retry=retry_if_exception_type(TimeWillTell),
        stop=stop_after_attempt(_HELLOS),
        wait=wait_fixed(slack.patience.pause),
        reraise=True,
    )
    try:
        return await asking(slack.identity)
    except SlackRefused as refused:
        raise SettingRefused(f"SLACK_BOT_TOKEN is not accepted by Slack: {refused.code}.") from None
    except TimeWillTell:
        raise SettingRefused(
            "SLACK_API_URL does not answer: is the address right, is there a network?"
        ) from None


async def _fence(database: Database) -> None:
    """Raise SlotLost when our work is another worker's by now."""
    async with database.leaving():
        return


def _connections(timeout: float) -> aiohttp.ClientSession:
    """Connections to Slack that are kept, each call taking so many seconds at most."""
    return aiohttp.ClientSession(timeout=aiohttp.ClientTimeout(total=timeout))


def _bolt(
    settings: Settings, token: str, identity: dict[str, Any], session: aiohttp.ClientSession
) -> AsyncApp:
    """Bolt with our identity at hand; raises SettingRefused where the environment would switch it to OAuth."""
    ourselves = AuthorizeResult.from_auth_test_response(bot_token=token, auth_test_response=identity)

    async def authorize() -> AuthorizeResult:
        return ourselves

    app = AsyncApp(
        name="webinars",
        signing_secret=settings.slack_signing_secret.get_secret_value(),
        client=AsyncWebClient(base_url=f"{settings.slack_api_url}/", session=session),
        authorize=authorize,
    )
    if app.oauth_flow is not None:
        raise SettingRefused(
            "SLACK_CLIENT_ID and SLACK_CLIENT_SECRET should not be set: the bot uses SLACK_BOT_TOKEN."
        )
    return app


@asynccontextmanager
async def _socket(bolt: AsyncApp, app_token: str) -> AsyncIterator[None]:
    """Socket Mode beside HTTP."""
    handler = AsyncSocketModeHandler(bolt, app_token)
    await handler.connect_async()  # type: ignore[no-untyped-call]
    try:
        yield
    finally:
        await handler.close_async()  # type: ignore[no-untyped-call]
