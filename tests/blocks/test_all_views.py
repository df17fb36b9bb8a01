"""Rules hold for every view, whatever people type and RingCentral answers."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.models.slack_payloads import Message, View
from sandbox.slack.blockkit.validation import problems_in_message, problems_in_view
from tests.blocks.all_views import MESSAGES, VIEWS
from tests.blocks.strategies import PINGS
from tests.blocks.visible_text import broken_marks, formatted, sendable

UPDATE_MAX = 4000
"""Characters of text that `chat.update` takes."""


@pytest.mark.parametrize("name", VIEWS)
@given(st.data())
def test_slack_takes_every_view_and_nothing_typed_acts_in_it(name: str, data: st.DataObject) -> None:
    view = data.draw(VIEWS[name])
    assert problems_in_view(view) == []
    nothing_typed_acts(view)


@pytest.mark.parametrize("name", MESSAGES)
@given(st.data())
def test_slack_takes_every_message_and_nothing_typed_acts_in_it(name: str, data: st.DataObject) -> None:
    message = data.draw(MESSAGES[name])
    assert problems_in_message(sendable(message)) == []
    assert len(message.text) <= UPDATE_MAX
    nothing_typed_acts(message)


def nothing_typed_acts(drawn: Message | View) -> None:
    """No typed text pings or leads anywhere, and every date, mention and link of ours is whole."""
    for text in formatted(drawn):
        assert [ping for ping in PINGS if ping in text] == []
        assert broken_marks(text) == []
