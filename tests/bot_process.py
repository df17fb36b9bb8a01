"""The bot as a process of its own, to be started, stopped and killed as an operator or a crash would.

Reading its code takes a bot two seconds, which stories that start many need not show: theirs are forked from a process
that has read it already. `anew=True` starts one as an operator does.
"""

import asyncio
import multiprocessing
import os
import runpy
import signal
import socket
import sys
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Final

import httpx
from pydantic import SecretStr

from bot.settings import Settings
from sandbox.timeouts import extended
from tests.office import ROOT

_POLL = 0.05
_FORKING: Final = multiprocessing.get_context("forkserver")
_FORKING.set_forkserver_preload(["tests.preloaded"])


def environment(settings: Settings, source: Path = ROOT, **more: str) -> dict[str, str]:
    """The settings as environment variables, with nothing else that the bot would read; its code is in `source`."""
    told = {name.upper(): _said(value) for name, value in settings if value is not None}
    kept = {
        name: value
        for name, value in os.environ.items()
        if not name.startswith(("SLACK", "RINGCENTRAL", "PUBLIC_URL"))
    }
    return {**kept, **told, "PYTHONPATH": str(source), **more}


class Forked:
    """A process that has read the bot's code before it is told what to run."""

    def __init__(self, program: str, variables: Mapping[str, str], folder: Path, log: Path) -> None:
        told = (program, dict(variables), folder, log)
        self._process = _FORKING.Process(target=_run, args=told, daemon=True)
        self._process.start()
        self._ended = asyncio.Event()
        self._loop = asyncio.get_running_loop()
        self._loop.add_reader(self._process.sentinel, self._end)

    @property
    def returncode(self) -> int | None:
        """The exit status, once it has ended; minus the signal that ended it."""
        return self._process.exitcode

    def send_signal(self, number: signal.Signals) -> None:
        """Send it a signal, as an operator or the system does."""
        assert self._process.pid is not None
        os.kill(self._process.pid, number)

    async def wait(self) -> int:
        """Wait until it has ended; gives the exit status."""
        await self._ended.wait()
        assert self._process.exitcode is not None
        return self._process.exitcode

    def _end(self) -> None:
        self._loop.remove_reader(self._process.sentinel)
        self._process.join()
        self._ended.set()


def _run(program: str, variables: Mapping[str, str], folder: Path, log: Path) -> None:
    """Become `python -m program` in a folder, with these variables alone; what it says goes to `log`."""
    os.environ.clear()
    os.environ.update(variables)
    os.chdir(folder)
    with log.open("a") as said:
        os.dup2(said.fileno(), sys.stdout.fileno())
        os.dup2(said.fileno(), sys.stderr.fileno())
    runpy.run_module(program, run_name="__main__", alter_sys=True)


class BotProcess:
    """`python -m bot`, or another program that runs the bot; what it logs is kept in `log`."""

    def __init__(
        self,
        settings: Settings,
        folder: Path,
        program: str = "bot",
        *,
        anew: bool = False,
        source: Path = ROOT,
    ) -> None:
        with socket.create_server(("127.0.0.1", 0)) as free:
            self.port = free.getsockname()[1]
        self._environment = environment(settings, source, PORT=str(self.port), HOST="127.0.0.1")
        self._folder = folder
        self._program = program
        self._anew = anew or source != ROOT
        self._log = folder / "bot.log"
        self._process: asyncio.subprocess.Process | Forked | None = None

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    @property
    def log(self) -> str:
        return self._log.read_text()

    async def start(self) -> None:
        """Start it, and wait until it is ready."""
        if self._anew:
            self._process = await self._started()
        else:
            self._process = Forked(self._program, self._environment, self._folder, self._log)
        async with asyncio.timeout(extended(60)), httpx.AsyncClient(base_url=self.url) as http:
            while not await self._ready(http):  # noqa: ASYNC110 - another process sets no event of ours
                await asyncio.sleep(_POLL)

    async def _started(self) -> asyncio.subprocess.Process:
        with self._log.open("a") as log:
            return await asyncio.create_subprocess_exec(
                *(sys.executable, "-m", self._program),
                env=self._environment,
                cwd=self._folder,
                stderr=log,
                stdout=log,
            )

    @property
    def lives(self) -> bool:
        """True while there is a process, ready or not."""
        return self._process is not None and self._process.returncode is None

    async def ended(self) -> None:
        """Wait until the process is gone, however that came about."""
        assert self._process is not None
        await self._process.wait()

    async def kill(self) -> None:
        """kill -9."""
        await self._end(signal.SIGKILL)

    async def stop(self) -> int:
        """SIGTERM; gives the exit status."""
        return await self._end(signal.SIGTERM)

    async def _end(self, how: signal.Signals) -> int:
        assert self._process is not None
        if self._process.returncode is None:
            self._process.send_signal(how)
        return await self._process.wait()

    async def _ready(self, http: httpx.AsyncClient) -> bool:
        assert self._process is not None
        assert self._process.returncode is None, self.log
        try:
            return (await http.get("/readyz")).is_success
        except httpx.TransportError:
            return False


@asynccontextmanager
async def bot_process(
    settings: Settings, folder: Path, *, anew: bool = False, source: Path = ROOT
) -> AsyncIterator[BotProcess]:
    """A running bot, killed at the end if it still runs."""
    bot = BotProcess(settings, folder, anew=anew, source=source)
    await bot.start()
    try:
        yield bot
    finally:
        await bot.kill()


async def run_bot(variables: Mapping[str, str], folder: Path) -> tuple[int, str]:
    """Run the bot with these variables alone until it ends; its exit status and what it said."""
    log = folder / "said.log"
    bot = Forked("bot", {"PATH": os.environ["PATH"], **variables}, folder, log)
    status = await bot.wait()
    return status, log.read_text()


def _said(value: object) -> str:
    return value.get_secret_value() if isinstance(value, SecretStr) else str(value)
