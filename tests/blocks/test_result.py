"""The result tells the person who asked everything, and each setting that the account decided otherwise."""

from datetime import UTC, datetime

import pytest

from blocks.elements import SECTION_MAX
from blocks.ids import Action
from blocks.result import choice_message, failure_message, host_message, result_view, settled_message
from bot.models import Access, Invitation, Role, Webinar, WebinarSettings
from bot.models.report import Announced, Found, Outcome, Report
from bot.models.slack_payloads import Message
from sandbox.slack.blockkit.validation import problems_in_message, problems_in_view
from tests.blocks.example_webinar import HOST, JOIN, OPEN, PAGE, event, plan_of, report_of, webinar
from tests.blocks.visible_text import broken_marks, everything, formatted, sendable

LONG_FAILURE = failure_message("Q3", Outcome(problem="&" * 4000), "d1:0")
LONG = "https://v.example.com/join/".ljust(200, "x")
FULL = "RingCentral does not know this address, " * 10


def shown(report: Report) -> str:
    """All that the host reads in the result."""
    return "\n".join(formatted(result_view(report)))


def crowded(people: int, problem: str | None = None) -> Report:
    invitations = tuple(
        Invitation(user=f"U0123456{number:03}", role=Role.PANELIST, problem=problem)
        for number in range(people)
    )
    announced = tuple(Announced(channel=f"C0123456{number:03}", problem=problem) for number in range(20))
    return report_of(webinar(), invitations=invitations, announced=announced, problems=(FULL,) * 20)


def test_the_result_says_what_was_created_when_and_with_which_link() -> None:
    said = shown(report_of(webinar()))
    assert ":white_check_mark: *Q3 All-Hands*" in said
    assert "3:00 PM in New York" in said
    assert "|4:30 PM> (Tue 3:00 PM in New York)" in said
    assert "Host: <@U0ANN>" in said
    assert f"Attendee link, to share: <{JOIN}>" in said


def test_the_result_of_an_event_has_its_registration_page() -> None:
    said = shown(report_of(event()))
    assert f"Registration page: <{PAGE}>\nRegistration open, 12 registered" in said


def test_an_event_whose_page_is_not_known_yet_says_so() -> None:
    assert "Registration opens soon" in shown(report_of(event(registration=None)))


def test_a_shared_link_that_is_missing_is_asked_for_again() -> None:
    text = shown(report_of(webinar(join_uri=None)))
    assert "has not given the link for attendees yet. I’ll keep checking and add it to the card" in text
    assert "to share" not in text


def test_a_registration_page_that_is_missing_is_asked_for_again() -> None:
    without = event().registration
    assert without is not None
    text = shown(report_of(event(registration=without.model_copy(update={"page_uri": None}))))
    assert "has not given the registration page yet. I’ll keep checking" in text
    assert "Registration page:" not in text


def test_only_the_host_message_has_the_host_link_and_the_password() -> None:
    report = report_of(webinar(settings=WebinarSettings(password="open-sesame")))
    told = everything(host_message(report))
    assert f'"text": "Start as host"}}, "action_id": "own_link", "url": "{HOST}"' in told
    assert "Password for attendees: open-sesame" in told
    view = everything(result_view(report))
    assert HOST not in view
    assert "open-sesame" not in view


def test_a_host_whose_link_is_missing_is_told_how_to_start_meanwhile() -> None:
    told = everything(host_message(report_of(webinar(host_uri=None))))
    assert (
        "has not given your link as host yet. Until it does, start the webinar in RingCentral itself." in told
    )
    assert "Password" not in told


def test_the_text_of_the_host_message_says_title_time_and_link() -> None:
    text = host_message(report_of(webinar())).text
    assert text.startswith("Webinar created: Q3 All-Hands · <!date^")
    assert JOIN in text


@pytest.mark.parametrize(
    ("host_told", "said"),
    [
        (True, "Your host link is in your direct messages."),
        (False, "I couldn’t send you a direct message. You’ll find your host link in RingCentral."),
    ],
)
def test_the_view_says_where_the_host_link_is(host_told: bool, said: str) -> None:  # noqa: FBT001 - pytest passes it by name
    assert formatted(result_view(report_of(webinar()), host_told=host_told))[-1] == said


def test_settings_of_ones_own_choice_are_listed() -> None:
    chosen = WebinarSettings(recording_enabled=True)
    report = report_of(webinar(settings=chosen), plan=plan_of(webinar(), settings=chosen))
    assert "*Your settings*\n• Record the webinar: Record" in shown(report)


def test_what_the_account_keeps_otherwise_is_told_as_such() -> None:
    report = report_of(
        webinar(settings=WebinarSettings(external_livestream_enabled=True)),
        plan=plan_of(webinar(), settings=WebinarSettings(external_livestream_enabled=False)),
    )
    said = shown(report)
    assert (
        "*Set by your RingCentral account*\n• Livestream to other platforms: you asked for “Not allowed”; "
        "your account keeps it at “Allowed”." in said
    )
    assert "Your settings" not in said


def test_what_the_account_refuses_to_hear_of_is_told_as_such() -> None:
    asked = WebinarSettings(attendee_authentication=Access.GUEST)
    report = report_of(
        webinar(), plan=plan_of(webinar(), settings=asked), refused=("attendee_authentication",)
    )
    assert (
        "Who may attend: you asked for “Anyone with the link”; your account does not allow that, "
        "so it was left unchanged." in shown(report)
    )


def test_each_of_the_panel_is_told_with_what_went_wrong() -> None:
    report = report_of(
        webinar(),
        invitations=(
            Invitation(user="U0BEN", role=Role.CO_HOST),
            Invitation(user="U0CAT", role=Role.PANELIST, problem="has no <e-mail>"),
        ),
    )
    assert "• <@U0BEN> as co-host\n• <@U0CAT> as panelist — has no &lt;e-mail&gt;" in shown(report)


def test_each_channel_is_told_with_what_went_wrong() -> None:
    report = report_of(
        webinar(),
        announced=(
            Announced(channel="C0ONE"),
            Announced(channel="C0TWO"),
            Announced(channel="C0OLD", problem="That channel is archived."),
        ),
    )
    said = "• in <#C0ONE> and <#C0TWO>\n• not in <#C0OLD>: That channel is archived."
    assert f"*Announced*\n{said}" in shown(report)


def test_an_hour_that_comes_twice_and_other_problems_are_told() -> None:
    said = shown(report_of(webinar(), twice=True, problems=("RingCentral <slept>.",)))
    assert (
        "*Please note*\n• RingCentral &lt;slept&gt;.\n• Clocks go back that day, so this hour comes twice."
        in said
    )


def test_where_all_went_well_no_heading_stands_alone() -> None:
    said = shown(report_of(webinar()))
    headings = ("Your settings", "Set by", "Invited", "Announced", "Please note")
    assert [heading for heading in headings if heading in said] == []


@pytest.mark.parametrize("problem", [None, FULL])
def test_slack_takes_a_result_with_a_hundred_panelists_and_twenty_channels(problem: str | None) -> None:
    report = crowded(100, problem)
    assert problems_in_view(result_view(report)) == []
    assert problems_in_message(sendable(host_message(report))) == []


def test_no_mention_is_cut_in_a_long_list() -> None:
    reports = [crowded(100, "x" * length) for length in range(1, 60)]
    texts = [text for report in reports for text in formatted(result_view(report))]
    assert [broken for text in texts for broken in broken_marks(text)] == []


def test_everybody_of_a_panel_of_a_hundred_is_told() -> None:
    said = shown(crowded(100, "This person's Slack account is deactivated."))
    assert [number for number in range(100) if f"<@U0123456{number:03}>" not in said] == []


@pytest.mark.parametrize(
    "made", [webinar(join_uri=LONG), event(registration=OPEN.model_copy(update={"page_uri": LONG}))]
)
def test_slack_takes_the_result_of_the_longest_title(made: Webinar) -> None:
    report = report_of(made.model_copy(update={"title": "&" * 512}))
    assert problems_in_view(result_view(report)) == []
    assert problems_in_message(sendable(host_message(report))) == []


@pytest.mark.parametrize("kept", [None, "https://example.com/"])
def test_slack_takes_the_result_of_the_longest_address(kept: str | None) -> None:
    asked = WebinarSettings(post_webinar_redirect_uri="https://example.com/".ljust(3000, "x"))
    got = asked if kept is None else WebinarSettings(post_webinar_redirect_uri=kept)
    report = report_of(webinar(settings=got), plan=plan_of(webinar(), settings=asked))
    assert problems_in_view(result_view(report)) == []
    assert problems_in_message(sendable(host_message(report))) == []


def test_slack_takes_a_result_that_is_announced_in_three_hundred_channels() -> None:
    announced = tuple(Announced(channel=f"C0123456{number:03}") for number in range(300))
    assert problems_in_view(result_view(report_of(webinar(), announced=announced))) == []


def test_a_password_with_a_backtick_is_told_as_it_is() -> None:
    told = formatted(host_message(report_of(webinar(settings=WebinarSettings(password="open`sesame")))))
    assert "`open`sesame`" not in told[-1]


def test_a_failure_says_why_and_what_can_be_done() -> None:
    outcome = Outcome(problem="RingCentral cannot be reached right now.")
    message = failure_message("Q3 <All-Hands>", outcome, "d1:0")
    assert message.text == (
        ":warning: *Q3 &lt;All-Hands&gt;* was not created. RingCentral cannot be reached right now."
    )
    row = message.blocks[-1]["elements"]
    assert [(each["action_id"], each["value"]) for each in row] == [
        (Action.RETRY, "d1:0"),
        (Action.EDIT, "d1:0"),
    ]
    assert "Everything you typed is saved." in formatted(message)


def test_a_failure_after_the_webinar_was_made_says_so() -> None:
    message = failure_message("Q3", Outcome(problem="Try again.", exists=True), "d1:0")
    assert "was created, but not everything was done" in message.text


def test_a_choice_shows_what_was_found_with_a_button_each() -> None:
    found = (Found(id="77", made_at=datetime(2026, 3, 2, 17, 0, tzinfo=UTC)), Found(id="78"))
    message = choice_message("Q3 <b>", Outcome(found=found), "d1:0", "America/New_York")
    assert "*Q3 &lt;b&gt;*" in message.text
    told = formatted(message)
    assert any("12:00 PM in New York), number 77" in text for text in told)
    assert any("at a time unknown, number 78" in text for text in told)
    values = [block["accessory"]["value"] for block in message.blocks if "accessory" in block]
    assert values == ["d1:0|77", "d1:0|78"]
    assert message.blocks[-2]["elements"][0]["action_id"] == Action.IT_IS_NONE


def test_a_settled_message_has_no_buttons() -> None:
    message = settled_message("Q&A was created already.")
    assert message.text == "Q&amp;A was created already."
    assert [block["type"] for block in message.blocks] == ["section"]


@pytest.mark.parametrize("message", [LONG_FAILURE, settled_message("&" * 4000)])
def test_slack_takes_a_problem_that_is_very_long(message: Message) -> None:
    assert problems_in_message(sendable(message)) == []
    assert max(len(text) for text in formatted(message)[1:]) <= SECTION_MAX


@pytest.mark.parametrize("message", [LONG_FAILURE, settled_message("&" * 4000)])
def test_the_text_of_a_problem_that_is_very_long_is_cut_as_well(message: Message) -> None:
    assert len(message.text) <= 4000
