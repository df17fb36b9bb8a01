"""The programs that are measured, each a process of its own: started, found ready, weighed and stopped."""

import asyncio
import os
import socket
import sys
import time
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Final

import aiohttp
from pydantic import SecretStr

from bot.settings import Settings
from tests.bot_process import environment
from tests.office import ROOT, settings_for

_POLL: Final = 0.005
_READY_SECONDS: Final = 30.0
_STOP_SECONDS: Final = 15.0
_FAULT: Final = 500
_LAST: Final = 2000
_COMPILE_ANEW: Final = "PYTHONDONTWRITEBYTECODE"
"""With this set, a start would compile everything that was installed, which nobody's second start does."""


class Program:
    """`python -m module --port …`, or with PORT in its environment; what it logs goes to a file."""

    def __init__(
        self, module: str, *arguments: str, folder: Path, variables: Mapping[str, str] | None = None
    ) -> None:
        with socket.create_server(("127.0.0.1", 0)) as free:
            self.port = free.getsockname()[1]
        self._command = (sys.executable, "-m", module, *arguments)
        self._variables = inherited() | dict(variables or {}) | {"PORT": str(self.port)}
        self._variables.pop(_COMPILE_ANEW, None)
        self._folder = folder
        self._process: asyncio.subprocess.Process

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    async def start(self) -> float:
        """Start it; the seconds until it is ready."""
        log = self._folder / f"{self.port}.log"
        began = time.perf_counter()
        with log.open("ab") as said:
            self._process = await asyncio.create_subprocess_exec(
                *self._command, cwd=self._folder, env=self._variables, stdout=said, stderr=said
            )
        try:
            async with asyncio.timeout(_READY_SECONDS), aiohttp.ClientSession() as http:
                while self._process.returncode is None and not await self._ready(http):  # noqa: ASYNC110
                    await asyncio.sleep(_POLL)
        except TimeoutError:
            raise self._not_ready(log) from None
        if self._process.returncode is not None:
            raise self._not_ready(log)
        return time.perf_counter() - began

    async def stop(self) -> None:
        """SIGTERM, and SIGKILL when that is not heard."""
        if self._process.returncode is not None:
            return
        self._process.terminate()
        try:
            async with asyncio.timeout(_STOP_SECONDS):
                await self._process.wait()
        except TimeoutError:
            self._process.kill()
            await self._process.wait()

    async def resident(self) -> float:
        """The memory that it occupies, in MB."""
        asked = await asyncio.create_subprocess_exec(
            "ps", "-o", "rss=", "-p", str(self._process.pid), stdout=asyncio.subprocess.PIPE
        )
        said, _ = await asked.communicate()
        return int(said) / 1024

    @asynccontextmanager
    async def running(self) -> AsyncIterator["Program"]:
        """The program at work, gone afterwards."""
        try:
            await self.start()
            yield self
        finally:
            await self.stop()

    def _not_ready(self, log: Path) -> RuntimeError:
        said = log.read_text(errors="replace")[-_LAST:]
        return RuntimeError(f"{self._command[2]} is not ready; the end of its log: {said}")

    async def _ready(self, http: aiohttp.ClientSession) -> bool:
        """True when it answers; a program without /readyz is ready when it says so."""
        try:
            async with http.get(f"{self.url}/readyz") as answer:
                return answer.status < _FAULT
        except aiohttp.ClientError:
            return False


def inherited() -> dict[str, str]:
    """The environment in which a program finds this repository and keeps what it compiled."""
    kept = {name: value for name, value in os.environ.items() if name != _COMPILE_ANEW}
    return {**kept, "PYTHONPATH": str(ROOT)}


def the_bot(settings: Settings, folder: Path, module: str = "bot", *arguments: str) -> Program:
    """The bot with these settings, or another module that runs it."""
    return Program(module, *arguments, folder=folder, variables=environment(settings, HOST="127.0.0.1"))


def settings(slack_url: str, ringcentral_url: str, database_url: str, jwt: str = "sandbox-jwt") -> Settings:
    """The settings of a bot in the sandbox, which signs in at RingCentral with this JWT."""
    made = settings_for(slack_url, ringcentral_url, database_url)
    return made.model_copy(update={"ringcentral_jwt": SecretStr(jwt)})
