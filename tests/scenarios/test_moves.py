"""Many webinars moved at once in RingCentral's own app: every card follows, and nobody is flooded."""

from benchmarks.moves import good
from benchmarks.moving import Move, follow


async def test_every_card_of_many_moved_webinars_is_right_for_one_list_call(database_url: str) -> None:
    followed = await follow(Move(webinars=12, cards=5, haste=60, patience=60), database_url)
    assert good(followed), followed
    assert followed.calls["rcwConfigListAllSessions"] <= 2
    assert followed.reads <= 2, "what one list tells is not asked one by one"
    assert followed.edits == followed.posts == 60
