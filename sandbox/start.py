"""Everything that a newcomer needs, started and stopped: a Slack, a RingCentral, the page, and the real bot."""

import asyncio
import signal
import tempfile
import time
import webbrowser
from collections.abc import AsyncIterator, Sequence
from contextlib import AsyncExitStack, asynccontextmanager
from pathlib import Path
from typing import Any

import yaml
from starlette.types import ASGIApp

from sandbox.bot_process import BotEnded, SandboxBotProcess
from sandbox.clock import MovableClock
from sandbox.environment import ROOT
from sandbox.gateway import Gateway
from sandbox.options import CommandOptions
from sandbox.page import WorkspacePage
from sandbox.ringcentral import ApiRefusal, WebinarAPI
from sandbox.ringcentral_site import RingCentralSite
from sandbox.scenes import SCENES
from sandbox.serve import serve
from sandbox.slack import SlackServer
from sandbox.world import World


def run_sandbox(arguments: Sequence[str], *, began: float) -> int:
    """Run until somebody stops it; `began` (epoch seconds) is when the command was given."""
    return asyncio.run(_until_stopped(CommandOptions.read(arguments), began))


async def _until_stopped(options: CommandOptions, began: float) -> int:
    _stop_at_signals()
    try:
        await _run(options, began)
    except asyncio.CancelledError:
        _say("Stopped.")
        return 0
    except BotEnded as ended:
        _say(str(ended))
    return 1


def _stop_at_signals() -> None:
    """Let a signal cancel the running task, so that all that was started is stopped on the way out.

    Who presses Ctrl-C twice is not faster: the way out takes a few seconds at most, and leaves nothing behind.
    """
    loop, task = asyncio.get_running_loop(), asyncio.current_task()

    def stop() -> None:
        if task is not None and not task.cancelling():
            _say("Stopping …")
            task.cancel()

    for name in ("SIGINT", "SIGTERM", "SIGHUP"):
        if number := getattr(signal, name, None):
            signal.signal(number, lambda *_: loop.call_soon_threadsafe(stop))


async def _run(options: CommandOptions, began: float) -> None:
    """Build one world after the other, each when somebody asks for another scene."""
    door, scene = Gateway(), options.scene
    async with at_port(door, options.host, options.port) as page_url:
        while True:
            _say("Starting a Slack workspace and a RingCentral account on this machine …")
            with tempfile.TemporaryDirectory(prefix="webinars-") as folder:
                async with open_world(options, Path(folder)) as (world, bot):
                    door.app = WorkspacePage(world).app
                    if began:
                        _welcome(options, page_url, bot.log, time.time() - began)
                        began = 0.0
                    scene = await played(world, bot, scene)
                    door.app = None
                    await bot.kill()
            _say(f"The next scene: {SCENES[scene].title}.")


@asynccontextmanager
async def open_world(options: CommandOptions, folder: Path) -> AsyncIterator[tuple[World, SandboxBotProcess]]:
    """A town with the bot at work; it starts last and stops first."""
    clock = MovableClock()
    slack = SlackServer.with_people(clock=clock.epoch)
    slack.install(_manifest())
    limits = {"Heavy": options.limit} if options.limit else None
    ringcentral = WebinarAPI(clock=clock.epoch, limits=limits)
    async with serve(slack.app) as slack.url, serve(RingCentralSite(ringcentral)) as ringcentral.url:
        _say("Starting the bot …")
        bot = SandboxBotProcess(folder, slack.url, ringcentral.url, verbose=options.verbose)
        wanted = asyncio.get_running_loop().create_future()
        async with bot.running():
            await bot.ready()
            slack.request_url = f"{bot.url}/slack/events"
            yield World(slack, ringcentral, clock, bot, wanted=wanted), bot


async def played(world: World, bot: SandboxBotProcess, scene: str) -> str:
    """Play a scene, and wait for the next one to be asked for; raises BotEnded when the bot ends by itself."""
    assert world.wanted is not None  # noqa: S101 - `open_world` has just set it
    world.opens = SCENES[scene].channel
    playing = asyncio.create_task(_play(world, scene))
    ending = asyncio.create_task(bot.ended())
    try:
        waited: set[asyncio.Future[Any]] = {ending, world.wanted}
        await asyncio.wait(waited, return_when=asyncio.FIRST_COMPLETED)
        if ending.done():
            ending.result()  # raises why
        return world.wanted.result()
    finally:
        for task in (playing, ending, *world.tasks):
            task.cancel()
        await asyncio.gather(playing, ending, *world.tasks, return_exceptions=True)


async def _play(world: World, scene: str) -> None:
    try:
        await SCENES[scene].play(world)
    except (AssertionError, ApiRefusal) as unexpected:
        world.tell(f"The scene did not come about: {unexpected}")


@asynccontextmanager
async def at_port(app: ASGIApp, host: str, port: int) -> AsyncIterator[str]:
    """Serve `app` at this port, or where that cannot be had at any free one, and yield its base URL."""
    async with AsyncExitStack() as stack:
        try:
            url = await stack.enter_async_context(serve(app, host=host, port=port))
        except OSError as problem:
            _say(f"Port {port} cannot be had ({problem.strerror}); the page takes a free one.")
            url = await stack.enter_async_context(serve(app, host=host))
        yield url


def _manifest() -> dict[str, Any]:
    read: dict[str, Any] = yaml.safe_load((ROOT / "manifest.yml").read_text(encoding="utf-8"))
    return read


def _welcome(options: CommandOptions, page_url: str, log: Path | None, seconds: float) -> None:
    _say(f"Ready, {seconds:.1f} s after the command. Open this page:\n\n    {page_url}\n")
    _say("There you are Ann, in #general: type /webinar and press Enter. The other people are on the left.")
    if log is not None:
        _say(f"The bot's log, as long as it runs: {log}")
    _say("Ctrl-C stops everything.")
    if options.open_browser:
        webbrowser.open(page_url)


def _say(text: str) -> None:
    print(text, flush=True)  # noqa: T201 - to the person who waits
