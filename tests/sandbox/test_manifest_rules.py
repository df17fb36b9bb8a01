"""Slack refuses some manifests although its JSON Schema allows them."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sandbox.slack.manifest.names import BOT_SCOPES, EVENT_SCOPES
from sandbox.slack.manifest.validation import problems_in_manifest

Json = dict[str, Any]
URL = "https://bot.example.com/slack/events"


def command(name: str = "/webinar", **more: Any) -> Json:
    return {"command": name, "url": URL, "description": "Schedule a webinar", **more}


def shortcut(callback_id: str = "schedule", **more: Any) -> Json:
    return {
        "name": "Create a webinar",
        "type": "global",
        "callback_id": callback_id,
        "description": "Opens the form",
        **more,
    }


def manifest(**changes: Any) -> Json:
    """A manifest that Slack takes; a change names a member by its path, joined by two underscores."""
    whole: Json = {
        "_metadata": {"major_version": 2},
        "display_information": {"name": "Webinars"},
        "features": {
            "bot_user": {"display_name": "Webinars"},
            "slash_commands": [command()],
            "shortcuts": [shortcut()],
        },
        "oauth_config": {
            "redirect_urls": ["https://bot.example.com/slack/oauth_redirect"],
            "scopes": {"bot": ["chat:write", "commands", "im:history"]},
        },
        "settings": {
            "event_subscriptions": {"request_url": URL, "bot_events": ["app_home_opened", "message.im"]},
            "interactivity": {"is_enabled": True, "request_url": URL},
            "org_deploy_enabled": True,
            "socket_mode_enabled": False,
        },
    }
    for path, value in changes.items():
        *way, last = path.split("__")
        place = whole
        for name in way:
            place = place.setdefault(name, {})
        place[last] = value
    return whole


def line(what: str, at: str) -> str:
    return f"[ERROR] {what} [json-pointer:{at}]"


FUNCTION = {"create_webinar": {"title": "Create a webinar", "input_parameters": {"properties": {}}}}
WITH_FUNCTION: Json = {
    "functions": FUNCTION,
    "settings__function_runtime": "remote",
    "settings__event_subscriptions__bot_events": ["function_executed"],
}

ACCEPTED: dict[str, Json] = {
    "an app over HTTP": manifest(),
    "an app over Socket Mode without URLs": manifest(
        settings__socket_mode_enabled=True,
        settings__event_subscriptions={"bot_events": ["app_home_opened"]},
        settings__interactivity={"is_enabled": True},
        features__slash_commands=[{"command": "/webinar", "description": "Schedule a webinar"}],
    ),
    "an app with every field of a command": manifest(
        features__slash_commands=[command("/" + "w" * 31, usage_hint="u" * 1000, should_escape=True)]
    ),
    "an app with the longest shortcut": manifest(
        features__shortcuts=[shortcut(name="n" * 24, description="d" * 150, type="message")]
    ),
    "an app with a custom step": manifest(**WITH_FUNCTION),
    "an app with every bot scope": manifest(oauth_config__scopes__bot=sorted(BOT_SCOPES)),
    "an app that asks for nothing": {"display_information": {"name": "Webinars"}},
    "an event that one of two scopes allows": manifest(
        oauth_config__scopes__bot=["commands", "groups:read"],
        settings__event_subscriptions__bot_events=["member_joined_channel"],
    ),
}


@pytest.mark.parametrize("parsed", ACCEPTED.values(), ids=ACCEPTED.keys())
def test_slack_makes_an_app_of_a_manifest_that_fits(parsed: Json) -> None:
    assert problems_in_manifest(parsed) == []


COMMANDS = "/features/slash_commands"
SHORTCUTS = "/features/shortcuts"
EVENTS = "/settings/event_subscriptions/bot_events"

REFUSED: dict[str, tuple[Json, str, str]] = {
    "a scope that does not exist": (
        manifest(oauth_config__scopes__bot=["chat:write:public", "commands", "im:history"]),
        "invalid bot scope: chat:write:public",
        "/oauth_config/scopes/bot/0",
    ),
    "a scope for people only": (
        manifest(oauth_config__scopes__bot_optional=["search:read"]),
        "invalid bot scope: search:read",
        "/oauth_config/scopes/bot_optional/0",
    ),
    "bot scopes without a bot": (
        manifest(features__bot_user=None),
        "bot scopes require a bot_user",
        "/features",
    ),
    "an event that does not exist": (
        manifest(settings__event_subscriptions__bot_events=["presence_change"]),
        "invalid event type: presence_change",
        f"{EVENTS}/0",
    ),
    "an event without its scope": (
        manifest(settings__event_subscriptions__bot_events=["message.im", "app_mention"]),
        "app_mention requires the bot scope app_mentions:read",
        f"{EVENTS}/1",
    ),
    "an event without either of its scopes": (
        manifest(settings__event_subscriptions__bot_events=["member_left_channel"]),
        "member_left_channel requires the bot scope channels:read or groups:read",
        f"{EVENTS}/0",
    ),
    "events with nowhere to go": (
        manifest(settings__event_subscriptions={"bot_events": ["app_home_opened"]}),
        "missing required field: request_url",
        "/settings/event_subscriptions",
    ),
    "clicks with nowhere to go": (
        manifest(settings__interactivity={"is_enabled": True}),
        "missing required field: request_url",
        "/settings/interactivity",
    ),
    "a command with nowhere to go": (
        manifest(features__slash_commands=[command(), {"command": "/w", "description": "Schedule"}]),
        "missing required field: url",
        f"{COMMANDS}/1",
    ),
    "events sent without TLS": (
        manifest(settings__event_subscriptions__request_url="http://bot.example.com"),
        "must be an https URL",
        "/settings/event_subscriptions/request_url",
    ),
    "clicks sent without TLS": (
        manifest(settings__interactivity__request_url="http://bot.example.com"),
        "must be an https URL",
        "/settings/interactivity/request_url",
    ),
    "options asked for without TLS": (
        manifest(settings__interactivity__message_menu_options_url="bot.example.com"),
        "must be an https URL",
        "/settings/interactivity/message_menu_options_url",
    ),
    "a command sent without TLS": (
        manifest(features__slash_commands=[command(url="http://bot.example.com")]),
        "must be an https URL",
        f"{COMMANDS}/0/url",
    ),
    "a redirect without TLS": (
        manifest(oauth_config__redirect_urls=["https://bot.example.com", "http://bot.example.com"]),
        "must be an https URL",
        "/oauth_config/redirect_urls/1",
    ),
    "a command without a slash": (
        manifest(features__slash_commands=[command("webinar")]),
        "must be a slash and one lower-case word",
        f"{COMMANDS}/0/command",
    ),
    "a command of two words": (
        manifest(features__slash_commands=[command("/new webinar")]),
        "must be a slash and one lower-case word",
        f"{COMMANDS}/0/command",
    ),
    "a command in capitals": (
        manifest(features__slash_commands=[command("/Webinar")]),
        "must be a slash and one lower-case word",
        f"{COMMANDS}/0/command",
    ),
    "a long command": (
        manifest(features__slash_commands=[command("/" + "w" * 32)]),
        "must be less than 33 characters",
        f"{COMMANDS}/0/command",
    ),
    "a command that says nothing of itself": (
        manifest(features__slash_commands=[{"command": "/webinar", "url": URL}]),
        "missing required field: description",
        f"{COMMANDS}/0",
    ),
    "a long description": (
        manifest(features__slash_commands=[command(description="d" * 2001)]),
        "must be less than 2001 characters",
        f"{COMMANDS}/0/description",
    ),
    "a long usage hint": (
        manifest(features__slash_commands=[command(usage_hint="u" * 1001)]),
        "must be less than 1001 characters",
        f"{COMMANDS}/0/usage_hint",
    ),
    "escaping that is a word": (
        manifest(features__slash_commands=[command(should_escape="yes")]),
        "must provide a boolean",
        f"{COMMANDS}/0/should_escape",
    ),
    "an unknown field of a command": (
        manifest(features__slash_commands=[command(aliases=["/w"])]),
        "invalid additional property: aliases",
        f"{COMMANDS}/0",
    ),
    "a command twice": (
        manifest(features__slash_commands=[command(), command()]),
        '`command` "/webinar" already exists',
        f"{COMMANDS}/1/command",
    ),
    "an empty list of commands": (
        manifest(features__slash_commands=[]),
        "no fewer than 1 items allowed",
        COMMANDS,
    ),
    "a long shortcut name": (
        manifest(features__shortcuts=[shortcut(name="n" * 25)]),
        "must be less than 25 characters",
        f"{SHORTCUTS}/0/name",
    ),
    "a shortcut of unknown type": (
        manifest(features__shortcuts=[shortcut(type="channel")]),
        "must be one of: message, global",
        f"{SHORTCUTS}/0/type",
    ),
    "a shortcut's id twice": (
        manifest(features__shortcuts=[shortcut(), shortcut()]),
        '`callback_id` "schedule" already exists',
        f"{SHORTCUTS}/1/callback_id",
    ),
    "shortcuts without interactivity": (
        manifest(settings__interactivity={"is_enabled": False}),
        "shortcuts require interactivity",
        SHORTCUTS,
    ),
    "a custom step in an old manifest": (
        manifest(**WITH_FUNCTION, _metadata={"major_version": 1}),
        "functions require 2",
        "/_metadata/major_version",
    ),
    "a custom step that Slack should run": (
        manifest(**WITH_FUNCTION | {"settings__function_runtime": "slack"}),
        'functions require "remote"',
        "/settings/function_runtime",
    ),
    "a custom step that an organisation cannot deploy": (
        manifest(**WITH_FUNCTION, settings__org_deploy_enabled=False),
        "functions require true",
        "/settings/org_deploy_enabled",
    ),
    "a custom step of which the app never hears": (
        manifest(**WITH_FUNCTION | {"settings__event_subscriptions__bot_events": ["app_home_opened"]}),
        "functions require the event function_executed",
        EVENTS,
    ),
}


@pytest.mark.parametrize(("parsed", "what", "at"), REFUSED.values(), ids=REFUSED.keys())
def test_slack_refuses_a_manifest_that_does_not_fit_and_points_at_it(
    parsed: Json, what: str, at: str
) -> None:
    assert problems_in_manifest(parsed) == [line(what, at)]


def test_commands_and_shortcuts_need_the_commands_scope() -> None:
    parsed = manifest(oauth_config__scopes__bot=["im:history"])
    assert problems_in_manifest(parsed) == [
        line("slash commands require the bot scope commands", COMMANDS),
        line("shortcuts require the bot scope commands", SHORTCUTS),
    ]


def test_every_scope_that_an_event_needs_exists() -> None:
    assert frozenset().union(*EVENT_SCOPES.values()) <= BOT_SCOPES


names = st.sampled_from(
    [*manifest(), *manifest()["features"], *manifest()["settings"], "scopes", "bot", "bot_events", "command"]
)
any_yaml = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text() | names,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(names, inner),
    max_leaves=30,
)


@given(st.dictionaries(names, any_yaml))
def test_nothing_that_yaml_can_say_makes_it_stumble(parsed: Json) -> None:
    assert all(isinstance(found, str) for found in problems_in_manifest(parsed))
