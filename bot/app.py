"""Starts and stops the bot: one nest of `async with`, from the database up to the web application."""

import asyncio
from collections.abc import AsyncIterator, Sequence
from contextlib import AsyncExitStack, asynccontextmanager
from datetime import timedelta
from functools import partial
from typing import Any, Final

import aiohttp
import httpx
import structlog
from slack_bolt.async_app import AsyncApp
from slack_bolt.authorization import AuthorizeResult
from slack_sdk.web.async_client import AsyncWebClient
from starlette.applications import Starlette
from tenacity import AsyncRetrying, retry_if_exception_type, stop_after_attempt, wait_fixed

from bot.conversation import phrase_book
from bot.errors import (
    OperatorCanFix,
    OutcomeUnknown,
    SettingRefused,
    SlackAppRefused,
    SlackRefused,
    TimeWillTell,
    Unavailable,
)
from bot.forms.time_zones import read_names
from bot.jobs.housekeeping import Housekeeping
from bot.language import warm_up
from bot.models.clock import Clock, system_clock
from bot.models.frozen import Frozen
from bot.one_way_out import OneWayOut
from bot.rate_limit.limiter import RateLimiter
from bot.resources import Resources
from bot.ringcentral import Credentials, RingCentral, RingCentralTiming
from bot.settings import Settings
from bot.slack.client import SlackClient, SlackTiming
from bot.slack.connections import open_connections, web_client
from bot.slack.errors import checked_answer
from bot.slack_events import SlackEvents
from bot.socket_mode import SocketMode, check_app_token
from bot.storage import Cipher, Database, open_database
from bot.storage.availability import DatabaseAvailability
from bot.storage.key_check import check_keys
from bot.storage.rate_limits import RateLimitStore
from bot.storage.subscriptions import Subscriptions
from bot.storage.tokens import Tokens
from bot.web import Check, web_application
from bot.webhooks.endpoint import PATH, WebhookEndpoint
from bot.webhooks.subscription import WebhookAddress, WebhookSubscription
from bot.wiring import build_resources, build_stores, wire
from bot.workflows.engine import Engine
from handlers import register_listeners
from handlers.dispatch import Dispatcher

_HELLOS: Final = 3
_PAUSE: Final = 0.5
_LISTENERS_DRAIN: Final = 5.0
_HASTE: Final = 3.0
"""Seconds for what a person waits for: after these Slack gives up as well."""
log = structlog.get_logger()


class BotTiming(Frozen):
    """The times of the bot: its patience with RingCentral and Slack, how long it takes its leave, how often it looks for
    workers that are gone, and how often for webinars that changed (seconds).
    """

    ringcentral: RingCentralTiming
    slack: SlackTiming = SlackTiming()
    drain: float = 20
    look: float = 5.0
    tick: float = 1.0


@asynccontextmanager
async def running(
    settings: Settings,
    clock: Clock = system_clock,
    timing: BotTiming | None = None,
    *,
    availability: DatabaseAvailability | None = None,
    refused: Sequence[OperatorCanFix] = (),
) -> AsyncIterator[Starlette]:
    """The bot, at work; gives its web application.

    Raises OperatorCanFix when it cannot start, with all reasons; `refused` are those that are known before.
    """
    timing = timing or BotTiming(
        ringcentral=RingCentralTiming(timeout=settings.ringcentral_timeout),
        slack=SlackTiming(timeout=settings.slack_timeout),
        drain=settings.drain_seconds,
    )
    async with AsyncExitStack() as stack:
        await asyncio.to_thread(warm_up)
        await asyncio.to_thread(phrase_book.compile_phrases)
        zones = asyncio.create_task(asyncio.to_thread(read_names, clock().date()))
        stack.push_async_callback(asyncio.wait, {zones})
        cipher = Cipher(*settings.seals)
        database, identity = await _reached(stack, settings, cipher, refused)
        availability = availability or DatabaseAvailability(clock)
        await stack.enter_async_context(availability.watched(database))
        resources = await _resources(stack, settings, cipher, clock, timing, database, identity)
        engine = Engine(settings.database_url, settings.worker_id, cipher)
        subscriptions = Subscriptions(resources.database, settings.account)
        webhook_subscription = WebhookSubscription(
            resources.ringcentral,
            subscriptions,
            resources.stores.webhook_events,
            clock,
            _webhook_address(settings),
        )
        wiring = wire(engine, resources, webhook_subscription, timing.tick)
        async with resources.database.one_at_a_time():
            engine.start()
        stack.push_async_callback(engine.stop, timing.drain)
        house = Housekeeping(
            engine,
            resources,
            wiring.job_runner,
            wiring.every_minute,
            retention=timedelta(days=settings.retention_days),
            worker_id=settings.worker_id,
            look=timing.look,
        )
        await stack.enter_async_context(house.kept())
        dispatcher = Dispatcher(wiring.listeners)
        bolt = await _listen(stack, settings, resources.slack, identity, dispatcher)
        checks: dict[str, Check] = {
            "database": resources.database.answers,
            "ringcentral": resources.ringcentral.signed_in,
            "slack": resources.slack.identity,
        }
        if settings.slack_app_token is not None:
            socket_mode = SocketMode(bolt, settings.slack_app_token.get_secret_value(), clock)
            await stack.enter_async_context(socket_mode.connected())
            checks["socket_mode"] = socket_mode.check
        webhooks = WebhookEndpoint(
            settings.webhook_token, resources.stores.webhook_events.save, wiring.job_runner.wake, clock
        )
        events = SlackEvents(bolt, settings.slack_signing_secret.get_secret_value(), system_clock)
        web = web_application(checks, clock, events.route, webhooks.route)
        slot = resources.database.slot
        web.state.jobs, web.state.workflows = wiring.job_runner, engine
        web.state.listeners = dispatcher
        web.state.lost = slot.lost if slot is not None else asyncio.Event()
        yield web


async def _reached(
    stack: AsyncExitStack, settings: Settings, cipher: Cipher, refused: Sequence[OperatorCanFix]
) -> tuple[Database, dict[str, Any]]:
    """The database, and who the bot is at Slack; raises SettingRefused with all that is wrong, a line each."""
    wrong = list(refused)
    identity: dict[str, Any] = {}
    async with open_connections(_HASTE) as session:
        bot = web_client(settings.slack_bot_token.get_secret_value(), settings.slack_api_url, session)
        try:
            identity = await _identity(bot)
        except SettingRefused as fault:
            wrong.append(fault)
        try:
            await check_app_token(bot, settings.slack_app_token)
        except SettingRefused as fault:
            wrong.append(fault)
    try:
        database = await stack.enter_async_context(open_database(settings.database_url, settings.worker_id))
        await check_keys(database, cipher)
    except OperatorCanFix as fault:
        wrong.append(fault)
    if wrong:
        raise SettingRefused("\n".join(map(str, wrong)))
    return database, identity


async def _resources(  # noqa: PLR0913, PLR0917 - everything is built here once
    stack: AsyncExitStack,
    settings: Settings,
    cipher: Cipher,
    clock: Clock,
    timing: BotTiming,
    database: Database,
    identity: dict[str, Any],
) -> Resources:
    """Gather what work is done with: Slack and RingCentral within their limits, and the stores."""
    stores = build_stores(database, cipher, clock)
    http = await stack.enter_async_context(httpx.AsyncClient(base_url=settings.ringcentral_server_url))
    slack = SlackClient(
        settings.slack_bot_token.get_secret_value(),
        settings.slack_api_url,
        session=await stack.enter_async_context(open_connections(timing.slack.timeout)),
        clock=clock,
        timing=timing.slack,
    )
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
    return build_resources(
        clock=clock,
        database=database,
        stores=stores,
        rate_limiter=rate_limiter,
        ringcentral=ringcentral,
        slack=slack,
        bot_name=str(identity.get("user") or "webinars"),
    )


async def _listen(
    stack: AsyncExitStack,
    settings: Settings,
    slack: SlackClient,
    identity: dict[str, Any],
    dispatcher: Dispatcher,
) -> AsyncApp:
    """Bolt with all listeners; at the end they may finish."""
    hasty = await stack.enter_async_context(open_connections(_HASTE))
    stack.push_async_callback(dispatcher.drained, _LISTENERS_DRAIN)
    bolt = _bolt(settings, slack.token, identity, hasty)
    register_listeners(bolt, dispatcher)
    return bolt


def _webhook_address(settings: Settings) -> WebhookAddress | None:
    """The place where RingCentral tells us what happens; without it we have to ask."""
    token = settings.webhook_token
    if settings.public_url is None or token is None:
        log.info("webhooks_left_off", note="PUBLIC_URL is not set, so RingCentral is read every few minutes")
        return None
    return WebhookAddress(address=f"{settings.public_url}{PATH}", token=token)


async def _identity(bot: AsyncWebClient) -> dict[str, Any]:
    """Return the bot's own user and workspace, as auth.test tells; asked once, so that no request of a person waits for it."""
    asking = AsyncRetrying(
        retry=retry_if_exception_type((OutcomeUnknown, Unavailable)),
        stop=stop_after_attempt(_HELLOS),
        wait=wait_fixed(_PAUSE),
        reraise=True,
    )

    async def hello() -> dict[str, Any]:
        answer = await checked_answer(bot.auth_test())
        return dict(answer.data) if isinstance(answer.data, dict) else {}

    try:
        return await asking(hello)
    except (SlackRefused, SlackAppRefused) as refused:
        raise SettingRefused(
            f"SLACK_BOT_TOKEN is not accepted by Slack: {refused.code}. Copy it from OAuth & Permissions at "
            "api.slack.com/apps, after installing the app."
        ) from None
    except TimeWillTell:
        raise SettingRefused(
            "Slack cannot be reached. Is there a network, and is SLACK_API_URL right?"
        ) from None


async def _fence(database: Database) -> None:
    """Raise SlotLost when our work is another worker's by now."""
    async with database.before_sending():
        return


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
        client=web_client(None, settings.slack_api_url, session),
        authorize=authorize,
    )
    app.use(OneWayOut(session))
    if app.oauth_flow is not None:
        raise SettingRefused(
            "SLACK_CLIENT_ID and SLACK_CLIENT_SECRET should not be set: the bot uses SLACK_BOT_TOKEN."
        )
    return app
