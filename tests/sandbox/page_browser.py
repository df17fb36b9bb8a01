"""The page as a browser has it: what its forms hold before somebody types."""

import ssl
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from html.parser import HTMLParser
from typing import Any

import httpx

from sandbox.page import WorkspacePage
from sandbox.ringcentral import WebinarAPI
from sandbox.serve import serve
from sandbox.slack import SlackServer
from sandbox.world import World

_NO_TLS = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)  # spares each test the time of reading certificates


@asynccontextmanager
async def browsing(
    slack: SlackServer, ringcentral: WebinarAPI | None = None
) -> AsyncIterator[httpx.AsyncClient]:
    """A browser before the page."""
    async with browsing_in(World(slack, ringcentral or WebinarAPI())) as browser:
        yield browser


@asynccontextmanager
async def browsing_in(world: World) -> AsyncIterator[httpx.AsyncClient]:
    """A browser before the page of a world."""
    async with (
        serve(WorkspacePage(world).app) as url,
        httpx.AsyncClient(base_url=url, trust_env=False, verify=_NO_TLS, follow_redirects=True) as browser,
    ):
        yield browser


async def acts(browser: httpx.AsyncClient, act: str, form: Mapping[str, Any]) -> str:
    """Post a form as somebody does by a click, and give the page that follows."""
    answer = await browser.post(act, data=dict(form))
    assert answer.status_code == 200, answer.text
    return answer.text


def modal_in(html: str) -> dict[str, list[str]]:
    """The fields that the form of the modal would post as it stands."""
    return _Forms.read(html, "dialog")


def message_in(html: str) -> dict[str, list[str]]:
    """The fields that the form of the first message would post as it stands."""
    return _Forms.read(html, "ol")


class _Forms(HTMLParser):
    """Collects the values of the first form inside an element."""

    def __init__(self, within: str) -> None:
        super().__init__()
        self.values: dict[str, list[str]] = {}
        self._within = within
        self._inside = self._done = False
        self._select = ""
        self._area = ""

    @classmethod
    def read(cls, html: str, within: str) -> dict[str, list[str]]:
        """The values by name."""
        forms = cls(within)
        forms.feed(html)
        assert forms.values, f"there is no form in a {within}"
        return forms.values

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        self._inside = self._inside or tag == self._within
        if not self._inside or self._done:
            return
        if tag == "input" and given.get("name"):
            ticked = given.get("type") not in ("radio", "checkbox") or "checked" in given
            self._add(given["name"], given["value"], there=ticked)
        elif tag == "select":
            self._select = given["name"]
        elif tag == "option":
            self._add(self._select, given["value"], there="selected" in given)
        elif tag == "textarea":
            self._area = given["name"]

    def handle_data(self, data: str) -> None:
        if self._area:
            self._add(self._area, data.removeprefix("\n"), there=True)

    def handle_endtag(self, tag: str) -> None:
        self._done = self._done or (tag == "form" and self._inside)
        self._area = "" if tag == "textarea" else self._area

    def _add(self, name: str, value: str, *, there: bool) -> None:
        if there:
            self.values.setdefault(name, []).append(value)
