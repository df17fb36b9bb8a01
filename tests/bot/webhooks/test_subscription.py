"""One subscription is kept alive, whatever becomes of it; each round is looked at from RingCentral's side."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from bot.ringcentral.requests import DeliveryMode, NewSubscription
from bot.storage import Cipher, Database, open_database
from bot.storage.stores import Stores
from bot.storage.subscriptions import Subscriptions
from bot.webhooks.subscription import FILTERS, WebhookAddress, WebhookSubscription
from bot.wiring import build_stores
from sandbox.faults import DropAfter, Status
from sandbox.serve import serve
from tests.bot.ringcentral.local_api import LocalApi, connected
from tests.databases import sqlite_database
from tests.sandbox import contract

LIST, CREATE, RENEW, DELETE = (
    "rcwN11sListSubscriptions",
    "rcwN11sCreateSubscription",
    "rcwN11sRenewSubscription",
    "rcwN11sDeleteSubscription",
)
MINUTE, DAY = timedelta(minutes=1), timedelta(days=1)
TOKEN = "a-token-for-webhooks"


@dataclass
class SubscriptionSetup:
    """The place where subscriptions lead, and the bot that keeps one; `hears` whether it answers."""

    stage: LocalApi
    database: Database
    stores: Stores
    url: str = ""
    hears: bool = True

    def bot(self, path: str = "/here", token: str = TOKEN) -> WebhookSubscription:
        """A bot that has just started."""
        return self._bot(WebhookAddress(address=f"{self.url}{path}", token=token))

    def deaf_bot(self) -> WebhookSubscription:
        """A bot without a public address."""
        return self._bot(None)

    def _bot(self, webhook_address: WebhookAddress | None) -> WebhookSubscription:
        subscriptions = Subscriptions(self.database, "host")
        return WebhookSubscription(
            self.stage.ringcentral,
            subscriptions,
            self.stores.webhook_events,
            self.stage.clock,
            webhook_address,
        )

    def passes(self, span: timedelta) -> None:
        self.stage.clock.passes(span.total_seconds())

    async def after(self, bot: WebhookSubscription, span: timedelta = MINUTE) -> list[str]:
        """The calls to RingCentral when the bot looked after a while."""
        before = len(self.stage.asked)
        self.passes(span)
        await bot.look()
        return self.stage.asked[before:]

    @property
    def addresses(self) -> list[str]:
        """The addresses to which RingCentral delivers."""
        alive = [one for one in self.stage.api.subscriptions.values() if not one.blacklisted]
        return [one.address.removeprefix(self.url) for one in alive]

    async def answer(self, request: Request) -> Response:
        if not self.hears:
            return Response(status_code=502)
        proof = request.headers.get("Validation-Token", "")
        return JSONResponse(None, headers={"Validation-Token": proof})


@pytest.fixture
async def post(tmp_path: Path) -> AsyncIterator[SubscriptionSetup]:
    async with opened(tmp_path) as post:
        yield post


@asynccontextmanager
async def opened(folder: Path, **knobs: Any) -> AsyncIterator[SubscriptionSetup]:
    (folder / "bot").mkdir()
    async with (
        connected(folder, **knobs) as stage,
        open_database(sqlite_database(folder / "bot")) as database,
    ):
        post = SubscriptionSetup(stage, database, build_stores(database, Cipher("a secret"), stage.clock))
        web = Starlette(routes=[Route("/{path}", post.answer, methods=["POST"])])
        async with serve(web) as post.url:
            yield post


async def test_it_subscribes_to_everything_as_soon_as_the_web_server_listens(post: SubscriptionSetup) -> None:
    bot = post.bot()
    assert await post.after(bot, timedelta(0)) == []
    assert await post.after(bot, timedelta(seconds=1)) == [LIST, CREATE]
    (made,) = post.stage.api.subscriptions.values()
    assert tuple(each.text for each in made.filters) == FILTERS
    assert (made.address, made.token, made.lifetime) == (f"{post.url}/here", TOKEN, 7 * DAY)
    assert bot.trusted


async def test_what_happened_before_is_looked_for(post: SubscriptionSetup) -> None:
    await post.after(post.bot())
    (webhook_event,) = await post.stores.webhook_events.list_unread()
    assert (webhook_event.session, webhook_event.webinar) == (None, None)


async def test_its_health_is_asked_every_few_minutes_in_one_light_call(post: SubscriptionSetup) -> None:
    bot = post.bot()
    await post.after(bot)
    assert await post.after(bot) == []
    assert await post.after(bot, 3 * MINUTE) == [LIST]
    assert len(await post.stores.webhook_events.list_unread()) == 1
    assert post.stage.api.heavy() == 0


async def test_it_is_renewed_when_half_of_its_life_is_over(post: SubscriptionSetup) -> None:
    bot = post.bot()
    await post.after(bot)
    assert await post.after(bot, 3.4 * DAY) == [LIST]
    assert await post.after(bot, 0.2 * DAY) == [LIST, RENEW]
    assert await post.after(bot, 3.4 * DAY) == [LIST]
    assert len(post.addresses) == 1


async def test_an_address_that_cannot_be_reached_is_tried_ever_more_seldom(post: SubscriptionSetup) -> None:
    bot, post.hears = post.bot(), False
    assert await post.after(bot) == [LIST, CREATE]
    assert not bot.trusted
    assert [await post.after(bot, timedelta(seconds=each)) for each in (1, 1, 3, 1)] == [
        [],
        [LIST, CREATE],
        [],
        [LIST, CREATE],
    ]
    for _ in range(10):
        await post.after(bot, 5 * MINUTE)
    post.hears = True
    assert await post.after(bot, 4 * MINUTE) == []
    assert await post.after(bot, MINUTE) == [LIST, CREATE]
    assert bot.trusted


async def test_a_blacklisted_one_is_deleted_and_made_anew(post: SubscriptionSetup) -> None:
    bot = post.bot()
    await post.after(bot)
    (old,) = post.stage.api.subscriptions
    post.stage.api.deliveries.blacklist(old)
    assert await post.after(bot, 3 * MINUTE) == [LIST, DELETE, CREATE]
    assert post.addresses == ["/here"]
    assert bot.trusted
    assert len(await post.stores.webhook_events.list_unread()) == 2


async def test_everything_that_is_asked_fits_the_contract(post: SubscriptionSetup) -> None:
    bot = post.bot()
    await post.after(bot)
    assert await post.after(bot, 4 * DAY) == [LIST, RENEW]
    post.stage.api.deliveries.blacklist(next(iter(post.stage.api.subscriptions)))
    assert await post.after(bot, 3 * MINUTE) == [LIST, DELETE, CREATE]
    assert [problem for said in post.stage.api.exchanges for problem in contract.problems(said)] == []


async def test_one_that_is_gone_is_made_anew(post: SubscriptionSetup) -> None:
    bot = post.bot()
    await post.after(bot)
    (old,) = post.stage.api.subscriptions
    post.stage.api.deliveries.forget(old)
    assert await post.after(bot, 3 * MINUTE) == [LIST, CREATE]
    assert len(await post.stores.webhook_events.list_unread()) == 2


async def test_one_that_expired_meanwhile_is_made_anew(post: SubscriptionSetup) -> None:
    await post.after(post.bot())
    assert await post.after(post.bot(), 8 * DAY) == [LIST, CREATE]


async def test_one_that_may_not_be_renewed_is_made_anew(post: SubscriptionSetup) -> None:
    bot = post.bot()
    await post.after(bot)
    post.stage.add(Status(path="/renew$", code=403))
    assert await post.after(bot, 4 * DAY) == [LIST, DELETE, CREATE]
    assert bot.trusted


async def test_after_a_restart_the_same_one_goes_on(post: SubscriptionSetup) -> None:
    await post.after(post.bot())
    again = post.bot()
    assert await post.after(again) == [LIST]
    assert again.trusted
    assert len(await post.stores.webhook_events.list_unread()) == 2


async def test_one_whose_making_was_not_answered_is_found_again(post: SubscriptionSetup) -> None:
    post.stage.add(DropAfter(method="POST", path="/subscriptions$"))
    bot = post.bot()
    await post.after(bot)
    assert not bot.trusted
    assert await post.after(post.bot()) == [LIST]
    assert post.addresses == ["/here"]


async def test_with_another_address_the_old_one_goes(post: SubscriptionSetup) -> None:
    await post.after(post.bot("/before"))
    assert await post.after(post.bot("/after")) == [LIST, DELETE, CREATE]
    assert post.addresses == ["/after"]


async def test_with_another_token_it_is_made_anew(post: SubscriptionSetup) -> None:
    await post.after(post.bot())
    assert await post.after(post.bot(token="another-token-entirely")) == [LIST, DELETE, CREATE]
    (made,) = post.stage.api.subscriptions.values()
    assert made.token == "another-token-entirely"


async def test_without_an_address_there_is_none(post: SubscriptionSetup) -> None:
    assert await post.after(post.deaf_bot()) == []
    await post.after(post.bot())
    deaf = post.deaf_bot()
    assert await post.after(deaf) == [LIST, DELETE]
    assert await post.after(deaf, 3 * MINUTE) == []
    assert not deaf.trusted


async def test_another_bots_subscription_is_left_alone(post: SubscriptionSetup) -> None:
    mode = DeliveryMode(address=f"{post.url}/elsewhere", verification_token="theirs")
    theirs = NewSubscription(event_filters=FILTERS[:1], expires_in=900_000, delivery_mode=mode)
    await post.stage.ringcentral.subscribe(theirs)
    assert await post.after(post.bot()) == [LIST, CREATE]
    assert sorted(post.addresses) == ["/elsewhere", "/here"]


async def test_of_several_one_is_kept(post: SubscriptionSetup) -> None:
    bot = post.bot()
    await post.after(bot)
    mode = DeliveryMode(address=f"{post.url}/here", verification_token=TOKEN)
    twin = NewSubscription(event_filters=FILTERS, expires_in=900_000, delivery_mode=mode)
    await post.stage.ringcentral.subscribe(twin)
    assert await post.after(bot, 3 * MINUTE) == [LIST, DELETE]
    assert post.addresses == ["/here"]


async def test_one_that_lacks_events_is_not_trusted_and_made_anew_now_and_then(
    post: SubscriptionSetup,
) -> None:
    bot = post.bot()
    await post.after(bot)
    (made,) = post.stage.api.subscriptions.values()
    lacking, made.filters = made.filters, made.filters[:3]
    assert await post.after(bot, 3 * MINUTE) == [LIST]
    assert not bot.trusted
    assert await post.after(bot, 60 * MINUTE) == [LIST, DELETE, CREATE]
    (made,) = post.stage.api.subscriptions.values()
    assert (made.filters, bot.trusted) == (lacking, True)


async def test_while_ringcentral_does_not_answer_it_is_believed_for_a_while(post: SubscriptionSetup) -> None:
    bot = post.bot()
    await post.after(bot)
    post.stage.add(Status(path="/subscriptions$", code=503, times=None))
    await post.after(bot, 3 * MINUTE)
    assert bot.trusted
    await post.after(bot, 8 * MINUTE)
    assert not bot.trusted


async def test_an_answer_with_disabled_events_is_not_trusted(post: SubscriptionSetup) -> None:
    bot = post.bot()
    body = {
        "id": "9",
        "status": "Active",
        "eventFilters": list(FILTERS),
        "disabledFilters": [{"filter": FILTERS[1], "reason": "no permission"}],
    }
    post.stage.add(Status(method="POST", path="/subscriptions$", code=201, body=body))
    await post.after(bot)
    assert not bot.trusted
