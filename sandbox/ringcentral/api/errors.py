"""Refusals, in the shapes that RingCentral's Webinar API, its gateway and its sign-in answer with."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True)
class Problem:
    """One thing that is wrong with a request; `parameter` names the field, as in `settings.password`."""

    code: str
    message: str
    parameter: str | None = None

    def as_json(self) -> dict[str, str]:
        """Write it as an entry of an error answer."""
        told = {"errorCode": self.code, "message": self.message}
        if self.parameter is not None:
            told["parameterName"] = self.parameter
        return told


class ApiRefusal(Exception):
    """A request that is answered with an error status."""

    def __init__(self, status: int, *problems: Problem, headers: Mapping[str, str] | None = None) -> None:
        super().__init__(status, *(problem.message for problem in problems))
        self.status = status
        self.problems = problems
        self.headers = dict(headers or {})

    def body(self) -> dict[str, Any]:
        """Write the error answer."""
        return {"errors": [problem.as_json() for problem in self.problems]}


class GatewayRefusal(ApiRefusal):
    """A refusal of the gateway before the API: `code` and the first message stand above the list as well."""

    def __init__(
        self, status: int, code: str, problem: Problem, headers: Mapping[str, str] | None = None
    ) -> None:
        super().__init__(status, problem, headers=headers)
        self.code = code

    def body(self) -> dict[str, Any]:
        """Write the error answer."""
        return {"errorCode": self.code, "message": self.problems[0].message, **super().body()}


class OAuthRefusal(ApiRefusal):
    """A refusal of the token endpoint: an error code of RFC 6749 stands above the list."""

    def __init__(self, error: str, message: str) -> None:
        super().__init__(400, Problem("OAU-250", message))
        self.error = error

    def body(self) -> dict[str, Any]:
        """Write the error answer."""
        return {"error": self.error, "error_description": self.problems[0].message, **super().body()}


def invalid(parameter: str, message: str) -> ApiRefusal:
    """400: this parameter cannot be taken."""
    return ApiRefusal(400, Problem("CMN-101", message, parameter))


def not_found(what: str) -> ApiRefusal:
    """404: there is none, or it is somebody else's."""
    return ApiRefusal(404, Problem("CMN-102", f"{what} is not found"))


def forbidden(message: str, parameter: str | None = None) -> ApiRefusal:
    """403: not in this state, or not for this user."""
    return ApiRefusal(403, Problem("CMN-408", message, parameter))


def conflict(parameter: str, message: str) -> ApiRefusal:
    """409: it would be there twice."""
    return ApiRefusal(409, Problem("CMN-409", message, parameter))


def wrong_media_type(expected: str) -> ApiRefusal:
    """415: the body is in another format."""
    return ApiRefusal(415, Problem("CMN-415", f"The body must be {expected}"))


def wrong_method(method: str, allowed: Iterable[str]) -> ApiRefusal:
    """405: the path exists, with other verbs."""
    problem = Problem("CMN-405", f"{method} is not supported here")
    return ApiRefusal(405, problem, headers={"Allow": ", ".join(allowed)})
