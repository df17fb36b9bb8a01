"""RingCentral tells what happens there: the bot subscribes by itself, believes nobody else, and survives losses."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from itertools import count
from pathlib import Path
from typing import Any

import httpx
import pytest

from sandbox.clock import MovableClock
from sandbox.ringcentral.events.subscription import Subscription
from tests.bot_process import bot_process
from tests.office import MONDAY, Office, open_office
from tests.scenarios.form_actions import creates

LIST, COUNT = "rcwConfigListAllSessions", "rcwRegGetSession"
SECOND, MINUTE, DAY = timedelta(seconds=1), timedelta(minutes=1), timedelta(days=1)
THURSDAY = datetime(2026, 3, 12, 22, 0, tzinfo=UTC)
SESSIONS = "/webinar/configuration/v1/company/sessions"
_numbers = count(1)


@dataclass
class WebhookStory:
    """An office with an announced webinar, whose bot hears of what happens in RingCentral."""

    office: Office
    clock: MovableClock

    def passes(self, span: timedelta) -> None:
        self.clock.add(span)

    @property
    def subscription(self) -> Subscription:
        """The one subscription that is told anything."""
        (one,) = [each for each in self.office.ringcentral.subscriptions.values() if not each.blacklisted]
        return one

    @property
    def card(self) -> str:
        return self.office.ann.messages("#general")[0].plain

    def asked(self) -> list[str]:
        """The calls to RingCentral about webinars, in order."""
        return [each for each in self.office.operations if not each.startswith("rcwN11s")]

    def moved_to(self, start: datetime = THURSDAY) -> None:
        """The host moves the webinar in RingCentral's own app."""
        self.office.ringcentral.move(self.office.session.id, start)

    async def sees(self, told: str) -> None:
        """Wait until the card says so, some seconds after the last delivery."""
        await self.office.ringcentral.deliveries.settle()
        self.passes(10 * SECOND)
        await self.office.ann.sees(lambda: told in self.card)

    async def subscribed(self, but: str = "") -> None:
        """Wait until there is a subscription, another than this one."""
        there = self.office.ringcentral.subscriptions

        def is_there() -> bool:
            return any(each.id != but and not each.blacklisted for each in there.values())

        await self.office.ringcentral.wait_until(is_there)

    async def posts(self, content: Any, **headers: str) -> int:
        """Somebody calls the bot's address; the status of the answer."""
        named = {name.replace("_", "-"): value for name, value in headers.items()}
        body = {"content": content} if isinstance(content, bytes) else {"json": content}
        async with httpx.AsyncClient(timeout=10) as http:
            answer = await http.post(self.subscription.address, headers=named, **body)
        return answer.status_code

    def delivery(self, session: str, **more: Any) -> dict[str, Any]:
        """A delivery as RingCentral makes them."""
        body, sent = {"sessionId": session}, self.clock().isoformat()
        return {
            "uuid": f"made-up-{next(_numbers)}",
            "event": SESSIONS,
            "timestamp": sent,
            "body": body,
            **more,
        }


@asynccontextmanager
async def told(database_url: str, **knobs: Any) -> AsyncIterator[WebhookStory]:
    """A story whose bot is subscribed, with nothing left to be read; its time passes only when it is told to."""
    clock = MovableClock(MONDAY, pace=0)
    async with open_office(database_url, clock, **knobs) as office:
        office.opens_to_webhooks()
        story = WebhookStory(office, clock)
        async with office.bot():
            await creates(office.ann)
            story.passes(2 * SECOND)
            await story.subscribed()
            for _ in range(2):  # what its own creation made RingCentral tell is read, too
                await office.ringcentral.deliveries.settle()
                await office.looks_around()
                story.passes(MINUTE)
            yield story


@pytest.fixture
async def story(database_url: str) -> AsyncIterator[WebhookStory]:
    async with told(database_url) as story:
        yield story


async def test_the_bot_subscribes_by_itself(story: WebhookStory) -> None:
    topics = {each.text for each in story.subscription.filters}
    assert topics == {
        "/webinar/configuration/v1/company/sessions",
        "/webinar/runtime/v1/company/sessions/state",
        "/webinar/registration/v1/company/sessions/state",
        "/webinar/registration/v1/company/sessions/registrants",
    }
    assert story.subscription.address == f"{story.office.bot_url}/ringcentral/events"


async def test_the_address_proves_itself_in_time(story: WebhookStory) -> None:
    deliveries = story.office.ringcentral.deliveries
    assert deliveries.patience == 3
    await deliveries.prove(story.subscription.address)


async def test_a_webinar_that_is_moved_in_ringcentral_moves_on_its_card(story: WebhookStory) -> None:
    story.moved_to()
    await story.sees("March 12")
    assert story.office.ringcentral.deliveries.log[-1].answers == [200]


async def test_a_change_that_was_not_told_is_found_all_the_same(story: WebhookStory) -> None:
    story.office.ringcentral.deliveries.lose()
    story.moved_to()
    story.passes(16 * MINUTE)
    await story.sees("March 12")


async def test_what_is_told_late_and_in_disorder_ends_with_what_holds(story: WebhookStory) -> None:
    deliveries = story.office.ringcentral.deliveries
    deliveries.hold()
    for days in (3, 1, 2):
        story.moved_to(THURSDAY + days * DAY)
    deliveries.release(backwards=True)
    await story.sees("March 14")
    assert [each.answers for each in deliveries.log[-3:]] == [[200]] * 3


async def test_what_is_told_twice_is_read_once(story: WebhookStory) -> None:
    story.office.ringcentral.deliveries.double()
    before = story.office.operations.count(LIST)
    story.moved_to()
    await story.sees("March 12")
    await story.office.ringcentral.deliveries.settle()
    story.passes(MINUTE)
    story.moved_to(THURSDAY + DAY)
    await story.sees("March 13")
    assert story.office.operations.count(LIST) == before + 2


async def test_what_is_forged_replayed_or_malformed_has_no_effect(story: WebhookStory) -> None:
    office, session = story.office, story.office.session.id
    assert story.subscription.token is not None
    signed = {"Verification_Token": story.subscription.token}
    before = len(story.asked())
    other = story.delivery("0")
    assert await story.posts(other, **signed) == 200
    await office.ringcentral.wait_until(lambda: LIST in story.asked()[before:])
    story.passes(MINUTE)
    old = (story.clock() - 2 * DAY).isoformat()
    refused = [
        await story.posts(story.delivery(session)),
        await story.posts(story.delivery(session), Verification_Token="guessed-by-somebody"),
        await story.posts(story.delivery(session), Validation_Token="x" * 300, **signed),
        await story.posts(b'{"sessionId": ', **signed),
        await story.posts(b" " * 70_000, **signed),
    ]
    assert refused == [403, 403, 400, 400, 413]
    assert await story.posts({**other, "body": {"sessionId": session}}, **signed) == 200
    assert await story.posts(story.delivery(session, timestamp=old), **signed) == 200
    assert await story.posts(story.delivery("0"), **signed) == 200
    await office.ringcentral.wait_until(lambda: story.asked()[before:].count(LIST) == 2)
    story.passes(MINUTE)
    story.moved_to()
    await story.sees("March 12")
    assert story.asked()[before:] == [LIST, LIST, LIST]


async def test_a_registration_is_counted_soon(story: WebhookStory) -> None:
    office = story.office
    await creates(office.ann, {"Who is it for?": "Registered event", "Title": "Launch"})
    (launch,) = [each for each in office.ringcentral.webinars.values() if each.title == "Launch"]
    (session,) = [each for each in office.ringcentral.sessions.values() if each.webinar_id == launch.id]
    story.passes(2 * MINUTE)
    counted = story.asked().count(COUNT)
    office.ringcentral.register(session.id, "Eve", "Early", "eve@example.com")
    await office.ringcentral.wait_until(lambda: story.asked().count(COUNT) == counted + 1)


async def test_a_rush_is_counted_from_its_first_seconds_and_then_more_seldom(story: WebhookStory) -> None:
    office = story.office
    await creates(office.ann, {"Who is it for?": "Registered event", "Title": "Launch"})
    (launch,) = [each for each in office.ringcentral.webinars.values() if each.title == "Launch"]
    (session,) = [each for each in office.ringcentral.sessions.values() if each.webinar_id == launch.id]
    counted = story.asked().count(COUNT)
    for second in range(60):
        story.passes(SECOND)
        office.ringcentral.register(session.id, "Eve", f"No{second}", f"eve{second}@example.com")
        if second in {6, 59}:
            await office.looks_around()
        if second == 6:
            assert story.asked().count(COUNT) == counted + 1, "within seconds"
    assert story.asked().count(COUNT) <= counted + 5, "a minute has ten calls for everything"


async def test_a_blacklisted_subscription_is_made_anew_and_what_was_missed_is_found(
    story: WebhookStory,
) -> None:
    old = story.subscription.id
    story.office.ringcentral.deliveries.blacklist(old)
    story.moved_to()
    story.passes(4 * MINUTE)
    await story.subscribed(but=old)
    await story.sees("March 12")
    assert old not in story.office.ringcentral.subscriptions


async def test_a_subscription_that_is_gone_is_made_anew_and_what_was_missed_is_found(
    story: WebhookStory,
) -> None:
    old = story.subscription.id
    story.office.ringcentral.deliveries.forget(old)
    story.moved_to()
    story.passes(4 * MINUTE)
    await story.subscribed(but=old)
    await story.sees("March 12")


async def test_a_subscription_is_renewed_before_it_ends(story: WebhookStory) -> None:
    old = story.subscription.expires
    story.passes(4 * DAY)
    await story.office.ringcentral.wait_until(lambda: story.subscription.expires > old + 3 * DAY)
    story.moved_to()
    await story.sees("March 12")


async def test_a_bot_that_is_started_again_goes_on_with_its_subscription(database_url: str) -> None:
    clock = MovableClock(MONDAY, pace=0)
    async with open_office(database_url, clock) as office:
        office.opens_to_webhooks()
        story = WebhookStory(office, clock)
        async with office.bot():
            await creates(office.ann)
            story.passes(2 * SECOND)
            await story.subscribed()
        made = story.subscription.id
        office.ringcentral.deliveries.lose()
        story.moved_to()
        async with office.bot():
            story.passes(2 * SECOND)
            await story.sees("March 12")
        assert story.subscription.id == made


async def test_a_bot_without_an_address_says_that_it_reads_now_and_then(tmp_path: Path) -> None:
    async with (
        open_office(f"sqlite:///{tmp_path}/webinars.sqlite") as office,
        bot_process(office.settings, tmp_path) as bot,
    ):
        assert bot.log.count("webhooks_left_off") == 1
    assert not office.ringcentral.subscriptions
