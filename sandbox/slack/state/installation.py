"""The installed app: the commands, shortcuts, scopes, events and surfaces that it asked for."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from sandbox.slack.constants import Json


@dataclass(frozen=True)
class Shortcut:
    """An entry in a person's menu; a message shortcut hangs on messages, a global one anywhere."""

    name: str
    callback_id: str
    on_messages: bool


@dataclass(frozen=True, kw_only=True)
class Installation:
    """The app as installed; None for scopes or events means every one there is."""

    commands: Mapping[str, bool] = field(default_factory=dict)  # name with its slash → should_escape
    hints: Mapping[str, str] = field(default_factory=dict)  # name with its slash → what to type after it
    shortcuts: Sequence[Shortcut] = ()
    scopes: frozenset[str] | None = None
    events: frozenset[str] | None = None
    interactive: bool = True
    loads_options: bool = True
    home_tab: bool = True
    messages_tab: bool = True
    messages_tab_read_only: bool = False

    @classmethod
    def of(cls, manifest: Mapping[str, Any]) -> "Installation":
        """The installation that a parsed manifest asks for."""
        features, settings = manifest.get("features", {}), manifest.get("settings", {})
        interactivity, home = settings.get("interactivity", {}), features.get("app_home", {})
        socket = settings.get("socket_mode_enabled", False)
        return cls(
            commands={
                c["command"]: c.get("should_escape", False) for c in features.get("slash_commands", ())
            },
            hints={c["command"]: c.get("usage_hint", "") for c in features.get("slash_commands", ())},
            shortcuts=[_shortcut(entry) for entry in features.get("shortcuts", ())],
            scopes=frozenset(manifest.get("oauth_config", {}).get("scopes", {}).get("bot", ())),
            events=frozenset(settings.get("event_subscriptions", {}).get("bot_events", ())),
            interactive=interactivity.get("is_enabled", False),
            loads_options=socket or "message_menu_options_url" in interactivity,
            home_tab=home.get("home_tab_enabled", False),
            messages_tab=home.get("messages_tab_enabled", False),
            messages_tab_read_only=home.get("messages_tab_read_only_enabled", True),
        )

    def grants(self, scope: str) -> bool:
        """Tell whether the app was given `scope`."""
        return self.scopes is None or scope in self.scopes

    @property
    def provided(self) -> str:
        """The scopes as Slack lists them; "" where every scope is granted."""
        return ",".join(sorted(self.scopes or ()))

    def hears(self, event: str) -> bool:
        """Tell whether the app subscribed to `event`, such as "message.im"."""
        return self.events is None or event in self.events

    def escapes(self, command: str) -> bool:
        """Tell whether `command` wants names as ids; AssertionError lists what is installed."""
        if command not in self.commands:
            raise AssertionError(f"{command} is not installed; there are {sorted(self.commands)}")
        return self.commands[command]

    def shortcut(self, name: str, *, on_messages: bool) -> Shortcut:
        """The shortcut of this name and kind; AssertionError lists what is installed."""
        for shortcut in self.shortcuts:
            if (shortcut.name, shortcut.on_messages) == (name, on_messages):
                return shortcut
        kind = "message shortcut" if on_messages else "global shortcut"
        names = [shortcut.name for shortcut in self.shortcuts if shortcut.on_messages is on_messages]
        raise AssertionError(f"There is no {kind} “{name}”; there are {names}")


def _shortcut(entry: Json) -> Shortcut:
    return Shortcut(entry["name"], entry["callback_id"], entry["type"] == "message")
