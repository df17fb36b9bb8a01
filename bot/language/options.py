"""Options that are said beside title and time: "record it", "no Q&A", "password Zebra42", "description: …"."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache
from typing import Final

from bot.language.cleaned_text import LINK, CleanedText
from bot.language.templates import either
from bot.language.vocabularies.options import OPTION_WORDS, OptionWords
from bot.models.webinar import DESCRIPTION_MAX, PASSWORD_MAX

Span = tuple[str, int, int]
_OR: Final = r"(?:,? (?:or|and|nor|und|oder|ni|ou|y|e|et)| ?&) (?:no |keine |sin |sem |de )?"
_ENDS: Final = (
    r"(?= ?(?:$|[,;.!?:)(\x1f、。|/-]| (?:and|but|or|please|pls|plz|thx|thanks|stp|pf|at|on|for|from|in|with|und|aber|bitte|am|um|von|mit|et|mais|svp|le|"
    r"y|pero|por|el|a|con|e|mas|no|na|com|\d)(?!\w)))"
)
_BEFORE_VALUE: Final = re.compile(r"(?:^|[,;.(|\x1f])\s*$|(?<!\w)(?:with|and|mit|und|avec|et|con|y|com|e)\s$")
_QUOTES: Final = {'"': '"', "“": "”", "„": "“”", "«": "»", "'": "'", "‘": "’", "「": "」", "`": "`"}
_PLAIN_VALUE: Final = re.compile(r"[^\s,;、。]{1,64}")
_ADDRESS: Final = re.compile(rf"{LINK}|https?://[^\s<>]{{1,512}}")
_IS: Final = (" is", " ist", " lautet", " est", " es", " be", " to", " sera", "は")
_TELLING: Final = re.compile(r"[\d_!#$%*+@]|[a-z][A-Z]")
"""What shows that a word is a password and no other word."""


@dataclass
class SaidOptions:
    """The options that a text says, with the places that said them."""

    settings: dict[str, bool | str] = field(default_factory=dict)
    description: str | None = None
    spans: list[Span] = field(default_factory=list)


@dataclass(frozen=True)
class OptionPatterns:
    """One language's options as patterns; each reads at most one option, or a list of names."""

    names: tuple[tuple[str, re.Pattern[str]], ...]
    frames: tuple[tuple[bool, re.Pattern[str]], ...]
    wished: re.Pattern[str]
    phrases: tuple[tuple[str, bool | str, re.Pattern[str]], ...]
    password: re.Pattern[str]
    description: re.Pattern[str]
    redirect: re.Pattern[str]


@cache
def option_patterns(code: str) -> OptionPatterns:
    """The patterns of a language."""
    words = OPTION_WORDS[code]
    edge, ends = ("", "") if code == "ja" else (r"(?<![\w-])", _ENDS)
    value = r"(?P<mark> ?[:：=] ?| )" if code != "ja" else r"(?P<mark> ?[:：=] ?| ?)"
    return OptionPatterns(
        names=tuple((name, re.compile(f"(?:{pattern})")) for name, pattern in words.names.items()),
        frames=tuple(
            (wanted, re.compile(f"{edge}(?:{_framed(frames, words)}){ends}"))
            for wanted, frames in ((False, words.off), (True, words.on))
        ),
        wished=re.compile(f"{edge}(?:{_framed((words.with_ + ' {n}',), words)}){ends}"),
        phrases=tuple(
            (name, told, re.compile(f"{edge}(?:{pattern}){ends}")) for name, told, pattern in words.phrases
        ),
        password=re.compile(f"{edge}(?P<lead>{words.protected_by}){value}"),
        description=re.compile(f"{edge}(?:{words.description}) ?[:：=は] ?"),
        redirect=re.compile(f"{edge}(?:{words.redirect})[: ]{{0,2}}(?={LINK}|https?://)"),
    )


def _framed(frames: tuple[str, ...], words: OptionWords) -> str:
    """The frames with every name in their slot, also several names in a row."""
    name = either(tuple(words.names.values())) if words.with_ == "(?!)" else "|".join(words.names.values())
    several = f"(?:{name})(?:{_OR}(?:{name})){{0,4}}"
    return "|".join(frame.replace("(?:{n})", "{n}").replace("{n}", several) for frame in frames)


def read_values(cleaned: CleanedText, shadow: str, text: str, codes: tuple[str, ...]) -> SaidOptions:
    """Find what is said with a value of its own: a password, a description, an address to go to afterwards."""
    said = SaidOptions()
    for code in codes:
        patterns = option_patterns(code)
        for found in patterns.description.finditer(shadow) if said.description is None else ():
            if end := _description_end(cleaned, found.end()):
                said.description = cleaned.seen[found.end() : end].strip()[:DESCRIPTION_MAX]
                said.spans.append(("description", found.start(), end))
                break
        for found in patterns.password.finditer(shadow) if "password" not in said.settings else ():
            if value := _password(cleaned, found):
                start, end = value
                said.settings["password"] = _as_typed(cleaned, text, start, end)[:PASSWORD_MAX]
                said.spans.append(("password", found.start(), _past_quote(cleaned.seen, end)))
                break
        for found in patterns.redirect.finditer(shadow) if LINK in shadow or "://" in shadow else ():
            if address := _ADDRESS.match(cleaned.seen, found.end()):
                said.settings["post_webinar_redirect_uri"] = _link(cleaned, address)
                said.spans.append(("redirect", found.start(), address.end()))
    return said


def _description_end(cleaned: CleanedText, start: int) -> int | None:
    """Find where a description ends: with its line, or with the text."""
    end = next((at for at in sorted(cleaned.breaks) if at > start), len(cleaned.seen))
    return end if cleaned.seen[start:end].strip() else None


def _password(cleaned: CleanedText, found: re.Match[str]) -> tuple[int, int] | None:
    """Find where a password stands; a word behind "password" alone may be a part of a title."""
    seen, start = cleaned.seen, found.end()
    if closing := _QUOTES.get(seen[start : start + 1]):
        end = next((at for at in range(start + 1, min(len(seen), start + 66)) if seen[at] in closing), -1)
        return (start + 1, end) if end > start + 1 else None
    plain = _PLAIN_VALUE.match(seen, start)
    if plain is None:
        return None
    end = start + len(plain[0].rstrip(".!?)")) or plain.end()
    return (start, end) if _is_password(seen, found, seen[start:end], end) else None


def _is_password(seen: str, found: re.Match[str], value: str, end: int) -> bool:
    """Tell whether a word is meant as one: behind a colon or "is", or where nothing else goes on behind it."""
    if found["mark"].strip():  # "password: zebra"
        return True
    telling = bool(_TELLING.search(value))
    if found["lead"].endswith(_IS) and (telling or not seen[end : end + 2].strip(" .,;!")):
        return True  # "the password is Zebra42"
    alone = _BEFORE_VALUE.search(seen, 0, found.start()) or _starts_with_joint(found)
    return bool(alone) and (telling or seen[end : end + 1] in {"", ",", ";", ".", ")", "!"})


def _starts_with_joint(found: re.Match[str]) -> bool:
    return found["lead"].split(" ")[0] in {"with", "and", "use", "mit", "avec", "con", "acceso", "com"}


def _as_typed(cleaned: CleanedText, text: str, start: int, end: int) -> str:
    """A value as it was sent: markup that Slack would draw may belong to it."""
    typed = text[cleaned.origin[start] : cleaned.origin[end - 1] + 1]
    return (
        typed if typed.strip("*_~`<>") == cleaned.seen[start:end].strip("*_~`") else cleaned.seen[start:end]
    )


def _past_quote(seen: str, end: int) -> int:
    return end + (seen[end : end + 1] in set("".join(_QUOTES.values())) and bool(seen[end : end + 1]))


def _link(cleaned: CleanedText, found: re.Match[str]) -> str:
    """The address that stands at a place."""
    if found[0] != LINK:
        return found[0].rstrip(".,;)")
    return cleaned.links[cleaned.seen.count(LINK, 0, found.start())]


def read_switches(shadow: str, codes: tuple[str, ...], *, quoted: bool) -> SaidOptions:
    """Find what is turned on or off; a title in quotation marks leaves "with Q&A" to the options."""
    said = SaidOptions()
    for code in codes:
        for switched, start, end in _switches(shadow, option_patterns(code), quoted=quoted):
            if any(start < other_end and other_start < end for _, other_start, other_end in said.spans):
                continue
            said.settings = switched | said.settings
            said.spans.append(("option", start, end))
    return said


def _switches(
    shadow: str, patterns: OptionPatterns, *, quoted: bool
) -> Iterator[tuple[dict[str, bool | str], int, int]]:
    for name, value, phrase in patterns.phrases:
        for found in phrase.finditer(shadow):
            yield {name: value}, *found.span()
    for wanted, frame in patterns.frames:
        for found in frame.finditer(shadow):
            yield dict.fromkeys(_named(found[0], patterns), wanted), *found.span()
    for found in patterns.wished.finditer(shadow):
        names = _named(found[0], patterns)
        if quoted or "qna_enabled" not in names:
            yield dict.fromkeys(names, True), *found.span()


def _named(text: str, patterns: OptionPatterns) -> list[str]:
    """The settings that a phrase names, longest names first."""
    names = []
    for name, pattern in patterns.names:
        if pattern.search(text):
            names.append(name)
            text = pattern.sub("", text)
    return names
