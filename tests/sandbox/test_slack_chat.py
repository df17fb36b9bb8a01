"""Posting, changing and deleting messages, and what people see of it."""

from typing import Any

import pytest

from sandbox.slack import SlackServer
from tests.sandbox.bolt_app import button, calling, section

CARD = [
    section("*Q3*"),
    {"type": "actions", "elements": [button("join", "Join", url="https://example.com/j")]},
]


async def test_a_message_is_seen_by_those_in_the_channel() -> None:
    slack = SlackServer.with_people()
    async with calling(slack) as call:
        answer = await call("chat.postMessage", channel="C0GENERAL", text="Q3 & more", blocks=CARD)
    (seen,) = slack.person("ann").messages("#general")
    assert (seen.ts, seen.user, seen.text) == (answer["ts"], "U0BOT", "Q3 &amp; more")
    assert seen.plain == "*Q3*\n(Join)"
    assert seen.buttons == {"Join": "https://example.com/j"}
    assert slack.person("gus").messages("#general") == []


async def test_a_bot_may_post_in_a_public_channel_but_not_read_there() -> None:
    slack = SlackServer.with_people()
    async with calling(slack) as call:
        await call("chat.postMessage", channel="C0GENERAL", text="hi")
        history = await call("conversations.history", channel="C0GENERAL")
        await call("conversations.join", channel="C0GENERAL")
        later = await call("conversations.history", channel="C0GENERAL")
    assert history["error"] == "not_in_channel"
    assert [message["text"] for message in later["messages"]] == ["hi"]


async def test_without_chat_write_public_a_bot_posts_only_where_it_is() -> None:
    slack = SlackServer.with_people(scopes=frozenset({"chat:write"}))
    async with calling(slack) as call:
        outside = await call("chat.postMessage", channel="C0GENERAL", text="hi")
        inside = await call("chat.postMessage", channel="G0LAUNCH", text="hi")
        dressed = await call("chat.postMessage", channel="G0LAUNCH", text="hi", username="Boss")
    assert (outside["error"], inside["ok"]) == ("not_in_channel", True)
    assert (dressed["error"], dressed["needed"]) == ("missing_scope", "chat:write.customize")


@pytest.mark.parametrize(
    ("channel", "error"),
    [
        ("C0NOWHERE", "channel_not_found"),
        ("#general", "channel_not_found"),
        ("G0LEADS", "channel_not_found"),
        ("C0OLD", "is_archived"),
        ("C0NEWS", "restricted_action"),
        ("U0BOT", "cannot_dm_bot"),
        ("U0LEFT", "user_disabled"),
    ],
)
async def test_where_a_bot_may_not_post_it_is_told_why(channel: str, error: str) -> None:
    slack = SlackServer.with_people()
    slack.add_channel("C0NEWS", "news", ["U0DEE"], posting_restricted=True)
    slack.add_person("U0LEFT", "left", deleted=True)
    async with calling(slack) as call:
        answer = await call("chat.postMessage", channel=channel, text="hi")
    assert answer["error"] == error


@pytest.mark.parametrize(
    ("arguments", "error"),
    [
        ({}, "no_text"),
        ({"text": "", "blocks": []}, "no_text"),
        ({"text": "x" * 40_001}, "msg_too_long"),
        ({"text": "hi", "blocks": [section("x" * 3001)]}, "invalid_blocks"),
        ({"text": "hi", "blocks": [{"type": "divider"}] * 51}, "invalid_blocks"),
        ({"text": "hi", "thread_ts": "1.000001"}, "thread_not_found"),
        ({"text": "hi", "metadata": "{"}, "invalid_metadata_format"),
        ({"text": "hi", "metadata": []}, "invalid_metadata_format"),
        ({"text": "hi", "metadata": {"event_type": "x"}}, "invalid_metadata_schema"),
        (
            {"text": "hi", "metadata": {"event_type": "x", "event_payload": {"a": "b" * 16_000}}},
            "metadata_too_large",
        ),
    ],
)
async def test_what_is_no_message_is_refused(arguments: dict[str, Any], error: str) -> None:
    async with calling(SlackServer.with_people()) as call:
        answer = await call("chat.postMessage", channel="C0GENERAL", **arguments)
    assert answer["error"] == error


async def test_refused_blocks_come_with_what_is_wrong_with_them() -> None:
    async with calling(SlackServer.with_people()) as call:
        answer = await call("chat.postMessage", channel="C0GENERAL", text="hi", blocks=[section("")])
    assert "/blocks/0/text" in answer["response_metadata"]["messages"][0]


async def test_a_message_to_a_person_goes_to_their_direct_conversation() -> None:
    slack = SlackServer.with_people()
    async with calling(slack) as call:
        posted = await call("chat.postMessage", channel="U0BEN", text="hi Ben")
        opened = await call("conversations.open", users="U0BEN")
    assert posted["channel"] == opened["channel"]["id"]
    assert [message.text for message in slack.person("ben").dm] == ["hi Ben"]
    assert slack.person("ann").dm == []


async def test_an_app_without_a_messages_tab_cannot_write_to_people() -> None:
    slack = SlackServer.with_people()
    slack.install({"oauth_config": {"scopes": {"bot": ["chat:write"]}}})
    async with calling(slack) as call:
        answer = await call("chat.postMessage", channel="U0BEN", text="hi Ben")
    assert answer["error"] == "messages_tab_disabled"


async def test_an_update_changes_what_it_gives_and_keeps_the_rest() -> None:
    slack = SlackServer.with_people()
    metadata = {"event_type": "webinar", "event_payload": {"id": "1"}}
    async with calling(slack) as call:
        posted = await call("chat.postMessage", channel="G0LAUNCH", text="Q3", blocks=CARD, metadata=metadata)
        await call("chat.update", channel="G0LAUNCH", ts=posted["ts"], text="Q3, cancelled")
        history = await call("conversations.history", channel="G0LAUNCH", include_all_metadata=True)
        (kept,) = slack.person("ann").messages("#launch")
        await call(
            "chat.update", channel="G0LAUNCH", ts=posted["ts"], text="Q3, gone", blocks=[], metadata={}
        )
        (emptied,) = slack.person("ann").messages("#launch")
    assert (kept.text, kept.plain, kept.edited) == ("Q3, cancelled", "*Q3*\n(Join)", True)
    assert history["messages"][0]["metadata"] == metadata
    assert emptied.plain == "Q3, gone"


async def test_an_update_without_text_leaves_nothing_to_read_out() -> None:
    slack = SlackServer.with_people()
    async with calling(slack) as call:
        posted = await call("chat.postMessage", channel="C0GENERAL", text="Q3", blocks=CARD)
        await call("chat.update", channel="C0GENERAL", ts=posted["ts"], blocks=CARD)
    assert slack.person("ann").messages("#general")[0].text == "This content can't be displayed."


async def test_only_the_bots_own_messages_can_be_changed_or_deleted() -> None:
    slack = SlackServer.with_people()
    ann = slack.person("ann")
    async with calling(slack) as call:
        await ann.types("mine", "#launch")
        place = {"channel": "G0LAUNCH", "ts": ann.messages("#launch")[0].ts}
        changed = await call("chat.update", **place, text="yours")
        deleted = await call("chat.delete", **place)
        unknown = await call("chat.update", channel="G0LAUNCH", ts="1.000001", text="yours")
        too_long = await call("chat.postMessage", channel="G0LAUNCH", text="x" * 5000)
        shortened = await call("chat.update", channel="G0LAUNCH", ts=too_long["ts"], text="x" * 4001)
        gone = await call("chat.delete", channel="G0LAUNCH", ts=too_long["ts"])
    assert (changed["error"], deleted["error"]) == ("cant_update_message", "cant_delete_message")
    assert unknown["error"] == "message_not_found"
    assert shortened["error"] == "msg_too_long"
    assert gone["ok"] is True
    assert [message.text for message in ann.messages("#launch")] == ["mine"]


async def test_an_ephemeral_message_is_for_one_person_and_cannot_be_found_again() -> None:
    slack = SlackServer.with_people()
    async with calling(slack) as call:
        posted = await call("chat.postEphemeral", channel="G0LAUNCH", user="U0ANN", text="psst")
        outside = await call("chat.postEphemeral", channel="G0LAUNCH", user="U0BEN", text="psst")
        changed = await call("chat.update", channel="G0LAUNCH", ts=posted["message_ts"], text="boo")
        history = await call("conversations.history", channel="G0LAUNCH")
        link = await call("chat.getPermalink", channel="G0LAUNCH", message_ts=posted["message_ts"])
    (seen,) = slack.person("ann").messages("#launch")
    assert (seen.text, seen.ephemeral) == ("psst", True)
    assert outside["error"] == "user_not_in_channel"
    assert (changed["error"], link["error"]) == ("message_not_found", "message_not_found")
    assert history["messages"] == []


async def test_a_message_has_an_address() -> None:
    async with calling(SlackServer.with_people()) as call:
        posted = await call("chat.postMessage", channel="C0GENERAL", text="hi")
        link = await call("chat.getPermalink", channel="C0GENERAL", message_ts=posted["ts"])
    stamp = posted["ts"].replace(".", "")
    assert link["permalink"] == f"https://sandbox.slack.com/archives/C0GENERAL/p{stamp}"


async def test_whom_a_message_calls_is_seen() -> None:
    slack = SlackServer.with_people()
    async with calling(slack) as call:
        await call("chat.postMessage", channel="C0GENERAL", text="<!channel> hi &lt;!here&gt;")
        blocks = [
            section("<@U0ANN|ann> and <!here>"),
            {"type": "header", "text": {"type": "plain_text", "text": "<!channel>"}},
        ]
        await call("chat.postMessage", channel="C0GENERAL", text="<@U0BEN>", blocks=blocks)
    first, second = slack.person("ann").messages("#general")
    assert first.pings == ["!channel"]
    assert second.pings == ["@U0ANN", "!here"]


async def test_a_message_in_an_archived_channel_stays_as_it_is() -> None:
    slack = SlackServer.with_people()
    async with calling(slack) as call:
        posted = await call("chat.postMessage", channel="C0GENERAL", text="Q3")
        slack.state.workspace.channels["C0GENERAL"].archived = True
        answer = await call("chat.update", channel="C0GENERAL", ts=posted["ts"], text="Q4")
    assert answer["error"] == "is_archived"


async def test_every_kind_of_block_can_be_read() -> None:
    slack = SlackServer.with_people()
    items = [
        {"type": "rich_text_section", "elements": [{"type": "text", "text": text}]} for text in ("a", "b")
    ]
    blocks = [
        {"type": "image", "image_url": "https://example.com/i.png", "alt_text": "a picture"},
        {
            "type": "section",
            "fields": [{"type": "mrkdwn", "text": "*When*"}, {"type": "mrkdwn", "text": "soon"}],
        },
        {"type": "rich_text", "elements": [{"type": "rich_text_list", "style": "bullet", "elements": items}]},
        {
            "type": "rich_text",
            "elements": [{"type": "rich_text_section", "elements": [{"type": "user", "user_id": "U0ANN"}]}],
        },
        {
            "type": "context",
            "elements": [{"type": "image", "image_url": "https://example.com/i.png", "alt_text": "icon"}],
        },
    ]
    async with calling(slack) as call:
        posted = await call("chat.postMessage", channel="C0GENERAL", text="all", blocks=blocks)
        written = await call(
            "chat.postMessage", channel="C0GENERAL", text="md", blocks=[{"type": "markdown", "text": "# Hi"}]
        )
    assert (posted["ok"], written["ok"]) == (True, True)
    first, second = slack.person("ann").messages("#general")
    assert first.plain == "a picture\n*When*\nsoon\n• a\n• b\n\nU0ANN\nicon"
    assert second.plain == "# Hi"
