"""The page has an address for each person and conversation, and open pages hear of changes."""

import asyncio
from collections.abc import AsyncIterator

import httpx
import pytest

from sandbox.ringcentral import Limit, WebinarAPI
from sandbox.slack import SlackServer
from tests.sandbox.page_browser import acts, browsing


async def test_two_people_talk_in_two_windows() -> None:
    async with browsing(SlackServer.with_people()) as browser:
        await acts(browser, "/ann/general/say", {"text": "Hello <@U0BEN> *all*"})
        html = (await browser.get("/ben/general")).text
        assert "Hello &lt;@U0BEN&gt; <strong>all</strong>" in html
        assert '<span class="unread">1' in (await browser.get("/chie/all-hands")).text


@pytest.mark.parametrize("address", ["/nobody/general", "/ann/nowhere", "/gus/general", "/ben/leads"])
async def test_nobody_is_where_they_may_not_look(address: str) -> None:
    async with browsing(SlackServer.with_people()) as browser:
        assert (await browser.get(address)).status_code == 404
        assert (await browser.post(f"{address}/say", data={"text": "Hello"})).status_code == 404


async def test_a_public_channel_can_be_joined_and_an_archived_one_is_closed() -> None:
    async with browsing(SlackServer.with_people()) as browser:
        assert "Join #marketing" in (await browser.get("/dee/marketing")).text
        html = await acts(browser, "/dee/marketing/join", {})
        assert "Join #marketing" not in html
        assert "Message #marketing" in html
        assert "This channel is archived." in (await browser.get("/dee/old")).text


async def test_each_clock_shows_the_time_where_its_owner_is() -> None:
    async with browsing(SlackServer.with_people(clock=lambda: 1_796_133_600.0)) as browser:
        html = (await browser.get("/")).text
    for told in ("Los Angeles, Tue 06:00", "Berlin, Tue 15:00", "Tokyo, Tue 23:00"):
        assert told in html


@pytest.mark.parametrize("origin", ["https://evil.example", "null", "http://127.0.0.1:1"])
async def test_pages_of_other_sites_cannot_act(origin: str) -> None:
    slack = SlackServer.with_people()
    async with browsing(slack) as browser:
        answer = await browser.post("/ann/general/say", data={"text": "Hi"}, headers={"Origin": origin})
        assert answer.status_code == 403
        own = {"Origin": str(browser.base_url).rstrip("/")}
        assert (await browser.post("/ann/general/say", data={"text": "Hello"}, headers=own)).is_success
    assert [message.text for message in slack.person("ann").messages("#general")] == ["Hello"]


async def test_there_is_no_act_that_the_page_does_not_know() -> None:
    async with browsing(SlackServer.with_people()) as browser:
        assert (await browser.post("/ann/general/fly")).status_code == 404


async def test_an_open_page_hears_of_changes_on_both_sides() -> None:
    slack, ringcentral = SlackServer.with_people(), WebinarAPI()
    async with browsing(slack, ringcentral) as browser, browser.stream("GET", "/live") as stream:
        assert stream.headers["content-type"].startswith("text/event-stream")
        events = aiter(stream.aiter_lines())
        await _next(events)
        await slack.person("ben").types("Hello", "#general")
        await _next(events)
        ringcentral.changes.tell()
        await _next(events)


async def _next(events: AsyncIterator[str]) -> None:
    async with asyncio.timeout(2):
        while await anext(events) != "data: changed":
            pass


async def test_the_panel_tells_how_much_of_the_budget_is_left_and_how_long_a_penalty_goes_on() -> None:
    ringcentral = WebinarAPI(limits={"Heavy": Limit(2, 30)}, clock=lambda: 1_796_133_600.0)
    transport = httpx.ASGITransport(ringcentral.app)
    async with (
        browsing(SlackServer.with_people(), ringcentral) as browser,
        httpx.AsyncClient(transport=transport, base_url="http://ringcentral.test") as client,
    ):
        for _ in range(3):
            await client.get("/webinar/configuration/v1/webinars")
        html = (await browser.get("/")).text
    assert "<b>2</b> of 2 Heavy calls in the last 30 s" in html
    assert "1 penalty; the present one ends in 30 s" in html
    assert ' class="failed">' in html
