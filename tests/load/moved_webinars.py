"""Many webinars with several cards each, all moved at once in RingCentral's own app, and the bot that follows."""

import asyncio
import time
from collections import Counter
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Final

import aiohttp

from blocks.card import Announcement, card
from bot.app import BotTiming
from bot.models import Audience, Plan, Webinar, WebinarSettings
from bot.models.clock import system_clock
from bot.models.submission import Made
from bot.ringcentral import RingCentralTiming
from bot.slack.client import SlackClient, SlackTiming
from bot.slack.outbox import Outbox
from bot.storage import Cipher, open_database
from bot.storage.messages import Kind
from bot.storage.stores import Stores
from bot.wiring import build_stores
from sandbox.ringcentral import Limit, WebinarAPI
from sandbox.serve import serve
from sandbox.slack import SlackServer
from tests.office import Office, manifest, settings_for

_HEAVY: Final = 10
_START: Final = datetime(2036, 3, 10, 22, 0, tzinfo=UTC)
_LATER: Final = timedelta(hours=2)
_ZONE: Final = "America/Los_Angeles"
_LENGTH: Final = timedelta(hours=1)


@dataclass(frozen=True)
class MovePlan:
    """So many webinars with so many cards each, with both sides' limits `haste` times the real ones."""

    webinars: int
    cards: int
    haste: float
    patience: float = 600


@dataclass(frozen=True)
class MoveResult:
    """The result: seconds until every card was right, the calls to both sides, and the number of refusals."""

    move: MovePlan
    seconds: float
    right: int
    told: int
    calls: Counter[str]
    edits: int
    posts: int
    refused: int

    @property
    def reads(self) -> int:
        """The Heavy calls that it took."""
        return sum(self.calls.values())

    @property
    def is_right(self) -> bool:
        """Every card is right, every thread told once, and no call was refused."""
        wanted = self.move.webinars * self.move.cards
        return self.right == self.told == wanted and self.refused == 0


async def run_moves(move: MovePlan, database_url: str) -> MoveResult:
    """Have the webinars, move all of them, and wait until every card shows it."""
    async with _office(move, database_url) as office:
        await _announce(office, move)
        async with office.bot():
            await office.ringcentral.wait_until(lambda: bool(office.ringcentral.subscriptions), 30)
            await office.looks_around()
            asked, sent = len(office.ringcentral.exchanges), len(office.slack.exchanges)
            began = time.monotonic()
            for session in list(office.ringcentral.sessions):
                office.ringcentral.move(session, _START + _LATER)
            done = await _until_right(office, move)
            seconds = time.monotonic() - began
            await office.looks_around()
    calls = Counter(
        one.operation_id or one.path
        for one in office.ringcentral.exchanges[asked:]
        if one.operation_id != "getToken" and "N11s" not in (one.operation_id or "")
    )
    used = Counter(one.method for one in office.slack.exchanges[sent:])
    refused = sum(one.status == 429 for one in office.ringcentral.exchanges) + len(office.slack.rate_limited)
    return MoveResult(move, seconds, *done, calls, used["chat.update"], used["chat.postMessage"], refused)


@asynccontextmanager
async def _office(move: MovePlan, database_url: str) -> AsyncIterator[Office]:
    """An office in which a minute's calls fit into a minute divided by the haste, on both sides."""
    slack = SlackServer.with_people(rate_speed=move.haste)
    slack.install(manifest())
    for number in range(move.cards):
        slack.add_channel(f"C0TEAM{number}", f"team-{number}", ["U0ANN", "U0BEN"])
    ringcentral = WebinarAPI(limits={"Heavy": Limit(_HEAVY, 60 / move.haste)})
    async with serve(slack.app) as slack.url, serve(ringcentral.app) as ringcentral.url:
        settings = settings_for(slack.url, ringcentral.url, database_url)
        timing = BotTiming(
            ringcentral=RingCentralTiming(timeout=5),
            slack=SlackTiming(timeout=5, haste=move.haste),
            drain=5,
            tick=0.2,
        )
        office = Office(slack, ringcentral, settings, system_clock, timing=timing)
        office.opens_to_webhooks()
        yield office


async def _announce(office: Office, move: MovePlan) -> None:
    """Have the webinars at RingCentral, in the bot's storage, and on cards, as if it had created them one by one."""
    cipher = Cipher(office.settings.slack_signing_secret.get_secret_value())
    async with open_database(office.settings.database_url) as database, aiohttp.ClientSession() as session:
        stores = build_stores(database, cipher, system_clock)
        slack = SlackClient(
            office.settings.slack_bot_token.get_secret_value(),
            office.settings.slack_api_url,
            session=session,
            clock=system_clock,
            timing=office.timing.slack,
        )
        outbox = Outbox(slack, stores.messages, system_clock)
        made = [await _make(office, stores, number) for number in range(move.webinars)]
        await asyncio.gather(*(_post(outbox, f"C0TEAM{number}", made) for number in range(move.cards)))


async def _make(office: Office, stores: Stores, number: int) -> tuple[str, Webinar]:
    title = f"Webinar {number}"
    there = office.ringcentral.make(title, registrationEnabled=False)
    session = office.ringcentral.schedule(there.id, _START, _LENGTH, _ZONE)
    webinar_key, settings = f"{number:032}", WebinarSettings(registration_enabled=False)
    plan = Plan(audience=Audience.ALL_HANDS, title=title, start=_START, time_zone=_ZONE, duration=_LENGTH)
    webinar = Webinar(
        id=there.id,
        session_id=session.id,
        owner="U0ANN",
        audience=Audience.ALL_HANDS,
        title=title,
        description="",
        start=_START,
        time_zone=_ZONE,
        duration=_LENGTH,
        join_uri=office.link(session.attendee_code),
        settings=settings,
        read_at=system_clock(),
    )
    await stores.webinars.add(webinar_key, "U0ANN", Made(id=there.id, plan=plan, settings=settings))
    await stores.webinars.save(webinar)
    return webinar_key, webinar


async def _post(outbox: Outbox, channel: str, made: Sequence[tuple[str, Webinar]]) -> None:
    for webinar_key, webinar in made:
        message = card(Announcement.of(webinar, webinar_key))
        key = f"{webinar_key}:card:{channel}"
        await outbox.post_once(key, webinar_key, Kind.CARD, channel, message, tells=webinar.start)


async def _until_right(office: Office, move: MovePlan) -> tuple[int, int]:
    """Wait until every card shows the new time and every thread tells it; how many do."""
    wanted = move.webinars * move.cards
    with suppress(AssertionError):  # how many are right then is the figure
        await office.slack.wait_until(lambda: _right(office, move) == (wanted, wanted), move.patience)
    return _right(office, move)


def _right(office: Office, move: MovePlan) -> tuple[int, int]:
    right = told = 0
    for number in range(move.cards):
        messages = office.slack.state.workspace.find_channel(f"team-{number}").messages
        right += sum(one.thread_ts is None and "5:00 PM in Los Angeles" in one.text for one in messages)
        told += sum(one.thread_ts is not None and "was moved" in one.text for one in messages)
    return right, told
