"""The line of those who register: its order, and how many stand before somebody."""

import pytest

from bot.models.registration import QueuePosition, RegistrationEntry, RegistrationStage, SignupClick
from bot.storage.stores import Stores


async def enters(stores: Stores, webinar_key: str, user: str) -> RegistrationEntry:
    return await stores.registrations.enter(SignupClick(webinar_key=webinar_key, user=user))


async def line_of(stores: Stores, *clicks: str) -> dict[str, RegistrationEntry]:
    """The entries of clicks such as "a1": the first person who clicked for webinar "a", in this order."""
    return {click: await enters(stores, click[0], f"U{click}") for click in clicks}


async def test_whoever_is_alone_has_nobody_ahead(stores: Stores) -> None:
    line = await line_of(stores, "a1")
    assert await stores.registrations.find_position(line["a1"]) == QueuePosition(ahead=0, ahead_of_all=0)


async def test_those_who_clicked_earlier_for_the_same_webinar_are_ahead(stores: Stores) -> None:
    line = await line_of(stores, "a1", "a2", "a3")
    assert await stores.registrations.find_position(line["a3"]) == QueuePosition(ahead=2, ahead_of_all=2)
    assert await stores.registrations.find_position(line["a1"]) == QueuePosition(ahead=0, ahead_of_all=0)


@pytest.mark.parametrize(
    ("clicks", "ahead_of_all"),
    [
        (("b1", "a1"), 1),  # webinars take turns, and one of the other may go first
        (("b1", "b2", "b3", "a1"), 1),  # the other webinar sends no more than one before the first of ours
        (("a1", "b1", "b2", "b3"), 1),
        (("b1", "b2", "b3", "a1", "a2"), 3),  # one of ours, two of theirs
        (("b1", "a1", "a2", "a3"), 3),  # the other line is shorter than our place
        (("b1", "b2", "c1", "a1", "a2"), 4),  # one of ours, two of b, one of c
    ],
)
async def test_of_each_other_webinar_as_many_are_ahead_as_of_the_own_and_oneself(
    stores: Stores, clicks: tuple[str, ...], ahead_of_all: int
) -> None:
    line = await line_of(stores, *clicks)
    last = max(click for click in clicks if click.startswith("a"))
    position = await stores.registrations.find_position(line[last])
    assert position == QueuePosition(ahead=int(last[1]) - 1, ahead_of_all=ahead_of_all)


async def test_whoever_is_registered_stands_in_nobodys_way(stores: Stores) -> None:
    line = await line_of(stores, "a1", "b1", "a2")
    for click in ("a1", "b1"):
        await stores.registrations.change(
            line[click].number,
            lambda entry: entry.model_copy(update={"stage": RegistrationStage.REGISTERED}),
        )
    assert await stores.registrations.find_position(line["a2"]) == QueuePosition(ahead=0, ahead_of_all=0)


async def test_a_second_click_keeps_the_place(stores: Stores) -> None:
    line = await line_of(stores, "a1", "a2")
    assert await enters(stores, "a", "Ua1") == line["a1"]
    assert await stores.registrations.find_position(line["a2"]) == QueuePosition(ahead=1, ahead_of_all=1)
