"""Structured logs, with one reference a request, and never a secret or an address."""

import logging
import re
from collections.abc import Mapping, MutableMapping
from typing import Any, Final

import structlog

_SECRETS: Final = re.compile(
    r"xox[a-z]-[\w-]+|xapp-[\w-]+|Bearer\s+\S+|Basic\s+\S+|[a-z][a-z0-9+.-]*://\S+|[\w.+-]+@[\w-]+\.[\w.-]+"
    r"|eyJ[\w-]+\.[\w-]+\.[\w-]*"
    r"|(?<=password)[\"'=: ]+[^\s,\"']+",
    re.IGNORECASE,
)


def set_up(level: str) -> None:
    """Send everybody's logs, the libraries' too, to standard error as JSON."""
    shared: list[Any] = [
        structlog.contextvars.merge_contextvars,
        structlog.stdlib.add_log_level,
        structlog.processors.TimeStamper(fmt="iso"),
        structlog.processors.format_exc_info,
        without_secrets,
    ]
    structlog.configure(
        processors=[*shared, structlog.stdlib.ProcessorFormatter.wrap_for_formatter],
        wrapper_class=structlog.stdlib.BoundLogger,
        logger_factory=structlog.stdlib.LoggerFactory(),
        cache_logger_on_first_use=True,
    )
    formatter = structlog.stdlib.ProcessorFormatter(
        foreign_pre_chain=shared,
        processors=[
            structlog.stdlib.ProcessorFormatter.remove_processors_meta,
            without_secrets,
            structlog.processors.JSONRenderer(),
        ],
    )
    handler = logging.StreamHandler()
    handler.setFormatter(formatter)
    root = logging.getLogger()
    root.handlers = [handler]
    root.setLevel(level)
    for chatty in ("httpx", "httpcore", "alembic", "aiosqlite", "slack_sdk", "slack_bolt", "uvicorn.access"):
        logging.getLogger(chatty).setLevel(max(logging.WARNING, logging.getLevelName(level)))


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
            return _SECRETS.sub("[covered]", str(value))
