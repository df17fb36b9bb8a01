"""`python -m bot`: run the bot with the settings of the environment or `.env`."""

import asyncio
import gc
import signal
import socket
import sys
from contextlib import closing

import structlog

from bot.app import running
from bot.errors import OperatorCanFix, SlotLost, WebinarsError
from bot.http_server import HttpServer, bound_listener
from bot.logs import set_up
from bot.models.clock import shifted_clock, system_clock
from bot.settings import Settings
from bot.storage.availability import DatabaseAvailability

log = structlog.get_logger()


async def _serve(settings: Settings, availability: DatabaseAvailability) -> None:
    """Serve until SIGTERM or SIGINT, then let running work end."""
    clock = shifted_clock(settings.time_shift) if settings.time_shift else system_clock
    listener, refused = _listener(settings)
    with closing(listener):
        async with running(settings, clock, availability=availability, refused=refused) as web:
            server = HttpServer(web)
            for asked in (signal.SIGTERM, signal.SIGINT):
                signal.signal(asked, server.leave)
            gc.collect()
            gc.freeze()  # looking through what was imported again would stop everybody for a tenth of a second
            port = listener.getsockname()[1]
            log.info("server_started", host=settings.host, port=port)
            leaving = asyncio.create_task(_leave_when_lost(web.state.lost, server))
            await server.serve([listener])
            leaving.cancel()
            log.info("shutdown_began")
            if web.state.lost.is_set():
                raise SlotLost(
                    f"Another worker took over the work of {settings.worker_id}. Start this one again."
                )


def _listener(settings: Settings) -> tuple[socket.socket, list[OperatorCanFix]]:
    """The address to listen on, taken before anything begins to work; or why it cannot be, beside a spare one."""
    try:
        return bound_listener(settings.host, settings.port), []
    except OperatorCanFix as refused:
        return socket.socket(), [refused]


async def _leave_when_lost(lost: asyncio.Event, server: HttpServer) -> None:
    """A worker that was taken for gone must not go on: what it does is done by another."""
    await lost.wait()
    server.leave()


def main() -> int:
    """The exit status: 0 after a stop that was asked for, 2 when something has to be put right first."""
    try:
        settings = Settings.read()
        availability = DatabaseAvailability(system_clock)
        set_up(settings.log_level, availability.hides)
        asyncio.run(_serve(settings, availability))
    except (WebinarsError, SlotLost) as refused:
        sys.stderr.write(f"{refused}\n")
        return 2
    return 0


if __name__ == "__main__":
    sys.exit(main())
