"""The ids that every part of the workspace shares, and the form of a refusal."""

from typing import Any

Json = dict[str, Any]

TEAM_ID = "T0SANDBOX"
TEAM_DOMAIN = "sandbox"
APP_ID = "A0WEBINARS"
BOT_ID = "B0BOT"
BOT_USER = "U0BOT"
VERIFICATION_TOKEN = "sandbox-verification-token"


class SlackRefusal(Exception):
    """Slack answers `{"ok": false}`; `code` is its own word for why, `details` what else the answer carries."""

    def __init__(self, code: str, **details: Any) -> None:
        super().__init__(code)
        self.code = code
        self.details = details

    @classmethod
    def with_messages(cls, code: str, messages: list[str]) -> "SlackRefusal":
        """Slack's way to list what is wrong with blocks, a view or arguments."""
        return cls(code, response_metadata={"messages": messages})

    def body(self) -> Json:
        """The answer as it goes over the wire."""
        return {"ok": False, "error": self.code, **self.details}
