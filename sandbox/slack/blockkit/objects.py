"""Block Kit's composition objects: texts, options, dialogs, filters (docs.slack.dev/reference/block-kit)."""

import re
from collections.abc import Callable, Iterator, Mapping
from typing import Any, Final

from sandbox.slack.blockkit.rules import Each, Flag, Form, Kinds, OneOf, Shape, Text, problem, under

TEXT: Final = 3000
"""Characters that a text object holds where nothing smaller is asked."""

URL: Final = Text(3000, form=Form("a URL", lambda text: bool(re.match(r"[A-Za-z][A-Za-z0-9+.-]*:.", text))))
"""Where a click leads: Slack's own `slack://` links are URLs too."""

WEB_URL: Final = Text(
    3000, form=Form("an http or https URL", lambda text: bool(re.match(r"https?://.", text)))
)
HTTPS_URL: Final = Text(3000, form=Form("an https URL", lambda text: bool(re.match(r"https://.", text))))
STYLE: Final = OneOf(("primary", "danger"))


def plain(longest: int = TEXT) -> Kinds:
    """A text object without formatting."""
    return Kinds({"plain_text": Shape({"text": Text(longest)}, {"emoji": Flag()})})


def formatted(longest: int = TEXT) -> Kinds:
    """A text object with or without formatting."""
    return plain(longest) | Kinds({"mrkdwn": Shape({"text": Text(longest)}, {"verbatim": Flag()})})


def exactly_one(*names: str) -> Callable[[Mapping[str, Any], str], Iterator[str]]:
    """Of these members just one must be there."""

    def check(value: Mapping[str, Any], at: str) -> Iterator[str]:
        if len(value.keys() & set(names)) != 1:
            yield problem(f"must define exactly one of {_listed(names)}", at)

    return check


def at_least_one(*names: str) -> Callable[[Mapping[str, Any], str], Iterator[str]]:
    """Of these members one or more must be there."""

    def check(value: Mapping[str, Any], at: str) -> Iterator[str]:
        if not value.keys() & set(names):
            yield problem(f"must define either {_listed(names)}", at)

    return check


def distinct(items: str, name: str) -> Callable[[Mapping[str, Any], str], Iterator[str]]:
    """No two items of the list `items` may have the same `name`."""

    def check(value: Mapping[str, Any], at: str) -> Iterator[str]:
        seen: set[str] = set()
        for i, item in enumerate(value.get(items, [])):
            if name in item and item[name] in seen:
                yield problem(f'`{name}` "{item[name]}" already exists', under(at, items, i, name))
            seen.add(item.get(name))

    return check


def _listed(names: tuple[str, ...]) -> str:
    return " or ".join(f"`{name}`" for name in names)


OPTION: Final = Shape({"text": plain(75), "value": Text(150)}, {"description": plain(75)})
"""What a menu offers."""

TICKABLE: Final = Shape({"text": formatted(75), "value": Text(150)}, {"description": formatted(75)})
"""What checkboxes and radio buttons offer: formatted texts are allowed there."""

LINKED_OPTION: Final = OPTION.with_optional({"url": URL})
"""What an overflow menu offers: an option may open a page there."""

OPTION_GROUP: Final = Shape({"label": plain(75), "options": Each(OPTION, 100)})

CONFIRM: Final = Shape(
    {"title": plain(100), "text": plain(300), "confirm": plain(30), "deny": plain(30)}, {"style": STYLE}
)

CONVERSATION_FILTER: Final = Shape(
    optional={
        "include": Each(OneOf(("im", "mpim", "private", "public")), 4),
        "exclude_external_shared_channels": Flag(),
        "exclude_bot_users": Flag(),
    },
    also=(at_least_one("include", "exclude_external_shared_channels", "exclude_bot_users"),),
)

DISPATCH_ACTION_CONFIG: Final = Shape(
    {"trigger_actions_on": Each(OneOf(("on_enter_pressed", "on_character_entered")), 2)}
)

SLACK_FILE: Final = Shape(optional={"id": Text(255), "url": WEB_URL}, also=(exactly_one("id", "url"),))
