"""Acting as the world from the panel, and reading what went over the wire."""

import asyncio
import datetime as dt
from dataclasses import dataclass, field

import httpx
import pytest

from sandbox.clock import MovableClock
from sandbox.ringcentral import Session, WebinarAPI
from sandbox.slack import SlackServer
from sandbox.world import World
from tests.sandbox.bolt_app import staged
from tests.sandbox.page_browser import acts, browsing, browsing_in


@dataclass
class CountingBot:
    """A bot that only counts how often it was killed, and with which lead."""

    works: bool = True
    shifts: list[int] = field(default_factory=list)

    async def restart(self, *, time_shift: int) -> None:
        self.shifts.append(time_shift)


def scheduled(ringcentral: WebinarAPI, *, registered: bool = False) -> Session:
    """A webinar that was made in RingCentral's own app."""
    return ringcentral.schedule(ringcentral.make("Q3 All-Hands", registrationEnabled=registered).id)


async def test_a_webinar_is_lived_through_from_the_panel() -> None:
    ringcentral = WebinarAPI()
    session = scheduled(ringcentral)
    async with browsing(SlackServer.with_people(), ringcentral) as browser:

        async def does(deed: str, said: str, **more: str) -> None:
            html = await acts(browser, f"/world/{deed}", {"session": session.id, **more})
            assert said in html

        await does("rename", "The host renamed “Q3 All-Hands” to “Q4”", title="Q4")
        await does("later", "moved “Q4” by an hour")
        await does("live", "“Q4” is live.")
        await does("join", "Alex Adams came to “Q4”.")
        await does("end", "“Q4” has ended.")
        await does("record", "The recording of “Q4” is ready, and shared.")
        await does("cancel", "RingCentral refuses that")
        await does("end", "That cannot be done (any more)", session="nowhere")
    (recording,) = ringcentral.recordings.values()
    assert recording.shared


async def test_somebody_registers_and_then_comes() -> None:
    ringcentral = WebinarAPI()
    session = scheduled(ringcentral, registered=True)
    async with browsing(SlackServer.with_people(), ringcentral) as browser:
        html = await acts(browser, "/world/register", {"session": session.id})
        assert "Alex Adams registered for “Q3 All-Hands”." in html
        assert "1 registered" in html
        await acts(browser, "/world/live", {"session": session.id})
        assert "Alex Adams came" in await acts(browser, "/world/join", {"session": session.id})
        assert "Bo Adams" not in (await browser.get("/")).text
        html = await acts(browser, "/world/cancel", {"session": session.id})
        assert "deleted" in html or "refuses" in html


async def test_trouble_begins_and_ends_on_either_side() -> None:
    slack, ringcentral = SlackServer.with_people(), WebinarAPI()
    async with staged(slack) as bot, browsing(slack, ringcentral) as browser:
        html = await acts(browser, "/world/trouble", {"side": "slack", "kind": "down"})
        assert "Slack is down (503)." in html
        assert 'aria-pressed="true">Slack is down' in html
        async with httpx.AsyncClient(base_url=slack.url, trust_env=False) as http:
            assert (await http.post("/api/auth.test")).status_code == 503
        assert "no more" in await acts(browser, "/world/trouble", {"side": "slack", "kind": "down"})
        assert (await bot.client.auth_test())["ok"]
        html = await acts(browser, "/world/events", {"act": "lose"})
        assert "The next three events of RingCentral get lost." in html


async def test_time_passes_for_everybody_and_the_bot_is_started_anew() -> None:
    clock, bot = MovableClock(), CountingBot()
    slack = SlackServer.with_people(clock=clock.epoch)
    world = World(slack, WebinarAPI(clock=clock.epoch), clock, bot)
    before = clock()
    async with browsing_in(world) as browser:
        await acts(browser, "/world/pass", {"minutes": "1440"})
        await slack.wait_until(lambda: bot.shifts)
        assert "The bot" in await acts(browser, "/world/kill", {})
        await slack.wait_until(lambda: len(bot.shifts) == 2)
    assert clock() - before >= dt.timedelta(days=1)
    assert all(abs(shift - 86_400) <= 1 for shift in bot.shifts)


async def test_without_clock_and_bot_nothing_of_them_is_offered() -> None:
    async with browsing(SlackServer.with_people()) as browser:
        html = (await browser.get("/")).text
        for offer in ("/world/pass", "/world/kill", "/scenes/"):
            assert offer not in html
        assert "no clock to move" in await acts(browser, "/world/pass", {"minutes": "10"})
        assert "no bot that could be killed" in await acts(browser, "/world/kill", {})
        assert (await browser.get("/scenes/fresh")).status_code == 404
        assert (await browser.post("/world/rain")).status_code == 404


async def test_a_scene_is_begun_by_its_address_but_not_by_another_sites_page() -> None:
    wanted = asyncio.get_running_loop().create_future()
    world = World(SlackServer.with_people(), WebinarAPI(), wanted=wanted)
    async with browsing_in(world) as browser:
        astray = await browser.get("/scenes/party")
        assert astray.status_code == 404
        assert "there are fresh, tomorrow, storm" in astray.text
        asked = await browser.get("/scenes/storm", headers={"Sec-Fetch-Site": "cross-site"})
        assert "Everything that is in the sandbox now will be gone." in asked.text
        assert not world.is_over
        for waiting in (
            await browser.get("/scenes/tomorrow"),
            await browser.post("/world/scene", data={"scene": "storm"}),
        ):
            assert "This page goes on by itself." in waiting.text
    assert await wanted == "tomorrow"


async def test_each_exchange_unfolds_to_what_both_sides_said() -> None:
    slack, ringcentral = SlackServer.with_people(commands=["/webinar"]), WebinarAPI()
    async with staged(slack) as bot, browsing(slack, ringcentral) as browser:
        await bot.client.chat_postMessage(channel="C0GENERAL", text="Hello <https://example.com|there>")
        await acts(browser, "/ann/general/say", {"text": "/webinar help"})
        html = (await browser.get("/")).text
        for line in ("@ann typed /webinar help", "#general · Hello there"):
            assert line in html
        unfolded = (await browser.get("/wire/slack-0")).text
        assert "&#34;channel&#34;: &#34;C0GENERAL&#34;" in unfolded
        assert "/webinar" in (await browser.get("/wire/told-0")).text
        for astray in ("slack-9", "nowhere-0", "slack-x"):
            assert (await browser.get(f"/wire/{astray}")).status_code == 404


async def test_the_wire_is_told_in_the_order_of_the_worlds_own_clock() -> None:
    clock = MovableClock()
    clock.add(dt.timedelta(days=3))
    slack = SlackServer.with_people(clock=clock.epoch, commands=["/webinar"])
    async with staged(slack) as bot, browsing(slack) as browser:
        await bot.client.chat_postMessage(channel="C0GENERAL", text="first")
        await acts(browser, "/ann/general/say", {"text": "/webinar help"})
        html = (await browser.get("/")).text
    assert html.index("typed /webinar help") < html.index("#general · first")
    assert abs(slack.sent[0].at - clock.epoch()) < 60


@pytest.mark.parametrize(("look", "shown"), [("dark", 'data-look="dark"'), ("system", '<html lang="en">')])
async def test_light_and_dark_are_remembered(look: str, shown: str) -> None:
    async with browsing(SlackServer.with_people()) as browser:
        assert shown in await acts(browser, "/look", {"look": look})
