"""Names as people see them: without what nobody sees, and never cut in the middle of a sign."""

import unicodedata
from collections.abc import Iterator
from typing import Final

_JOINER: Final = "\u200d"
_BLANK: Final = frozenset("\u115f\u1160\u2800\u3164\uffa0")
"""Signs that count as letters or symbols and show nothing."""
_TONES: Final = range(0x1F3FB, 0x1F400)
_REGIONAL: Final = range(0x1F1E6, 0x1F200)
_TAGS: Final = range(0xE0020, 0xE0080)


def visible_name(text: str) -> str:
    """The text on one line, without control signs and signs that nobody sees; "" where nothing is to be seen."""
    spaced = "".join(" " if sign.isspace() or sign in _BLANK else sign for sign in text)
    kept = " ".join("".join(sign for sign in spaced if not _is_control(sign)).split())
    return kept if any(_is_seen(sign) for sign in kept) else ""


def fitting_signs(text: str, most: int) -> str:
    """As much of the text as has at most so many UTF-16 units, with every sign whole."""
    room, kept = most, []
    for sign in _whole_signs(text):
        room -= len(sign.encode("utf-16-le", "surrogatepass")) // 2
        if room < 0:
            break
        kept.append(sign)
    return "".join(kept).rstrip()


def _is_control(sign: str) -> bool:
    """Tell whether a sign only steers others; what joins emoji and colours them stays."""
    return unicodedata.category(sign) in {"Cc", "Cs", "Co", "Cn"} or (
        unicodedata.category(sign) == "Cf" and sign != _JOINER and ord(sign) not in _TAGS
    )


def _is_seen(sign: str) -> bool:
    return unicodedata.category(sign)[0] in "LNPS"


def _whole_signs(text: str) -> Iterator[str]:
    """Signs as people see them: a letter with its accents, an emoji with its colour, a flag, a family."""
    whole = ""
    for sign in text:
        if whole and _belongs(sign, whole):
            whole += sign
            continue
        if whole:
            yield whole
        whole = sign
    if whole:
        yield whole


def _belongs(sign: str, whole: str) -> bool:
    """Tell whether a sign is a part of the one before it."""
    code = ord(sign)
    if whole.endswith(_JOINER) or sign == _JOINER or code in _TONES or code in _TAGS:
        return True
    if unicodedata.category(sign) in {"Mn", "Me", "Mc"}:
        return True
    return code in _REGIONAL and len(whole) % 2 == 1 and all(ord(each) in _REGIONAL for each in whole)
