"""What people have to hear of a webinar that changed, noted at the moment of the change."""

from bot.models.webinar import Phase, Registration, RegistrationNews, Webinar


def noting_news(before: Webinar, after: Webinar) -> Webinar:
    """The webinar after a change, with what people have to hear of it; a move and back is no news."""
    if after.start != before.start:
        known = before.moved_from or before.start
        untold = None if after.start == known else known
        after = after.model_copy(update={"moved_from": untold, "moves": before.moves + 1})
    if after.phase not in {Phase.SCHEDULED, Phase.LIVE}:
        return after
    if (news := _turn(before.registration, after.registration)) is not None:
        return after.model_copy(update={"registration_news": news, "turns": before.turns + 1})
    return after


def _turn(before: Registration | None, after: Registration | None) -> RegistrationNews | None:
    """RingCentral closes a registration that is full, and leaves it closed when somebody cancels."""
    if before is None or after is None:
        return None
    if after.is_open:
        return None if before.is_open else RegistrationNews.OPEN_AGAIN
    return RegistrationNews.HAS_ROOM if before.is_full and not after.is_full else None
