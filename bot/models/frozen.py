"""The one way we write a model: frozen, and strict about names."""

from typing import Annotated

from pydantic import AliasChoices, BaseModel, ConfigDict, Field


class Frozen(BaseModel):
    """A value: never changed after it is made, and refusing fields that it does not know."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Stored(Frozen, serialize_by_alias=True):
    """A value with a field that is stored under the name that it had in an earlier version."""


WebinarKey = Annotated[
    str, Field(validation_alias=AliasChoices("webinar_key", "draft"), serialization_alias="draft")
]
"""The identity of a webinar from the form on which it is planned to its recap; stored as `draft`."""
CallerId = Annotated[
    str, Field(validation_alias=AliasChoices("caller", "errand"), serialization_alias="errand")
]
"""The piece of work on whose behalf a call waits; stored as `errand`."""
