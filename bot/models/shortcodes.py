"""Emoji by their names, as Slack writes them, become the signs themselves: outside Slack nobody reads ":tada:"."""

import re
from typing import Final

import emoji

_SHORTCODE: Final = re.compile(r"(?<!\w):([a-z0-9+-][a-z0-9_+'-]{0,60}):(?::skin-tone-([2-6]):)?(?!\w)")
_LIGHTEST: Final = 0x1F3FB
"""The sign of Slack's skin-tone-2; the four darker ones follow it."""


def with_emoji(text: str) -> str:
    """The text with a sign for every emoji that has one; the names of a workspace's own emoji stay."""
    return _SHORTCODE.sub(_sign, text)


def _sign(found: re.Match[str]) -> str:
    name, tone = found.groups()
    alias = name.removeprefix("flag-")  # Slack's "flag-de" is "de" elsewhere
    sign = emoji.emojize(f":{alias}:", language="alias")
    if not emoji.is_emoji(sign):
        return found[0]
    return sign if tone is None else sign.removesuffix("\ufe0f") + chr(_LIGHTEST + int(tone) - 2)
