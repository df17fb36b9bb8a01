"""Announcing in further channels: how many people that is, before anything is posted."""

import pytest

from blocks.announce import announce_view, announced, preview_view, read_channels, read_preview
from blocks.card import Announcement, card
from bot.models.tracked import ChannelAudience, TrackedWebinar
from bot.models.webinar import CHANNELS_MAX
from bot.translation import ENGLISH
from tests.blocks.example_webinar import webinar
from tests.blocks.view_input import typed_into
from tests.blocks.visible_text import lines
from tests.bot.virtual_time import MONDAY

TRACKED = TrackedWebinar(webinar_key="d1", webinar=webinar(title="A & B"), made_at=MONDAY)
CARD = card(Announcement.of_tracked(TRACKED))
AUDIENCES = [
    ChannelAudience(channel="C0GENERAL", members=1234),
    ChannelAudience(channel="C0ONE", members=1),
    ChannelAudience(channel="G0LEADS"),
]


def test_channels_are_asked_for() -> None:
    view = announce_view(TRACKED)
    assert lines(view) == ["*A &amp; B*", "Channels:"]
    assert view["private_metadata"] == "d1"
    assert view["blocks"][1]["element"]["max_selected_items"] == CHANNELS_MAX


def test_the_channels_that_were_chosen_are_read() -> None:
    chosen = {"selected_conversations": ["C0GENERAL", "G0LEADS"]}
    assert read_channels(typed_into(announce_view(TRACKED), announce_in=chosen)) == ("C0GENERAL", "G0LEADS")


def test_the_preview_counts_who_would_see_the_card() -> None:
    said = lines(preview_view(TRACKED, AUDIENCES, CARD))
    assert said[:5] == [
        "This goes to:",
        "• <#C0GENERAL>, 1,234 members",
        "• <#C0ONE>, 1 member",
        "• <#G0LEADS>",
        "- The card mentions neither @channel nor @here, so nobody is pinged.",
    ]


def test_the_preview_shows_the_card_without_its_buttons() -> None:
    said = lines(preview_view(TRACKED, AUDIENCES, CARD))
    assert said[5:] == [line for line in lines(CARD) if not line.startswith("[")]


def test_the_preview_remembers_where_the_card_goes() -> None:
    channels = ("C0GENERAL", "C0ONE", "G0LEADS")
    assert read_preview(preview_view(TRACKED, AUDIENCES, CARD)) == ("d1", channels)
    for view in ({}, {"private_metadata": "d1"}):
        with pytest.raises(ValueError, match="this view carries no channels"):
            read_preview(view)


@pytest.mark.parametrize(
    ("new", "there", "said"),
    [
        ((), (), ()),
        (("C1",), (), ("Announced in <#C1>.",)),
        (("C1", "C2"), (), ("Announced in <#C1> <#C2>.",)),
        (
            ("C1",),
            ("C2", "C3"),
            (
                "Announced in <#C1>.",
                "<#C2> <#C3> had the card already: it is up to date, and nothing new was posted.",
            ),
        ),
    ],
)
def test_where_the_card_is_now_is_told(
    new: tuple[str, ...], there: tuple[str, ...], said: tuple[str, ...]
) -> None:
    assert tuple(map(ENGLISH, announced(new, there))) == said
