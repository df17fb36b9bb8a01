"""A newcomer makes a webinar on the page, with the real bot behind it."""

import re
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import httpx

from tests.databases import sqlite_database
from tests.office import Office, open_office
from tests.sandbox.page_browser import acts, browsing, message_in, modal_in

WEBINAR = {
    "in:title/title": "<!channel> & <b>",
    "in:date/date": "2026-03-10",
    "in:start_time/start_time": "15:00",
    "in:duration/duration": "45 minutes",
}


@asynccontextmanager
async def an_office(folder: Path) -> AsyncIterator[tuple[Office, httpx.AsyncClient]]:
    """The bot at work, and a browser before the page."""
    async with (
        open_office(sqlite_database(folder)) as office,
        office.bot(),
        browsing(office.slack, office.ringcentral) as browser,
    ):
        yield office, browser


async def opens_the_form(office: Office, browser: httpx.AsyncClient) -> dict[str, list[str]]:
    """As Ann, type /webinar in #general; gives what the form then holds."""
    await acts(browser, "/ann/general/say", {"text": "/webinar"})
    await office.ann.sees(lambda: "Time zone" in office.ann.modal.labels)
    return modal_in((await browser.get("/ann/general")).text)


async def test_a_newcomer_creates_a_webinar_and_finds_its_card(tmp_path: Path) -> None:
    async with an_office(tmp_path) as (office, browser):
        assert "Type <kbd>/webinar</kbd>" in (await browser.get("/")).text
        form = await opens_the_form(office, browser)
        assert form["in:time_zone/time_zone"] == ["America/Los_Angeles"]
        assert form["in:announce_in/announce_in"] == ["C0GENERAL"]
        await acts(browser, "/ann/general/submit", form | WEBINAR)
        await office.ann.sees(lambda: office.ann.modal.title == "Webinar created")
        html = (await browser.get("/ann/general")).text
        assert re.search(r"<dialog.*Webinar created.*</dialog>", html, re.DOTALL)
        assert "<!channel>" not in html
        card = html.partition('class="message"')[2].partition("</li>")[0]
        assert "<strong>&lt;!channel&gt; &amp; &lt;b&gt;</strong>" in card
        (link,) = re.findall(r'<a class="button primary" href="([^"]+)" target="_blank" rel="noopener"', card)
        assert "as an attendee" in (await browser.get(link)).text
        assert "<b>2</b> of 10 Heavy calls in the last 60 s" in html
        assert "POST /webinar/configuration/v1/webinars" in html
        assert re.search(r'>Webinars\s*</span>\s*<span class="unread">1', html)
        assert "Start as host" in (await browser.get("/ann/@webinars")).text


async def test_a_time_zone_is_found_by_typing_and_only_then_can_be_chosen(tmp_path: Path) -> None:
    async with an_office(tmp_path) as (office, browser):
        form = await opens_the_form(office, browser)
        wanted = form | {"in:time_zone/time_zone": "Europe/Berlin"}
        html = await acts(browser, "/ann/general/type", wanted)
        assert "“Europe/Berlin” cannot be chosen in “Time zone”" in html
        asked = {"place": form["place"][0], "field": "time_zone/time_zone", "query": "berl"}
        found = await browser.get("/ann/general/suggest", params=asked)
        assert [one["value"] for one in found.json()] == ["Europe/Berlin"]
        html = await acts(browser, "/ann/general/type", wanted)
        assert modal_in(html)["in:time_zone/time_zone"] == ["Europe/Berlin"]


async def test_options_lie_on_the_form_and_what_was_typed_below_stays(tmp_path: Path) -> None:
    async with an_office(tmp_path) as (office, browser):
        form = await opens_the_form(office, browser)
        pressed = form | WEBINAR | {"press": "more/more_options"}
        await acts(browser, "/ann/general/press", pressed)
        await office.ann.sees(lambda: office.ann.modal.title == "More options")
        html = (await browser.get("/ann/general")).text
        assert 'aria-label="Back"' in html
        options = modal_in(html) | {"in:panelists/panelists": ["U0BEN"]}
        html = await acts(browser, "/ann/general/submit", options)
        assert "Create a webinar" in html
        assert modal_in(html)["in:title/title"] == [WEBINAR["in:title/title"]]


async def test_help_is_for_the_asker_alone_and_an_unknown_command_is_told(tmp_path: Path) -> None:
    async with an_office(tmp_path) as (_office, browser):
        html = await acts(browser, "/ann/general/say", {"text": "/webinar help"})
        assert "Only visible to you" in html
        assert message_in(html)["place"][0].startswith("C0GENERAL:")
        assert "Only visible to you" not in (await browser.get("/ben/general")).text
        html = await acts(browser, "/ann/general/say", {"text": "/unheard"})
        assert "/unheard is not installed" in html
        assert "/unheard is not installed" not in await acts(browser, "/ann/general/dismiss", {})


async def test_the_shortcut_opens_the_form_from_the_conversation_with_the_bot(tmp_path: Path) -> None:
    async with an_office(tmp_path) as (office, browser):
        await acts(browser, "/ann/@webinars/shortcut", {"name": "Create a webinar"})
        await office.ann.sees(lambda: office.ann.modal.title == "Create a webinar")
        assert "Create webinar" in (await browser.get("/ann/@webinars")).text
