"""Structured logs: one reference a request, no secret, no address, and nothing that came from outside.

Three walls stand one behind the other:
    our own events     a literal name and fields of our own: ids, counts, names of error types
    libraries' events  only texts that are literals in their code; what a library formats itself may quote a request
    exceptions         their types and places, never their texts, which may repeat what somebody typed
    and then           a scrubber over all of it, which takes time in proportion to the length of a text
"""

import logging
import re
import sys
import traceback
from collections.abc import Callable, Iterator, Mapping, MutableMapping
from typing import Any, Final, TypeAlias

import structlog
from structlog.typing import ExcInfo

_WORD: Final = re.compile(r"[^\s\"'<>]+")
"""Every run of such characters is looked at once, whatever a text is made of."""
_MARKS: Final = ("://", "xox", "xapp-", "eyj")
_CREDENTIAL: Final = re.compile(r"(?i)(?:bearer|basic)\s{1,4}[^\s\"',]+")
_NAMED: Final = re.compile(r"(?i)(password|(?:token|secret)[\"':=])[\"':=\s]{1,4}[^\s\"',]+")
_COVERED: Final = "[covered]"
_LONGEST: Final = 2_000
_LONGEST_TRACEBACK: Final = 8_000
_FRAMES: Final = 15
_CAUSES: Final = 5
_CHATTY: Final = ("httpx", "httpcore", "alembic", "aiosqlite", "slack_sdk", "slack_bolt", "uvicorn.access")
_PLAIN: Final = ("uvicorn", "httpx", "alembic", "asyncio", "py.warnings")
"""Libraries whose first line says something about the process alone."""
Hides: TypeAlias = Callable[[str, BaseException | None], bool]
"""Tell whether an event of this logger, with this exception, is told in another way."""


def set_up(level: str, hides: Hides = lambda _, __: False) -> None:
    """Send everybody's logs, the libraries' too, to standard error as JSON."""
    shared: list[Any] = [
        structlog.contextvars.merge_contextvars,
        structlog.stdlib.add_log_level,
        structlog.processors.TimeStamper(fmt="iso"),
        structlog.processors.ExceptionRenderer(_without_texts),
    ]
    structlog.configure(
        processors=[_Hiding(hides), *shared, structlog.stdlib.ProcessorFormatter.wrap_for_formatter],
        wrapper_class=structlog.stdlib.BoundLogger,
        logger_factory=structlog.stdlib.LoggerFactory(),
        cache_logger_on_first_use=True,
    )
    formatter = structlog.stdlib.ProcessorFormatter(
        foreign_pre_chain=[_library_event, *shared],
        processors=[
            structlog.stdlib.ProcessorFormatter.remove_processors_meta,
            without_secrets,
            structlog.processors.JSONRenderer(),
        ],
        use_get_message=False,
        pass_foreign_args=True,
    )
    handler = logging.StreamHandler()
    handler.setFormatter(formatter)
    handler.addFilter(lambda record: not hides(record.name, record.exc_info[1] if record.exc_info else None))
    root = logging.getLogger()
    root.handlers = [handler]
    root.setLevel(level)
    for chatty in _CHATTY:
        logging.getLogger(chatty).setLevel(max(logging.WARNING, logging.getLevelName(level)))


class _Hiding:
    """Drops our own events that are told in another way."""

    def __init__(self, hides: Hides) -> None:
        self._hides = hides

    def __call__(self, logger: Any, _: str, event: MutableMapping[str, Any]) -> MutableMapping[str, Any]:
        error = event.get("exc_info")
        if error is True:
            error = sys.exception()
        if isinstance(error, BaseException) and self._hides(getattr(logger, "name", ""), error):
            raise structlog.DropEvent
        return event


def without_secrets(_: Any, __: str, event: MutableMapping[str, Any]) -> Mapping[str, Any]:
    """Cover tokens, links, passwords and e-mail addresses, should one ever be logged."""
    return {name: value if name.startswith("_") else _covered(value) for name, value in event.items()}


def _covered(value: Any) -> Any:
    match value:
        case None | bool() | int() | float():
            return value
        case list() | tuple():
            return [_covered(item) for item in value]
        case dict():
            return {str(name): _covered(item) for name, item in value.items()}
        case _:
            return _scrubbed(str(value))


def _scrubbed(text: str) -> str:
    """The text without words that look like a secret, and cut where no event of ours ends."""
    named = _NAMED.sub(rf"\1{_COVERED}", _CREDENTIAL.sub(_COVERED, text))
    covered = _WORD.sub(_covered_word, named)
    if len(covered) <= _LONGEST_TRACEBACK:
        return covered
    return f"{covered[:_LONGEST]} … ({len(covered) - _LONGEST} characters more)"


def _covered_word(found: re.Match[str]) -> str:
    word = found[0]
    lowered = word.lower()
    is_address = "." in word.partition("@")[2]
    return _COVERED if is_address or any(mark in lowered for mark in _MARKS) else word


def _library_event(_: Any, __: str, event: MutableMapping[str, Any]) -> MutableMapping[str, Any]:
    """A library's event: where it comes from, and its text only where that is a literal of its code."""
    record: logging.LogRecord = event["_record"]
    arguments = event.pop("positional_args", ())
    if arguments:
        event["event"] = _filled_in(str(event["event"]), arguments)
    elif not record.name.startswith(_PLAIN):
        event["event"] = "library_event"
    event["event"] = str(event["event"]).partition("\n")[0]
    event["source"] = f"{record.name} {record.module}:{record.lineno}"
    return event


def _filled_in(template: str, arguments: Any) -> str:
    """A literal text with its numbers; anything else that belongs into it is covered."""
    given = arguments if isinstance(arguments, tuple) else ()
    safe = tuple(each if isinstance(each, int | float) else _COVERED for each in given)
    try:
        return template % safe
    except (TypeError, ValueError):
        return template


def _without_texts(exc_info: ExcInfo) -> str:
    """The types and places of an exception and of its causes, without their texts."""
    told = [_place(error) for error in _chain(exc_info[1])]
    return "\ncaused by ".join(told)[-_LONGEST_TRACEBACK:]


def _chain(error: BaseException | None) -> Iterator[BaseException]:
    for _ in range(_CAUSES):
        if error is None:
            return
        yield error
        error = error.__cause__ or (None if error.__suppress_context__ else error.__context__)


def _place(error: BaseException) -> str:
    """One exception: its type, the number that the system gives it, and the frames it went through."""
    number = getattr(error, "errno", None) or getattr(error, "sqlstate", None)
    kind = f"{type(error).__module__}.{type(error).__qualname__}".removeprefix("builtins.")
    inner = [_place(each) for each in error.exceptions] if isinstance(error, BaseExceptionGroup) else []
    frames = traceback.format_tb(error.__traceback__, -_FRAMES)
    return "".join([f"{kind} {number}\n" if number else f"{kind}\n", *frames, *inner])
