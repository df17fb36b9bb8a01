"""A sentence for people that is not yet in anybody's language."""

import datetime as dt
from typing import Any, TypeAlias

from pydantic import model_validator

from bot.models.frozen import Frozen

Value: TypeAlias = str | int | dt.date | dt.time | dt.timedelta
"""What can stand in a placeholder."""


class Sentence(Frozen):
    """The English text of a sentence, which a catalog knows, and the values of its `{placeholders}`.

    The values are kept as text, dates and times in ISO format, so that a sentence can be stored.
    """

    text: str
    values: tuple[tuple[str, str], ...] = ()

    @model_validator(mode="before")
    @classmethod
    def _of_text(cls, stored: Any) -> Any:
        """Rows of before hold a whole English sentence as text."""
        return {"text": stored} if isinstance(stored, str) else stored

    @property
    def asks(self) -> bool:
        """Tell whether it is a question."""
        return self.text.endswith("?")


def sentence(text: str, /, **values: Value) -> Sentence:
    """A sentence; Babel finds its text here, so `text` is written out where this is called."""
    return Sentence(text=text, values=tuple((name, plain_sentence(value)) for name, value in values.items()))


def plain_sentence(value: Value) -> str:
    """A value as text; a length is written in seconds."""
    if isinstance(value, dt.date | dt.time):
        return value.isoformat()
    if isinstance(value, dt.timedelta):
        return f"{value.total_seconds():g}"
    return str(value)
