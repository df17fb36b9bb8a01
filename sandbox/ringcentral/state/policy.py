"""The mind of the account's administrator: which webinar settings a client may decide."""

import secrets
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Final

from sandbox.ringcentral.api.errors import forbidden, invalid
from sandbox.ringcentral.state.store import Setting

ACCOUNT_DEFAULTS: Final[Mapping[str, Setting]] = MappingProxyType(
    {
        "recordingEnabled": True,
        "autoRecord": False,
        "recordingSharingEnabled": True,
        "recordingDownloadEnabled": True,
        "recordingDeletionEnabled": False,
        "pastSessionDeletionEnabled": False,
        "panelistWaitingRoom": False,
        "panelistVideoEnabled": True,
        "panelistScreenSharingEnabled": True,
        "panelistMuteControlEnabled": True,
        "panelistAuthentication": "Guest",
        "attendeeAuthentication": "Guest",
        "artifactsAccessAuthentication": "AuthenticatedUser",
        "pstnEnabled": False,
        "qnaEnabled": True,
        "qnaAnonymousEnabled": True,
        "moderatedQnaEnabled": False,
        "pollsEnabled": True,
        "pollsAnonymousEnabled": True,
        "registrationEnabled": False,
        "externalLivestreamEnabled": True,
    }
)

KEPT_BY_ACCOUNT: Final = frozenset(
    {
        "recordingSharingEnabled",
        "recordingDownloadEnabled",
        "recordingDeletionEnabled",
        "pastSessionDeletionEnabled",
        "externalLivestreamEnabled",
    }
)

PARTS_OF: Final[Mapping[str, tuple[str, ...]]] = MappingProxyType(
    {
        "recordingEnabled": ("autoRecord", "recordingSharingEnabled", "recordingDownloadEnabled"),
        "qnaEnabled": ("qnaAnonymousEnabled", "moderatedQnaEnabled"),
        "pollsEnabled": ("pollsAnonymousEnabled",),
    }
)
"""Switches, and the settings that cannot be on while the switch is off."""


@dataclass(frozen=True, kw_only=True)
class Policy:
    """The account's decision on the settings that a client asks for.

    `defaults` are the account's values where they differ from `ACCOUNT_DEFAULTS`. Asking for another value is
    answered 400 if `refused`, 403 if `forbidden`, and silently without effect if `overridden`.
    """

    defaults: Mapping[str, Setting] = field(default_factory=dict)
    refused: Collection[str] = ()
    forbidden: Collection[str] = ()
    overridden: Collection[str] = KEPT_BY_ACCOUNT
    password_required: bool = False

    def settle(self, asked: Mapping[str, Setting], before: Mapping[str, Setting]) -> dict[str, Setting]:
        """Decide a webinar's settings from what is `asked` and what they were `before` (empty for a new one)."""
        account = {**ACCOUNT_DEFAULTS, **self.defaults}
        self._allow(asked, account)
        settled = {**account, **before, **asked}
        for name in self.overridden:
            settled.pop(name, None)
            if name in account:
                settled[name] = account[name]
        _switch_off(asked, settled)
        if not settled.get("password"):
            settled.pop("password", None)
            if self.password_required:
                settled["password"] = secrets.token_urlsafe(8)
        return settled

    def _allow(self, asked: Mapping[str, Setting], account: Mapping[str, Setting]) -> None:
        for name, value in asked.items():
            if value == account.get(name):
                continue
            if name in self.refused:
                raise invalid(f"settings.{name}", f"The account does not let {name} be set")
            if name in self.forbidden:
                raise forbidden(f"The account mandates {name}", f"settings.{name}")


def _switch_off(asked: Mapping[str, Setting], settled: dict[str, Setting]) -> None:
    """Turn off what hangs on a switch that is off, and refuse who asks for it all the same."""
    for switch, parts in PARTS_OF.items():
        if settled[switch]:
            continue
        for part in parts:
            if asked.get(part):
                raise invalid(f"settings.{part}", f"{part} cannot be on while {switch} is off")
            settled[part] = False
