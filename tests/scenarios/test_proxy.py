"""In a company whose machines reach the internet by a proxy only, everything goes through it."""

from pathlib import Path

import pytest

from sandbox.proxy import Proxy
from tests.bot_process import BotProcess
from tests.databases import sqlite_database
from tests.office import open_office
from tests.scenarios.form_actions import creates
from tests.scenarios.test_calendar import takes_the_file
from tests.scenarios.webinar_actions import card


async def test_calls_answers_and_files_go_through_the_proxy(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    proxy = Proxy()
    async with open_office(sqlite_database(tmp_path)) as office, proxy.open() as address:
        monkeypatch.setenv("HTTP_PROXY", address)
        monkeypatch.setenv("HTTPS_PROXY", address)
        monkeypatch.delenv("NO_PROXY", raising=False)
        bot = BotProcess(office.settings, tmp_path, anew=True)
        monkeypatch.undo()
        await bot.start()
        try:
            office.slack.request_url = f"{bot.url}/slack/events"
            await creates(office.ann, {"Date": "2036-03-10"}, within=20)
            await takes_the_file(office.ben)
            assert await bot.stop() == 0
        finally:
            await bot.kill()
    paths = {seen.partition("?")[0].removeprefix("POST ").removeprefix("GET ") for seen in proxy.seen}
    slack, ringcentral = office.slack.url, office.ringcentral.url
    assert f"{slack}/api/chat.postMessage" in paths
    assert f"{slack}/api/views.open" in paths, "what a person waits for as well"
    assert f"{ringcentral}/restapi/oauth/token" in paths
    assert any(path.startswith(f"{slack}/upload/v1/") for path in paths), "the bytes of a file as well"
    asked = [exchange.path for exchange in office.ringcentral.exchanges]
    assert len([seen for seen in proxy.seen if f" {ringcentral}/" in seen]) == len(asked), (
        "nothing went past it"
    )


async def test_what_the_environment_exempts_goes_past_the_proxy(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    proxy = Proxy()
    async with open_office(sqlite_database(tmp_path)) as office, proxy.open() as address:
        monkeypatch.setenv("HTTP_PROXY", address)
        monkeypatch.setenv("HTTPS_PROXY", address)
        monkeypatch.setenv("NO_PROXY", "127.0.0.1")
        bot = BotProcess(office.settings, tmp_path, anew=True)
        monkeypatch.undo()
        await bot.start()
        try:
            office.slack.request_url = f"{bot.url}/slack/events"
            await creates(office.ann, {"Date": "2036-03-10"}, within=20)
            await takes_the_file(office.ben)
            await office.ben.presses("I’m going", message=card(office.ben))
            await office.ben.sees(lambda: "You’re going" in office.ben.messages("#general")[-1].plain)
            assert await bot.stop() == 0
        finally:
            await bot.kill()
    assert proxy.seen == []
