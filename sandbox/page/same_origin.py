"""Keeps other sites' pages from acting here: what changes something must come from the page itself."""

from urllib.parse import urlsplit

from starlette.datastructures import Headers
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Receive, Scope, Send


class SameOrigin:
    """Answers 403 to whatever is not a GET or HEAD and names another origin than the host it was sent to."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if (
            scope["type"] == "http"
            and scope["method"] not in ("GET", "HEAD")
            and _foreign(Headers(scope=scope))
        ):
            refusal = PlainTextResponse("This came from the page of another site.", 403)
            await refusal(scope, receive, send)
        else:
            await self._app(scope, receive, send)


def _foreign(headers: Headers) -> bool:
    origin = headers.get("origin")
    return origin is not None and urlsplit(origin).netloc != headers.get("host")
