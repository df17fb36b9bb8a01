"""The arguments of a Web API call, however they travelled: query, form or JSON."""

import json
from collections.abc import Mapping
from typing import Any

from starlette.requests import Request

from sandbox.slack.constants import Json, SlackRefusal


class Arguments:
    """Named values; structured ones may come as JSON text, truth as 1, "true" or true."""

    def __init__(self, given: Mapping[str, Any]) -> None:
        self.given: Json = {name: value for name, value in given.items() if value is not None}

    def __contains__(self, name: str) -> bool:
        return name in self.given

    def text(self, name: str, default: str = "") -> str:
        """A text, or `default`."""
        return str(self.given.get(name, default))

    def required(self, name: str) -> str:
        """A text that must be there."""
        if not self.text(name):
            raise SlackRefusal.with_messages("invalid_arguments", [f"[ERROR] missing required field: {name}"])
        return self.text(name)

    def flag(self, name: str) -> bool:
        """A truth value; false if absent."""
        return self.text(name).lower() in ("1", "true")

    def count(self, name: str, default: int, *, most: int) -> int:
        """A whole number from 1 to `most`."""
        text = self.text(name, str(default))
        if not text.isdecimal() or not 1 <= int(text) <= most:
            raise SlackRefusal("invalid_limit")
        return int(text)

    def structure(self, name: str, error: str) -> Any:
        """A JSON value, decoded if it came as text; None if absent, and `error` if it is no JSON."""
        value = self.given.get(name)
        if not isinstance(value, str):
            return value
        try:
            return json.loads(value)
        except ValueError:
            raise SlackRefusal(error) from None


async def read_arguments(request: Request) -> tuple[Arguments, str]:
    """The arguments of a request and its token; a token is never among the arguments."""
    given: dict[str, Any] = dict(request.query_params)
    token = request.headers.get("authorization", "").removeprefix("Bearer ").strip()
    if request.headers.get("content-type", "").startswith("application/json"):
        given |= await _json_object(request)
        given.pop("token", None)
    elif request.method == "POST":
        given |= dict(await request.form())
    token = str(given.pop("token", "")) or token
    return Arguments(given), token


async def _json_object(request: Request) -> Json:
    try:
        body = await request.json()
    except ValueError:
        raise SlackRefusal("invalid_json") from None
    if not isinstance(body, dict):
        raise SlackRefusal("json_not_object")
    return body
