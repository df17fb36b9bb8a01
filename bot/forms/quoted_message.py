"""A message that somebody wrote, as the beginning of a webinar: its headline, and its text without Slack's marks."""

import html
import re
from collections.abc import Callable
from typing import Final

from bot.models.understood import Flag, Understood

DESCRIPTION_MAX: Final = 3000
"""What the form's field takes."""
_HEADLINE_MAX: Final = 100
_SHORT: Final = 120
_MARK: Final = re.compile(r"<(?P<sign>[@#!]?)(?P<target>[^<>|]*)(?:\|(?P<label>[^<>]*))?>")
_OF_TITLE: Final = {Flag.MISSING_TITLE, Flag.RESIDUE, Flag.CUT}
_ENDS: Final = re.compile(r"(?<=[.!?。！？])\s+|(?<!\s)\s*\n\s*")


def plain_text(text: str, name_of: Callable[[str], str | None]) -> str:
    """The text as people read it: names for people and channels, addresses for links."""

    def said(mark: re.Match[str]) -> str:
        sign, target, label = mark["sign"], mark["target"], mark["label"]
        if sign == "@":
            return f"@{label or name_of(target) or 'somebody'}"
        if sign == "#":
            return f"#{label}" if label else "a channel"
        if sign == "!":
            return label or f"@{target.partition('^')[0]}"
        return f"{label} ({target})" if label and label not in target else target

    return html.unescape(_MARK.sub(said, text)).strip()


def description_of(plain: str) -> str:
    """The text where it says more than a title and a time can; nothing where it does not."""
    useful = len(plain) > _SHORT or "\n" in plain
    return plain[:DESCRIPTION_MAX] if useful else ""


def with_headline(said: Understood, first: Understood) -> Understood:
    """The reading of a whole message with the title of its `first` sentence: nobody reads a title of six lines."""
    title = first.title or said.title
    if title and len(title) > _HEADLINE_MAX:
        title = title[:_HEADLINE_MAX].rsplit(" ", 1)[0].rstrip(" ,;:-") + "…"
    doubts = tuple(doubt for doubt in said.doubts if not (title and doubt.flag in _OF_TITLE))
    return said.model_copy(update={"title": title, "doubts": doubts})


def first_sentence(text: str) -> str:
    """The first sentence or line of a message."""
    return _ENDS.split(text.strip(), maxsplit=1)[0]
