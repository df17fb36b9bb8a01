"""Opening, filling, submitting and closing modals, with a real Bolt app on the other side."""

from typing import Any

import pytest

from tests.sandbox.bolt_app import button, input_block, modal, plain, section
from tests.sandbox.slack_setup import SlackSetup, a_desk, acknowledging

TITLE = input_block("title", "Title", {"type": "plain_text_input"})
NOTE = input_block("note", "Note", {"type": "plain_text_input"}, optional=True)


async def test_a_modal_is_filled_and_submitted_and_goes_away(desk: SlackSetup) -> None:
    desk.answers(desk.bot.view("webinar"))
    await desk.opens(modal(TITLE, NOTE, private_metadata="m"))
    await desk.ann.fill("Title", "Q3")
    await desk.ann.submits()
    assert desk.ann.modal is None
    (body,) = desk.got
    assert (body["type"], body["user"]["id"], body["response_urls"]) == ("view_submission", "U0ANN", [])
    view = body["view"]
    assert (view["callback_id"], view["private_metadata"]) == ("webinar", "m")
    assert (view["root_view_id"], view["previous_view_id"]) == (view["id"], None)
    assert view["state"]["values"] == {
        "title": {"title": {"type": "plain_text_input", "value": "Q3"}},
        "note": {"note": {"type": "plain_text_input", "value": None}},
    }


async def test_a_modal_shows_everything_as_text(desk: SlackSetup) -> None:
    options = [{"text": plain("One"), "value": "1"}, {"text": plain("Two"), "value": "2"}]
    await desk.opens(
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
    modal_seen = desk.ann.modal
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


async def test_a_modal_without_inputs_needs_no_submit_button(desk: SlackSetup) -> None:
    view = modal(section("Done"))
    del view["submit"]
    await desk.opens(view)
    assert desk.ann.modal.submit_label == ""
    with pytest.raises(AssertionError, match="no submit button"):
        await desk.ann.submits()


async def test_slack_itself_asks_for_required_fields_and_sends_nothing(desk: SlackSetup) -> None:
    desk.answers(desk.bot.view("webinar"))
    await desk.opens(modal(TITLE, NOTE))
    await desk.ann.submits()
    assert desk.ann.modal.errors == {"Title": "Please complete this required field."}
    assert "! Please complete this required field." in desk.ann.modal.text
    await desk.ann.fill("Title", "Q3")
    assert desk.ann.modal.errors == {}
    assert desk.got == []


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
    desk: SlackSetup, element: dict[str, Any], typed: str, words: str
) -> None:
    desk.answers(desk.bot.view("webinar"))
    await desk.opens(modal(input_block("it", "It", element)))
    await desk.ann.fill("It", typed)
    await desk.ann.submits()
    assert words in desk.ann.modal.errors["It"]
    assert desk.got == []


async def test_errors_in_the_answer_stand_at_their_fields_until_they_are_changed(desk: SlackSetup) -> None:
    desk.answers(
        desk.bot.view("webinar"), response_action="errors", errors={"title": "Taken.", "note": "Too dull."}
    )
    await desk.opens(modal(TITLE, NOTE))
    await desk.ann.fill("Title", "Q3")
    await desk.ann.submits()
    assert desk.ann.modal.errors == {"Title": "Taken.", "Note": "Too dull."}
    await desk.ann.fill("Title", "Q4")
    assert desk.ann.modal.errors == {"Note": "Too dull."}
    assert desk.ann.modal.value("Title") == "Q4"


async def test_an_answer_may_put_another_view_in_its_place(desk: SlackSetup) -> None:
    desk.answers(
        desk.bot.view("webinar"), response_action="update", view=modal(section("Creating…"), title="Wait")
    )
    await desk.opens(modal(TITLE))
    before = desk.ann.modal.id
    await desk.ann.fill("Title", "Q3")
    await desk.ann.submits()
    assert (desk.ann.modal.title, desk.ann.modal.text) == ("Wait", "Creating…")
    assert desk.ann.modal.id == before


async def test_an_answer_may_lay_a_view_on_top_or_clear_all(desk: SlackSetup) -> None:
    desk.answers(
        desk.bot.view("webinar"), response_action="push", view=modal(NOTE, title="More", callback_id="more")
    )
    desk.answers(desk.bot.view("more"), response_action="clear")
    await desk.opens(modal(TITLE))
    await desk.ann.fill("Title", "Q3")
    await desk.ann.submits()
    assert [view.title for view in desk.ann.modals] == ["Webinar", "More"]
    await desk.ann.submits()
    assert desk.ann.modals == []
    assert (
        desk.got[1]["view"]["previous_view_id"]
        == desk.got[1]["view"]["root_view_id"]
        == desk.got[0]["view"]["id"]
    )


async def test_an_empty_answer_goes_back_to_the_view_below(desk: SlackSetup) -> None:
    desk.answers(
        desk.bot.view("webinar"), response_action="push", view=modal(NOTE, title="More", callback_id="more")
    )
    desk.answers(desk.bot.view("more"))
    await desk.opens(modal(TITLE))
    await desk.ann.fill("Title", "Q3")
    await desk.ann.submits()
    await desk.ann.submits()
    assert desk.ann.modal.title == "Webinar"
    assert desk.ann.modal.value("Title") == "Q3"


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
    desk: SlackSetup, answer: dict[str, Any], problem: str
) -> None:
    desk.acts(desk.bot.view("webinar"), acknowledging(answer))
    await desk.opens(modal(TITLE, section("Words", block_id="words")))
    await desk.ann.fill("Title", "Q3")
    await desk.ann.submits()
    assert desk.ann.notices == ["We had some trouble connecting. Try again?"]
    assert desk.ann.modal.value("Title") == "Q3"
    (refusal,) = desk.slack.refusals
    assert any(problem in one for one in refusal.problems)


@pytest.mark.parametrize("text", ["done", "[]"])
async def test_an_answer_that_is_no_object_is_trouble_too(desk: SlackSetup, text: str) -> None:
    desk.acts(desk.bot.view("webinar"), acknowledging(text))
    await desk.opens(modal(TITLE))
    await desk.ann.fill("Title", "Q3")
    await desk.ann.submits()
    assert desk.ann.notices == ["We had some trouble connecting. Try again?"]


async def test_a_late_answer_is_trouble_and_what_was_typed_stays() -> None:
    async with a_desk(ack_seconds=0.2) as desk:
        desk.acts(desk.bot.view("webinar"), _never)
        await desk.opens(modal(TITLE))
        await desk.ann.fill("Title", "Q3")
        await desk.ann.submits()
        assert desk.ann.notices == ["We had some trouble connecting. Try again?"]
        assert desk.ann.modal.value("Title") == "Q3"
        assert desk.slack.refusals == []
        assert desk.slack.sent[-1].answer.problem == "operation_timeout"


async def _never(ack: Any, client: Any, body: Any) -> None:
    """Forget to acknowledge."""


async def test_a_double_click_submits_the_same_view_twice(desk: SlackSetup) -> None:
    desk.answers(desk.bot.view("webinar"))
    await desk.opens(modal(TITLE))
    await desk.ann.fill("Title", "Q3")
    await desk.ann.submits(times=2)
    first, second = desk.got
    assert (first["view"]["id"], first["view"]["hash"]) == (second["view"]["id"], second["view"]["hash"])
    assert first["trigger_id"] != second["trigger_id"]
    assert desk.ann.modal is None


async def test_closing_tells_the_bot_only_if_it_asked(desk: SlackSetup) -> None:
    desk.answers(desk.bot.view_closed("webinar"))
    await desk.opens(modal(TITLE))
    await desk.ann.closes()
    assert (desk.ann.modal, desk.got) == (None, [])
    await desk.opens(modal(TITLE, notify_on_close=True))
    await desk.ann.closes()
    assert (desk.got[0]["type"], desk.got[0]["is_cleared"]) == ("view_closed", False)


async def test_closing_everything_clears_the_stack(desk: SlackSetup) -> None:
    for callback_id in ("webinar", "more"):
        desk.answers(desk.bot.view_closed(callback_id))
    more = modal(NOTE, callback_id="more", notify_on_close=True)
    desk.answers(desk.bot.view("webinar"), response_action="push", view=more)
    await desk.opens(modal(NOTE, notify_on_close=True))
    await desk.ann.submits()
    await desk.ann.closes(everything=True)
    assert desk.ann.modals == []
    assert [(one["view"]["callback_id"], one["is_cleared"]) for one in desk.got[1:]] == [
        ("more", True),
        ("webinar", True),
    ]


async def test_without_a_modal_there_is_nothing_to_submit(desk: SlackSetup) -> None:
    with pytest.raises(AssertionError, match="sees no modal"):
        await desk.ann.submits()


async def test_an_update_keeps_what_was_typed_where_the_ids_stay(desk: SlackSetup) -> None:
    await desk.opens(modal(TITLE, NOTE))
    await desk.ann.fill("Title", "Q3")
    await desk.ann.fill("Note", "soon")
    title = input_block("title", "Title", {"type": "plain_text_input", "initial_value": "changed"})
    note = input_block("note2", "Note", {"type": "plain_text_input", "initial_value": "new"})
    answer = await desk.calls("views.update", view_id=desk.ann.modal.id, view=modal(title, note))
    assert (desk.ann.modal.value("Title"), desk.ann.modal.value("Note")) == ("Q3", "new")
    assert answer["view"]["state"] == {"values": {}}


async def test_a_changed_initial_value_is_ignored_where_the_ids_stay(desk: SlackSetup) -> None:
    def view(value: str) -> dict[str, Any]:
        return modal(input_block("title", "Title", {"type": "plain_text_input", "initial_value": value}))

    await desk.opens(view("first"))
    await desk.calls("views.update", view_id=desk.ann.modal.id, view=view("second"))
    assert desk.ann.modal.value("Title") == "first"


async def test_another_kind_of_field_starts_anew_though_the_ids_stay(desk: SlackSetup) -> None:
    await desk.opens(modal(input_block("it", "It", {"type": "plain_text_input"})))
    await desk.ann.fill("It", "2026-12-01")
    picker = {"type": "datepicker", "initial_date": "2026-12-24"}
    await desk.calls("views.update", view_id=desk.ann.modal.id, view=modal(input_block("it", "It", picker)))
    assert desk.ann.modal.value("It") == "2026-12-24"


async def test_an_answer_that_undoes_an_update_made_meanwhile_is_noted(desk: SlackSetup) -> None:
    async def updates_before_it_answers(ack: Any, client: Any, body: Any) -> None:
        await client.views_update(view_id=body["view"]["id"], view=modal(section("Done"), title="Done"))
        await ack(response_action="update", view=modal(section("Creating…"), title="Wait"))

    desk.acts(desk.bot.view("webinar"), updates_before_it_answers)
    await desk.opens(modal(TITLE))
    await desk.ann.fill("Title", "Q3")
    await desk.ann.submits()
    assert desk.ann.modal.title == "Wait"
    assert "undid" in desk.slack.refusals[0].problems[0]
