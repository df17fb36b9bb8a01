"""Opening, filling, submitting and closing modals, with a real Bolt app on the other side."""

from typing import Any

import pytest

from tests.sandbox.bolt_app import button, input_block, modal, plain, section
from tests.sandbox.slack_setup import SlackSetup, acknowledging, open_setup

TITLE = input_block("title", "Title", {"type": "plain_text_input"})
NOTE = input_block("note", "Note", {"type": "plain_text_input"}, optional=True)


async def test_a_modal_is_filled_and_submitted_and_goes_away(setup: SlackSetup) -> None:
    setup.answers(setup.bot.view("webinar"))
    await setup.opens(modal(TITLE, NOTE, private_metadata="m"))
    await setup.ann.fill("Title", "Q3")
    await setup.ann.submits()
    assert setup.ann.modal is None
    (body,) = setup.got
    assert (body["type"], body["user"]["id"], body["response_urls"]) == ("view_submission", "U0ANN", [])
    view = body["view"]
    assert (view["callback_id"], view["private_metadata"]) == ("webinar", "m")
    assert (view["root_view_id"], view["previous_view_id"]) == (view["id"], None)
    assert view["state"]["values"] == {
        "title": {"title": {"type": "plain_text_input", "value": "Q3"}},
        "note": {"note": {"type": "plain_text_input", "value": None}},
    }


async def test_a_modal_shows_everything_as_text(setup: SlackSetup) -> None:
    options = [{"text": plain("One"), "value": "1"}, {"text": plain("Two"), "value": "2"}]
    await setup.opens(
        modal(
            {"type": "header", "text": plain("Basics")},
            input_block(
                "t", "Title", {"type": "plain_text_input", "initial_value": "Q3"}, hint=plain("Short.")
            ),
            section("*Length*", accessory={"type": "static_select", "action_id": "l", "options": options}),
            input_block(
                "at", "Start", {"type": "timepicker", "initial_time": "15:00", "timezone": "Asia/Tokyo"}
            ),
            {"type": "context", "elements": [{"type": "mrkdwn", "text": "_small_"}]},
            {"type": "divider"},
            {
                "type": "actions",
                "elements": [
                    button("more", "More"),
                    {"type": "overflow", "action_id": "o", "options": options},
                ],
            },
        )
    )
    modal_seen = setup.ann.modal
    assert modal_seen.text.splitlines() == [
        "Basics",
        "Title",
        "[Q3]",
        "Short.",
        "*Length*",
        "[]",
        "Start",
        "[15:00]",
        "Asia/Tokyo",
        "_small_",
        "(More)",
        "(One) (Two)",
    ]
    assert (modal_seen.title, modal_seen.submit_label) == ("Webinar", "Create")
    assert modal_seen.labels == ["Title", "Start"]
    assert (modal_seen.value("Title"), modal_seen.options("Length")) == ("Q3", ["One", "Two"])
    assert modal_seen.buttons == {"More": None, "One": None, "Two": None}
    with pytest.raises(AssertionError, match="no field “Titel”"):
        modal_seen.value("Titel")


async def test_a_modal_without_inputs_needs_no_submit_button(setup: SlackSetup) -> None:
    view = modal(section("Done"))
    del view["submit"]
    await setup.opens(view)
    assert setup.ann.modal.submit_label == ""
    with pytest.raises(AssertionError, match="no submit button"):
        await setup.ann.submits()


async def test_slack_itself_asks_for_required_fields_and_sends_nothing(setup: SlackSetup) -> None:
    setup.answers(setup.bot.view("webinar"))
    await setup.opens(modal(TITLE, NOTE))
    await setup.ann.submits()
    assert setup.ann.modal.errors == {"Title": "Please complete this required field."}
    assert "! Please complete this required field." in setup.ann.modal.text
    await setup.ann.fill("Title", "Q3")
    assert setup.ann.modal.errors == {}
    assert setup.got == []


@pytest.mark.parametrize(
    ("element", "typed", "words"),
    [
        ({"type": "plain_text_input", "min_length": 3}, "Q3", "at least 3 characters"),
        ({"type": "plain_text_input", "max_length": 1}, "Q3", "at most 1 characters"),
        ({"type": "plain_text_input"}, "x" * 3001, "at most 3000 characters"),
        ({"type": "number_input", "is_decimal_allowed": False}, "1.5", "a whole number"),
        ({"type": "number_input", "is_decimal_allowed": True}, "many", "a number"),
        ({"type": "number_input", "is_decimal_allowed": False, "min_value": "2"}, "1", "at least 2"),
        ({"type": "number_input", "is_decimal_allowed": False, "max_value": "2"}, "3", "at most 2"),
        ({"type": "email_text_input"}, "ann", "email address"),
        ({"type": "url_text_input"}, "example", "URL"),
    ],
)
async def test_slack_itself_checks_what_was_typed(
    setup: SlackSetup, element: dict[str, Any], typed: str, words: str
) -> None:
    setup.answers(setup.bot.view("webinar"))
    await setup.opens(modal(input_block("it", "It", element)))
    await setup.ann.fill("It", typed)
    await setup.ann.submits()
    assert words in setup.ann.modal.errors["It"]
    assert setup.got == []


async def test_errors_in_the_answer_stand_at_their_fields_until_they_are_changed(setup: SlackSetup) -> None:
    setup.answers(
        setup.bot.view("webinar"), response_action="errors", errors={"title": "Taken.", "note": "Too dull."}
    )
    await setup.opens(modal(TITLE, NOTE))
    await setup.ann.fill("Title", "Q3")
    await setup.ann.submits()
    assert setup.ann.modal.errors == {"Title": "Taken.", "Note": "Too dull."}
    await setup.ann.fill("Title", "Q4")
    assert setup.ann.modal.errors == {"Note": "Too dull."}
    assert setup.ann.modal.value("Title") == "Q4"


async def test_an_answer_may_put_another_view_in_its_place(setup: SlackSetup) -> None:
    setup.answers(
        setup.bot.view("webinar"), response_action="update", view=modal(section("Creating…"), title="Wait")
    )
    await setup.opens(modal(TITLE))
    before = setup.ann.modal.id
    await setup.ann.fill("Title", "Q3")
    await setup.ann.submits()
    assert (setup.ann.modal.title, setup.ann.modal.text) == ("Wait", "Creating…")
    assert setup.ann.modal.id == before


async def test_an_answer_may_lay_a_view_on_top_or_clear_all(setup: SlackSetup) -> None:
    setup.answers(
        setup.bot.view("webinar"), response_action="push", view=modal(NOTE, title="More", callback_id="more")
    )
    setup.answers(setup.bot.view("more"), response_action="clear")
    await setup.opens(modal(TITLE))
    await setup.ann.fill("Title", "Q3")
    await setup.ann.submits()
    assert [view.title for view in setup.ann.modals] == ["Webinar", "More"]
    await setup.ann.submits()
    assert setup.ann.modals == []
    assert (
        setup.got[1]["view"]["previous_view_id"]
        == setup.got[1]["view"]["root_view_id"]
        == setup.got[0]["view"]["id"]
    )


async def test_an_empty_answer_goes_back_to_the_view_below(setup: SlackSetup) -> None:
    setup.answers(
        setup.bot.view("webinar"), response_action="push", view=modal(NOTE, title="More", callback_id="more")
    )
    setup.answers(setup.bot.view("more"))
    await setup.opens(modal(TITLE))
    await setup.ann.fill("Title", "Q3")
    await setup.ann.submits()
    await setup.ann.submits()
    assert setup.ann.modal.title == "Webinar"
    assert setup.ann.modal.value("Title") == "Q3"


@pytest.mark.parametrize(
    ("answer", "problem"),
    [
        ({"response_action": "errors", "errors": {"nowhere": "?"}}, "no input block of this view: nowhere"),
        ({"response_action": "errors", "errors": {"words": "?"}}, "no input block of this view: words"),
        ({"response_action": "update", "view": {"type": "modal", "blocks": []}}, "/view"),
        ({"response_action": "update", "view": {"type": "home", "blocks": [section("hi")]}}, "type"),
        ({"response_action": "errors", "errors": {}}, "at least one block_id"),
        ({"response_action": "dance"}, "unknown response_action dance"),
        ({"text": "done"}, "unknown response_action None"),
    ],
)
async def test_an_answer_that_slack_cannot_take_leaves_the_modal_as_it_was(
    setup: SlackSetup, answer: dict[str, Any], problem: str
) -> None:
    setup.acts(setup.bot.view("webinar"), acknowledging(answer))
    await setup.opens(modal(TITLE, section("Words", block_id="words")))
    await setup.ann.fill("Title", "Q3")
    await setup.ann.submits()
    assert setup.ann.notices == ["We had some trouble connecting. Try again?"]
    assert setup.ann.modal.value("Title") == "Q3"
    (refusal,) = setup.slack.refusals
    assert any(problem in one for one in refusal.problems)


@pytest.mark.parametrize("text", ["done", "[]"])
async def test_an_answer_that_is_no_object_is_trouble_too(setup: SlackSetup, text: str) -> None:
    setup.acts(setup.bot.view("webinar"), acknowledging(text))
    await setup.opens(modal(TITLE))
    await setup.ann.fill("Title", "Q3")
    await setup.ann.submits()
    assert setup.ann.notices == ["We had some trouble connecting. Try again?"]


async def test_a_late_answer_is_trouble_and_what_was_typed_stays() -> None:
    async with open_setup(ack_seconds=0.2) as setup:
        setup.acts(setup.bot.view("webinar"), _never)
        await setup.opens(modal(TITLE))
        await setup.ann.fill("Title", "Q3")
        await setup.ann.submits()
        assert setup.ann.notices == ["We had some trouble connecting. Try again?"]
        assert setup.ann.modal.value("Title") == "Q3"
        assert setup.slack.refusals == []
        assert setup.slack.sent[-1].answer.problem == "operation_timeout"


async def _never(ack: Any, client: Any, body: Any) -> None:
    """Forget to acknowledge."""


async def test_a_double_click_submits_the_same_view_twice(setup: SlackSetup) -> None:
    setup.answers(setup.bot.view("webinar"))
    await setup.opens(modal(TITLE))
    await setup.ann.fill("Title", "Q3")
    await setup.ann.submits(times=2)
    first, second = setup.got
    assert (first["view"]["id"], first["view"]["hash"]) == (second["view"]["id"], second["view"]["hash"])
    assert first["trigger_id"] != second["trigger_id"]
    assert setup.ann.modal is None


async def test_closing_tells_the_bot_only_if_it_asked(setup: SlackSetup) -> None:
    setup.answers(setup.bot.view_closed("webinar"))
    await setup.opens(modal(TITLE))
    await setup.ann.closes()
    assert (setup.ann.modal, setup.got) == (None, [])
    await setup.opens(modal(TITLE, notify_on_close=True))
    await setup.ann.closes()
    assert (setup.got[0]["type"], setup.got[0]["is_cleared"]) == ("view_closed", False)


async def test_closing_everything_clears_the_stack(setup: SlackSetup) -> None:
    for callback_id in ("webinar", "more"):
        setup.answers(setup.bot.view_closed(callback_id))
    more = modal(NOTE, callback_id="more", notify_on_close=True)
    setup.answers(setup.bot.view("webinar"), response_action="push", view=more)
    await setup.opens(modal(NOTE, notify_on_close=True))
    await setup.ann.submits()
    await setup.ann.closes(everything=True)
    assert setup.ann.modals == []
    assert [(one["view"]["callback_id"], one["is_cleared"]) for one in setup.got[1:]] == [
        ("more", True),
        ("webinar", True),
    ]


async def test_without_a_modal_there_is_nothing_to_submit(setup: SlackSetup) -> None:
    with pytest.raises(AssertionError, match="sees no modal"):
        await setup.ann.submits()


async def test_an_update_keeps_what_was_typed_where_the_ids_stay(setup: SlackSetup) -> None:
    await setup.opens(modal(TITLE, NOTE))
    await setup.ann.fill("Title", "Q3")
    await setup.ann.fill("Note", "soon")
    title = input_block("title", "Title", {"type": "plain_text_input", "initial_value": "changed"})
    note = input_block("note2", "Note", {"type": "plain_text_input", "initial_value": "new"})
    answer = await setup.calls("views.update", view_id=setup.ann.modal.id, view=modal(title, note))
    assert (setup.ann.modal.value("Title"), setup.ann.modal.value("Note")) == ("Q3", "new")
    assert answer["view"]["state"] == {"values": {}}


async def test_a_changed_initial_value_is_ignored_where_the_ids_stay(setup: SlackSetup) -> None:
    def view(value: str) -> dict[str, Any]:
        return modal(input_block("title", "Title", {"type": "plain_text_input", "initial_value": value}))

    await setup.opens(view("first"))
    await setup.calls("views.update", view_id=setup.ann.modal.id, view=view("second"))
    assert setup.ann.modal.value("Title") == "first"


async def test_another_kind_of_field_starts_anew_though_the_ids_stay(setup: SlackSetup) -> None:
    await setup.opens(modal(input_block("it", "It", {"type": "plain_text_input"})))
    await setup.ann.fill("It", "2026-12-01")
    picker = {"type": "datepicker", "initial_date": "2026-12-24"}
    await setup.calls("views.update", view_id=setup.ann.modal.id, view=modal(input_block("it", "It", picker)))
    assert setup.ann.modal.value("It") == "2026-12-24"


async def test_an_answer_that_undoes_an_update_made_meanwhile_is_noted(setup: SlackSetup) -> None:
    async def updates_before_it_answers(ack: Any, client: Any, body: Any) -> None:
        await client.views_update(view_id=body["view"]["id"], view=modal(section("Done"), title="Done"))
        await ack(response_action="update", view=modal(section("Creating…"), title="Wait"))

    setup.acts(setup.bot.view("webinar"), updates_before_it_answers)
    await setup.opens(modal(TITLE))
    await setup.ann.fill("Title", "Q3")
    await setup.ann.submits()
    assert setup.ann.modal.title == "Wait"
    assert "undid" in setup.slack.refusals[0].problems[0]
