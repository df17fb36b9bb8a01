"""The kind of sentence that a text is: only what asks for a webinar begins a draft."""

import re
from dataclasses import dataclass
from functools import cache
from typing import Final

from bot.language.cleaned_text import clean
from bot.language.clusters import FULL
from bot.language.languages import languages_for
from bot.language.readings import Reading
from bot.language.vocabularies.speech import SPEECH_WORDS
from bot.models.understood import Speech

_BEGIN: Final = re.compile(r"[\s,.!?:;…\ue000-\ue002¿¡>•-]*")
_MARK: Final = re.compile(
    r"[?？](?:[\s!)\"”]|thanks|thank you|danke|merci|gracias|obrigad[oa]|:[a-z_]{1,40}:)*$"
)
_GREETING: Final = re.compile(
    r"(?:hi|hey|hello|hallo|bonjour|salut|hola|oi|ola)(?: (?:there|all|team|everyone|zusammen|pessoal|a todos))?[,!. ]+"
    r"|(?:ok|okay|oh|and|so|und|et|y|e),? "
)
_FAVOR: Final = re.compile(
    r"(?:please|pls|bitte|(?:can|could|would) (?:you|we)|por favor|kannst du|konnt ihr|peux-tu|tu peux|pouvez-vous|puedes|podrias|pode|poderia)"
    r"(?: please| bitte)? "
)
"""What leads to a verb that is to be done."""
_WANTS: Final = re.compile(
    r"(?:we|i) (?:do|have|get|hold|need|want)[ ,]*$"
    r"|(?:need|want|would like|'d like|love|like to|want to|need to|hosting|planning|running|having|holding|doing)[ ,]*$"
)
"""What asks for a thing rather than for an answer: "can we do the all hands"."""


@dataclass(frozen=True)
class SpeechPatterns:
    """One language's words for kinds of sentences, compiled."""

    asks: re.Pattern[str]
    question_words: re.Pattern[str]
    states: re.Pattern[str]
    tells: re.Pattern[str]
    manages: re.Pattern[str]
    other_things: re.Pattern[str]


@cache
def speech_patterns(code: str) -> SpeechPatterns:
    """The patterns of a language."""
    words = SPEECH_WORDS[code]
    edge = "" if code == "ja" else r"(?![\w])"
    return SpeechPatterns(
        asks=re.compile(f"(?:{words.asks}){edge}"),
        question_words=re.compile(f"(?:{words.question_words}){edge}"),
        states=re.compile(f"(?:{words.states})"),
        tells=re.compile(words.tells if code == "ja" else rf"(?<!\w)(?:{words.tells})"),
        manages=re.compile(f"(?:{words.manages})(?! ?:)"),
        other_things=re.compile(f"(?:{words.other_things})"),
    )


def speech_of(reading: Reading, title: str | None, locale: str) -> Speech:
    """Tell whether a text asks for a webinar, asks something else, or only tells something."""
    shadow = reading.text.cleaned.shadow()
    codes = tuple(dict.fromkeys((*languages_for(locale), reading.grammar.words.code)))
    begin = _past(_GREETING, shadow, 0)
    verb = _past(_FAVOR, shadow, begin)
    for code in codes:
        patterns = speech_patterns(code)
        if patterns.other_things.match(shadow, verb):
            return Speech.OTHER_REQUEST
        if patterns.manages.match(shadow, verb):
            return Speech.MANAGEMENT
    if _is_commanded(reading):
        return Speech.REQUEST
    wanted = _is_wanted(reading)
    states = any(speech_patterns(code).states.match(shadow, at) for code in codes for at in (begin, verb))
    if wanted or _is_framed(reading):
        tells = any(speech_patterns(code).tells.search(shadow) for code in codes)
        return Speech.STATEMENT if tells or (states and not wanted) else Speech.REQUEST
    if states:
        return Speech.STATEMENT
    return _unframed(reading, title, shadow, begin, codes)


def _unframed(reading: Reading, title: str | None, shadow: str, begin: int, codes: tuple[str, ...]) -> Speech:
    """The kind of a sentence in which no command and no "webinar about" stands."""
    marked = bool(_MARK.search(shadow))
    for code in codes:
        patterns = speech_patterns(code)
        if patterns.asks.match(shadow, begin):
            return Speech.QUESTION
        if marked and (patterns.question_words.match(shadow, begin) or not _is_proposal(reading, title)):
            return Speech.QUESTION
        left = clean(title or "").shadow()
        if (
            patterns.states.match(shadow, begin)
            or patterns.tells.search(shadow)
            or patterns.states.match(left)
        ):
            return Speech.STATEMENT
    lead = _lead(reading)
    says_something = title or reading.cluster.worth or (lead and lead["noun"])
    return Speech.REQUEST if says_something else Speech.STATEMENT


def _past(words: re.Pattern[str], shadow: str, begin: int) -> int:
    """Find where a sentence goes on behind some words, which may come more than once."""
    begin = _begin(shadow, begin)
    for _ in range(3):
        found = words.match(shadow, begin)
        if found is None:
            break
        begin = _begin(shadow, found.end())
    return begin


def _begin(shadow: str, start: int) -> int:
    found = _BEGIN.match(shadow, start)
    return found.end() if found else start


def _is_proposal(reading: Reading, title: str | None) -> bool:
    """Tell whether a question names a webinar with its day and time: "all hands Friday at 3pm?"."""
    return bool(title) and reading.cluster.worth == FULL


def _is_commanded(reading: Reading) -> bool:
    """Tell whether a command, a label or a title in quotation marks asks for a webinar."""
    lead = _lead(reading)
    return bool(reading.segments or reading.quote or (lead and lead["command"]))


def _is_wanted(reading: Reading) -> bool:
    """Tell whether somebody wants a webinar or to do something: "we need a webinar", "can we do the all hands"."""
    lead, titles = _lead(reading), reading.grammar.titles
    if lead is None or not lead["polite"]:
        return False
    shadow = reading.text.cleaned.shadow()
    return bool(titles.weak.match(shadow, lead.end()) or _WANTS.search(lead["polite"]))


def _is_framed(reading: Reading) -> bool:
    """Tell whether "please, a webinar" or "webinar about" stands there, which a statement may hold as well."""
    lead, titles = _lead(reading), reading.grammar.titles
    if lead is None:
        return False
    shadow = reading.text.cleaned.shadow()
    if lead["polite"] and (lead["noun"] or titles.framed.search(shadow)):
        return True
    return bool(lead["noun"] and titles.about.match(shadow, lead.end()))


def _lead(reading: Reading) -> re.Match[str] | None:
    """The frame at the beginning; Japanese has its verb at the end."""
    if not reading.grammar.words.spaced:
        return None
    shadow = reading.text.cleaned.shadow()
    return reading.grammar.titles.lead.match(shadow, _begin(shadow, 0))
