"""The fields of the phrases about webinars that exist; patterns run over small letters without accents.

`■` stands for a title that was found in the text.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

TITLE: Final = "■"


@dataclass(frozen=True, kw_only=True)
class WebinarPhrases:
    """One language as people speak about webinars that exist."""

    code: str
    spaced: bool = True
    lead: str
    """What may stand before a request: "hi", "could you please"."""
    actions: tuple[tuple[str, str], ...]
    """How a request begins, by `WebinarAction`, most specific first."""
    closing_actions: tuple[tuple[str, str], ...] = ()
    """How a request ends where the verb comes last: "… verschieben"."""
    topics: tuple[tuple[str, str], ...]
    """Questions, by `WebinarTopic`, most specific first."""
    how: str
    """How a question begins that asks how to do something."""
    determiner: str
    """What stands before a title: "the", "my"."""
    noun: str
    """What a webinar is called when its title is not said."""
    pronoun: str
    """What stands for the webinar that was spoken of last."""
    it: str
    """The pronoun that is put in the place of a title, so that the rest reads like a correction."""
    indefinite: str
    """What stands before something new: "a", "another"."""
    new_name: str
    """What leads from a title to its new name: "to"."""
    close: str
    """What is said behind a new name: "please"."""
    modal: str
    """What stands behind a title that shall be another: "should", "needs to"."""
    shortens: str
    """Verbs that make a webinar shorter."""
    length_to: str
    """What leads to a new length, where others lead to a difference: "to 90 minutes"."""
    away: str
    """What leads to the old day or time: "from"."""
    next_one: str
    to: str
    """What leads to the new day or time."""
    negation: str
    """What says that something is not to be done."""
    advances: str
    """Verbs that bring a webinar forward."""
    months: Mapping[str, int]
    """Patterns for whole months, by how many months ahead they are."""
    weeks: Mapping[str, tuple[int, int]]
    """Patterns for spans of days, as days from this week's Monday: "next week" is (7, 13)."""
    before: str
    """What follows the length in a reminder: "an hour before"."""
    registration_of_mine: str
    """Words of somebody's own registration, which is no webinar to cancel."""
