"""`python -m tests.screenshots` draws the pictures of the main screens anew, for the README."""

import asyncio
import io
import tempfile
from pathlib import Path

from PIL import Image
from playwright.async_api import async_playwright

from tests.browser import chromium
from tests.browser.browser_window import PHONE, BrowserWindow, BrowserWindows, open_browser_windows
from tests.browser.test_stories import creates
from tests.databases import sqlite_database
from tests.office import ROOT

SCREENS = ROOT / "sandbox" / "page" / "screens"
_COLOURS = 96
_SIZE = {"width": 1200, "height": 720}


async def take(window: BrowserWindow, name: str) -> None:
    """One picture, once everything that was asked for is there."""
    await window.page.wait_for_load_state("load")
    await window.page.wait_for_timeout(300)
    picture = await window.page.screenshot(animations="disabled", caret="hide")
    with Image.open(io.BytesIO(picture)) as image:
        image.quantize(_COLOURS).save(SCREENS / f"{name}.png", optimize=True)


async def draw(windows: BrowserWindows) -> None:
    """The main screens, in the order of a webinar's life."""
    async with windows.window(viewport=_SIZE) as ann:
        await take(ann, "first")
        await ann.says("/webinar create Q3 All-Hands next Tuesday at 3pm for 45 minutes")
        await ann.sees(ann.modal("Create a webinar"), "Time zone")
        await take(ann, "form")
        await ann.page.keyboard.press("Escape")
        await creates(ann)
        await windows.office.person("chie").presses(
            "I’m going", message=windows.office.ann.messages("#general")[0]
        )
        await ann.sees(ann.message("Q3 All-Hands"), "Chie")
        await take(ann, "card")
        await ann.goes("@webinars?tab=home")
        await ann.sees(ann.page.locator("#home"), "Q3 All-Hands")
        await take(ann, "home")
    async with windows.window("ben", viewport=_SIZE, color_scheme="dark") as ben:
        await ben.says("/invite @webinars")
        await ben.sees(ben.page.locator("main header"), "6 members")
        await ben.says("@webinars product launch on friday at 2pm for an hour")
        await ben.message("product launch").get_by_role("link", name="1 reply").click()
        await ben.replies("make it 90 minutes")
        await ben.sees(ben.page.locator("#thread"), "⏱")
        await take(ben, "thread")
    async with windows.window("chie", viewport=PHONE, has_touch=True, is_mobile=True) as chie:
        await take(chie, "phone")


async def main() -> None:
    """Draw all of them, where there is a Chromium."""
    program = chromium.had()
    if program is None:
        raise SystemExit("There is no Chromium, and it cannot be had here.")
    SCREENS.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        async with (
            async_playwright() as playwright,
            await playwright.chromium.launch(executable_path=program, args=list(chromium.FLAGS)) as browser,
            open_browser_windows(sqlite_database(Path(folder)), browser) as windows,
        ):
            await draw(windows)


if __name__ == "__main__":
    asyncio.run(main())
