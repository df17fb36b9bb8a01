"""Holds what a client sent against a schema, and names every field that cannot be taken."""

import json
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import datetime
from ipaddress import IPv4Address
from typing import Any, Final
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo

from jsonschema import Draft202012Validator, FormatChecker
from jsonschema.exceptions import ValidationError

from sandbox.ringcentral.api.errors import ApiRefusal, Problem
from sandbox.ringcentral.api.schemas import Schema

_DATE_TIME: Final = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)", re.ASCII)
_EMAIL: Final = re.compile(r"[^@\s]+@[^@\s.]+(\.[^@\s.]+)+")


def check(schema: Schema, instance: Any) -> None:
    """Raise a 400 that names every parameter of `instance` that the schema does not take."""
    errors = Draft202012Validator(schema, format_checker=_formats()).iter_errors(instance)
    problems = [problem for error in errors for problem in _problems(error)]
    if problems:
        raise ApiRefusal(400, *problems)


def read_json(raw: bytes) -> Any:
    """Read a JSON body; a 400 says that it is none."""
    try:
        body = json.loads(raw)
        json.dumps(body, ensure_ascii=False, allow_nan=False).encode()  # lone surrogates and NaN are no JSON
    except (ValueError, RecursionError) as problem:
        raise ApiRefusal(400, Problem("CMN-101", "The body is not JSON")) from problem
    return body


def read_query(schema: Schema, pairs: Iterable[tuple[str, str]]) -> dict[str, Any]:
    """Read a query as the schema's types: lists are repeated parameters, or one with commas (`explode` false)."""
    query: dict[str, Any] = {}
    for name, value in pairs:
        wanted: Schema = schema["properties"].get(name, {})
        match wanted.get("type"):
            case "array" if wanted.get("explode") is False:
                query[name] = value.split(",")
            case "array":
                query.setdefault(name, []).append(value)
            case "integer" if re.fullmatch(r"-?[0-9]{1,18}", value):
                query[name] = int(value)
            case "boolean" if value in ("true", "false"):
                query[name] = value == "true"
            case _:
                query[name] = value
    return query


def _problems(error: ValidationError) -> Iterator[Problem]:
    """Turn one violation into one problem for each field it is about."""
    rule: Any = error.validator_value
    schema: Any = error.schema
    instance: Any = error.instance
    match error.validator:
        case "required":
            # jsonschema reports each missing name as an error of its own, and names it in the message only
            name = next(name for name in rule if error.message.startswith(f"{name!r} "))
            yield Problem("CMN-101", f"{name} is required", _path(error, name))
        case "additionalProperties":
            for name in instance:
                if name not in schema["properties"]:
                    yield Problem("CMN-101", f"{name} is unknown or cannot be set", _path(error, name))
        case _:
            told = f"The value does not satisfy {error.validator} {json.dumps(rule)}"
            yield Problem("CMN-101", told, _path(error) or None)


def _path(error: ValidationError, *more: str) -> str:
    """Write where the field is, as in addedInvitees[0].email."""
    steps = [f"[{step}]" if isinstance(step, int) else f".{step}" for step in (*error.absolute_path, *more)]
    return "".join(steps).removeprefix(".")


def _formats() -> FormatChecker:
    """Know the formats that the schemas use; jsonschema's own leave some unchecked."""
    formats = FormatChecker(formats=())
    for name, fits in _FORMATS.items():
        formats.checks(name, raises=(ValueError, KeyError, OSError))(_for_text(fits))
    return formats


def _for_text(fits: Callable[[str], bool]) -> Callable[[object], bool]:
    """Leave what is no text to the schema's `type`."""
    return lambda value: not isinstance(value, str) or fits(value)


def _is_moment(value: str) -> bool:
    """Accept an RFC 3339 date and time with a zone."""
    return bool(_DATE_TIME.fullmatch(value) and datetime.fromisoformat(value))


def _is_web_address(value: str) -> bool:
    """Accept an absolute http or https address."""
    parts = urlsplit(value)
    return parts.scheme in ("http", "https") and bool(parts.hostname) and not re.search(r"\s", value)


_FORMATS: Final[Mapping[str, Callable[[str], bool]]] = {
    "date-time": _is_moment,
    "uri": _is_web_address,
    "email": lambda value: bool(_EMAIL.fullmatch(value)),
    "ipv4": lambda value: bool(IPv4Address(value)),
    "time-zone": lambda value: bool(ZoneInfo(value)),
}
