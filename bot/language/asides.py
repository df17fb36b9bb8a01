"""What people say beside an answer: what they turn down, whom they do not want, whom they quote."""

import re
from typing import Final

from bot.language.requests import only_answers
from bot.models.understood import Understood

_AROUND_QUOTE: Final = 5
_SHORT: Final = 700
"""Characters; what is longer than a title with some words around it is no answer."""
_TURNED_DOWN: Final = re.compile(
    r"^(?:no,? )?(?:not|nicht|pas) (?:on |at |am |um |le |à )?[\w:-]+(?: \d{1,2})?(?:[,;.] (?:but |sondern |mais )?| (?:but|sondern|mais) )(?=\S)",
    re.IGNORECASE,
)
ONLY_NOT: Final = re.compile(r"(?:no,? )?(?:not|nicht|pas)\b(?! ?<@)", re.IGNORECASE)
_INSTEAD: Final = re.compile(
    r",? (?:instead|rather|works(?: better)?|is better|would be better|then|stattdessen|lieber|plut[oô]t|mejor|melhor)(?=[ .!]*$)",
    re.IGNORECASE,
)
_NOT_THEM: Final = re.compile(
    r"(?<!\w)(?:without|remove|uninvite|drop|not|minus|no longer|ohne|entferne|sans|retire[rz]?|sin|quita|sem|remov[ae])(?:,?(?: and| und| et| y| e)? ?<@[UW][A-Z0-9]+(?:\|[^<>]*)?>)+",
    re.IGNORECASE,
)
_USER: Final = re.compile(r"<@([UW][A-Z0-9]+)")


def is_answer(text: str, said: Understood) -> bool:
    """Whether few words stand around a quotation that are not understood: an answer, not a talk with others."""
    if len(text) > _SHORT:
        return False
    return len(_unexplained(text, said).split()) <= _AROUND_QUOTE


def speaks_to_us(text: str, said: Understood) -> bool:
    """Whether somebody who did not turn to us still answers: in few words, or in words of answers alone."""
    return is_answer(text, said) or (len(text) <= _SHORT and only_answers(_unexplained(text, said)))


def _unexplained(text: str, said: Understood) -> str:
    """The text without the parts that say something."""
    return "".join(
        sign for at, sign in enumerate(text) if not any(part.start <= at < part.end for part in said.parts)
    )


def without_asides(text: str) -> str:
    """The answer without what is turned down ("not tomorrow, Friday") and without "instead"."""
    if len(text) > _SHORT:
        return text
    return _INSTEAD.sub("", _TURNED_DOWN.sub("", text)).strip() or text


def uninvited(text: str) -> frozenset[str]:
    """People of whom an answer says that they shall not come."""
    return frozenset(user for found in _NOT_THEM.finditer(text) for user in _USER.findall(found[0]))
