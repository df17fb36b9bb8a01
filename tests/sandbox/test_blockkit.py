"""Slack takes and refuses views, messages and blocks by its rules; elements have a file of their own."""

import copy
import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sandbox.slack.blockkit.validation import VIEW_BYTES, problems_in_message, problems_in_view

Json = dict[str, Any]


def plain(text: str = "Words") -> Json:
    return {"type": "plain_text", "text": text}


def mrkdwn(text: str = "*Words*") -> Json:
    return {"type": "mrkdwn", "text": text}


def modal(*blocks: Json, **more: Any) -> Json:
    return {"type": "modal", "title": plain(), "submit": plain(), "blocks": list(blocks), **more}


def home(*blocks: Json, **more: Any) -> Json:
    return {"type": "home", "blocks": list(blocks), **more}


def message(*blocks: Json, **more: Any) -> Json:
    return {"text": "Words", "blocks": list(blocks), **more}


def button(**more: Any) -> Json:
    return {"type": "button", "text": plain(), **more}


def typed(**more: Any) -> Json:
    return {"type": "input", "label": plain(), "element": {"type": "plain_text_input"}, **more}


def line(what: str, at: str) -> str:
    return f"[ERROR] {what} [json-pointer:{at}]"


def problems_on(surface: str, *blocks: Json) -> list[str]:
    match surface:
        case "message":
            return problems_in_message(message(*blocks))
        case "modal":
            return problems_in_view(modal(*blocks))
        case _:
            return problems_in_view(home(*blocks))


SURFACES = ("message", "modal", "home")
IMAGE = {"type": "image", "image_url": "https://example.com/a.png", "alt_text": "A stage"}
DIVIDER = {"type": "divider"}
MARKDOWN = {"type": "markdown", "text": "**Words**"}
STYLED = {"style": {"bold": True, "italic": False}}
VIDEO = {
    "type": "video",
    "alt_text": "A talk",
    "title": plain("t" * 199),
    "title_url": "https://example.com/talk",
    "thumbnail_url": "https://example.com/a.png",
    "video_url": "https://example.com/embed",
    "description": plain(),
    "author_name": "a" * 49,
    "provider_name": "Example",
    "provider_icon_url": "https://example.com/i.png",
}
RICH_TEXT = {
    "type": "rich_text",
    "elements": [
        {
            "type": "rich_text_section",
            "elements": [
                {"type": "text", "text": "Hello ", **STYLED},
                {"type": "link", "url": "https://example.com", "text": "page", "unsafe": False},
                {"type": "user", "user_id": "U0ANN"},
                {"type": "channel", "channel_id": "C0GENERAL"},
                {"type": "usergroup", "usergroup_id": "S0ALL"},
                {"type": "team", "team_id": "T0US"},
                {"type": "emoji", "name": "wave", "skin_tone": 2, "unicode": "1f44b"},
                {"type": "date", "timestamp": 1796137200, "format": "{date}", "fallback": "soon"},
                {"type": "broadcast", "range": "here"},
                {"type": "color", "value": "#1D9BD1"},
            ],
        },
        {
            "type": "rich_text_list",
            "style": "bullet",
            "indent": 1,
            "offset": 0,
            "border": 0,
            "elements": [{"type": "rich_text_section", "elements": [{"type": "text", "text": "one"}]}],
        },
        {"type": "rich_text_quote", "elements": [{"type": "text", "text": "said"}], "border": 1},
        {"type": "rich_text_preformatted", "elements": [{"type": "text", "text": "x = 1"}]},
    ],
}
SECTION = {
    "type": "section",
    "text": mrkdwn("m" * 3000),
    "fields": [plain("f" * 2000), *[mrkdwn()] * 9],
    "accessory": button(),
    "expand": True,
    "block_id": "b" * 255,
}
ACCEPTED: dict[str, Json] = {
    "a section with everything": SECTION,
    "a section with only fields": {"type": "section", "fields": [plain()]},
    "25 actions": {"type": "actions", "elements": [button(action_id=str(i)) for i in range(25)]},
    "actions without ids": {"type": "actions", "elements": [button(), button()]},
    "ten texts and images of context": {"type": "context", "elements": [*[mrkdwn()] * 8, plain(), IMAGE]},
    "an input": typed(hint=plain("h" * 2000), optional=True, dispatch_action=True, label=plain("l" * 2000)),
    "a divider": {**DIVIDER, "block_id": "line"},
    "a header": {"type": "header", "text": {**plain("h" * 150), "emoji": True}},
    "an image": {**IMAGE, "title": plain("t" * 2000), "alt_text": "a" * 2000},
    "an image in Slack": {"type": "image", "slack_file": {"id": "F0ONE"}, "alt_text": "A stage"},
    "rich text": RICH_TEXT,
    "a video": VIDEO,
}


@pytest.mark.parametrize("surface", SURFACES)
@pytest.mark.parametrize("block", ACCEPTED.values(), ids=ACCEPTED.keys())
def test_slack_shows_every_block_that_fits(block: Json, surface: str) -> None:
    assert problems_on(surface, block) == []


def test_markdown_blocks_stand_in_messages_only() -> None:
    refused = [line("unsupported type: markdown", "/view/blocks/0/type")]
    assert problems_on("message", MARKDOWN) == []
    assert problems_on("modal", MARKDOWN) == problems_on("home", MARKDOWN) == refused


def without(block: Json, name: str) -> Json:
    return {key: value for key, value in block.items() if key != name}


def section_of_rich_text(part: Json) -> Json:
    return {"type": "rich_text", "elements": [{"type": "rich_text_section", "elements": [part]}]}


def rich_list(**more: Any) -> Json:
    section = {"type": "rich_text_section", "elements": []}
    return {"type": "rich_text", "elements": [{"type": "rich_text_list", "elements": [section], **more}]}


REFUSED_BLOCKS: dict[str, tuple[Json, str, str]] = {
    "a block without a type": ({}, "missing required field: type", ""),
    "an unknown block": ({"type": "banner"}, "unsupported type: banner", "/type"),
    "a type that is no word": ({"type": 7}, "unsupported type: 7", "/type"),
    "an unknown member": (DIVIDER | {"color": "red"}, "invalid additional property: color", ""),
    "a null member": (DIVIDER | {"block_id": None}, "must provide a string", "/block_id"),
    "an empty block_id": (DIVIDER | {"block_id": ""}, "must be more than 0 characters", "/block_id"),
    "a long block_id": (DIVIDER | {"block_id": "b" * 256}, "must be less than 256 characters", "/block_id"),
    "an empty section": ({"type": "section"}, "must define either `fields` or `text`", ""),
    "a text that is a string": (SECTION | {"text": "Words"}, "must provide an object", "/text"),
    "an empty text": (SECTION | {"text": mrkdwn("")}, "must be more than 0 characters", "/text/text"),
    "a long text": (SECTION | {"text": plain("t" * 3001)}, "must be less than 3001 characters", "/text/text"),
    "emoji in mrkdwn": (
        SECTION | {"text": mrkdwn() | {"emoji": True}},
        "invalid additional property: emoji",
        "/text",
    ),
    "verbatim in plain text": (
        SECTION | {"text": plain() | {"verbatim": True}},
        "invalid additional property: verbatim",
        "/text",
    ),
    "no fields": (SECTION | {"fields": []}, "no fewer than 1 items allowed", "/fields"),
    "eleven fields": (SECTION | {"fields": [plain()] * 11}, "no more than 10 items allowed", "/fields"),
    "a long field": (
        SECTION | {"fields": [plain("f" * 2001)]},
        "must be less than 2001 characters",
        "/fields/0/text",
    ),
    "a null accessory": (SECTION | {"accessory": None}, "must provide an object", "/accessory"),
    "expand that is a word": (SECTION | {"expand": "yes"}, "must provide a boolean", "/expand"),
    "no actions": ({"type": "actions", "elements": []}, "no fewer than 1 items allowed", "/elements"),
    "26 actions": (
        {"type": "actions", "elements": [button()] * 26},
        "no more than 25 items allowed",
        "/elements",
    ),
    "an action_id used twice in a block": (
        {"type": "actions", "elements": [button(action_id="go"), button(action_id="go")]},
        '`action_id` "go" already exists',
        "/elements/1/action_id",
    ),
    "eleven pieces of context": (
        {"type": "context", "elements": [plain()] * 11},
        "no more than 10 items allowed",
        "/elements",
    ),
    "context that is no list": (
        {"type": "context", "elements": plain()},
        "must provide an array",
        "/elements",
    ),
    "an input without a label": (without(typed(), "label"), "missing required field: label", ""),
    "a formatted label": (typed(label=mrkdwn()), "unsupported type: mrkdwn", "/label/type"),
    "a long label": (typed(label=plain("l" * 2001)), "must be less than 2001 characters", "/label/text"),
    "a long hint": (typed(hint=plain("h" * 2001)), "must be less than 2001 characters", "/hint/text"),
    "an input without an element": (without(typed(), "element"), "missing required field: element", ""),
    "a formatted header": ({"type": "header", "text": mrkdwn()}, "unsupported type: mrkdwn", "/text/type"),
    "a long header": (
        {"type": "header", "text": plain("h" * 151)},
        "must be less than 151 characters",
        "/text/text",
    ),
    "an image without alt_text": (without(IMAGE, "alt_text"), "missing required field: alt_text", ""),
    "a long alt_text": (
        IMAGE | {"alt_text": "a" * 2001},
        "must be less than 2001 characters",
        "/alt_text",
    ),
    "an image of nothing": (
        without(IMAGE, "image_url"),
        "must define exactly one of `image_url` or `slack_file`",
        "",
    ),
    "an image on disk": (
        IMAGE | {"image_url": "file:///a.png"},
        "must be an http or https URL",
        "/image_url",
    ),
    "a file in Slack by two names": (
        {"type": "image", "alt_text": "a", "slack_file": {"id": "F0", "url": "https://example.com/F0"}},
        "must define exactly one of `id` or `url`",
        "/slack_file",
    ),
    "a video title of 200": (
        VIDEO | {"title": plain("t" * 200)},
        "must be less than 200 characters",
        "/title/text",
    ),
    "a video without TLS": (
        VIDEO | {"video_url": "http://example.com"},
        "must be an https URL",
        "/video_url",
    ),
    "a video's author of 50": (
        VIDEO | {"author_name": "a" * 50},
        "must be less than 50 characters",
        "/author_name",
    ),
    "rich text of unknown kind": (
        {"type": "rich_text", "elements": [{"type": "rich_text_table"}]},
        "unsupported type: rich_text_table",
        "/elements/0/type",
    ),
    "a mention of nobody": (
        section_of_rich_text({"type": "user"}),
        "missing required field: user_id",
        "/elements/0/elements/0",
    ),
    "an unknown style": (
        section_of_rich_text({"type": "text", "text": "a", "style": {"blink": True}}),
        "invalid additional property: blink",
        "/elements/0/elements/0/style",
    ),
    "a list of unknown style": (
        rich_list(style="dashes"),
        "must be one of: bullet, ordered",
        "/elements/0/style",
    ),
    "a list indented too far": (
        rich_list(style="bullet", indent=9),
        "must be at most 8",
        "/elements/0/indent",
    ),
    "a list indented to the left": (
        rich_list(style="bullet", indent=-1),
        "must be at least 0",
        "/elements/0/indent",
    ),
    "a list's style that is a number": (rich_list(style=1), "must provide a string", "/elements/0/style"),
}


@pytest.mark.parametrize(("block", "what", "at"), REFUSED_BLOCKS.values(), ids=REFUSED_BLOCKS.keys())
def test_slack_refuses_a_block_that_does_not_fit_and_points_at_it(block: Json, what: str, at: str) -> None:
    assert problems_in_message(message(block)) == [line(what, f"/blocks/0{at}")]
    assert problems_in_view(modal(DIVIDER, block)) == [line(what, f"/view/blocks/1{at}")]


def test_slack_lists_everything_that_is_wrong_at_once() -> None:
    wrong = modal({"type": "header"}, {"type": "banner"}, title=plain("t" * 25))
    assert problems_in_view(wrong) == [
        line("must be less than 25 characters", "/view/title/text"),
        line("missing required field: text", "/view/blocks/0"),
        line("unsupported type: banner", "/view/blocks/1/type"),
    ]


def test_pointers_escape_odd_member_names() -> None:
    odd = message(metadata={"event_type": "made", "event_payload": {"a/b~c": None}})
    assert problems_in_message(odd) == [
        line("must provide a string, number or boolean", "/metadata/event_payload/a~1b~0c")
    ]


ACCEPTED_VIEWS: dict[str, Json] = {
    "a modal with everything": modal(
        typed(),
        title=plain("t" * 24),
        submit=plain("s" * 24),
        close=plain("c" * 24),
        callback_id="c" * 255,
        external_id="e" * 255,
        private_metadata="p" * 3000,
        clear_on_close=True,
        notify_on_close=True,
    ),
    "a modal of 100 blocks": modal(*[DIVIDER] * 100),
    "a modal that only tells": without(modal(DIVIDER), "submit"),
    "a modal with nothing to remember": modal(DIVIDER, private_metadata="", callback_id=""),
    "a Home tab": home(DIVIDER, callback_id="home", private_metadata="p", external_id="e"),
    "a Home tab with an input": home(typed()),
}


@pytest.mark.parametrize("view", ACCEPTED_VIEWS.values(), ids=ACCEPTED_VIEWS.keys())
def test_slack_shows_every_view_that_fits(view: Json) -> None:
    assert problems_in_view(view) == []


FOCUSED = typed(element={"type": "plain_text_input", "focus_on_load": True})
REFUSED_VIEWS: dict[str, tuple[Any, str, str]] = {
    "a view that is no object": ([], "must provide an object", ""),
    "an unknown view": ({"type": "workflow_step"}, "unsupported type: workflow_step", "/type"),
    "a modal without a title": (without(modal(DIVIDER), "title"), "missing required field: title", ""),
    "a modal without blocks": (without(modal(), "blocks"), "missing required field: blocks", ""),
    "a modal of no blocks": (modal(), "no fewer than 1 items allowed", "/blocks"),
    "a modal of 101 blocks": (modal(*[DIVIDER] * 101), "no more than 100 items allowed", "/blocks"),
    "an empty title": (modal(DIVIDER, title=plain("")), "must be more than 0 characters", "/title/text"),
    "a formatted title": (modal(DIVIDER, title=mrkdwn()), "unsupported type: mrkdwn", "/title/type"),
    "a long submit": (
        modal(DIVIDER, submit=plain("s" * 25)),
        "must be less than 25 characters",
        "/submit/text",
    ),
    "a long close": (
        modal(DIVIDER, close=plain("c" * 25)),
        "must be less than 25 characters",
        "/close/text",
    ),
    "a null submit": (modal(DIVIDER, submit=None), "must provide an object", "/submit"),
    "a long callback_id": (
        modal(DIVIDER, callback_id="c" * 256),
        "must be less than 256 characters",
        "/callback_id",
    ),
    "a long external_id": (
        modal(DIVIDER, external_id="e" * 256),
        "must be less than 256 characters",
        "/external_id",
    ),
    "long private_metadata": (
        modal(DIVIDER, private_metadata="p" * 3001),
        "must be less than 3001 characters",
        "/private_metadata",
    ),
    "private_metadata that is an object": (
        modal(DIVIDER, private_metadata={}),
        "must provide a string",
        "/private_metadata",
    ),
    "notify_on_close that is a number": (
        modal(DIVIDER, notify_on_close=1),
        "must provide a boolean",
        "/notify_on_close",
    ),
    "what Slack adds to a view": (modal(DIVIDER, hash="1.2"), "invalid additional property: hash", ""),
    "a Home tab with a submit button": (
        home(DIVIDER, submit=plain()),
        "invalid additional property: submit",
        "",
    ),
    "an input without a submit button": (
        without(modal(DIVIDER, typed()), "submit"),
        "must define `submit` to use an `input` block in modals",
        "/blocks/1/input",
    ),
    "a block_id used twice": (
        modal(DIVIDER | {"block_id": "a"}, DIVIDER, DIVIDER | {"block_id": "a"}),
        '`block_id` "a" already exists',
        "/blocks/2/block_id",
    ),
    "focus in two places": (
        modal(FOCUSED, FOCUSED),
        "only one element may have `focus_on_load`",
        "/blocks/1/element/focus_on_load",
    ),
    "a view of too many bytes": (
        modal(*[{"type": "section", "text": plain("é" * 3000)}] * 42),
        f"must be less than {VIEW_BYTES + 1} bytes",
        "",
    ),
}


@pytest.mark.parametrize(("view", "what", "at"), REFUSED_VIEWS.values(), ids=REFUSED_VIEWS.keys())
def test_slack_refuses_a_view_that_does_not_fit_and_points_at_it(view: Any, what: str, at: str) -> None:
    assert problems_in_view(view) == [line(what, f"/view{at}")]


def test_focus_is_found_wherever_an_element_stands() -> None:
    picker = {"type": "datepicker", "focus_on_load": True}
    view = modal(
        {"type": "section", "text": plain(), "accessory": picker},
        {"type": "actions", "elements": [button(), picker]},
    )
    at = "/view/blocks/1/elements/1/focus_on_load"
    assert problems_in_view(view) == [line("only one element may have `focus_on_load`", at)]


ACCEPTED_MESSAGES: dict[str, Json] = {
    "a text": {"text": "Words"},
    "50 blocks": message(*[DIVIDER] * 50),
    "no blocks any more": message(),
    "12,000 characters of Markdown": message(
        MARKDOWN | {"text": "m" * 6000}, MARKDOWN | {"text": "m" * 6000}
    ),
    "arguments of the method beside it": message(DIVIDER, channel="C0GENERAL", unfurl_links=False),
    "metadata of simple values": message(
        metadata={
            "event_type": "webinar_announced",
            "event_payload": {
                "id": "w1",
                "seats": 500,
                "price": 1.5,
                "open": True,
                "tags": ["a", "b"],
                "host": {"id": "U0ANN"},
                "sessions": [{"id": "s1", "length": 60}],
            },
        }
    ),
}


@pytest.mark.parametrize("posted", ACCEPTED_MESSAGES.values(), ids=ACCEPTED_MESSAGES.keys())
def test_slack_posts_every_message_that_fits(posted: Json) -> None:
    assert problems_in_message(posted) == []


def about(payload: Any) -> Json:
    return message(metadata={"event_type": "made", "event_payload": payload})


REFUSED_MESSAGES: dict[str, tuple[Json, str, str]] = {
    "a null text": ({"text": None}, "must provide a string", "/text"),
    "null blocks": ({"text": "Words", "blocks": None}, "must provide an array", "/blocks"),
    "51 blocks": (message(*[DIVIDER] * 51), "no more than 50 items allowed", "/blocks"),
    "a block_id used twice": (
        message(DIVIDER | {"block_id": "a"}, DIVIDER | {"block_id": "a"}),
        '`block_id` "a" already exists',
        "/blocks/1/block_id",
    ),
    "too much Markdown in all": (
        message(MARKDOWN | {"text": "m" * 6000}, MARKDOWN | {"text": "m" * 6001}),
        "markdown must be less than 12001 characters in all",
        "/blocks",
    ),
    "metadata without a type": (
        message(metadata={"event_payload": {}}),
        "missing required field: event_type",
        "/metadata",
    ),
    "metadata without a payload": (
        message(metadata={"event_type": "made"}),
        "missing required field: event_payload",
        "/metadata",
    ),
    "a payload that is text": (about("w1"), "must provide an object", "/metadata/event_payload"),
    "a null in the payload": (
        about({"id": None}),
        "must provide a string, number or boolean",
        "/metadata/event_payload/id",
    ),
    "a payload too deep": (
        about({"sessions": [{"speakers": ["U0ANN"]}]}),
        "must provide a string, number or boolean",
        "/metadata/event_payload/sessions/0/speakers",
    ),
}


@pytest.mark.parametrize(("posted", "what", "at"), REFUSED_MESSAGES.values(), ids=REFUSED_MESSAGES.keys())
def test_slack_refuses_a_message_that_does_not_fit_and_points_at_it(posted: Json, what: str, at: str) -> None:
    assert problems_in_message(posted) == [line(what, at)]


any_json = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
    max_leaves=20,
)


@st.composite
def bent(draw: st.DrawFn, value: Any) -> Any:
    """The value with anything at all put somewhere in it."""
    if value and isinstance(value, dict | list) and draw(st.booleans()):
        places = sorted(value) if isinstance(value, dict) else range(len(value))
        changed = copy.copy(value)
        place = draw(st.sampled_from(places))
        changed[place] = draw(bent(value[place]))
        return changed
    return draw(any_json)


@given(bent(modal(*ACCEPTED.values())))
def test_no_bent_view_makes_it_stumble(view: Any) -> None:
    assert all(isinstance(found, str) for found in problems_in_view(view))


@given(bent(message(*ACCEPTED.values(), metadata=ACCEPTED_MESSAGES["metadata of simple values"]["metadata"])))
def test_no_bent_message_makes_it_stumble(posted: Any) -> None:
    if isinstance(posted, dict):
        assert all(isinstance(found, str) for found in problems_in_message(posted))


@given(any_json)
def test_nothing_that_json_can_say_makes_it_stumble(anything: Any) -> None:
    for view in (anything, home(anything), modal({"type": "input", "element": anything})):
        assert all(isinstance(found, str) for found in problems_in_view(view))


@pytest.mark.parametrize("name", ["America", "../secret", "nowhere/at all", "\0", "\ud800", "/etc/localtime"])
def test_a_zone_that_is_no_zone_is_refused_however_odd_its_name(name: str) -> None:
    picker = {"type": "timepicker", "timezone": name}
    view = modal({"type": "actions", "elements": [picker]})
    assert problems_in_view(view) == [line("must be an IANA time zone", "/view/blocks/0/elements/0/timezone")]


def test_half_a_character_does_not_keep_a_view_from_being_measured() -> None:
    view = json.loads('{"type": "home", "blocks": [{"type": "divider"}], "private_metadata": "\\ud83d"}')
    assert problems_in_view(view) == []
