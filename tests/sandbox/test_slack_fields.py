"""People choose in the fields of a modal, and the bot is told."""

from typing import Any

import pytest

from sandbox.slack import SlackServer
from sandbox.slack.blockkit.date_marks import read_date_mark
from tests.sandbox.bolt_app import input_block, modal, plain
from tests.sandbox.slack_setup import SlackSetup, acknowledging

OPTIONS = [{"text": plain(text), "value": text.lower()} for text in ("One", "Two", "Twenty")]
WEBINAR = {"type": "external_select"}
FIELDS: list[tuple[dict[str, Any], Any, Any, dict[str, Any]]] = [
    ({"type": "plain_text_input"}, "Q3", "Q3", {"value": "Q3"}),
    ({"type": "number_input", "is_decimal_allowed": False}, "45", "45", {"value": "45"}),
    ({"type": "email_text_input"}, "a@b.example", "a@b.example", {"value": "a@b.example"}),
    ({"type": "url_text_input"}, "https://b.example", "https://b.example", {"value": "https://b.example"}),
    ({"type": "datepicker"}, "2026-12-01", "2026-12-01", {"selected_date": "2026-12-01"}),
    ({"type": "timepicker"}, "15:00", "15:00", {"selected_time": "15:00"}),
    (
        {"type": "timepicker", "timezone": "Asia/Tokyo"},
        "15:00",
        "15:00",
        {"selected_time": "15:00", "timezone": "Asia/Tokyo"},
    ),
    ({"type": "datetimepicker"}, "1790000000", "1790000000", {"selected_date_time": 1790000000}),
    ({"type": "static_select", "options": OPTIONS}, "Two", "Two", {"selected_option": OPTIONS[1]}),
    ({"type": "radio_buttons", "options": OPTIONS}, "Twen", "Twenty", {"selected_option": OPTIONS[2]}),
    (
        {"type": "static_select", "option_groups": [{"label": plain("All"), "options": OPTIONS}]},
        "One",
        "One",
        {"selected_option": OPTIONS[0]},
    ),
    (
        {"type": "checkboxes", "options": OPTIONS},
        ["One", "Two"],
        "One, Two",
        {"selected_options": OPTIONS[:2]},
    ),
    ({"type": "multi_static_select", "options": OPTIONS}, "One", "One", {"selected_options": OPTIONS[:1]}),
    ({"type": "users_select"}, "Ben Bauer", "Ben Bauer", {"selected_user": "U0BEN"}),
    (
        {"type": "multi_users_select"},
        ["U0BEN", "Chie"],
        "Ben Bauer, Chie Sato",
        {"selected_users": ["U0BEN", "U0CHIE"]},
    ),
    ({"type": "conversations_select"}, "#leads", "#leads", {"selected_conversation": "G0LEADS"}),
    ({"type": "channels_select"}, "#general", "#general", {"selected_channel": "C0GENERAL"}),
    (
        {"type": "multi_conversations_select"},
        ["#general"],
        "#general",
        {"selected_conversations": ["C0GENERAL"]},
    ),
]


def _told(value: Any) -> Any:
    """The value without the text defaults that Slack spells out."""
    if isinstance(value, list):
        return [_told(item) for item in value]
    if isinstance(value, dict):
        return {key: _told(item) for key, item in value.items() if key != "emoji"}
    return value


@pytest.mark.parametrize(("element", "filled", "shown", "held"), FIELDS)
async def test_every_kind_of_field_starts_empty_and_holds_what_was_chosen(
    setup: SlackSetup, element: dict[str, Any], filled: Any, shown: str, held: dict[str, Any]
) -> None:
    setup.answers(setup.bot.view("webinar"), response_action="errors", errors={"it": "Again."})
    await setup.opens(modal(input_block("it", "It", element, optional=True)))
    await setup.ann.submits()
    await setup.ann.fill("It", filled)
    assert setup.ann.modal.value("It") == shown
    await setup.ann.submits()
    await setup.ann.fill("It", None)
    assert setup.ann.modal.value("It") == ""
    empty, full = (body["view"]["state"]["values"]["it"]["it"] for body in setup.got)
    assert _told(full) == {"type": element["type"], **held}
    key = next(iter(held))
    assert empty[key] == ([] if isinstance(held[key], list) else None)


@pytest.mark.parametrize(
    ("element", "filled", "words"),
    [
        ({"type": "static_select", "options": OPTIONS}, "Three", r"no choice “Three”\. Offered are: \['One'"),
        ({"type": "static_select", "options": OPTIONS}, "Tw", "more than one choice “Tw”"),
        ({"type": "static_select", "options": OPTIONS}, ["One", "Two"], "more than one choice for “It”"),
        (
            {"type": "multi_static_select", "options": OPTIONS, "max_selected_items": 1},
            ["One", "Two"],
            "at most 1",
        ),
        ({"type": "datepicker"}, "tomorrow", "“tomorrow” cannot be picked"),
        ({"type": "timepicker"}, "3pm", "“3pm” cannot be picked"),
        ({"type": "users_select"}, "Nobody", "no choice “Nobody”"),
        ({"type": "conversations_select"}, "#old", "no choice “#old”"),
        ({"type": "channels_select"}, "#leads", "no choice “#leads”"),
        ({"type": "external_select"}, "ab", "only after 3 characters"),
    ],
)
async def test_what_is_not_offered_cannot_be_chosen(
    setup: SlackSetup, element: dict[str, Any], filled: Any, words: str
) -> None:
    await setup.opens(modal(input_block("it", "It", element)))
    with pytest.raises(AssertionError, match=words):
        await setup.ann.fill("It", filled)


async def test_a_field_that_is_not_there_cannot_be_filled(setup: SlackSetup) -> None:
    await setup.opens(modal(input_block("it", "It", {"type": "plain_text_input"})))
    with pytest.raises(AssertionError, match=r"no field “That”\. There are: \['It'\]"):
        await setup.ann.fill("That", "x")


@pytest.mark.parametrize(
    ("options", "offered"),
    [
        ({"include": ["private"]}, ["#leads", "#launch"]),
        (
            {"include": ["public"], "exclude_external_shared_channels": True},
            ["#general", "#all-hands", "#marketing"],
        ),
        ({"include": ["public"]}, ["#general", "#all-hands", "#marketing", "#partners"]),
        ({"include": ["im"]}, ["@webinars", "@ben"]),
        ({"include": ["im"], "exclude_bot_users": True}, ["@ben"]),
    ],
)
async def test_a_menu_offers_only_the_conversations_it_is_meant_for(
    setup: SlackSetup, options: dict[str, Any], offered: list[str]
) -> None:
    workspace = setup.slack.state.workspace
    setup.slack.add_channel("C0PARTNERS", "partners", ["U0ANN"], ext_shared=True)
    setup.slack.add_channel("G0BOARD", "board", ["U0DEE"], private=True)
    for other in ("U0BOT", "U0BEN"):
        workspace.direct(["U0ANN", other])
    await setup.opens(modal(input_block("it", "It", {"type": "conversations_select", "filter": options})))
    assert setup.ann.modal.options("It") == offered


async def test_a_guest_is_offered_only_the_channels_they_are_in(setup: SlackSetup) -> None:
    setup.view = modal(input_block("it", "It", {"type": "channels_select"}))
    gus = setup.slack.person("gus")
    await gus.types("/open", "#marketing")
    await gus.sees(lambda: gus.modal)
    assert gus.modal.options("It") == ["#marketing"]


async def test_an_external_menu_asks_the_bot_for_what_fits(setup: SlackSetup) -> None:
    setup.answers(setup.bot.options("it"), options=OPTIONS)
    await setup.opens(modal(input_block("it", "It", {"type": "external_select"})))
    await setup.ann.fill("It", "Twenty")
    (body,) = setup.got
    assert (body["type"], body["value"], body["action_id"], body["block_id"]) == (
        "block_suggestion",
        "Twenty",
        "it",
        "it",
    )
    assert body["container"] == {"type": "view", "view_id": setup.ann.modal.id}
    assert setup.ann.modal.value("It") == "Twenty"


@pytest.mark.parametrize(
    ("answer", "problem"),
    [
        ({"options": [{"text": plain("x" * 76), "value": "x"}]}, "76"),
        ({"options": []}, ""),
        ({"nothing": True}, "/blocks"),
        ("words", "Expecting value"),
    ],
)
async def test_an_external_menu_without_good_options_offers_nothing(
    setup: SlackSetup, answer: Any, problem: str
) -> None:
    setup.acts(setup.bot.options("it"), acknowledging(answer))
    await setup.opens(modal(input_block("it", "It", {"type": "external_select"})))
    with pytest.raises(AssertionError, match=r"no choice “Twenty”\. Offered are: \[\]"):
        await setup.ann.fill("It", "Twenty")
    assert all(problem in str(refusal.problems) for refusal in setup.slack.refusals)
    assert len(setup.slack.refusals) == (1 if problem else 0)


async def test_an_external_menu_needs_its_address_in_the_manifest_and_a_bot_that_answers(
    setup: SlackSetup,
) -> None:
    await setup.opens(modal(input_block("it", "It", {"type": "external_select"})))
    with pytest.raises(AssertionError, match="Offered are"):
        await setup.ann.fill("It", "Twenty")
    assert setup.ann.notices == ["We had some trouble connecting. Try again?"]
    setup.slack.install({"settings": {"interactivity": {"is_enabled": True}}})
    with pytest.raises(AssertionError, match="message_menu_options_url"):
        await setup.ann.fill("It", "Twenty")


async def test_a_menu_may_bring_a_response_url_for_the_chosen_channel(setup: SlackSetup) -> None:
    setup.answers(setup.bot.view("webinar"))
    menu = {"type": "conversations_select", "response_url_enabled": True}
    await setup.opens(modal(input_block("it", "It", menu)))
    await setup.ann.fill("It", "#leads")
    await setup.ann.submits()
    (url,) = setup.got[0]["response_urls"]
    assert (url["block_id"], url["action_id"], url["channel_id"]) == ("it", "it", "G0LEADS")
    assert url["response_url"].startswith(setup.slack.url)


NOON = 1_764_590_400  # 2025-12-01 12:00 UTC


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        (f"<!date^{NOON}^{{date_short_pretty}} at {{time}}|x>", "today at 4:00 AM"),
        (f"<!date^{NOON}^{{date_long}} {{time_secs}}|x>", "Monday, December 1st, 2025 4:00:00 AM"),
        (f"<!date^{NOON + 86400}^{{date_pretty}}|x>", "tomorrow"),
        (f"<!date^{NOON - 86400}^{{date_long_pretty}}|x>", "yesterday"),
        (f"<!date^{NOON + 2 * 86400}^{{date_pretty}}|x>", "December 3rd, 2025"),
        (f"<!date^{NOON}^{{date_num}}^https://example.com|x>", "2025-12-01"),
        (f"<!date^{NOON}^{{when}}|Monday>", "Monday"),
        ("no <!date here>", "no <!date here>"),
    ],
)
def test_dates_are_told_as_the_reader_s_own_clock_shows_them(text: str, shown: str) -> None:
    assert read_date_mark(text, zone="America/Los_Angeles", now=NOON, twelve_hours=True) == shown


def test_a_reader_in_berlin_reads_berlin_time() -> None:
    slack = SlackServer.with_people(clock=lambda: float(NOON))
    mark = f"<!date^{NOON}^{{date}} {{time}}:{{time_secs}}|x>"
    assert slack.person("ben").reads(mark) == "December 1st, 2025 13:00:13:00:00"
