"""A webinar of another RingCentral user looks as if it were gone, and is not."""

import pytest

from bot.errors import NotAllowed
from bot.webinars.ownership import is_strange, must_be_ours
from tests.blocks.example_webinar import webinar
from tests.bot.workplace import Workplace


@pytest.mark.parametrize(
    ("host", "user", "strange"),
    [
        ("100", "100", False),
        ("100", "200", True),
        (None, "200", False),
        ("100", None, False),
        (None, None, False),
    ],
)
def test_only_who_is_known_can_be_another(host: str | None, user: str | None, strange: bool) -> None:  # noqa: FBT001
    assert is_strange(webinar(host=host), user) is strange


async def test_our_own_webinar_is_ours(place: Workplace) -> None:
    await must_be_ours(place.ringcentral.ringcentral, webinar(host="100"), place.caller)
    await must_be_ours(place.ringcentral.ringcentral, webinar(host=None), place.caller)


async def test_whoever_runs_the_bot_hears_of_a_webinar_of_another_user(place: Workplace) -> None:
    with pytest.raises(NotAllowed) as refused:
        await must_be_ours(place.ringcentral.ringcentral, webinar(host="200"), place.caller)
    assert str(refused.value) == (
        "This webinar belongs to another RingCentral user than the one that I am signed in as, so I can neither see nor "
        "change it. Tell whoever runs this bot: RINGCENTRAL_JWT is that of another user."
    )
