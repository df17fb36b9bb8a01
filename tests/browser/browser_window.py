"""A browser's window in which somebody sits before the sandbox's page."""

from collections.abc import AsyncIterator
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final, Literal

from axe_playwright_python.base import AXE_FILE_PATH
from playwright.async_api import Browser, Locator, Page, expect

from sandbox.clock import MovableClock
from sandbox.page import WorkspacePage
from sandbox.ringcentral import WebinarAPI
from sandbox.ringcentral_site import RingCentralSite
from sandbox.serve import serve
from sandbox.slack import SlackServer
from sandbox.timeouts import extended
from sandbox.world import World
from tests.office import MONDAY, Office, manifest, settings_for

DESKTOP: Final = {"width": 1440, "height": 900}
PHONE: Final = {"width": 390, "height": 844}
SECONDS: Final = extended(20)
STARTING: Final = extended(60)
"""Seconds for what needs the bot to start as a new process, on a machine that has much else to do."""
_SCHEMES: Final[tuple[Literal["light", "dark"], ...]] = ("light", "dark")
_AXE: Final = Path(AXE_FILE_PATH).read_text(encoding="utf-8")


@dataclass
class BrowserWindow:
    """Somebody's window; `wrongs` are the errors that the page's own code ran into."""

    page: Page
    name: str
    wrongs: list[str]

    async def goes(self, place: str) -> None:
        """Open a conversation, such as "general"."""
        await self.page.goto(f"/{self.name}/{place}")

    async def says(self, text: str) -> None:
        """Type into the composer and press Enter, with keys alone."""
        box = self.page.locator("#say")
        await box.fill(text)
        await box.press("Enter")

    async def replies(self, text: str) -> None:
        """The same in the thread that lies open."""
        box = self.page.locator("#reply")
        await box.fill(text)
        await box.press("Enter")

    def modal(self, title: str) -> Locator:
        """The modal with this title."""
        return self.page.get_by_role("dialog", name=title)

    def message(self, text: str) -> Locator:
        """The message in the channel that says this."""
        return self.page.locator("#messages > .message").filter(has_text=text)

    async def sees(self, what: Locator, text: str = "", seconds: float = SECONDS) -> None:
        """Wait until something is there, and says this."""
        await expect(what).to_be_visible(timeout=seconds * 1000)
        if text:
            await expect(what).to_contain_text(text, timeout=seconds * 1000)

    async def sees_no(self, what: Locator) -> None:
        """Wait until something is gone."""
        await expect(what).to_have_count(0, timeout=SECONDS * 1000)

    async def violations(self) -> list[str]:
        """The findings of axe-core that seriously keep somebody from using the page, in light and in dark."""
        found = []
        await self.page.evaluate(_AXE)
        for scheme in _SCHEMES:
            await self.page.emulate_media(color_scheme=scheme)
            rules = None if scheme == "light" else ["color-contrast"]
            found += [f"{scheme}: {one}" for one in await self._violations(rules)]
        return found

    async def _violations(self, rules: list[str] | None) -> list[str]:
        options = {"resultTypes": ["violations"]} | ({"runOnly": rules} if rules else {})
        found: dict[str, Any] = await self.page.evaluate("options => axe.run(options)", options)
        return [
            f"{one['id']}: {node['html'][:160]} {node['failureSummary']}"
            for one in found["violations"]
            if one["impact"] in ("serious", "critical")
            for node in one["nodes"]
        ]


@asynccontextmanager
async def open_window(
    browser: Browser, url: str, name: str = "ann", place: str = "general", **look: Any
) -> AsyncIterator[BrowserWindow]:
    """A window of somebody onto the page at `url`."""
    context = await browser.new_context(
        base_url=url, **{"viewport": DESKTOP, "reduced_motion": "reduce"} | look
    )
    try:
        window = BrowserWindow(await context.new_page(), name, [])
        window.page.on("pageerror", lambda error: window.wrongs.append(str(error)))
        await window.goes(place)
        yield window
        assert window.wrongs == []
    finally:
        await context.close()


@dataclass
class BrowserWindows:
    """Windows for whoever works in the office."""

    office: Office
    world: World
    url: str
    browser: Browser

    def window(
        self, name: str = "ann", place: str = "general", **look: Any
    ) -> AbstractAsyncContextManager[BrowserWindow]:
        """A window of somebody, with a conversation open; nothing in it may go wrong."""
        return open_window(self.browser, self.url, name, place, **look)


@asynccontextmanager
async def open_browser_windows(database_url: str, browser: Browser) -> AsyncIterator[BrowserWindows]:
    """An office in which all clocks agree, with the bot at work, and windows onto it."""
    clock = MovableClock(MONDAY)
    slack, ringcentral = SlackServer.with_people(clock=clock.epoch), WebinarAPI(clock=clock.epoch)
    slack.install(manifest())
    world = World(slack, ringcentral, clock)
    async with (
        serve(slack.app) as slack.url,
        serve(RingCentralSite(ringcentral)) as ringcentral.url,
        serve(WorkspacePage(world).app) as url,
    ):
        office = Office(slack, ringcentral, settings_for(slack.url, ringcentral.url, database_url), clock)
        office.opens_to_webhooks()
        async with office.bot():
            yield BrowserWindows(office, world, url, browser)
