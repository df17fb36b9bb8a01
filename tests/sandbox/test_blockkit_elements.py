"""Slack takes and refuses Block Kit's elements by its rules, each in its places."""

import itertools
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sandbox.slack.blockkit.validation import problems_in_message, problems_in_view
from tests.sandbox.test_blockkit import Json, bent, mrkdwn, plain


def option(value: str = "a", **more: Any) -> Json:
    return {"text": plain(f"Option {value}"), "value": value, **more}


def group(*options: Json, label: str = "Group") -> Json:
    return {"label": plain(label), "options": list(options)}


def confirm(**more: Any) -> Json:
    return {
        "title": plain("t" * 100),
        "text": plain("t" * 300),
        "confirm": plain("y" * 30),
        "deny": plain("n" * 30),
        **more,
    }


A, B = option("a"), option("b")
HUNDRED = [option(str(i)) for i in range(100)]
MENU = {
    "action_id": "a" * 255,
    "placeholder": plain("p" * 150),
    "confirm": confirm(style="danger"),
    "focus_on_load": True,
}
TYPED = {
    "action_id": "field",
    "placeholder": plain("p" * 150),
    "focus_on_load": False,
    "dispatch_action_config": {"trigger_actions_on": ["on_enter_pressed", "on_character_entered"]},
}
FILTER = {
    "include": ["im", "mpim", "private", "public"],
    "exclude_external_shared_channels": True,
    "exclude_bot_users": True,
}
RICH_TEXT = {
    "type": "rich_text",
    "elements": [{"type": "rich_text_section", "elements": [{"type": "text", "text": "Hello"}]}],
}

ELEMENTS: dict[str, Json] = {
    "button": {
        "text": plain("b" * 75),
        "action_id": "go",
        "value": "v" * 2000,
        "url": "https://example.com/" + "u" * 2980,
        "style": "primary",
        "confirm": confirm(),
        "accessibility_label": "l" * 75,
    },
    "overflow": {"options": [*HUNDRED[:4], option("e", url="https://example.com")], "confirm": confirm()},
    "static_select": {**MENU, "options": HUNDRED, "initial_option": HUNDRED[99]},
    "multi_static_select": {**MENU, "options": HUNDRED, "initial_options": HUNDRED[:2]},
    "external_select": {**MENU, "min_query_length": 0, "initial_option": A},
    "multi_external_select": {**MENU, "min_query_length": 3, "initial_options": [A], "max_selected_items": 1},
    "users_select": {**MENU, "initial_user": "U0ANN"},
    "multi_users_select": {**MENU, "initial_users": ["U0ANN", "U0BEN"], "max_selected_items": 5},
    "conversations_select": {
        **MENU,
        "initial_conversation": "C0GENERAL",
        "default_to_current_conversation": True,
        "filter": FILTER,
    },
    "multi_conversations_select": {**MENU, "initial_conversations": ["C0GENERAL"], "filter": FILTER},
    "channels_select": {**MENU, "initial_channel": "C0GENERAL"},
    "multi_channels_select": {**MENU, "initial_channels": ["C0GENERAL"], "max_selected_items": 2},
    "checkboxes": {
        "options": [A, {"text": mrkdwn(), "value": "b", "description": mrkdwn("d" * 75)}],
        "initial_options": [A],
        "focus_on_load": True,
    },
    "radio_buttons": {"options": HUNDRED[:10], "initial_option": HUNDRED[9], "confirm": confirm()},
    "datepicker": {**MENU, "initial_date": "2028-02-29"},
    "timepicker": {**MENU, "initial_time": "23:59", "timezone": "Europe/Berlin"},
    "datetimepicker": {"action_id": "when", "initial_date_time": 1796137200, "confirm": confirm()},
    "plain_text_input": {
        **TYPED,
        "multiline": True,
        "min_length": 0,
        "max_length": 3000,
        "initial_value": "t" * 3000,
    },
    "number_input": {
        **TYPED,
        "is_decimal_allowed": True,
        "min_value": "-1.5",
        "initial_value": "10",
        "max_value": "10.0",
    },
    "email_text_input": {**TYPED, "initial_value": "ann@example.com"},
    "url_text_input": {**TYPED, "initial_value": "https://example.com"},
    "rich_text_input": {**TYPED, "initial_value": RICH_TEXT},
    "file_input": {"action_id": "file", "filetypes": ["png", "jpg"], "max_files": 10},
    "image": {"image_url": "https://example.com/a.png", "alt_text": "A stage"},
    "plain_text": {"text": "Words", "emoji": True},
    "mrkdwn": {"text": "*Words*", "verbatim": True},
}

EVERYWHERE = "message modal home"
CHOICES = ("section actions input", EVERYWHERE)
MULTI_CHOICES = ("section input", EVERYWHERE)
FORMS = ("input", "modal")
PLACES = {
    "button": ("section actions", EVERYWHERE),
    "overflow": ("section actions", EVERYWHERE),
    "static_select": CHOICES,
    "multi_static_select": MULTI_CHOICES,
    "external_select": CHOICES,
    "multi_external_select": MULTI_CHOICES,
    "users_select": CHOICES,
    "multi_users_select": MULTI_CHOICES,
    "conversations_select": CHOICES,
    "multi_conversations_select": MULTI_CHOICES,
    "channels_select": CHOICES,
    "multi_channels_select": MULTI_CHOICES,
    "checkboxes": CHOICES,
    "radio_buttons": CHOICES,
    "datepicker": CHOICES,
    "timepicker": CHOICES,
    "datetimepicker": ("actions input", "message modal"),
    "plain_text_input": ("input", EVERYWHERE),
    "number_input": FORMS,
    "email_text_input": FORMS,
    "url_text_input": FORMS,
    "rich_text_input": ("input", "modal home"),
    "file_input": FORMS,
    "image": ("section context", EVERYWHERE),
    "plain_text": ("context", EVERYWHERE),
    "mrkdwn": ("context", EVERYWHERE),
}


def element(kind: str, **more: Any) -> Json:
    return {"type": kind, **ELEMENTS[kind], **more}


def bare(kind: str, **more: Any) -> Json:
    return {"type": kind, **more}


def held(block: str, content: Json) -> tuple[Json, str]:
    """A block that holds an element, and the pointer from the block to the element."""
    match block:
        case "section":
            return {"type": "section", "text": plain(), "accessory": content}, "accessory"
        case "input":
            return {"type": "input", "label": plain(), "element": content}, "element"
        case _:
            return {"type": block, "elements": [content]}, "elements/0"


def problems_on(surface: str, block: Json) -> list[str]:
    if surface == "message":
        return problems_in_message({"blocks": [block]})
    if surface == "home":
        return problems_in_view({"type": "home", "blocks": [block]})
    return problems_in_view({"type": "modal", "title": plain(), "submit": plain(), "blocks": [block]})


@pytest.mark.parametrize("kind", ELEMENTS)
def test_an_element_stands_in_its_own_blocks_and_surfaces_and_nowhere_else(kind: str) -> None:
    blocks, surfaces = PLACES[kind]
    for block, surface in itertools.product(
        ("section", "actions", "input", "context"), ("message", "modal", "home")
    ):
        holder, slot = held(block, element(kind))
        top = "" if surface == "message" else "/view"
        refused = [f"[ERROR] unsupported type: {kind} [json-pointer:{top}/blocks/0/{slot}/type]"]
        fits = block in blocks.split() and surface in surfaces.split()
        assert problems_on(surface, holder) == ([] if fits else refused), (block, surface)


@pytest.mark.parametrize("kind", ["conversations_select", "channels_select"])
def test_only_a_menu_in_a_modals_input_may_give_a_response_url(kind: str) -> None:
    menu = bare(kind, response_url_enabled=True)
    refused = "[ERROR] invalid additional property: response_url_enabled [json-pointer:"
    assert problems_on("modal", held("input", menu)[0]) == []
    for block, surface in (
        ("actions", "modal"),
        ("section", "modal"),
        ("input", "home"),
        ("input", "message"),
    ):
        (problem,) = problems_on(surface, held(block, menu)[0])
        assert problem.startswith(refused)


def test_a_file_cannot_be_sent_on_while_the_form_is_open() -> None:
    block = {"type": "input", "label": plain(), "element": bare("file_input"), "dispatch_action": True}
    assert problems_on("modal", block) == [
        "[ERROR] unsupported type: file_input [json-pointer:/view/blocks/0/element/type]"
    ]


OF_INPUTS: dict[str, Json] = {
    "options in groups": bare("static_select", option_groups=[group(A), group(B)], initial_option=B),
    "choices from two groups": bare(
        "multi_static_select", option_groups=[group(A), group(B)], initial_options=[A, B]
    ),
    "a hundred groups": bare("static_select", option_groups=[group(A)] * 99 + [group(*HUNDRED)]),
    "the longest option": bare(
        "static_select",
        options=[{"text": plain("t" * 75), "value": "v" * 150, "description": plain("d" * 75)}],
    ),
    "a filter by one thing": bare("conversations_select", filter={"exclude_bot_users": True}),
    "an empty initial text": bare("plain_text_input", initial_value=""),
    "bounds that meet": bare("number_input", is_decimal_allowed=False, min_value="5", max_value="5"),
    "midnight in a zone of three parts": bare(
        "timepicker", initial_time="00:00", timezone="America/Argentina/Buenos_Aires"
    ),
}


@pytest.mark.parametrize("content", OF_INPUTS.values(), ids=OF_INPUTS.keys())
def test_slack_takes_every_element_that_fits(content: Json) -> None:
    assert problems_on("modal", held("input", content)[0]) == []


ONE_OFFER = "must define exactly one of `options` or `option_groups`"
NOT_OFFERED = "must be one of the provided options"
NOT_MORE = "no more than {} items allowed"
NOT_FEWER = "no fewer than 1 items allowed"
SHORTER = "must be less than {} characters"


def long_option(**more: Any) -> Json:
    return bare("static_select", options=[option(**more)])


def number(**more: Any) -> Json:
    return bare("number_input", **{"is_decimal_allowed": False, **more})


REFUSED_INPUTS: dict[str, tuple[Json, str, str]] = {
    "an unknown element": (bare("slider"), "unsupported type: slider", "/type"),
    "an unknown member": (bare("datepicker", min="2026"), "invalid additional property: min", ""),
    "a null action_id": (bare("datepicker", action_id=None), "must provide a string", "/action_id"),
    "a long action_id": (bare("datepicker", action_id="a" * 256), SHORTER.format(256), "/action_id"),
    "focus that is a word": (
        bare("datepicker", focus_on_load="yes"),
        "must provide a boolean",
        "/focus_on_load",
    ),
    "a long placeholder": (
        bare("datepicker", placeholder=plain("p" * 151)),
        SHORTER.format(151),
        "/placeholder/text",
    ),
    "a formatted placeholder": (
        bare("datepicker", placeholder=mrkdwn()),
        "unsupported type: mrkdwn",
        "/placeholder/type",
    ),
    "a placeholder where none is shown": (
        bare("datetimepicker", placeholder=plain()),
        "invalid additional property: placeholder",
        "",
    ),
    "a menu of nothing": (bare("static_select"), ONE_OFFER, ""),
    "a menu with options twice": (
        bare("static_select", options=[A], option_groups=[group(A)]),
        ONE_OFFER,
        "",
    ),
    "no options": (bare("static_select", options=[]), NOT_FEWER, "/options"),
    "101 options": (bare("static_select", options=[A] * 101), NOT_MORE.format(100), "/options"),
    "101 groups": (
        bare("static_select", option_groups=[group(A)] * 101),
        NOT_MORE.format(100),
        "/option_groups",
    ),
    "a group of 101": (
        bare("static_select", option_groups=[group(*[A] * 101)]),
        NOT_MORE.format(100),
        "/option_groups/0/options",
    ),
    "a long group label": (
        bare("static_select", option_groups=[group(A, label="l" * 76)]),
        SHORTER.format(76),
        "/option_groups/0/label/text",
    ),
    "a long option text": (
        long_option(text=plain("t" * 76)),
        SHORTER.format(76),
        "/options/0/text/text",
    ),
    "a formatted option in a menu": (
        long_option(text=mrkdwn()),
        "unsupported type: mrkdwn",
        "/options/0/text/type",
    ),
    "a long option value": (
        long_option(value="v" * 151, text=plain()),
        SHORTER.format(151),
        "/options/0/value",
    ),
    "an option without a value": (
        bare("static_select", options=[{"text": plain()}]),
        "missing required field: value",
        "/options/0",
    ),
    "a long option description": (
        long_option(description=plain("d" * 76)),
        SHORTER.format(76),
        "/options/0/description/text",
    ),
    "an option that opens a page outside an overflow menu": (
        long_option(url="https://example.com"),
        "invalid additional property: url",
        "/options/0",
    ),
    "an initial option that is not offered": (
        bare("static_select", options=[A], initial_option=B),
        NOT_OFFERED,
        "/initial_option",
    ),
    "an initial option that is only almost the same": (
        bare("static_select", options=[A], initial_option={**A, "text": {**A["text"], "emoji": True}}),
        NOT_OFFERED,
        "/initial_option",
    ),
    "a null initial option": (
        bare("static_select", options=[A], initial_option=None),
        "must provide an object",
        "/initial_option",
    ),
    "initial options that are not all offered": (
        bare("multi_static_select", options=[A], initial_options=[A, B]),
        NOT_OFFERED,
        "/initial_options",
    ),
    "an empty list of initial options": (
        bare("multi_static_select", options=[A], initial_options=[]),
        NOT_FEWER,
        "/initial_options",
    ),
    "one initial option for many": (
        bare("multi_static_select", options=[A], initial_option=A),
        "invalid additional property: initial_option",
        "",
    ),
    "no item to select": (
        bare("multi_users_select", max_selected_items=0),
        "must be at least 1",
        "/max_selected_items",
    ),
    "an initial external option without a text": (
        bare("external_select", initial_option={"value": "a"}),
        "missing required field: text",
        "/initial_option",
    ),
    "a query length that is a word": (
        bare("external_select", min_query_length="3"),
        "must provide an integer",
        "/min_query_length",
    ),
    "a query length that is true": (
        bare("external_select", min_query_length=True),
        "must provide an integer",
        "/min_query_length",
    ),
    "an initial user that is a list": (
        bare("users_select", initial_user=["U0ANN"]),
        "must provide a string",
        "/initial_user",
    ),
    "initial users that are one user": (
        bare("multi_users_select", initial_users="U0ANN"),
        "must provide an array",
        "/initial_users",
    ),
    "an empty filter": (
        bare("conversations_select", filter={}),
        "must define either `include` or `exclude_external_shared_channels` or `exclude_bot_users`",
        "/filter",
    ),
    "a filter that includes nothing": (
        bare("conversations_select", filter={"include": []}),
        NOT_FEWER,
        "/filter/include",
    ),
    "a filter for unknown conversations": (
        bare("multi_conversations_select", filter={"include": ["open"]}),
        "must be one of: im, mpim, private, public",
        "/filter/include/0",
    ),
    "a filter where all is public": (
        bare("channels_select", filter=FILTER),
        "invalid additional property: filter",
        "",
    ),
    "eleven checkboxes": (bare("checkboxes", options=[A] * 11), NOT_MORE.format(10), "/options"),
    "eleven radio buttons": (bare("radio_buttons", options=[A] * 11), NOT_MORE.format(10), "/options"),
    "radio buttons without options": (bare("radio_buttons"), "missing required field: options", ""),
    "a checked box that is not there": (
        bare("checkboxes", options=[A], initial_options=[B]),
        NOT_OFFERED,
        "/initial_options",
    ),
    "a pressed radio button that is not there": (
        bare("radio_buttons", options=[A], initial_option=B),
        NOT_OFFERED,
        "/initial_option",
    ),
    "a day that does not exist": (
        bare("datepicker", initial_date="2026-02-29"),
        "must be a date as YYYY-MM-DD",
        "/initial_date",
    ),
    "a day without dashes": (
        bare("datepicker", initial_date="20261201"),
        "must be a date as YYYY-MM-DD",
        "/initial_date",
    ),
    "an hour that does not exist": (
        bare("timepicker", initial_time="24:00"),
        "must be a time as HH:mm",
        "/initial_time",
    ),
    "an hour of one digit": (
        bare("timepicker", initial_time="9:30"),
        "must be a time as HH:mm",
        "/initial_time",
    ),
    "a zone that does not exist": (
        bare("timepicker", timezone="Europe/Atlantis"),
        "must be an IANA time zone",
        "/timezone",
    ),
    "a moment in milliseconds": (
        bare("datetimepicker", initial_date_time=1796137200000),
        "must be at most 9999999999",
        "/initial_date_time",
    ),
    "a moment that is text": (
        bare("datetimepicker", initial_date_time="1796137200"),
        "must provide an integer",
        "/initial_date_time",
    ),
    "a long initial text": (
        bare("plain_text_input", initial_value="t" * 3001),
        SHORTER.format(3001),
        "/initial_value",
    ),
    "an initial text longer than can be typed": (
        bare("plain_text_input", initial_value="abc", max_length=2),
        SHORTER.format(3),
        "/initial_value",
    ),
    "a text that may be longer than Slack keeps": (
        bare("plain_text_input", max_length=3001),
        "must be at most 3000",
        "/max_length",
    ),
    "a text that may be no longer than nothing": (
        bare("plain_text_input", max_length=0),
        "must be at least 1",
        "/max_length",
    ),
    "a text that must be longer than it may": (
        bare("plain_text_input", min_length=5, max_length=4),
        "must not be greater than `max_length`",
        "/min_length",
    ),
    "multiline that is a number": (
        bare("plain_text_input", multiline=1),
        "must provide a boolean",
        "/multiline",
    ),
    "a confirmation of typing": (
        bare("plain_text_input", confirm=confirm()),
        "invalid additional property: confirm",
        "",
    ),
    "dispatch on nothing": (
        bare("plain_text_input", dispatch_action_config={"trigger_actions_on": []}),
        NOT_FEWER,
        "/dispatch_action_config/trigger_actions_on",
    ),
    "dispatch on something unknown": (
        bare("plain_text_input", dispatch_action_config={"trigger_actions_on": ["on_blur"]}),
        "must be one of: on_enter_pressed, on_character_entered",
        "/dispatch_action_config/trigger_actions_on/0",
    ),
    "a number input that says nothing of decimals": (
        bare("number_input"),
        "missing required field: is_decimal_allowed",
        "",
    ),
    "a bound that is a number": (number(min_value=1), "must provide a string", "/min_value"),
    "a bound that is a word": (number(max_value="ten"), "must be a number", "/max_value"),
    "a decimal where none is allowed": (
        number(initial_value="1.5"),
        "must be a whole number",
        "/initial_value",
    ),
    "bounds the wrong way round": (
        number(min_value="10", max_value="9"),
        "must not be greater than `max_value`",
        "/min_value",
    ),
    "a number under its bound": (
        number(min_value="1", initial_value="0"),
        "must not be greater than `initial_value`",
        "/min_value",
    ),
    "a number over its bound": (
        number(initial_value="3", max_value="2"),
        "must not be greater than `max_value`",
        "/initial_value",
    ),
    "an initial address that is a list": (
        bare("email_text_input", initial_value=[]),
        "must provide a string",
        "/initial_value",
    ),
    "an initial page that is a number": (
        bare("url_text_input", initial_value=1),
        "must provide a string",
        "/initial_value",
    ),
    "initial rich text that is text": (
        bare("rich_text_input", initial_value="Hello"),
        "must provide an object",
        "/initial_value",
    ),
    "no file types": (bare("file_input", filetypes=[]), NOT_FEWER, "/filetypes"),
    "eleven files": (bare("file_input", max_files=11), "must be at most 10", "/max_files"),
    "focus on a file": (
        bare("file_input", focus_on_load=True),
        "invalid additional property: focus_on_load",
        "",
    ),
}


@pytest.mark.parametrize(("content", "what", "at"), REFUSED_INPUTS.values(), ids=REFUSED_INPUTS.keys())
def test_slack_refuses_an_input_that_does_not_fit_and_points_at_it(content: Json, what: str, at: str) -> None:
    holder, _ = held("input", content)
    assert problems_on("modal", holder) == [f"[ERROR] {what} [json-pointer:/view/blocks/0/element{at}]"]


def button(**more: Any) -> Json:
    return {"type": "button", "text": plain(), **more}


def asking(**more: Any) -> Json:
    return button(confirm=confirm(**more))


REFUSED_ACTIONS: dict[str, tuple[Json, str, str]] = {
    "a button without a text": (bare("button"), "missing required field: text", ""),
    "a long button": (button(text=plain("b" * 76)), SHORTER.format(76), "/text/text"),
    "a formatted button": (button(text=mrkdwn()), "unsupported type: mrkdwn", "/text/type"),
    "a long button value": (button(value="v" * 2001), SHORTER.format(2001), "/value"),
    "a button value that is an object": (button(value={}), "must provide a string", "/value"),
    "a long button URL": (
        button(url="https://example.com/" + "u" * 2981),
        SHORTER.format(3001),
        "/url",
    ),
    "a button that leads nowhere": (button(url="example.com/join"), "must be a URL", "/url"),
    "an unknown style": (button(style="default"), "must be one of: primary, danger", "/style"),
    "a long accessibility label": (
        button(accessibility_label="l" * 76),
        SHORTER.format(76),
        "/accessibility_label",
    ),
    "focus on a button": (
        button(focus_on_load=True),
        "invalid additional property: focus_on_load",
        "",
    ),
    "a long dialog title": (
        asking(title=plain("t" * 101)),
        SHORTER.format(101),
        "/confirm/title/text",
    ),
    "a long dialog text": (asking(text=plain("t" * 301)), SHORTER.format(301), "/confirm/text/text"),
    "a long dialog button": (
        asking(confirm=plain("y" * 31)),
        SHORTER.format(31),
        "/confirm/confirm/text",
    ),
    "a long way out of a dialog": (asking(deny=plain("n" * 31)), SHORTER.format(31), "/confirm/deny/text"),
    "a dialog of unknown style": (
        asking(style="warning"),
        "must be one of: primary, danger",
        "/confirm/style",
    ),
    "a dialog without a way out": (
        button(confirm={key: text for key, text in confirm().items() if key != "deny"}),
        "missing required field: deny",
        "/confirm",
    ),
    "an overflow menu of nothing": (bare("overflow", options=[]), NOT_FEWER, "/options"),
    "an overflow menu of six": (bare("overflow", options=[A] * 6), NOT_MORE.format(5), "/options"),
    "an overflow menu that leads nowhere": (
        bare("overflow", options=[option(url="page")]),
        "must be a URL",
        "/options/0/url",
    ),
}


@pytest.mark.parametrize(("content", "what", "at"), REFUSED_ACTIONS.values(), ids=REFUSED_ACTIONS.keys())
def test_slack_refuses_an_action_that_does_not_fit_and_points_at_it(
    content: Json, what: str, at: str
) -> None:
    holder, _ = held("actions", content)
    assert problems_on("message", holder) == [f"[ERROR] {what} [json-pointer:/blocks/0/elements/0{at}]"]


REFUSED_IMAGES: dict[str, tuple[Json, str, str]] = {
    "an image without alt_text": (
        bare("image", image_url="https://example.com/a.png"),
        "missing required field: alt_text",
        "",
    ),
    "an image of two sources": (
        element("image", slack_file={"id": "F0"}),
        "must define exactly one of `image_url` or `slack_file`",
        "",
    ),
    "an image with a title": (element("image", title=plain()), "invalid additional property: title", ""),
}


@pytest.mark.parametrize(("content", "what", "at"), REFUSED_IMAGES.values(), ids=REFUSED_IMAGES.keys())
def test_slack_refuses_a_small_image_that_does_not_fit(content: Json, what: str, at: str) -> None:
    holder, _ = held("context", content)
    assert problems_on("message", holder) == [f"[ERROR] {what} [json-pointer:/blocks/0/elements/0{at}]"]


@given(
    st.sampled_from(sorted(ELEMENTS)).flatmap(lambda kind: bent(element(kind))),
    st.sampled_from(("section", "actions", "input", "context")),
    st.sampled_from(("message", "modal", "home")),
)
def test_no_bent_element_makes_it_stumble(content: Json, block: str, surface: str) -> None:
    assert all(isinstance(found, str) for found in problems_on(surface, held(block, content)[0]))
