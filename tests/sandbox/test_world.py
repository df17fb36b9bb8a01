"""A town with the real bot as a process: it is killed, time passes, and scenes are played."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import timedelta
from pathlib import Path

import httpx

from sandbox.gateway import Gateway
from sandbox.options import CommandOptions
from sandbox.page import WorkspacePage
from sandbox.ringcentral import WebinarAPI
from sandbox.serve import serve
from sandbox.slack import SlackServer
from sandbox.start import open_world, played
from sandbox.world import World


@asynccontextmanager
async def a_town(folder: Path, scene: str) -> AsyncIterator[tuple[World, "asyncio.Task[str]"]]:
    """A town in which a scene is being played; what is played ends with the name of the next scene."""
    async with open_world(CommandOptions.read([]), folder) as (world, bot):
        playing = asyncio.create_task(played(world, bot, scene))
        yield world, playing
        playing.cancel()
        await asyncio.gather(playing, return_exceptions=True)


async def test_a_killed_bot_comes_back_and_knows_how_late_it_is(tmp_path: Path) -> None:
    async with a_town(tmp_path, "fresh") as (world, playing):
        assert world.bot is not None
        assert world.clock is not None
        before = world.clock()
        world.let_pass(timedelta(hours=2))
        await world.slack.wait_until(lambda: world.said == "The bot is back.", 30)
        assert world.bot.works
        assert world.clock() - before >= timedelta(hours=2)
        ann = world.slack.person("ann")
        await ann.types("/webinar help", "#general")
        await ann.sees(lambda: ann.messages("#general"))
        assert not playing.done()


async def test_a_webinar_is_there_tomorrow_and_another_scene_may_follow(tmp_path: Path) -> None:
    async with a_town(tmp_path, "tomorrow") as (world, playing):
        ann = world.slack.person("ann")
        await ann.sees(lambda: ann.messages("#general") and ann.modal is None, 30)
        (session,) = world.ringcentral.sessions.values()
        assert session.duration == 45 * 60
        world.begin("storm")
        async with asyncio.timeout(5):
            assert await playing == "storm"


async def test_a_storm_of_registrations_comes_from_everywhere(tmp_path: Path) -> None:
    async with a_town(tmp_path, "storm") as (world, _playing):
        await world.ringcentral.wait_until(lambda: len(world.ringcentral.registrants) > 2, 30)
        (one,) = world.ringcentral.sessions.values()
        assert world.ringcentral.webinars[one.webinar_id].settings["registrationEnabled"]


async def test_whoever_comes_while_a_town_is_built_is_asked_to_wait() -> None:
    door = Gateway()
    async with (
        serve(door) as url,
        httpx.AsyncClient(base_url=url, trust_env=False, follow_redirects=True) as browser,
    ):
        waiting = await browser.get("/ann/general")
        assert (waiting.status_code, waiting.headers["refresh"]) == (503, "1")
        assert "One moment" in waiting.text
        door.app = WorkspacePage(World(SlackServer.with_people(), WebinarAPI())).app
        assert "#general" in (await browser.get("/ann/general")).text
