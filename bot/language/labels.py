"""A brief with labels: "Title: Open enrollment. Date: April 20. Duration: 75"."""

import datetime as dt
import re
from dataclasses import dataclass
from functools import cache
from typing import Final

from bot.language.vocabularies.labels import LABEL_WORDS, Label

_APART: Final = re.compile(r"(?:^|[.,;|!?\x1f、。•–-]) ?$")
_BEFORE: Final = " .,;|!?\x1f、。•–-("
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
def label_pattern(code: str) -> re.Pattern[str]:
    """The labels of a language, each in a group of its name."""
    names = "|".join(f"(?P<{label}>{words})" for label, words in LABEL_WORDS[code].items())
    edge = "" if code == "ja" else r"(?<![\w'’-])"
    return re.compile(rf"{edge}(?:{names})(?: ?[:：=]| -)")


def read_labels(shadow: str, breaks: frozenset[int], code: str) -> tuple[Segment, ...]:
    """The segments of a brief; one of its labels has to begin the text, a line or a sentence."""
    every = list(label_pattern(code).finditer(shadow))
    if not any(_apart(match, shadow, breaks) for match in every):
        return ()
    found = [match for match in every if match.start() == 0 or shadow[match.start() - 1] in _BEFORE]
    ends = [match.start() for match in found[1:]] + [len(shadow)]
    return tuple(
        Segment(Label(match.lastgroup or ""), match.start(), match.end(), end)
        for match, end in zip(found, ends, strict=True)
    )


def _apart(match: re.Match[str], shadow: str, breaks: frozenset[int]) -> bool:
    """Tell whether a label stands where one may: "Panel on time: a history" has none."""
    return match.start() - 1 in breaks or bool(
        _APART.search(shadow, max(0, match.start() - 2), match.start())
    )


def title_end(seen: str, segment: Segment, breaks: frozenset[int]) -> int:
    """Find where the value of a title ends: with its sentence or its line."""
    stops = [at for at in breaks if segment.value < at < segment.end and seen[segment.value : at].strip()]
    sentence = _SENTENCE.search(seen, segment.value, segment.end)
    end = min([*stops, *([sentence.start()] if sentence else []), segment.end])
    closed = len(seen[segment.value : end].rstrip(" .")) if end < len(seen) else end - segment.value
    return segment.value + closed


_FORWARDED: Final = re.compile(
    r"forwarded message|original message|weitergeleitete nachricht|urspr(?:u|ue)ngliche nachricht|message (?:transfere|d'origine)"
    r"|mensaje (?:reenviado|original)|mensagem (?:encaminhada|original)|転送"
)
_MAIL_HEADER: Final = re.compile(
    r"(?:date|sent|from|to|cc|datum|gesendet|von|an|envoye|de|a|enviado|fecha|data|para|日付|差出人|宛先) ?[:：]"
)


def mail_headers(shadow: str, breaks: frozenset[int]) -> list[tuple[str, int, int]]:
    """The lines above a forwarded mail: when it was sent is no start."""
    if not _FORWARDED.search(shadow):
        return []
    ends = [*sorted(breaks), len(shadow)]
    lines = zip([0, *(at + 1 for at in ends)], ends, strict=False)
    return [("mail", start, end) for start, end in lines if _MAIL_HEADER.match(shadow, start)]
