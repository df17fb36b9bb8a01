"""Drafts that are talked about: what is known of each, and of what its card shows."""

from datetime import timedelta

from bot.models.conversation import Talk, TalkState
from bot.models.understood import Understood
from bot.storage.stores import Stores
from tests.bot.virtual_time import VirtualTime

LATER = timedelta(minutes=5)
TALK = Talk(
    id="t1", owner="U0ANN", conversation="C0A", thread="1.1", home=None, locale="en-US", said=Understood()
)


def named(talk: Talk) -> Talk:
    said = talk.said.model_copy(update={"title": "Demo"})
    return talk.changed_to(talk.draft.model_copy(update={"said": said}))


async def test_a_draft_is_behind_until_the_version_that_it_has_is_shown(
    stores: Stores, clock: VirtualTime
) -> None:
    await stores.talks.begin(TALK, "e1")
    (behind,) = await stores.talks.list_not_shown(clock() + LATER)
    assert await stores.talks.list_not_shown(clock() - LATER) == []
    await stores.talks.mark_shown(behind)
    assert await stores.talks.list_not_shown(clock() + LATER) == []
    clock.now += LATER
    await stores.talks.change("t1", "e2", named)
    (again,) = await stores.talks.list_not_shown(clock() + LATER)
    assert again.said.title == "Demo"
    await stores.talks.mark_shown(behind)
    assert await stores.talks.list_not_shown(clock() + LATER) == [again]
    await stores.talks.close("t1", TalkState.DISCARDED)
    assert await stores.talks.list_not_shown(clock() + LATER) == []


async def test_a_draft_that_is_spoken_of_at_the_last_moment_is_not_put_away(
    stores: Stores, clock: VirtualTime
) -> None:
    await stores.talks.begin(TALK, "e1")
    clock.now += LATER
    before = clock() - timedelta(minutes=1)
    assert [talk.id for talk in await stores.talks.list_silent_since(before)] == ["t1"]
    await stores.talks.change("t1", "e2", named)
    assert not await stores.talks.close("t1", TalkState.EXPIRED, silent_since=before)
    clock.now += LATER
    assert await stores.talks.close("t1", TalkState.EXPIRED, silent_since=clock())


async def test_an_event_is_known_once_it_was_acted_on(stores: Stores) -> None:
    assert not await stores.talks.is_event_known("e1")
    await stores.talks.begin(TALK, "e1")
    assert await stores.talks.is_event_known("e1")
    assert await stores.talks.claim_event("t1:U0BEN")
    assert not await stores.talks.claim_event("t1:U0BEN")


async def test_a_draft_can_turn_out_to_be_in_a_conversation_of_several(stores: Stores) -> None:
    await stores.talks.move_to_group("nowhere")
    await stores.talks.begin(TALK, "e1")
    await stores.talks.move_to_group("t1")
    talk = await stores.talks.get("t1")
    assert talk is not None
    assert talk.group
    assert not talk.in_channel
