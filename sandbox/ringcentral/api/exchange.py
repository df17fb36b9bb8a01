"""Requests of a client to the API, with their answers."""

from dataclasses import dataclass, field
from typing import Any


@dataclass(kw_only=True)
class ApiExchange:
    """One HTTP request to the API and its answer, with the `headers` of the latter; `at` in epoch seconds.

    `request` is the JSON body; forms are not kept, since they hold secrets.
    """

    at: float
    method: str
    path: str
    query: dict[str, str]
    user: str | None = None
    operation_id: str | None = None
    group: str | None = None
    request: Any = None
    status: int = 0
    headers: dict[str, str] = field(default_factory=dict)
    response: Any = None

    def __str__(self) -> str:
        """Name the request and its outcome, without what was in it."""
        return f"{self.method} {self.path} -> {self.status}"
