"""RingCentral's published OpenAPI description, as the judge of what the sandbox takes and gives."""

import re
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Any

import yaml
from openapi_schema_validator import OAS30ReadValidator, OAS30WriteValidator, oas30_format_checker

from sandbox.ringcentral import ApiExchange

DESCRIPTION = Path(__file__).resolve().parents[1] / "contract/ringcentral-webinar.openapi.yml"
GATEWAY = {401, 404, 405, 415, 429}
"""Statuses that the gateway answers for any operation; the description names few of them."""

RULES = ("type", "minLength", "maxLength", "minimum", "maximum", "minItems", "maxItems", "enum")
NO_LIMIT = (None, 0, 2**31 - 1, "object")
REQUIRED_IN_PROSE = {"updatedInvitees.id", "deletedInvitees.id"}
TOLD_IN_PROSE = {("rcwConfigListAllCompanySessions", 403)}
"""Answers that the description of an operation names, and its list of answers forgets."""
ABSENT_IN_PROSE = "'recordingSharedUri' is a required property"
"""Fields that a schema requires, though the description of the operation says when they are not there."""


def problems(exchange: ApiExchange) -> list[str]:
    """Tell what the contract does not know in an answer, or would not take in a request that was accepted."""
    operation = _operations().get(exchange.operation_id or "")
    if operation is None:
        return [f"{exchange}: {each}" for each in _in_error(exchange.response)]
    found = list(_in_answer(operation, exchange))
    if exchange.status < 300 and exchange.request is not None:
        found += problems_in_request(str(exchange.operation_id), _without_policy_settings(exchange.request))
    return [f"{exchange}: {each}" for each in found]


def problems_in_request(operation_id: str, body: Any) -> list[str]:
    """Tell what the contract does not take in the body of a request."""
    schema = _operations()[operation_id]["requestBody"]["content"]["application/json"]["schema"]
    validator = OAS30WriteValidator(_whole(schema), format_checker=oas30_format_checker)
    return [error.message for error in validator.iter_errors(body)] + list(_unknown(schema, body, "request"))


def limits(operation_id: str) -> dict[str, dict[str, Any]]:
    """Give the limits of each field that a client may send, by its path; required ones end with an asterisk."""
    schema = _operations()[operation_id]["requestBody"]["content"]["application/json"]["schema"]
    return dict(limits_in(schema))


def limits_in(schema: Mapping[str, Any], where: str = "") -> Iterator[tuple[str, dict[str, Any]]]:
    """Walk through a schema's fields and give the limits of each."""
    required = _required(schema)
    for name, each in _properties(schema).items():
        whole = _resolved(each)
        if whole.get("readOnly") and name not in settings_left_to_policy():
            continue
        path = f"{where}{name}"
        star = "*" if name in required or path in REQUIRED_IN_PROSE else ""
        yield path + star, {rule: whole[rule] for rule in RULES if whole.get(rule) not in NO_LIMIT}
        yield from limits_in(whole.get("items", whole), f"{path}.")


def settings_left_to_policy() -> set[str]:
    """Name the settings that the contract lets no client set, though the guide names some; a policy decides."""
    settings = _properties({"$ref": "#/components/schemas/WcsWebinarSettingsModel"})
    return {name for name, each in settings.items() if each.get("readOnly")}


def default_settings() -> dict[str, Any]:
    """Give the settings that a webinar has where nobody decided otherwise."""
    settings = _properties({"$ref": "#/components/schemas/WcsWebinarSettingsModel"})
    return {name: each["default"] for name, each in settings.items() if "default" in each}


def operations() -> Mapping[str, tuple[str, str, str, str | None]]:
    """List the operations by id: verb, path, rate group and the permission that they need."""
    return {
        each["operationId"]: (
            each["method"],
            each["path"],
            each["x-throttling-group"],
            each.get("x-app-permission"),
        )
        for each in _operations().values()
    }


def query_of(operation_id: str) -> dict[str, bool]:
    """List an operation's query parameters, and whether each is required."""
    parameters = [_resolved(each) for each in _operations()[operation_id].get("parameters", [])]
    return {each["name"]: each["required"] for each in parameters if each["in"] == "query"}


def _without_policy_settings(body: Any) -> Any:
    if "settings" not in body:
        return body
    left = settings_left_to_policy()
    return {**body, "settings": {name: each for name, each in body["settings"].items() if name not in left}}


def _in_answer(operation: Mapping[str, Any], exchange: ApiExchange) -> Iterator[str]:
    answers = operation["responses"]
    if str(exchange.status) not in answers:
        if exchange.status not in GATEWAY and (exchange.operation_id, exchange.status) not in TOLD_IN_PROSE:
            yield f"the contract knows no {exchange.status} here"
        yield from _in_error(exchange.response)
        return
    content = _resolved(answers[str(exchange.status)]).get("content")
    if content is None:
        if exchange.response is not None and exchange.status < 300:
            yield "the contract knows no body here"
        return
    schema = content["application/json"]["schema"]
    validator = OAS30ReadValidator(_whole(schema), format_checker=oas30_format_checker)
    yield from (
        f"{error.message} at {list(error.absolute_path)}"
        for error in validator.iter_errors(exchange.response)
        if error.message != ABSENT_IN_PROSE
    )
    if exchange.status < 300:
        yield from _unknown(schema, exchange.response, "answer")


def _in_error(body: Any) -> list[str]:
    schema = _whole({"$ref": "#/components/schemas/ParameterizedErrorResponseModel"})
    return [error.message for error in OAS30ReadValidator(schema).iter_errors(body)]


def _unknown(schema: Mapping[str, Any], instance: Any, where: str) -> Iterator[str]:
    """Find the fields that the contract does not name; its schemas let them pass."""
    schema = _resolved(schema)
    if isinstance(instance, list):
        for each in instance:
            yield from _unknown(schema["items"], each, f"{where}[]")
    elif isinstance(instance, dict):
        known = _properties(schema)
        for name, value in instance.items():
            if name in known:
                yield from _unknown(known[name], value, f"{where}.{name}")
            else:
                yield f"{where}.{name} is not in the contract"


def _properties(schema: Mapping[str, Any]) -> dict[str, Any]:
    schema = _resolved(schema)
    found = dict(schema.get("properties", {}))
    for part in (*schema.get("allOf", ()), *schema.get("anyOf", ())):
        found |= _properties(part)
    return found


def _required(schema: Mapping[str, Any]) -> set[str]:
    schema = _resolved(schema)
    required = set(schema.get("required", ())).union(*map(_required, schema.get("allOf", ())))
    choices = [_required(each) for each in schema.get("anyOf", ())]
    return required | (set.intersection(*choices) if choices else set())


def _resolved(schema: Mapping[str, Any]) -> Mapping[str, Any]:
    while "$ref" in schema:
        here: Any = description()
        for step in schema["$ref"].removeprefix("#/").split("/"):
            here = here[step]
        schema = here
    return schema


def _whole(schema: Mapping[str, Any]) -> dict[str, Any]:
    """Put the components beside a schema, so that its references resolve."""
    return {"allOf": [schema], "components": description()["components"]}


@cache
def _operations() -> dict[str, dict[str, Any]]:
    found = {}
    for path, item in description()["paths"].items():
        shared = item.get("parameters", [])
        for method, each in item.items():
            if re.fullmatch("get|post|put|patch|delete", method):
                parameters = [*shared, *each.get("parameters", [])]
                facts = {"method": method.upper(), "path": path, "parameters": parameters}
                found[each["operationId"]] = {**each, **facts}
    return found


@cache
def description() -> dict[str, Any]:
    """Give the whole of it."""
    loaded: dict[str, Any] = yaml.load(DESCRIPTION.read_text(encoding="utf-8"), Loader=yaml.CSafeLoader)
    return loaded
