"""The rules for each of Block Kit's elements (docs.slack.dev/reference/block-kit/block-elements)."""

from typing import Final

from sandbox.slack.blockkit import objects
from sandbox.slack.blockkit.objects import exactly_one, plain_object
from sandbox.slack.blockkit.rich_text import RICH_TEXT
from sandbox.slack.blockkit.rules import (
    BooleanRule,
    IntegerRule,
    ListRule,
    Members,
    ObjectRule,
    TextRule,
    TypedObjectRule,
)
from sandbox.slack.blockkit.values import (
    DATE,
    NUMBER,
    TIME,
    ZONE,
    lengths_in_order,
    numbers_in_order,
    offered_option,
    offered_options,
)

_ID: Final = TextRule(255)
_IDS: Final = ListRule(_ID)
_NUMBER: Final = TextRule(None, form=NUMBER)
_TYPED_TEXT: Final = TextRule(3000, 0)

_ACTION: Final[Members] = {"action_id": _ID}
_PRESSED: Final[Members] = {**_ACTION, "confirm": objects.CONFIRM}
_CHOSEN: Final[Members] = {**_PRESSED, "focus_on_load": BooleanRule()}
_MENU: Final[Members] = {**_CHOSEN, "placeholder": plain_object(150)}
_MULTI_MENU: Final[Members] = {**_MENU, "max_selected_items": IntegerRule(1)}
_TYPED: Final[Members] = {
    **_ACTION,
    "focus_on_load": BooleanRule(),
    "placeholder": plain_object(150),
    "dispatch_action_config": objects.DISPATCH_ACTION_CONFIG,
}

_OFFERS: Final[Members] = {
    "options": ListRule(objects.OPTION, 100),
    "option_groups": ListRule(objects.OPTION_GROUP, 100),
}
_ONE_OFFER: Final = exactly_one("options", "option_groups")
_TICKABLES: Final[Members] = {"options": ListRule(objects.TICKABLE, 10)}
_CONVERSATIONS: Final[Members] = {
    "default_to_current_conversation": BooleanRule(),
    "filter": objects.CONVERSATION_FILTER,
}

BUTTONS: Final = {
    "button": ObjectRule(
        {"text": plain_object(75)},
        {
            **_PRESSED,
            "url": objects.URL,
            "value": TextRule(2000),
            "style": objects.STYLE,
            "accessibility_label": TextRule(75),
        },
    ),
    "overflow": ObjectRule({"options": ListRule(objects.LINKED_OPTION, 5)}, _PRESSED),
}

MENUS: Final = {
    "static_select": ObjectRule(
        optional={**_MENU, **_OFFERS, "initial_option": objects.OPTION}, also=(_ONE_OFFER, offered_option)
    ),
    "external_select": ObjectRule(
        optional={**_MENU, "min_query_length": IntegerRule(0), "initial_option": objects.OPTION}
    ),
    "users_select": ObjectRule(optional={**_MENU, "initial_user": _ID}),
    "conversations_select": ObjectRule(optional={**_MENU, **_CONVERSATIONS, "initial_conversation": _ID}),
    "channels_select": ObjectRule(optional={**_MENU, "initial_channel": _ID}),
}

_ANSWERABLE: Final[Members] = {"response_url_enabled": BooleanRule()}
ANSWERABLE_MENUS: Final = {
    kind: MENUS[kind].with_optional(_ANSWERABLE) for kind in ("conversations_select", "channels_select")
}
"""Menus whose choice may give the app a `response_url` to post to."""

MULTI_MENUS: Final = {
    "multi_static_select": ObjectRule(
        optional={**_MULTI_MENU, **_OFFERS, "initial_options": ListRule(objects.OPTION)},
        also=(_ONE_OFFER, offered_options),
    ),
    "multi_external_select": ObjectRule(
        optional={
            **_MULTI_MENU,
            "min_query_length": IntegerRule(0),
            "initial_options": ListRule(objects.OPTION),
        }
    ),
    "multi_users_select": ObjectRule(optional={**_MULTI_MENU, "initial_users": _IDS}),
    "multi_conversations_select": ObjectRule(
        optional={**_MULTI_MENU, **_CONVERSATIONS, "initial_conversations": _IDS}
    ),
    "multi_channels_select": ObjectRule(optional={**_MULTI_MENU, "initial_channels": _IDS}),
}

TICKS: Final = {
    "checkboxes": ObjectRule(
        _TICKABLES, {**_CHOSEN, "initial_options": ListRule(objects.TICKABLE)}, also=(offered_options,)
    ),
    "radio_buttons": ObjectRule(
        _TICKABLES, {**_CHOSEN, "initial_option": objects.TICKABLE}, also=(offered_option,)
    ),
}

PICKERS: Final = {
    "datepicker": ObjectRule(optional={**_MENU, "initial_date": TextRule(None, form=DATE)}),
    "timepicker": ObjectRule(
        optional={**_MENU, "initial_time": TextRule(None, form=TIME), "timezone": TextRule(None, form=ZONE)}
    ),
}

DATETIMEPICKER: Final = {
    "datetimepicker": ObjectRule(optional={**_CHOSEN, "initial_date_time": IntegerRule(10**9, 10**10 - 1)})
}
"""Its time is epoch seconds, of ten digits."""

PLAIN_TEXT_INPUT: Final = {
    "plain_text_input": ObjectRule(
        optional={
            **_TYPED,
            "initial_value": _TYPED_TEXT,
            "multiline": BooleanRule(),
            "min_length": IntegerRule(0, 3000),
            "max_length": IntegerRule(1, 3000),
        },
        also=(lengths_in_order,),
    )
}

RICH_TEXT_INPUT: Final = {
    "rich_text_input": ObjectRule(
        optional={**_TYPED, "initial_value": TypedObjectRule({"rich_text": RICH_TEXT})}
    )
}

FORM_INPUTS: Final = {
    "number_input": ObjectRule(
        {"is_decimal_allowed": BooleanRule()},
        {**_TYPED, "initial_value": _NUMBER, "min_value": _NUMBER, "max_value": _NUMBER},
        also=(numbers_in_order,),
    ),
    "email_text_input": ObjectRule(optional={**_TYPED, "initial_value": _TYPED_TEXT}),
    "url_text_input": ObjectRule(optional={**_TYPED, "initial_value": _TYPED_TEXT}),
    "file_input": ObjectRule(
        optional={**_ACTION, "filetypes": ListRule(TextRule(255)), "max_files": IntegerRule(1, 10)}
    ),
}

IMAGE: Final = {
    "image": ObjectRule(
        {"alt_text": TextRule(2000)},
        {"image_url": objects.WEB_URL, "slack_file": objects.SLACK_FILE},
        also=(exactly_one("image_url", "slack_file"),),
    )
}
