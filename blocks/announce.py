"""Announcing a webinar in further channels: the view that asks for them, and the preview."""

from collections.abc import Sequence
from typing import Final

from pydantic import ValidationError

from blocks.elements import context, field, modal, section
from blocks.ids import Callback
from blocks.text import channel, fitting
from blocks.view_state import ViewState
from bot.models.frozen import Stored, WebinarKey
from bot.models.sentence import Sentence, sentence
from bot.models.slack_payloads import Message, View
from bot.models.tracked import ChannelAudience, TrackedWebinar
from bot.models.webinar import CHANNELS_MAX

CHANNELS: Final = "announce_in"


class _Chosen(Stored):
    """The hidden state of the preview."""

    webinar_key: WebinarKey
    channels: tuple[str, ...]


def announce_view(tracked: TrackedWebinar) -> View:
    """The view that asks for further channels."""
    channels = {
        "type": "multi_conversations_select",
        "filter": {"include": ["public", "private"], "exclude_external_shared_channels": True},
        "max_selected_items": CHANNELS_MAX,
    }
    return modal(
        Callback.ANNOUNCE,
        "Announce in channels",
        [
            section(f"*{fitting(tracked.webinar.title, 2000)}*"),
            field(
                CHANNELS,
                "Channels",
                channels,
                hint="You’ll see how many people that is before anything is posted.",
            ),
        ],
        submit="Preview",
        close="Back",
        metadata=tracked.webinar_key,
    )


def read_channels(view: View) -> tuple[str, ...]:
    """The channels that were chosen."""
    return ViewState(view).many(CHANNELS)


def preview_view(tracked: TrackedWebinar, audiences: Sequence[ChannelAudience], preview: Message) -> View:
    """The preview: the people who are going to see the card, and the card."""
    counted = "\n".join(f"• {channel(one.channel)}{_members(one.members)}" for one in audiences)
    chosen = _Chosen(webinar_key=tracked.webinar_key, channels=tuple(one.channel for one in audiences))
    shown = [block for block in preview.blocks if block["type"] != "actions"]
    return modal(
        Callback.ANNOUNCE_PREVIEW,
        "Post these cards?",
        [
            section(f"This goes to:\n{counted}"),
            context("The card mentions neither @channel nor @here, so nobody is pinged."),
            *shown,
        ],
        submit="Post the cards",
        close="Back",
        metadata=chosen.model_dump_json(),
    )


def read_preview(view: View) -> tuple[str, tuple[str, ...]]:
    """The webinar and the channels of a preview; raises ValueError for a view that is none of ours."""
    try:
        chosen = _Chosen.model_validate_json(view.get("private_metadata") or "")
    except ValidationError:
        raise ValueError("this view carries no channels") from None
    return chosen.webinar_key, chosen.channels


def announced(new: Sequence[str], there: Sequence[str]) -> tuple[Sentence, ...]:
    """Where the card was posted, and where it was there before."""
    lines = []
    if new:
        lines.append(sentence("Announced in {channels}.", channels=" ".join(channel(one) for one in new)))
    if there:
        lines.append(
            sentence(
                "{channels} had the card already: it is up to date, and nothing new was posted.",
                channels=" ".join(channel(one) for one in there),
            )
        )
    return tuple(lines)


def _members(count: int | None) -> str:
    if count is None:
        return ""
    return f", {count:,} {'member' if count == 1 else 'members'}"
