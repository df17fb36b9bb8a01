"""Small rules of which the tables of Block Kit are made: what a JSON value must be for Slack to take it.

A rule lists its complaints about a value that stands at a JSON pointer, worded as in the
`response_metadata.messages` of Slack's answers.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import Any, Protocol, TypeAlias


class Rule(Protocol):
    """Something that a value must satisfy."""

    def problems(self, value: Any, at: str) -> list[str]:
        """List what is wrong with the value at this JSON pointer."""


Members: TypeAlias = Mapping[str, Rule]
"""An object's members by name, each with its rule."""


def problem(what: str, at: str) -> str:
    """One line in Slack's manner: what is wrong, and the JSON pointer to where."""
    return f"[ERROR] {what} [json-pointer:{at}]"


def under(at: str, *keys: str | int) -> str:
    """The JSON pointer to what lies under `at` by these member names and indices (RFC 6901)."""
    return "/".join([at, *(str(key).replace("~", "~0").replace("/", "~1") for key in keys)])


@dataclass(frozen=True)
class TextFormat:
    """A form that a text must have beyond its length, and how to ask for it."""

    wanted: str
    fits: Callable[[str], bool]


@dataclass(frozen=True)
class TextRule:
    """A string of `shortest` to `longest` characters (None: any number), perhaps of a certain form."""

    longest: int | None
    shortest: int = 1
    form: TextFormat | None = None

    def problems(self, value: Any, at: str) -> list[str]:
        """Refuse other types, lengths and forms."""
        if not isinstance(value, str):
            return [problem("must provide a string", at)]
        if len(value) < self.shortest:
            return [problem(f"must be more than {self.shortest - 1} characters", at)]
        if self.longest is not None and len(value) > self.longest:
            return [problem(f"must be less than {self.longest + 1} characters", at)]
        if self.form and not self.form.fits(value):
            return [problem(f"must be {self.form.wanted}", at)]
        return []


@dataclass(frozen=True)
class IntegerRule:
    """A whole number from `least` to `most` (None: no bound)."""

    least: int | None = None
    most: int | None = None

    def problems(self, value: Any, at: str) -> list[str]:
        """Refuse other types, booleans among them, and numbers out of bounds."""
        if not isinstance(value, int) or isinstance(value, bool):
            return [problem("must provide an integer", at)]
        if self.least is not None and value < self.least:
            return [problem(f"must be at least {self.least}", at)]
        if self.most is not None and value > self.most:
            return [problem(f"must be at most {self.most}", at)]
        return []


@dataclass(frozen=True)
class BooleanRule:
    """True or false."""

    def problems(self, value: Any, at: str) -> list[str]:
        """Refuse other types."""
        return [] if isinstance(value, bool) else [problem("must provide a boolean", at)]


@dataclass(frozen=True)
class ChoiceRule:
    """One of a few words."""

    words: tuple[str, ...]

    def problems(self, value: Any, at: str) -> list[str]:
        """Refuse other words."""
        if not isinstance(value, str):
            return [problem("must provide a string", at)]
        return [] if value in self.words else [problem(f"must be one of: {', '.join(self.words)}", at)]


@dataclass(frozen=True)
class ListRule:
    """A list of `least` to `most` items (None: any number), each of which satisfies a rule."""

    of: Rule
    most: int | None = None
    least: int = 1

    def problems(self, value: Any, at: str) -> list[str]:
        """Refuse other types, other counts, and list what is wrong with the items."""
        if not isinstance(value, list):
            return [problem("must provide an array", at)]
        if len(value) < self.least:
            return [problem(f"no fewer than {self.least} items allowed", at)]
        if self.most is not None and len(value) > self.most:
            return [problem(f"no more than {self.most} items allowed", at)]
        return [line for i, item in enumerate(value) for line in self.of.problems(item, under(at, i))]


@dataclass(frozen=True)
class ObjectRule:
    """An object with these members and no others.

    What concerns several members (`also`) is looked at once each of them is right by itself.
    """

    required: Members = field(default_factory=dict)
    optional: Members = field(default_factory=dict)
    also: tuple[Callable[[Mapping[str, Any], str], Iterable[str]], ...] = field(default=(), kw_only=True)

    def problems(self, value: Any, at: str) -> list[str]:
        """Refuse other types, missing and unknown members, and list what is wrong with the known ones."""
        if not isinstance(value, Mapping):
            return [problem("must provide an object", at)]
        rules = {**self.required, **self.optional}
        found = [
            problem(f"missing required field: {name}", at) for name in self.required if name not in value
        ]
        for name, member in value.items():
            if name in rules:
                found += rules[name].problems(member, under(at, name))
            else:
                found.append(problem(f"invalid additional property: {name}", at))
        return found or [line for check in self.also for line in check(value, at)]

    def with_optional(self, more: Members) -> "ObjectRule":
        """The same shape, which may have more members."""
        return replace(self, optional={**self.optional, **more})


@dataclass(frozen=True)
class TypedObjectRule:
    """An object that tells by its `type` which of several shapes it has."""

    shapes: Mapping[str, ObjectRule]

    def problems(self, value: Any, at: str) -> list[str]:
        """Refuse types that are not among the kinds, and list what is wrong with the rest of the object."""
        if not isinstance(value, Mapping):
            return [problem("must provide an object", at)]
        if "type" not in value:
            return [problem("missing required field: type", at)]
        kind = value["type"]
        if not isinstance(kind, str) or kind not in self.shapes:
            return [problem(f"unsupported type: {kind}", under(at, "type"))]
        rest = {name: member for name, member in value.items() if name != "type"}
        return self.shapes[kind].problems(rest, at)

    def __or__(self, others: "TypedObjectRule") -> "TypedObjectRule":
        """These kinds and others."""
        return TypedObjectRule({**self.shapes, **others.shapes})
