"""Find the webinar that is meant: by words of its title, by its day, as the next one, or as the one spoken of last."""

import datetime as dt
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import lru_cache
from typing import Final
from zoneinfo import ZoneInfo

from rapidfuzz import fuzz

from bot.conversation.acts import WebinarReference
from bot.conversation.reader import KnownWebinar
from bot.language.cleaned_text import clean

_WORD: Final = re.compile(r"[^\W_]+(?:[&'’][^\W_]+)*")
_UNSPACED: Final = re.compile(r"[ぁ-んァ-ヶ一-龥]")
_ALIKE: Final = 84
"""Percent; words that are spelled this much alike are one: "benefit" and "benefits"."""
_LONG_ENOUGH: Final = 4
_SHARED_SIGNS: Final = 3
"""So many signs of a Japanese title have to be said."""
_SMALL: Final = frozenset(
    """the a an of for and to in on with at by about my our this that & de la el le les des du der die das den dem und y e et o
    os as a à zur zum vom für von im am au aux un une una um uma los las del do da dos das para con com pour avec en webinar
    webinars webinaire webinaires webinario webinarios event events evento eventos session sessions sesion sessao meeting
    it is all sobre sur uber über""".split()  # noqa: SIM905
)
"""Words that tell titles from one another only beside others."""


@dataclass(frozen=True)
class FoundTitle:
    """The place where in a text a title is named, and the webinars that it fits; `whole` when nothing of it is left out."""

    start: int
    end: int
    webinars: tuple[KnownWebinar, ...]
    whole: bool
    strength: int
    """How many letters of the title are named."""


@dataclass(frozen=True)
class _Run:
    """Words of a text that stand together and belong to one title."""

    start: int
    end: int
    letters: int
    coverage: float


def find_title(
    text: str, webinars: Iterable[KnownWebinar], *, besides: frozenset[str] = frozenset()
) -> FoundTitle | None:
    """The title that a text names best; words `besides` name none alone. The text is a shadow, as `clean` makes it."""
    runs = [(run, one) for one in webinars if (run := _run(text, one.title, besides))]
    if not runs:
        return None
    best = max(runs, key=lambda found: (found[0].letters, found[0].coverage))[0]
    alike = [(run, one) for run, one in runs if run.letters == best.letters]
    exact = [(run, one) for run, one in alike if run.coverage >= 1]
    taken = exact or alike
    return FoundTitle(
        start=min(run.start for run, _ in taken),
        end=max(run.end for run, _ in taken),
        webinars=tuple(one for _, one in taken),
        whole=bool(exact),
        strength=best.letters,
    )


def find_webinars(
    about: WebinarReference, webinars: Sequence[KnownWebinar], zone: str, *, last: str | None = None
) -> tuple[KnownWebinar, ...]:
    """The webinars that may be meant, the likeliest kind first; `last` is the key of the one spoken of last."""
    if about.words:
        return _by_words(about, webinars, zone)
    if about.day is not None:
        return _by_day(about.day, webinars, zone)
    upcoming = [one for one in webinars if one.upcoming]
    mine = [one for one in upcoming if one.owned] or upcoming
    if about.next:
        return tuple(sorted(mine, key=lambda one: one.start)[:1])
    spoken = [one for one in webinars if one.key == last]
    return tuple(spoken or sorted(mine, key=lambda one: one.start))


def _by_words(
    about: WebinarReference, webinars: Sequence[KnownWebinar], zone: str
) -> tuple[KnownWebinar, ...]:
    """By words of the title: upcoming ones rather than those that are over, and by the day where several fit."""
    shadow = clean(about.words).shadow()
    for among in ([one for one in webinars if one.upcoming], [one for one in webinars if not one.upcoming]):
        found = find_title(shadow, among)
        if found is None:
            continue
        on_day = [one for one in found.webinars if about.day is not None and _is_on(one, about.day, zone)]
        mine = [one for one in found.webinars if one.owned]
        return tuple(on_day or mine or found.webinars)
    return ()


def _by_day(day: dt.date, webinars: Sequence[KnownWebinar], zone: str) -> tuple[KnownWebinar, ...]:
    """Those on a day; a weekday may as well be the one a week later."""
    for date in (day, day + dt.timedelta(weeks=1)):
        if found := [one for one in webinars if _is_on(one, date, zone)]:
            return tuple([one for one in found if one.upcoming and one.owned] or found)
    return ()


def _is_on(webinar: KnownWebinar, day: dt.date, zone: str) -> bool:
    return webinar.start.astimezone(ZoneInfo(zone)).date() == day


@lru_cache(maxsize=4096)
def _shadow(title: str) -> str:
    return clean(title).shadow()


def _run(text: str, title: str, besides: frozenset[str]) -> _Run | None:
    shadow = _shadow(title)
    if _UNSPACED.search(shadow):
        return _unspaced_run(text, shadow)
    said = [(found[0], *found.span()) for found in _WORD.finditer(text)]
    wanted = _WORD.findall(shadow)
    telling = [word for word in wanted if word not in _SMALL] or wanted
    best: _Run | None = None
    first = 0
    while first < len(said):
        last, named = _extent(said, first, wanted, telling)
        if named and not (last == first and said[first][0] in besides):
            letters = sum(len(word) for word in named)
            begin = _first_of(said, first, wanted)
            run = _Run(said[begin][1], said[last][2], letters, letters / sum(map(len, telling)))
            if best is None or run.letters > best.letters:
                best = run
        first = max(last, first) + 1
    return best


def _first_of(said: Sequence[tuple[str, int, int]], first: int, wanted: Sequence[str]) -> int:
    """The place where a run begins with the small word that stands before it in the title: "all" of "all-hands"."""
    word = _alike(said[first][0], wanted)
    at = wanted.index(word) if word in wanted else 0
    before = wanted[at - 1] if at else ""
    return first - 1 if first and before in _SMALL and said[first - 1][0] == before else first


def _extent(
    said: Sequence[tuple[str, int, int]], first: int, wanted: Sequence[str], telling: Sequence[str]
) -> tuple[int, list[str]]:
    """Up to which word a run reaches that begins at one, and which telling words of the title it names."""
    if not _alike(said[first][0], telling):
        return first, []
    last, named = first, list[str]()
    for at in range(first, len(said)):
        word = said[at][0]
        if (found := _alike(word, telling)) and found not in named:
            named.append(found)
            last = at
        elif not _alike(word, wanted):
            break
    return last, named


def _alike(word: str, among: Sequence[str]) -> str | None:
    """The word of a title that another one is, be it spelled a little otherwise."""
    if word in among:
        return word
    if len(word) < _LONG_ENOUGH or not word.isalpha():
        return None
    near = ((fuzz.ratio(word, one), one) for one in among if len(one) >= _LONG_ENOUGH)
    score, found = max(near, default=(0.0, ""))
    return found if score >= _ALIKE else None


def _unspaced_run(text: str, title: str) -> _Run | None:
    match = SequenceMatcher(None, text, title, autojunk=False).find_longest_match()
    if match.size < min(_SHARED_SIGNS, len(title)):
        return None
    return _Run(match.a, match.a + match.size, match.size, match.size / len(title))
