"""The one way we write a model: frozen, and strict about names."""

from pydantic import BaseModel, ConfigDict


class Frozen(BaseModel):
    """A value: never changed after it is made, and refusing fields that it does not know."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Stored(Frozen, populate_by_name=True, serialize_by_alias=True):
    """A value whose fields an earlier version stored under other names: the alias is the stored name."""
