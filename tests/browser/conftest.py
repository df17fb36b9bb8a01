"""One Chromium for all tests in a browser; without one they are skipped, loudly."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest
import pytest_asyncio
from playwright.async_api import Browser, async_playwright

from tests.browser import chromium
from tests.browser.browser_window import BrowserWindows, open_browser_windows
from tests.databases import sqlite_database


@pytest_asyncio.fixture(scope="session", loop_scope="session")
async def browser() -> AsyncIterator[Browser]:
    """Chromium, started once."""
    program = chromium.path()
    if program is None:
        pytest.skip("THERE IS NO CHROMIUM: nothing of the page was tested in a browser")
    async with async_playwright() as playwright:
        browser = await playwright.chromium.launch(executable_path=program, args=list(chromium.FLAGS))
        yield browser
        await browser.close()


@pytest_asyncio.fixture(loop_scope="session")
async def windows(browser: Browser, tmp_path: Path) -> AsyncIterator[BrowserWindows]:
    """An office with the bot at work, and windows onto it."""
    async with open_browser_windows(sqlite_database(tmp_path), browser) as ready:
        yield ready
