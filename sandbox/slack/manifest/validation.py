"""The rules of Slack for an app's manifest beyond its published JSON Schema.

The schema knows neither scopes nor events, nor what one setting asks of another.
"""

import json
import re
from collections.abc import Iterator, Mapping
from typing import Any, Final

from sandbox.slack.blockkit.objects import distinct
from sandbox.slack.blockkit.rules import (
    BooleanRule,
    ChoiceRule,
    ListRule,
    ObjectRule,
    TextFormat,
    TextRule,
    problem,
    under,
)
from sandbox.slack.manifest.names import BOT_SCOPES, EVENT_SCOPES

_SCOPES_AT: Final = "/oauth_config/scopes/bot"
_EVENTS_AT: Final = "/settings/event_subscriptions/bot_events"
_COMMANDS_AT: Final = "/features/slash_commands"
_SHORTCUTS_AT: Final = "/features/shortcuts"
_INTERACTIVE_AT: Final = "/settings/interactivity/is_enabled"

_COMMANDS: Final = ListRule(
    ObjectRule(
        {
            "command": TextRule(
                32,
                2,
                TextFormat(
                    "a slash and one lower-case word",
                    lambda text: text == text.lower() and bool(re.fullmatch(r"/[^\s/]+", text)),
                ),
            ),
            "description": TextRule(2000),
        },
        {"url": TextRule(3000), "usage_hint": TextRule(1000), "should_escape": BooleanRule()},
    ),
    50,
)
_SHORTCUTS: Final = ListRule(
    ObjectRule(
        {
            "name": TextRule(24),
            "type": ChoiceRule(("message", "global")),
            "callback_id": TextRule(255),
            "description": TextRule(150),
        }
    ),
    10,
)
_ONE_COMMAND: Final = distinct("slash_commands", "command")
_ONE_SHORTCUT: Final = distinct("shortcuts", "callback_id")


def problems_in_manifest(manifest: Mapping[str, Any]) -> list[str]:
    """List what keeps Slack from making an app of this parsed manifest; empty when nothing does."""
    rules = (_scopes, _events, _commands, _shortcuts, _bot_user, _request_urls, _https, _functions)
    return [line for rule in rules for line in rule(manifest)]


def _at(manifest: Any, pointer: str) -> Any:
    """The value at a pointer, None when there is none."""
    for name in pointer.split("/")[1:]:
        manifest = manifest.get(name) if isinstance(manifest, Mapping) else None
    return manifest


def _items(manifest: Any, pointer: str) -> Iterator[tuple[Any, str]]:
    """Each item of the list at a pointer, with its own pointer."""
    items = _at(manifest, pointer)
    for i, item in enumerate(items if isinstance(items, list) else []):
        yield item, under(pointer, i)


def _words(manifest: Any, pointer: str) -> Iterator[tuple[str, str]]:
    return ((item, place) for item, place in _items(manifest, pointer) if isinstance(item, str))


def _granted(manifest: Any) -> set[str]:
    return {scope for scope, _ in _words(manifest, _SCOPES_AT)}


def _scopes(manifest: Any) -> Iterator[str]:
    for pointer in (_SCOPES_AT, f"{_SCOPES_AT}_optional"):
        for scope, place in _words(manifest, pointer):
            if scope not in BOT_SCOPES:
                yield problem(f"invalid bot scope: {scope}", place)


def _events(manifest: Any) -> Iterator[str]:
    granted = _granted(manifest)
    for event, place in _words(manifest, _EVENTS_AT):
        needed = EVENT_SCOPES.get(event)
        if needed is None:
            yield problem(f"invalid event type: {event}", place)
        elif needed and not needed & granted:
            yield problem(f"{event} requires the bot scope {' or '.join(sorted(needed))}", place)


def _commands(manifest: Any) -> Iterator[str]:
    commands = _at(manifest, _COMMANDS_AT)
    if commands is None:
        return
    if "commands" not in _granted(manifest):
        yield problem("slash commands require the bot scope commands", _COMMANDS_AT)
    yield from _COMMANDS.problems(commands, _COMMANDS_AT) or _ONE_COMMAND(manifest["features"], "/features")


def _shortcuts(manifest: Any) -> Iterator[str]:
    shortcuts = _at(manifest, _SHORTCUTS_AT)
    if shortcuts is None:
        return
    if "commands" not in _granted(manifest):
        yield problem("shortcuts require the bot scope commands", _SHORTCUTS_AT)
    if _at(manifest, _INTERACTIVE_AT) is not True:
        yield problem("shortcuts require interactivity", _SHORTCUTS_AT)
    yield from _SHORTCUTS.problems(shortcuts, _SHORTCUTS_AT) or _ONE_SHORTCUT(
        manifest["features"], "/features"
    )


def _bot_user(manifest: Any) -> Iterator[str]:
    if _granted(manifest) and _at(manifest, "/features/bot_user") is None:
        yield problem("bot scopes require a bot_user", "/features")


def _request_urls(manifest: Any) -> Iterator[str]:
    """Without Socket Mode Slack must be told where to send what it has for the app."""
    if _at(manifest, "/settings/socket_mode_enabled") is True:
        return
    for pointer in (_INTERACTIVE_AT, _EVENTS_AT):
        settings = pointer.rpartition("/")[0]
        if _at(manifest, pointer) and _at(manifest, f"{settings}/request_url") is None:
            yield problem("missing required field: request_url", settings)
    for command, place in _items(manifest, _COMMANDS_AT):
        if _at(command, "/url") is None:
            yield problem("missing required field: url", place)


def _https(manifest: Any) -> Iterator[str]:
    """Slack sends what people type over TLS only."""
    settings = (
        "/settings/event_subscriptions/request_url",
        "/settings/interactivity/request_url",
        "/settings/interactivity/message_menu_options_url",
    )
    urls = [(_at(manifest, pointer), pointer) for pointer in settings]
    urls += [(_at(command, "/url"), f"{place}/url") for command, place in _items(manifest, _COMMANDS_AT)]
    urls += _items(manifest, "/oauth_config/redirect_urls")
    for url, place in urls:
        if isinstance(url, str) and not url.lower().startswith("https://"):
            yield problem("must be an https URL", place)


def _functions(manifest: Any) -> Iterator[str]:
    """Custom steps of Workflow Builder run on our side, in apps that can be deployed to a whole organisation."""
    if not _at(manifest, "/functions"):
        return
    for pointer, value in (
        ("/_metadata/major_version", 2),
        ("/settings/function_runtime", "remote"),
        ("/settings/org_deploy_enabled", True),
    ):
        if _at(manifest, pointer) != value:
            yield problem(f"functions require {json.dumps(value)}", pointer)
    if all(event != "function_executed" for event, _ in _words(manifest, _EVENTS_AT)):
        yield problem("functions require the event function_executed", _EVENTS_AT)
