"""A message is read wherever Slack keeps its words."""

from datetime import UTC, datetime
from typing import Any

import pytest

from handlers.message_words import MessageWords

TS = "1772470800.000100"
AT = datetime.fromtimestamp(float(TS), UTC)


def rich(*elements: dict[str, Any]) -> list[dict[str, Any]]:
    """A block of rich text with one section."""
    return [{"type": "rich_text", "elements": [{"type": "rich_text_section", "elements": list(elements)}]}]


def words(**message: Any) -> str:
    """The words of a message."""
    return MessageWords.of({"ts": TS, "user": "U0ANN", **message}).text


def test_a_persons_message_is_its_text() -> None:
    read = MessageWords.of(
        {
            "ts": TS,
            "user": "U0ANN",
            "text": "All-hands Friday",
            "blocks": rich({"type": "text", "text": "All-hands Friday"}),
        }
    )
    assert read == MessageWords(text="All-hands Friday", written_at=AT, writer="U0ANN")


def test_words_that_stand_in_blocks_alone_are_read() -> None:
    elements = (
        {"type": "text", "text": "Launch & more with "},
        {"type": "user", "user_id": "U0BEN"},
        {"type": "text", "text": " in "},
        {"type": "channel", "channel_id": "C0GENERAL"},
        {"type": "emoji", "name": "tada"},
        {"type": "link", "url": "https://a.example/b", "text": "agenda"},
        {"type": "broadcast", "range": "here"},
        {"type": "usergroup", "usergroup_id": "S1"},
        {"type": "date", "timestamp": 1, "fallback": "Friday 3pm"},
    )
    said = "Launch &amp; more with <@U0BEN> in <#C0GENERAL>:tada:<https://a.example/b|agenda><!here><!subteam^S1>Friday 3pm"
    assert words(text="", blocks=rich(*elements)) == said


def test_an_apps_blocks_say_more_than_its_text() -> None:
    blocks = [
        {"type": "header", "text": {"type": "plain_text", "text": "Q3 <All-Hands>"}},
        {
            "type": "section",
            "text": {"type": "mrkdwn", "text": "*Friday* 3pm"},
            "fields": [{"type": "mrkdwn", "text": "45 minutes"}],
        },
        {
            "type": "context",
            "elements": [{"type": "image", "alt_text": "x"}, {"type": "mrkdwn", "text": "for all"}],
        },
        {"type": "divider"},
        {
            "type": "actions",
            "elements": [{"type": "button", "text": {"type": "plain_text", "text": "Press"}}],
        },
        {
            "type": "table",
            "rows": [
                [{"type": "rich_text", "elements": rich({"type": "text", "text": "cell"})[0]["elements"]}]
            ],
        },
    ]
    said = words(text="New event", bot_id="B1", user=None, blocks=blocks)
    assert [line for line in said.splitlines() if line] == [
        "Q3 &lt;All-Hands&gt;", "*Friday* 3pm", "45 minutes", "for all", "cell",
    ]  # fmt: skip
    assert MessageWords.of({"ts": TS, "bot_id": "B1", "text": "x"}).writer is None


def test_lists_are_read_line_by_line() -> None:
    sections = [
        {"type": "rich_text_section", "elements": [{"type": "text", "text": each}]} for each in ("one", "two")
    ]
    block = {
        "type": "rich_text",
        "elements": [{"type": "rich_text_list", "style": "bullet", "elements": sections}],
    }
    assert words(text="", blocks=[block]).split() == ["one", "two"]


def test_a_forwarded_message_is_read_with_its_writer_and_time() -> None:
    forwarded = {
        "is_share": True,
        "ts": "1772000000.000100",
        "author_id": "U0BEN",
        "text": "Town hall Monday 9am",
        "fallback": "…",
    }
    read = MessageWords.of({"ts": TS, "user": "U0ANN", "text": "", "attachments": [forwarded]})
    assert read.text == "Town hall Monday 9am"
    assert (read.writer, read.written_at.timestamp()) == ("U0BEN", 1772000000.0001)


def test_what_is_said_above_a_forwarded_message_comes_first() -> None:
    inner = {"message": {"blocks": rich({"type": "text", "text": "Town hall Monday 9am"})}}
    read = MessageWords.of(
        {
            "ts": TS,
            "user": "U0ANN",
            "text": "Shall we?",
            "attachments": [{"is_msg_unfurl": True, "author_id": "U0BEN", "message_blocks": [inner]}],
        }
    )
    assert read.text == "Shall we?\nTown hall Monday 9am"
    assert read.writer == "U0ANN"


def test_a_preview_of_a_linked_page_is_not_what_was_said() -> None:
    preview = {"from_url": "https://a.example", "title": "A page", "text": "Its text"}
    assert (
        words(text="See <https://a.example> at 3pm", attachments=[preview])
        == "See <https://a.example> at 3pm"
    )
    assert words(text="", attachments=[preview]) == "A page\nIts text"


def test_an_apps_attachments_are_read_with_their_fields() -> None:
    attachment = {
        "pretext": "New event",
        "title": "Launch",
        "fields": [{"title": "When", "value": "Friday 3pm"}],
        "fallback": "no",
    }
    assert words(text="", bot_id="B1", attachments=[attachment]) == "New event\nLaunch\nWhen: Friday 3pm"
    assert words(text="", bot_id="B1", attachments=[{"fallback": "Launch Friday"}]) == "Launch Friday"


@pytest.mark.parametrize(
    "message",
    [
        {"blocks": "x"},
        {"blocks": [None, 1, {"type": "section"}, {"type": "rich_text", "elements": None}]},
        {"attachments": [None, {}, {"message_blocks": [{"message": None}]}, {"fields": "x"}]},
        {"text": None},
        {"blocks": rich({"type": "something_new", "text": "x"})},
    ],
)
def test_what_is_not_understood_is_passed_by(message: dict[str, Any]) -> None:
    assert words(**message) == ""


def test_a_block_without_end_is_not_followed_for_ever() -> None:
    block: dict[str, Any] = {"type": "rich_text", "elements": []}
    block["elements"].append(block)
    assert words(text="", blocks=[block]) == ""
    assert len(words(text="a" * 100_000)) == 20_000
