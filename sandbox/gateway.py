"""One address for many worlds: whoever comes while the next is being built is asked to wait."""

from starlette.responses import HTMLResponse, Response
from starlette.types import ASGIApp, Receive, Scope, Send

_WAIT = """<!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>One moment · Sandbox</title>
<link rel="stylesheet" href="/static/page.css"><body class="bare"><main><h1>One moment …</h1>
<p role="status">A Slack workspace, a RingCentral account and the bot are being set up. This page goes on by itself.</p>
</main></body></html>"""


def waiting() -> Response:
    """A page that goes on by itself as soon as the next world stands."""
    return HTMLResponse(_WAIT, 503, {"Cache-Control": "no-store", "Refresh": "1"})


class Gateway:
    """Leads to the page of the world that stands at the moment, `app`; None while there is none."""

    def __init__(self) -> None:
        self.app: ASGIApp | None = None

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "lifespan":
            await _alive(receive, send)
        elif self.app is not None:
            await self.app(scope, receive, send)
        else:
            await waiting()(scope, receive, send)


async def _alive(receive: Receive, send: Send) -> None:
    while (message := await receive())["type"] != "lifespan.shutdown":
        await send({"type": f"{message['type']}.complete"})
    await send({"type": "lifespan.shutdown.complete"})
