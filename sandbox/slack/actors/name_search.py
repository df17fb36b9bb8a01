"""Finding the one thing a person means by its name on the screen; where it is not, saying what is."""

from collections.abc import Iterator, Sequence
from typing import Any, TypeVar

from sandbox.slack.actors.menu_options import Choice
from sandbox.slack.blockkit.element_search import ElementLocation, spots
from sandbox.slack.blockkit.plain_text import texts
from sandbox.slack.constants import Json

T = TypeVar("T")


def only(found: Sequence[T], what: str, screen: str) -> T:
    """The one that was found; AssertionError, with what is on the screen, for none or several."""
    if len(found) == 1:
        return found[0]
    raise AssertionError(f"There is {'more than one' if found else 'no'} {what}. {screen}")


def pick(wanted: str, choices: Sequence[Choice]) -> Any:
    """The choice that shows what is wanted, or else the only one that contains it."""
    name = wanted.removeprefix("@")
    exact = [held for shown, held in choices if wanted == shown or name in (shown, held)]
    containing = [held for shown, held in choices if name.lower() in shown.lower()]
    return only(
        exact or containing, f"choice “{wanted}”", f"Offered are: {[shown for shown, _held in choices]}"
    )


def pressable(blocks: Sequence[Json], text: str, near: str = "") -> list[tuple[ElementLocation, str | None]]:
    """The buttons with this text, and the menu entries (with their values); `near` takes the first from there on."""
    found = list(_pressable(_from(blocks, near) if near else blocks, text))
    return found[:1] if near else found


def _from(blocks: Sequence[Json], near: str) -> Sequence[Json]:
    for number, block in enumerate(blocks):
        if any(near in line for line in texts(block)):
            return blocks[number:]
    raise AssertionError(f"Nothing here says “{near}”")


def _pressable(blocks: Sequence[Json], text: str) -> Iterator[tuple[ElementLocation, str | None]]:
    for spot in spots(blocks):
        if spot.type == "button" and spot.element["text"]["text"] == text:
            yield spot, None
        for option in spot.element["options"] if spot.type == "overflow" else ():
            if option["text"]["text"] == text:
                yield spot, option.get("value")


def confirmed(element: Json, text: str, answer: bool | None) -> bool:  # noqa: FBT001 - yes, no, or nobody asked
    """Tell whether she goes on: a confirm dialog must be answered, and only then can it be."""
    dialog = element.get("confirm")
    if dialog is None and answer is not None:
        raise AssertionError(f"“{text}” asks for no confirmation")
    if dialog is not None and answer is None:
        raise AssertionError(f"“{text}” asks: {dialog['title']['text']} {dialog['text']['text']}")
    return answer is not False
