"""The HTTP server: uvicorn, made so that nobody outside can hold up the others.

uvicorn bounds neither how long a head may take to arrive, nor what a connection may send after it was answered, and
its parser takes 7 µs for each line or chunk, however small. So every connection here is read in small pieces, and
is cut when it sends lines that no client sends.
"""

import asyncio
import contextlib
import socket
from collections.abc import Iterator
from typing import Any, Final

import h11
import uvicorn
from starlette.types import ASGIApp
from uvicorn.protocols.http.h11_impl import H11Protocol

from bot.errors import SettingRefused

_PIECE: Final = 8_192
_LINES: Final = 256
"""Lines in one piece; a head of a proxy has about forty, a body of Slack's or RingCentral's none."""
_HEAD_BYTES: Final = 16_384
_HEAD_SECONDS: Final = 10.0
_DISCARDED_BYTES: Final = 8 * 1_048_576
_DISCARDED_SECONDS: Final = 5.0


class BoundedProtocol(H11Protocol):
    """A connection that can take neither much time nor much memory."""

    _head_timer: asyncio.TimerHandle | None = None
    _discarded: int | None = None
    """Bytes that arrived after a refusal; None while there was none."""

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]
        """Read in small pieces, and expect a whole head soon."""
        with contextlib.suppress(AttributeError):
            transport.max_size = _PIECE  # type: ignore[attr-defined]
        super().connection_made(transport)
        self._expect_head()

    def data_received(self, data: bytes) -> None:
        """Parse what arrived, unless nobody sends such a thing or the answer is given already."""
        if self._discarded is not None:
            self._discarded += len(data)
            if self._discarded > _DISCARDED_BYTES:
                self.transport.abort()
            return
        if data.count(b"\n") > _LINES:
            self.transport.abort()
            return
        super().data_received(data)
        self._expect_head()

    def connection_lost(self, exc: Exception | None) -> None:
        """Forget the timer."""
        self._forget_timer()
        super().connection_lost(exc)

    def on_response_complete(self) -> None:
        """After an answer to what was not read to its end, say that no more is wanted, and read over the rest.

        To close at once would take the answer away from whoever is still sending.
        """
        super().on_response_complete()
        if self.conn.their_state is not h11.SEND_BODY or self.transport.is_closing():
            return
        self._discarded = 0
        self._forget_timer()
        if self.transport.can_write_eof():
            with contextlib.suppress(OSError):  # whoever sent it may have hung up meanwhile
                self.transport.write_eof()
        self.loop.call_later(_DISCARDED_SECONDS, self.transport.abort)

    def _expect_head(self) -> None:
        """A head that begins has to end in time; between requests uvicorn watches."""
        if self.conn.their_state is not h11.IDLE:
            self._forget_timer()
        elif self._head_timer is None:
            self._head_timer = self.loop.call_later(_HEAD_SECONDS, self.transport.abort)

    def _forget_timer(self) -> None:
        if self._head_timer is not None:
            self._head_timer.cancel()
            self._head_timer = None


class HttpServer(uvicorn.Server):
    """Serves on a listener; leaves signals to us: uvicorn would raise them again before the drain."""

    def __init__(self, app: ASGIApp) -> None:
        super().__init__(
            uvicorn.Config(
                app,
                http=BoundedProtocol,
                ws="none",
                log_config=None,
                access_log=False,
                server_header=False,
                h11_max_incomplete_event_size=_HEAD_BYTES,
                timeout_graceful_shutdown=10,
            )
        )

    @contextlib.contextmanager
    def capture_signals(self) -> Iterator[None]:
        yield

    def leave(self, *_: Any) -> None:
        """Stop to serve; what runs may end."""
        self.should_exit = True


def bound_listener(host: str, port: int) -> socket.socket:
    """The address to listen on, taken; raises SettingRefused when that cannot be."""
    listener = socket.socket(socket.AF_INET6 if ":" in host else socket.AF_INET)
    try:
        listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listener.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        listener.bind((host, port))
    except OSError as fault:
        listener.close()
        raise SettingRefused(
            f"HOST and PORT, {host} port {port}, cannot be listened on: {fault.strerror}. "
            "Stop what listens there, or set another PORT."
        ) from None
    return listener
