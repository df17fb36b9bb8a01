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
from bot.rate_limit.limiter import RateLimiter
from bot.resources import Resources
from bot.ringcentral import Credentials, RingCentral, RingCentralTiming
from bot.settings import Settings
from bot.slack.client import SlackClient, SlackTiming
from bot.slack_events import SlackEvents
from bot.storage import Cipher, Database, open_database
from bot.storage.rate_limits import RateLimitStore
from bot.storage.stores import Stores
from bot.storage.subscriptions import Subscriptions
from bot.storage.tokens import Tokens
from bot.web import web_application
from bot.webhooks.endpoint import PATH, WebhookEndpoint
from bot.webhooks.subscription import WebhookAddress, WebhookSubscription
from bot.wiring import Life
from bot.workflows.engine import Engine
from handlers import register_listeners
from handlers.desk import Desk
from handlers.dispatch import Dispatcher

_HELLOS: Final = 3
_LISTENERS_DRAIN: Final = 5.0
_HASTE: Final = 3.0
"""Seconds for what a person waits for: after these Slack gives up as well."""
log = structlog.get_logger()


class Timing(Frozen):
    """How patient the bot is with RingCentral and Slack, how long it takes its leave, how often it looks for
    workers that are gone, and how often for webinars that changed (seconds).
    """

    ringcentral: RingCentralTiming
    slack: SlackTiming = SlackTiming()
    drain: float = 20
    look: float = 5.0
    tick: float = 1.0


@asynccontextmanager
async def running(
    settings: Settings, clock: Clock = system_clock, timing: Timing | None = None
) -> AsyncIterator[Starlette]:
    """The bot, at work; gives its web application. Raises OperatorCanFix when it cannot start."""
    timing = timing or Timing(
        ringcentral=RingCentralTiming(timeout=settings.ringcentral_timeout),
        slack=SlackTiming(timeout=settings.slack_timeout),
        drain=settings.drain_seconds,
    )
    async with AsyncExitStack() as stack:
        await asyncio.to_thread(warm_up)
        cipher = Cipher(*settings.seals)
        resources, identity = await _resources(stack, settings, cipher, clock, timing)
        engine = Engine(settings.database_url, settings.worker_id, cipher)
        subscriptions = Subscriptions(resources.database, settings.account)
        webhook_subscription = WebhookSubscription(
            resources.ringcentral,
            subscriptions,
            resources.stores.webhook_events,
            clock,
            _webhook_address(settings),
        )
        life = Life.of(engine, resources, webhook_subscription, timing.tick)
        desk = Desk.of(engine, resources, life)
        async with resources.database.alone():
            engine.start()
        stack.push_async_callback(engine.stop, timing.drain)
        house = Housekeeping(
            engine,
            resources,
            life,
            desk.creation_workflow,
            desk.talking,
            retention=timedelta(days=settings.retention_days),
            worker_id=settings.worker_id,
            look=timing.look,
        )
        await stack.enter_async_context(house.kept())
        bolt = await _listen(stack, settings, resources.slack, identity, desk)
        checks = {
            "database": resources.database.answers,
            "ringcentral": resources.ringcentral.signed_in,
            "slack": resources.slack.identity,
        }
        webhooks = WebhookEndpoint(
            settings.webhook_token, resources.stores.webhook_events.take, life.job_runner.wake, clock
        )
        events = SlackEvents(bolt, settings.slack_signing_secret.get_secret_value(), system_clock)
        web = web_application(checks, clock, events.route, webhooks.route)
        slot = resources.database.slot
        web.state.jobs, web.state.workflows = life.job_runner, engine
        web.state.lost = slot.lost if slot is not None else asyncio.Event()
        yield web


async def _resources(
    stack: AsyncExitStack, settings: Settings, cipher: Cipher, clock: Clock, timing: Timing
) -> tuple[Resources, dict[str, Any]]:
    """Reach the database, Slack and RingCentral; with who the bot is at Slack."""
    database = await stack.enter_async_context(open_database(settings.database_url, settings.worker_id))
    stores = Stores.of(database, cipher, clock)
    http = await stack.enter_async_context(httpx.AsyncClient(base_url=settings.ringcentral_server_url))
    slack = SlackClient(
        settings.slack_bot_token.get_secret_value(),
        settings.slack_api_url,
        session=await stack.enter_async_context(_connections(timing.slack.timeout)),
        messages=stores.messages,
        clock=clock,
        timing=timing.slack,
    )
    identity = await _identity(slack)
    rates = RateLimitStore(database, settings.account)
    rate_limiter = await stack.enter_async_context(RateLimiter(rates, clock, timing.ringcentral.timeout))
    credentials = Credentials(
        client_id=settings.ringcentral_client_id,
        client_secret=settings.ringcentral_client_secret.get_secret_value(),
        jwt=settings.ringcentral_jwt.get_secret_value(),
    )
    ringcentral = RingCentral(
        http,
        credentials,
        rate_limiter=rate_limiter,
        token_storage=Tokens(database, cipher, settings.account),
        clock=clock,
        pace=timing.ringcentral,
        record=partial(_fence, database),
    )
    resources = Resources.of(
        clock=clock,
        database=database,
        stores=stores,
        rate_limiter=rate_limiter,
        ringcentral=ringcentral,
        slack=slack,
        bot_name=str(identity.get("user") or "webinars"),
    )
    return resources, identity


async def _listen(
    stack: AsyncExitStack, settings: Settings, slack: SlackClient, identity: dict[str, Any], desk: Desk
) -> AsyncApp:
    """Bolt with all listeners, by Socket Mode as well where it is wanted; at the end they may finish."""
    dispatcher = Dispatcher(desk)
    hasty = await stack.enter_async_context(_connections(_HASTE))
    stack.push_async_callback(dispatcher.drained, _LISTENERS_DRAIN)
    bolt = _bolt(settings, slack.token, identity, hasty)
    register_listeners(bolt, dispatcher)
    if settings.slack_app_token is not None:
        await stack.enter_async_context(_socket(bolt, settings.slack_app_token.get_secret_value()))
    return bolt


def _webhook_address(settings: Settings) -> WebhookAddress | None:
    """Where RingCentral tells us what happens; without it we have to ask."""
    token = settings.webhook_token
    if settings.public_url is None or token is None:
        log.info("without PUBLIC_URL changes made in RingCentral are found by reading it every few minutes")
        return None
    return WebhookAddress(address=f"{settings.public_url}{PATH}", token=token)


async def _identity(slack: SlackClient) -> dict[str, Any]:
    """Who the bot is, as auth.test tells; asked once, so that no request of a person waits for it."""
    asking = AsyncRetrying(
        retry=retry_if_exception_type(TimeWillTell),
        stop=stop_after_attempt(_HELLOS),
        wait=wait_fixed(slack.timing.pause),
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
        request_verification_enabled=False,  # SlackEvents does it, before anything is parsed
        ssl_check_enabled=False,
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
