"""Whatever fails, the person hears of it where they are, in words that say what to do next."""

from dataclasses import dataclass, field
from typing import Any, cast

import pytest
from slack_bolt.context.ack.async_ack import AsyncAck
from slack_bolt.context.async_context import AsyncBoltContext
from slack_bolt.kwargs_injection.async_args import AsyncArgs
from slack_sdk.errors import SlackApiError
from slack_sdk.web.async_slack_response import AsyncSlackResponse

from blocks.failure import TOO_SLOW, unforeseen
from bot.errors import NotAllowed, SlotLost
from handlers.errors import tell_failure

REFUSED = NotAllowed("RingCentral does not allow this.")
VIEW = {
    "blocks": [{"type": "input", "block_id": "title", "element": {"type": "plain_text_input"}}],
    "state": {"values": {}},
}


def slack_said(code: str) -> SlackApiError:
    answer = AsyncSlackResponse(
        client=None,
        http_verb="POST",
        api_url="https://slack.com/api/views.open",
        req_args={},
        data={"ok": False, "error": code},
        headers={},
        status_code=200,
    )
    return SlackApiError("secret", answer)  # type: ignore[no-untyped-call]


@dataclass
class Failure:
    """A listener that failed, with Bolt's own ack; `said` is where and what the person then reads."""

    body: dict[str, Any]
    is_acknowledged: bool = False
    breaks: bool = False
    said: list[tuple[str, str]] = field(default_factory=list)

    async def told(self, error: Exception) -> Any:
        """Tell of the error; the answer that Slack got to its request."""
        self.ack = AsyncAck()  # type: ignore[no-untyped-call]
        if self.is_acknowledged:
            await self.ack()
        self.context = AsyncBoltContext({"user_id": "U0BEN"})
        self.client = self
        await tell_failure(cast("AsyncArgs", self), error, "ab12")
        return self.ack.response

    async def respond(self, *, text: str, response_type: str, replace_original: bool, thread_ts: Any) -> None:
        """Answer where the person acted, for their eyes, and leave what stood there."""
        assert (response_type, replace_original, thread_ts) == ("ephemeral", False, None)
        self.said.append(("there", text))

    async def chat_postMessage(self, *, channel: str, text: str) -> None:  # noqa: N802 - Slack's name
        """Write to the person."""
        if self.breaks:
            raise slack_said("fatal_error")
        self.said.append((channel, text))


async def test_in_a_form_it_is_told_at_the_form_which_stays_open() -> None:
    failure = Failure({"type": "view_submission", "view": VIEW})
    answer = await failure.told(REFUSED)
    assert '"response_action": "errors"' in answer.body
    assert str(REFUSED) in answer.body
    assert failure.said == []


async def test_behind_a_command_it_is_the_answer_for_their_eyes() -> None:
    answer = await Failure({"command": "/webinar"}).told(REFUSED)
    assert str(REFUSED) in answer.body
    assert "ephemeral" in answer.body


async def test_a_select_offers_nothing() -> None:
    failure = Failure({"type": "block_suggestion"})
    assert '"options": []' in (await failure.told(REFUSED)).body
    assert failure.said == []


@pytest.mark.parametrize("is_acknowledged", [True, False])
async def test_a_press_on_a_message_is_answered_there(is_acknowledged: bool) -> None:  # noqa: FBT001
    body = {"type": "block_actions", "response_url": "https://hooks.example.com/1"}
    failure = Failure(body, is_acknowledged=is_acknowledged)
    assert (await failure.told(REFUSED)).status == 200
    assert failure.said == [("there", str(REFUSED))]


@pytest.mark.parametrize("is_acknowledged", [True, False])
async def test_a_press_in_a_view_is_answered_by_direct_message(is_acknowledged: bool) -> None:  # noqa: FBT001
    failure = Failure({"type": "block_actions", "view": VIEW}, is_acknowledged=is_acknowledged)
    await failure.told(REFUSED)
    assert failure.said == [("U0BEN", str(REFUSED))]


async def test_after_a_form_was_taken_it_is_told_by_direct_message() -> None:
    failure = Failure({"type": "view_submission", "view": VIEW}, is_acknowledged=True)
    await failure.told(REFUSED)
    assert failure.said == [("U0BEN", str(REFUSED))]


@pytest.mark.parametrize(
    ("error", "said"),
    [
        (REFUSED, str(REFUSED)),
        (SlotLost("Another worker does this now."), "Another worker does this now."),
        (slack_said("expired_trigger_id"), TOO_SLOW),
        (slack_said("exchanged_trigger_id"), TOO_SLOW),
        (slack_said("invalid_blocks"), unforeseen("ab12")),
        (ValueError("secret"), unforeseen("ab12")),
    ],
)
async def test_the_words_say_what_to_do_and_nothing_of_the_inside(error: Exception, said: str) -> None:
    failure = Failure({"type": "block_actions"})
    await failure.told(error)
    assert failure.said == [("U0BEN", said)]
    assert "secret" not in said


@pytest.mark.parametrize(("channel_type", "said"), [("channel", 0), ("group", 0), ("im", 1)])
async def test_what_people_say_to_each_other_is_never_answered_with_a_failure_of_ours(
    channel_type: str, said: int
) -> None:
    failure = Failure({"event": {"type": "message", "channel_type": channel_type}})
    await failure.told(ValueError("secret"))
    assert len(failure.said) == said


async def test_a_failure_that_cannot_be_told_is_no_further_failure() -> None:
    failure = Failure({"type": "block_actions"}, breaks=True)
    await failure.told(REFUSED)
    assert failure.said == []
