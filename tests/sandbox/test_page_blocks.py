"""Drawing blocks and fields, and taking over what was typed into them."""

import re
from typing import Any

import httpx
import pytest

from sandbox.slack import SlackServer
from sandbox.slack.delivery import app_replies
from sandbox.slack.web_api.arguments import Arguments
from tests.sandbox.bolt_app import button, input_block, modal, plain, section
from tests.sandbox.page_browser import acts, browsing, message_in, modal_in

SIZES = [
    {"text": plain("Small"), "value": "s"},
    {"text": plain("Large"), "value": "l", "description": plain("or larger")},
]
EVERY_INPUT: dict[str, tuple[dict[str, Any], str | list[str], Any]] = {
    "line": ({"type": "plain_text_input"}, "One", "One"),
    "lines": ({"type": "plain_text_input", "multiline": True}, "One\r\nTwo", "One\nTwo"),
    "number": ({"type": "number_input", "is_decimal_allowed": False}, "12", "12"),
    "url": ({"type": "url_text_input"}, "https://example.com", "https://example.com"),
    "date": ({"type": "datepicker"}, "2026-12-01", "2026-12-01"),
    "time": ({"type": "timepicker", "timezone": "Europe/Berlin"}, "15:00", "15:00"),
    "select": ({"type": "static_select", "options": SIZES}, "l", "l"),
    "radio": ({"type": "radio_buttons", "options": SIZES}, "s", "s"),
    "ticks": ({"type": "checkboxes", "options": SIZES}, ["s", "l"], ["s", "l"]),
    "people": ({"type": "multi_users_select"}, ["U0BEN", "U0DEE"], ["U0BEN", "U0DEE"]),
    "places": ({"type": "multi_conversations_select"}, ["C0GENERAL"], ["C0GENERAL"]),
}


def opened(slack: SlackServer, *blocks: dict[str, Any], **more: Any) -> str:
    """Let the bot have opened a modal before Ann; gives its id."""
    return slack.state.surfaces.open("U0ANN", modal(*blocks, **more), None).id


def held(slack: SlackServer, name: str) -> Any:
    """The value of a field of Ann's modal, options by their values."""
    (view,) = slack.state.surfaces.stack("U0ANN")
    told = dict(view.state[name, name])
    value = next(value for key, value in told.items() if key not in ("type", "timezone"))
    if isinstance(value, list):
        return [one["value"] if isinstance(one, dict) else one for one in value]
    return value["value"] if isinstance(value, dict) else value


async def look(browser: httpx.AsyncClient, address: str = "/ann/general") -> str:
    return (await browser.get(address)).text


@pytest.mark.parametrize("name", EVERY_INPUT)
async def test_what_is_typed_into_a_field_is_what_it_holds_and_shows_again(name: str) -> None:
    element, typed, expected = EVERY_INPUT[name]
    slack = SlackServer.with_people()
    opened(slack, input_block(name, "What?", element, hint=plain("Say it"), optional=True))
    async with browsing(slack) as browser:
        html = await look(browser)
        assert "What?" in html
        assert "Say it" in html
        assert "(optional)" in html
        await acts(browser, "/ann/general/type", modal_in(html) | {f"in:{name}/{name}": typed})
        assert held(slack, name) == expected
        again = modal_in(await look(browser))[f"in:{name}/{name}"]
        assert again == (expected if isinstance(expected, list) else [expected])
        await acts(browser, "/ann/general/type", modal_in(html) | {f"in:{name}/{name}": ""})
        assert not held(slack, name)


async def test_every_input_has_a_label_that_is_bound_to_it() -> None:
    slack = SlackServer.with_people()
    opened(
        slack, *(input_block(name, f"The {name}", element) for name, (element, _, _) in EVERY_INPUT.items())
    )
    async with browsing(slack) as browser:
        html = await look(browser)
    for name, (element, _, _) in EVERY_INPUT.items():
        if element["type"] in ("radio_buttons", "checkboxes") or element["type"].startswith("multi"):
            assert re.search(rf"<fieldset[^>]*>\s*<legend>\s*The {name}", html)
        else:
            bound = re.search(rf'<label for="([^"]+)">\s*The {name}', html)
            assert bound
            assert f'id="{bound[1]}"' in html


async def test_what_stood_in_a_field_from_the_start_is_shown() -> None:
    slack = SlackServer.with_people()
    zone = {"text": plain("Berlin"), "value": "Europe/Berlin"}
    opened(
        slack,
        input_block("title", "Title", {"type": "plain_text_input", "initial_value": '"Q3" <b>'}),
        input_block("zone", "Zone", {"type": "external_select", "initial_option": zone}),
        input_block("size", "Size", {"type": "static_select", "options": SIZES, "initial_option": SIZES[0]}),
    )
    async with browsing(slack) as browser:
        html = await look(browser)
    assert 'value="Berlin"' in html
    form = modal_in(html)
    assert (form["in:title/title"], form["in:zone/zone"], form["in:size/size"]) == (
        ['"Q3" <b>'],
        ["Europe/Berlin"],
        ["s"],
    )


async def test_a_required_field_left_empty_says_so_at_the_field() -> None:
    slack = SlackServer.with_people()
    opened(slack, input_block("title", "Title", {"type": "plain_text_input"}))
    async with browsing(slack) as browser:
        html = await acts(browser, "/ann/general/submit", modal_in(await look(browser)))
    assert re.search(r'aria-describedby="[^"]*/error', html)
    assert 'aria-invalid="true"' in html
    assert "Please complete this required field." in html


async def test_only_what_is_offered_can_be_chosen() -> None:
    slack = SlackServer.with_people()
    opened(slack, input_block("size", "Size", {"type": "static_select", "options": SIZES}))
    async with browsing(slack) as browser:
        form = modal_in(await look(browser)) | {"in:size/size": "huge"}
        html = await acts(browser, "/ann/general/type", form)
    assert held(slack, "size") is None
    assert "“huge” cannot be chosen in “Size”" in html


async def test_a_form_drawn_before_the_view_changed_empties_no_field_that_it_did_not_know() -> None:
    slack = SlackServer.with_people()
    title, size = (
        input_block("title", "Title", {"type": "plain_text_input"}),
        input_block("size", "Size", {"type": "static_select", "options": SIZES, "initial_option": SIZES[1]}),
    )
    opened(slack, title)
    async with browsing(slack) as browser:
        form = modal_in(await look(browser)) | {"in:title/title": "Q3"}
        (view,) = slack.state.surfaces.stack("U0ANN")
        slack.state.surfaces.change(view, modal(title, size))
        await acts(browser, "/ann/general/type", form)
    assert (held(slack, "title"), held(slack, "size")) == ("Q3", "l")


async def test_back_closes_the_view_on_top_and_the_cross_closes_all() -> None:
    slack = SlackServer.with_people()
    opened(slack, section("first"), title="First")
    async with browsing(slack) as browser:
        slack.state.surfaces.push("U0ANN", modal(section("second"), title="Second"))
        html = await look(browser)
        assert 'aria-label="Back"' in html
        assert "Second" in html
        assert "First" not in html
        html = await acts(browser, "/ann/general/close", modal_in(html))
        assert "First" in html
        slack.state.surfaces.push("U0ANN", modal(section("second"), title="Second"))
        form = modal_in(await look(browser)) | {"close": "everything"}
        assert "<dialog" not in await acts(browser, "/ann/general/close", form)


async def test_what_cannot_be_drawn_says_so() -> None:
    slack = SlackServer.with_people()
    opened(
        slack,
        {"type": "image", "alt_text": "A cat", "image_url": "https://example.com/cat.png"},
        input_block("when", "When", {"type": "datetimepicker"}),
    )
    async with browsing(slack) as browser:
        html = await look(browser)
    assert "[cannot draw: image]" in html
    assert "[cannot draw: datetimepicker]" in html


async def test_a_message_shows_its_blocks_to_whom_it_is_for() -> None:
    slack = SlackServer.with_people()
    blocks = [
        {"type": "header", "text": plain("Made :warning:")},
        section("*Q3*", fields=[{"type": "mrkdwn", "text": "_soon_"}], accessory=button("more", "More")),
        {"type": "divider"},
        {"type": "context", "elements": [{"type": "mrkdwn", "text": "small print"}]},
        {"type": "actions", "elements": [button("join", "Join", url="https://example.com/?a=1&b=2")]},
    ]
    ephemeral = Arguments({"text": "Made", "blocks": blocks})
    app_replies.post(slack.state, "U0ANN", "C0GENERAL", ephemeral)
    async with browsing(slack) as browser:
        html = await look(browser)
        for piece in (
            "<h3>Made ⚠️</h3>",
            "<strong>Q3</strong>",
            "<em>soon</em>",
            "<hr>",
            "small print",
            'href="https://example.com/?a=1&amp;b=2"',
            "Only visible to you",
        ):
            assert piece in html
        assert len(message_in(html)["place"]) == 1
        assert "small print" not in await look(browser, "/ben/general")
