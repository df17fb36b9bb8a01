"""Reading a webhook delivery: what it hints at, whatever its body looks like.

RingCentral publishes the envelope and no body, so ids are looked for wherever they may be, and nothing else is read.
"""

import hashlib
import json
import re
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from typing import Any, Final
from urllib.parse import parse_qs, urlsplit

from pydantic import AwareDatetime, TypeAdapter, ValidationError

from bot.models.webhook_event import WebhookEvent, WebhookTopic

OLD: Final = timedelta(days=1)
"""Later than this a delivery tells nothing new; that it came is remembered for at least as long."""
_ID: Final = re.compile(r"[\w.~-]{1,32}", re.ASCII)
_DELIVERY: Final = re.compile(r"[\w.~:-]{1,60}", re.ASCII)
_DEEPEST: Final = 8
_SESSION: Final = {"sessionid", "webinarsessionid"}
_WEBINAR: Final = {"webinarid"}
_INSTANT: Final = TypeAdapter(AwareDatetime)


class UnreadableDelivery(ValueError):
    """The body is no delivery that we can read."""


def parse_delivery(raw: bytes, now: datetime) -> WebhookEvent | None:
    """Read what a delivery hints at; None when it is too old to tell anything. Raises UnreadableDelivery."""
    try:
        envelope = json.loads(raw)
    except (ValueError, RecursionError):
        raise UnreadableDelivery from None
    if not isinstance(envelope, dict):
        raise UnreadableDelivery
    if (sent := _instant(envelope.get("timestamp"))) and sent < now - OLD:
        return None
    event, body = _text(envelope.get("event")), envelope.get("body")
    sessions, webinars = _named(body)
    if not sessions and not _path(event).endswith("/registrants") and isinstance(body, dict):
        sessions = _ids(body.get("id"))
    return WebhookEvent(
        id=_delivery(envelope.get("uuid")) or hashlib.sha256(raw).hexdigest()[:60],
        about=_about(event),
        session=_only(sessions),
        webinar=_only(webinars) or _only(_asked(event)),
    )


def _about(event: str) -> WebhookTopic:
    """Return the topic of an event filter."""
    path = _path(event)
    if "/registration/" in path:
        return WebhookTopic.REGISTRATION
    if "/runtime/" in path:
        return WebhookTopic.STATE
    return WebhookTopic.SESSION if "/sessions" in path else WebhookTopic.OTHER


def _path(event: str) -> str:
    return event.partition("?")[0].rstrip("/").lower()


def _asked(event: str) -> set[str]:
    """The webinar that an event filter is limited to."""
    try:
        query = parse_qs(urlsplit(event).query)
    except ValueError:
        return set()
    return {found for value in query.get("webinarId", []) for found in _ids(value)}


def _named(body: Any) -> tuple[set[str], set[str]]:
    """The ids of sessions and of webinars that a body names anywhere."""
    sessions: set[str] = set()
    webinars: set[str] = set()
    for name, value in _fields(body):
        short = name.replace("_", "").lower()
        inner = value.get("id") if isinstance(value, dict) else None
        if short in _SESSION or short == "session":
            sessions |= _ids(inner if short == "session" else value)
        if short in _WEBINAR or short == "webinar":
            webinars |= _ids(inner if short == "webinar" else value)
    return sessions, webinars


def _fields(body: Any) -> Iterator[tuple[str, Any]]:
    """Every field of a body and of what is in it, down to a depth that no body has."""
    level = [body]
    for _ in range(_DEEPEST):
        found = [field for thing in level if isinstance(thing, dict) for field in thing.items()]
        yield from found
        listed = [item for thing in level if isinstance(thing, list) for item in thing]
        level = [value for _, value in found] + listed


def _ids(value: Any) -> set[str]:
    """A value as an id, if it can be one."""
    if isinstance(value, bool) or not isinstance(value, str | int):
        return set()
    try:
        text = str(value)
    except ValueError:  # a number of thousands of digits
        return set()
    return {text} if _ID.fullmatch(text) else set()


def _only(ids: set[str]) -> str | None:
    """The id, if it is the only one: a delivery about many things hints at no one of them."""
    return next(iter(ids)) if len(ids) == 1 else None


def _text(value: Any) -> str:
    return value if isinstance(value, str) else ""


def _delivery(value: Any) -> str | None:
    return value if isinstance(value, str) and _DELIVERY.fullmatch(value) else None


def _instant(value: Any) -> datetime | None:
    """An instant as far as it can be read; the epoch's seconds or milliseconds will do."""
    try:
        return _INSTANT.validate_python(value)
    except (ValidationError, OverflowError):
        pass
    try:
        return datetime.fromisoformat(_text(value)).replace(tzinfo=UTC)
    except (ValueError, OverflowError):
        return None
