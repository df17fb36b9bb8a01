"""The fields of the phrases of a language; a template is a pattern over small letters without accents.

Slots: {amount} a length or so many days or weeks, {length} a length alone, {clock} a time, {weekday} a day of the week.
"""

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, kw_only=True)
class Phrases:
    """One language as it is spoken about a draft."""

    code: str
    spaced: bool = True
    filler: str
    """Words, or in Japanese patterns, that carry nothing of their own in a correction."""
    fillers: tuple[str, ...] = ()
    """Patterns of several words that carry nothing, such as "i mean"."""
    whole: Mapping[str, tuple[str, ...]]
    """Patterns that make up a whole turn, by what they do: confirm, agree, discard, undo, start_over, thanks …"""
    asks: str
    """How a question begins."""
    requests: str
    """How a request begins that looks like a question: "can we", "could you"."""
    states: tuple[str, ...]
    """Patterns of sentences that tell something and ask for nothing."""
    moves: tuple[tuple[str, str], ...]
    """Templates of changes to day, time and length, most specific first, with the rule that reads them."""
    settings: tuple[tuple[str, bool | str | None, str], ...]
    """Templates of settings, with the setting's name and its value."""
    registration: tuple[tuple[bool, str], ...]
    labels: tuple[tuple[str, str], ...]
    """Patterns that lead to free text, with what it is: title, description, password, redirect."""
    ends: str
    """What is said behind a title: "please"."""
    co_host: str
    panelist: str
    drop: str
    """What takes people off, before or behind them."""
    swap: str
    """Patterns with two people {one} and {two}: the first one goes, the second one comes; `swap_back` the other way."""
    swap_back: str = "(?!)"
    adds: str
    """What brings people who are named without a mention, before them."""
    also: str
    """What adds a channel to those that are there."""
    not_in: str
    """What takes a channel out, before it."""
    nowhere: str
    """No channel at all."""
    here: str
    announces: str
    """Verbs and joints around channels."""
    topics: tuple[tuple[str, str], ...]
    """Questions about the draft, by `DraftTopic`."""
    helps: tuple[tuple[str, str], ...]
    """Questions about the bot, by `HelpTopic`."""
    impossible: tuple[tuple[str, str], ...]
    """Requests that cannot be met, by `Impossible`."""
