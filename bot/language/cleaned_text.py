"""Text as Slack sends it, made plain: what a person sees, a folded shadow to search, and the way back."""

import html
import re
import unicodedata
from dataclasses import dataclass
from functools import cache
from typing import Final

MOST: Final = 10_000
WINDOW: Final = 400
"""Of a long text, so many characters are read from its beginning and from its end."""
PERSON: Final = "\ue000"
CHANNEL: Final = "\ue001"
LINK: Final = "\ue002"
SIGNS: Final = frozenset({PERSON, CHANNEL, LINK})
"""Characters that stand for what was mentioned."""
_TOKEN: Final = re.compile(
    r"<@(?P<user>[UW][A-Z0-9]{1,30})(?:\|[^<>]*)?>|<#(?P<channel>[CGD][A-Z0-9]{1,30})(?:\|[^<>]*)?>"
    r"|<(?P<link>(?:https?|mailto|tel):[^<>|\s]*)(?:\|(?P<label>[^<>]*))?>|<[!#@][^<>]*>"
    r"|(?P<mark>(?:^|(?<=\n))[ \t]{0,9}(?:(?:&gt;|[>•◦▪‣]){1,9}|[-*]) |```|(?<![\w*~`])[*_~`](?=[\w“\"'(<#:/])|(?<=[\w:.!?)”\"'%])[*_~`](?![\w*~`]))"
    r"|&(?:amp|lt|gt);"
)
_WHITE: Final = re.compile(r"\s{0,40}")
_LINE_ENDS: Final = frozenset("\n\r\u2028\u2029")
_BLANK: Final = frozenset("\u115f\u1160\u2800\u3164\uffa0")
"""Letters and signs that show nothing."""
_KEPT_FORMATS: Final = "\u200d\ufe0f"


@dataclass(frozen=True)
class CleanedText:
    """`seen` is the text without markup; `origin` gives, for each of its characters, the place in the text.

    `links` are the addresses that stand there without a label, and `breaks` the places where a line ended.
    """

    seen: str
    origin: tuple[int, ...]
    users: tuple[str, ...]
    channels: tuple[str, ...]
    cut: bool
    links: tuple[str, ...] = ()
    breaks: frozenset[int] = frozenset()

    def shadow(self) -> str:
        """The same length, but small letters without accents, full-width made plain."""
        return "".join(map(fold, self.seen)) if not self.seen.isascii() else self.seen.lower()


def clean(text: str) -> CleanedText:
    """Take Slack's markup, control characters and repeated white space away, remembering where all came from."""
    if len(text) > MOST:
        text = text[: MOST // 2] + " " * (len(text) - MOST) + text[-MOST // 2 :]
    pieces: list[tuple[str, int]] = []
    users, channels, links, position = [], [], [], 0
    for token in _TOKEN.finditer(text):
        pieces += zip(text[position : token.start()], range(position, token.start()), strict=True)
        position = token.end()
        if token["user"]:
            users.append(token["user"])
        if token["channel"]:
            channels.append(token["channel"])
        if token["link"] and not token["label"]:
            links.append(token["link"])
        pieces += [(sign, token.start()) for sign in _plain(token)]
    pieces += zip(text[position:], range(position, len(text)), strict=True)
    kept = _without_noise(pieces)
    cut = len(kept) > 2 * WINDOW
    if cut:
        kept = [*kept[:WINDOW], (" ", kept[WINDOW][1]), *kept[-WINDOW:]]
    seen = "".join(sign for sign, _ in kept)
    places = tuple(place for _, place in kept)
    breaks = frozenset(at for at, (sign, place) in enumerate(kept) if sign == " " and _ends_line(text, place))
    return CleanedText(seen, places, tuple(users), tuple(channels), cut, tuple(links), breaks)


def _ends_line(text: str, place: int) -> bool:
    """Tell whether a line ends in the white space that begins here."""
    white = _WHITE.match(text, place)
    return bool(white and not _LINE_ENDS.isdisjoint(white[0]))


def _plain(token: re.Match[str]) -> str:
    if token["user"]:
        return PERSON
    if token["channel"]:
        return CHANNEL
    if token["mark"]:
        return ""
    if token["link"] and not token["label"]:
        return LINK
    return html.unescape(token[0]) if token[0].startswith("&") else token["label"] or ""


def _without_noise(pieces: list[tuple[str, int]]) -> list[tuple[str, int]]:
    kept: list[tuple[str, int]] = []
    for sign, place in pieces:
        if sign.isspace():
            if kept and kept[-1][0] != " ":
                kept.append((" ", place))
        elif (sign.isascii() and sign.isprintable()) or _visible(sign):
            kept.append((sign, place))
    return kept


def _visible(sign: str) -> bool:
    if sign in _BLANK:
        return False
    return sign in SIGNS or sign in _KEPT_FORMATS or unicodedata.category(sign)[0] != "C"


@cache
def _table() -> dict[str, str]:
    """Signs that fold to something special."""
    return {"’": "'", "‘": "'", "–": "-", "—": "-", "−": "-", "〜": "-", "～": "-", "ß": "ß"}


def fold(sign: str) -> str:
    """One character for one."""
    if sign.isascii():
        return sign.lower()
    if sign in _table():
        return _table()[sign]
    plain = unicodedata.normalize("NFKC", sign)
    if len(plain) == 1 and plain < "\u0250":
        plain = unicodedata.normalize("NFKD", plain)[0]
    lower = plain.lower()
    return lower if len(lower) == 1 else sign
