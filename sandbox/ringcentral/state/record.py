"""The fields that all stored records share."""

import secrets
from dataclasses import dataclass
from datetime import datetime


def new_code() -> str:
    """Make the unguessable part of a link."""
    return secrets.token_urlsafe(12)


@dataclass(kw_only=True)
class StoredRecord:
    """Anything with an id, made and changed at known times."""

    id: str
    created: datetime
    modified: datetime
