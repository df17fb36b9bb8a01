"""The right to create webinars: members of the workspace have it, guests and people of other companies do not."""

from typing import Final

from bot.models import Person
from bot.models.sentence import Sentence, sentence

_GUEST: Final = sentence("Guests cannot create webinars here. Ask a member of this workspace to create it.")
_STRANGER: Final = sentence(
    "Only people of the company that runs this workspace can create webinars here. Ask one of them to create it."
)


def why_not_create(person: Person | None) -> Sentence | None:
    """Return the reason why somebody may not create a webinar, and whom to ask; None when they may.

    Of whom Slack tells nothing now is let through: the form is judged again when it is sent off.
    """
    if person is None:
        return None
    if person.is_stranger:
        return _STRANGER
    return _GUEST if person.is_guest else None
