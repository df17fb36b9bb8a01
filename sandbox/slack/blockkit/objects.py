"""Block Kit's composition objects: texts, options, dialogs, filters (docs.slack.dev/reference/block-kit)."""

import re
from collections.abc import Callable, Iterator, Mapping
from typing import Any, Final

from sandbox.slack.blockkit.rules import (
    BooleanRule,
    ChoiceRule,
    ListRule,
    ObjectRule,
    TextFormat,
    TextRule,
    TypedObjectRule,
    problem,
    under,
)

TEXT: Final = 3000
"""Characters that a text object holds where nothing smaller is asked."""

URL: Final = TextRule(
    3000, form=TextFormat("a URL", lambda text: bool(re.match(r"[A-Za-z][A-Za-z0-9+.-]*:.", text)))
)
"""The place where a click leads: Slack's own `slack://` links are URLs too."""

WEB_URL: Final = TextRule(
    3000, form=TextFormat("an http or https URL", lambda text: bool(re.match(r"https?://.", text)))
)
HTTPS_URL: Final = TextRule(
    3000, form=TextFormat("an https URL", lambda text: bool(re.match(r"https://.", text)))
)
STYLE: Final = ChoiceRule(("primary", "danger"))


def plain_object(longest: int = TEXT) -> TypedObjectRule:
    """A text object without formatting."""
    return TypedObjectRule({"plain_text": ObjectRule({"text": TextRule(longest)}, {"emoji": BooleanRule()})})


def formatted(longest: int = TEXT) -> TypedObjectRule:
    """A text object with or without formatting."""
    return plain_object(longest) | TypedObjectRule(
        {"mrkdwn": ObjectRule({"text": TextRule(longest)}, {"verbatim": BooleanRule()})}
    )


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


OPTION: Final = ObjectRule(
    {"text": plain_object(75), "value": TextRule(150)}, {"description": plain_object(75)}
)
"""What a menu offers."""

TICKABLE: Final = ObjectRule({"text": formatted(75), "value": TextRule(150)}, {"description": formatted(75)})
"""What checkboxes and radio buttons offer: formatted texts are allowed there."""

LINKED_OPTION: Final = OPTION.with_optional({"url": URL})
"""What an overflow menu offers: an option may open a page there."""

OPTION_GROUP: Final = ObjectRule({"label": plain_object(75), "options": ListRule(OPTION, 100)})

CONFIRM: Final = ObjectRule(
    {
        "title": plain_object(100),
        "text": plain_object(300),
        "confirm": plain_object(30),
        "deny": plain_object(30),
    },
    {"style": STYLE},
)

CONVERSATION_FILTER: Final = ObjectRule(
    optional={
        "include": ListRule(ChoiceRule(("im", "mpim", "private", "public")), 4),
        "exclude_external_shared_channels": BooleanRule(),
        "exclude_bot_users": BooleanRule(),
    },
    also=(at_least_one("include", "exclude_external_shared_channels", "exclude_bot_users"),),
)

DISPATCH_ACTION_CONFIG: Final = ObjectRule(
    {"trigger_actions_on": ListRule(ChoiceRule(("on_enter_pressed", "on_character_entered")), 2)}
)

SLACK_FILE: Final = ObjectRule(
    optional={"id": TextRule(255), "url": WEB_URL}, also=(exactly_one("id", "url"),)
)
