"""A brief with labels: "Title: Open enrollment. Date: April 20. Duration: 75"."""

import datetime as dt
import re
from dataclasses import dataclass
from functools import cache
from typing import Final

from bot.language.vocabularies.labels import LABEL_WORDS, Label

_APART: Final = re.compile(r"(?:^|[.,;|!?\x1f、。•–-]) ?$")
_MINUTES: Final = re.compile(r" ?(\d{1,3})(?= ?(?:$|[.,;|\x1f]))")
"""A bare number behind "duration:" counts minutes."""
_SENTENCE: Final = re.compile(r"(?:(?<=\w{4})|(?<=[\d)]))[.!?](?= |$)")


@dataclass(frozen=True)
class Segment:
    """A label and its value, up to the next label: where the label begins, where the value begins and ends."""

    label: Label
    start: int
    value: int
    end: int

    def length(self, shadow: str) -> tuple[int, int, dt.timedelta] | None:
        """The minutes in a bare number, with its place."""
        found = _MINUTES.match(shadow, self.value, self.end) if self.label is Label.LENGTH else None
        return (*found.span(1), dt.timedelta(minutes=int(found[1]))) if found and int(found[1]) else None


@cache
def _pattern(code: str) -> re.Pattern[str]:
    names = "|".join(f"(?P<{label}>{words})" for label, words in LABEL_WORDS[code].items())
    edge = "" if code == "ja" else r"(?<![\w'’-])"
    return re.compile(rf"{edge}(?:{names})(?: ?[:：=]| -)(?![/\d])")


def read_labels(shadow: str, breaks: frozenset[int], code: str) -> tuple[Segment, ...]:
    """The segments of a brief; one label alone has to begin the text, a line or a sentence."""
    found = [match for match in _pattern(code).finditer(shadow) if _apart(match, shadow, breaks)]
    if not found:
        return ()
    ends = [match.start() for match in found[1:]] + [len(shadow)]
    return tuple(
        Segment(Label(match.lastgroup or ""), match.start(), match.end(), end)
        for match, end in zip(found, ends, strict=True)
    )


def _apart(match: re.Match[str], shadow: str, breaks: frozenset[int]) -> bool:
    """Whether a label stands where one may: "Panel on time: a history" has none."""
    return match.start() - 1 in breaks or bool(
        _APART.search(shadow, max(0, match.start() - 2), match.start())
    )


def title_end(seen: str, segment: Segment, breaks: frozenset[int]) -> int:
    """Where the value of a title ends: with its sentence or its line."""
    stops = [at for at in breaks if segment.value < at < segment.end and seen[segment.value : at].strip()]
    sentence = _SENTENCE.search(seen, segment.value, segment.end)
    return min([*stops, *([sentence.start()] if sentence else []), segment.end])
