"""The settings, read from the environment or `.env`; each wrong one stops the start with a line of its own."""

import hashlib
import re
import socket
from typing import Annotated, Literal, Self
from urllib.parse import urlsplit

from pydantic import AfterValidator, Field, SecretStr, ValidationError, ValidationInfo, field_validator
from pydantic_core import ErrorDetails, PydanticCustomError
from pydantic_settings import BaseSettings, SettingsConfigDict

from bot.errors import SettingRefused

_LOOPBACK = {"127.0.0.1", "::1", "localhost"}
_TOKEN = re.compile(r"[!-~]{16,200}")
_SIGNING_SECRET = re.compile(r"[!-~]{16,200}")
"""Slack's have 32 digits and letters; a part of one is none."""
_SHORTEST_KEY = 8


def _secure(url: str) -> str:
    """Tokens travel to this address, so it is https, or on this very machine."""
    parts = urlsplit(url)
    at_home = parts.scheme == "http" and parts.hostname in _LOOPBACK
    if not parts.hostname or not (parts.scheme == "https" or at_home):
        raise ValueError("should be an https:// address")
    return url.rstrip("/")


def _reachable(url: str) -> str:
    """Something is added to this address, so it ends with its path; the whole is to be remembered."""
    if urlsplit(url).query or urlsplit(url).fragment or "@" in url or len(url) > 400:
        raise ValueError("should be an https:// address without user, query or fragment")
    return url


def _database(url: str) -> str:
    """The address as SQLAlchemy wants it; hosting platforms give postgres:// as well."""
    if url.startswith("postgres://"):
        url = url.replace("postgres://", "postgresql://", 1)
    if not url.startswith(("sqlite:///", "postgresql://")):
        raise ValueError("should begin with sqlite:/// or postgresql://")
    return url


ServerUrl = Annotated[str, AfterValidator(_secure)]
PublicUrl = Annotated[ServerUrl, AfterValidator(_reachable)]
DatabaseUrl = Annotated[str, AfterValidator(_database)]


class Settings(BaseSettings):
    """Every setting that the bot knows; the names are the environment's, in lower case."""

    model_config = SettingsConfigDict(
        env_file=".env", env_ignore_empty=True, extra="ignore", frozen=True, hide_input_in_errors=True
    )

    slack_bot_token: SecretStr = Field(description="the bot token of the Slack app, xoxb-…")
    slack_signing_secret: SecretStr = Field(description="the signing secret of the Slack app")
    slack_app_token: SecretStr | None = Field(
        None, description="an app-level token, xapp-…; with it the bot uses Socket Mode as well"
    )
    slack_api_url: ServerUrl = Field("https://slack.com/api", description="where Slack's Web API is")
    ringcentral_server_url: ServerUrl = Field(
        "https://platform.ringcentral.com", description="where RingCentral's API is"
    )
    ringcentral_client_id: str = Field(description="the client ID of the RingCentral app")
    ringcentral_client_secret: SecretStr = Field(description="the client secret of the RingCentral app")
    ringcentral_jwt: SecretStr = Field(description="the JWT credential of the RingCentral user who hosts")
    ringcentral_timeout: float = Field(
        20,
        gt=0,
        le=120,
        description="seconds to wait for an answer of RingCentral before looking what became of it",
    )
    public_url: PublicUrl | None = Field(
        None,
        description="where RingCentral reaches the bot, https://…; with it changes made in RingCentral are seen "
        "within seconds instead of minutes",
    )
    ringcentral_webhook_token: SecretStr | None = Field(
        None,
        validate_default=True,
        description="a secret of at least 16 characters that RingCentral shows with each webhook, needed with "
        "PUBLIC_URL; `python3 -c 'import secrets; print(secrets.token_urlsafe())'` makes one",
    )
    slack_timeout: float = Field(
        10,
        gt=0,
        le=60,
        description="seconds to wait for an answer of Slack before looking what became of a message",
    )
    database_url: DatabaseUrl = Field(
        "sqlite:///webinars.sqlite", description="sqlite:///FILE for one process, postgresql://… for many"
    )
    encryption_keys: SecretStr | None = Field(
        None,
        description="comma-separated secrets that seal stored forms and links: the first one writes, "
        "all of them read; by default derived from the signing secret",
    )
    retention_days: int = Field(
        90,
        ge=1,
        le=3650,
        description="days after which forms, webinars and what is known of them are deleted once they ended",
    )
    drain_seconds: float = Field(
        20, ge=0, le=600, description="seconds that running work may take to end after SIGTERM"
    )
    worker_id: str = Field(
        default_factory=socket.gethostname,
        max_length=255,
        description="the slot of this worker; unique among live workers, the same again after a restart",
    )
    time_shift: int = Field(
        0, description="seconds by which the bot believes it is later than it is, for rehearsals; else 0"
    )
    host: str = Field("127.0.0.1", description="the address to listen on")
    port: int = Field(3000, ge=0, le=65535, description="the port to listen on")
    log_level: Literal["DEBUG", "INFO", "WARNING", "ERROR"] = Field("INFO", description="how much to log")

    @field_validator("slack_bot_token")
    @classmethod
    def _bot_token(cls, value: SecretStr) -> SecretStr:
        return _prefixed(value, "xoxb-")

    @field_validator("slack_signing_secret")
    @classmethod
    def _signing_secret(cls, value: SecretStr) -> SecretStr:
        if not _SIGNING_SECRET.fullmatch(value.get_secret_value()):
            raise ValueError(
                "should be the 32 digits and letters that stand under Basic Information at api.slack.com/apps"
            )
        return value

    @field_validator("encryption_keys")
    @classmethod
    def _keys(cls, value: SecretStr | None) -> SecretStr | None:
        keys = value.get_secret_value().split(",") if value else []
        if any(len(key.strip()) < _SHORTEST_KEY for key in keys):
            raise ValueError(f"should be secrets of at least {_SHORTEST_KEY} characters with a comma between")
        return value

    @field_validator("slack_app_token")
    @classmethod
    def _app_token(cls, value: SecretStr | None) -> SecretStr | None:
        return value if value is None else _prefixed(value, "xapp-")

    @field_validator("ringcentral_webhook_token")
    @classmethod
    def _webhook_token(cls, value: SecretStr | None, others: ValidationInfo) -> SecretStr | None:
        if value is None and others.data.get("public_url"):
            raise PydanticCustomError("missing", "should be there with PUBLIC_URL")
        if value is not None and not _TOKEN.fullmatch(value.get_secret_value()):
            raise ValueError("should be 16 to 200 letters, digits and signs, without spaces")
        return value

    @property
    def seals(self) -> list[str]:
        """The secrets that encrypt the storage: ENCRYPTION_KEYS, or the signing secret when there are none."""
        keys = self.encryption_keys.get_secret_value().split(",") if self.encryption_keys else []
        return [key.strip() for key in keys] or [self.slack_signing_secret.get_secret_value()]

    @property
    def account(self) -> str:
        """Under which name the rate limit and the token of this RingCentral user and app are kept."""
        jwt = self.ringcentral_jwt.get_secret_value()
        return hashlib.sha256(f"{self.ringcentral_client_id}:{jwt}".encode()).hexdigest()

    @property
    def webhook_token(self) -> str | None:
        """The token that RingCentral shows with each webhook."""
        token = self.ringcentral_webhook_token
        return token.get_secret_value() if token else None

    @classmethod
    def read(cls) -> Self:
        """Read the environment and `.env`; raises SettingRefused naming every wrong setting, a line each."""
        try:
            return cls()
        except ValidationError as refused:
            raise SettingRefused("\n".join(_lines(refused))) from None


def _prefixed(value: SecretStr, prefix: str) -> SecretStr:
    if not value.get_secret_value().startswith(prefix):
        raise ValueError(f"should begin with {prefix}")
    return value


def _lines(refused: ValidationError) -> list[str]:
    """The faults, each as a line that names the setting and says what it should be."""
    return [_line(fault) for fault in refused.errors(include_url=False, include_input=False)]


def _line(fault: ErrorDetails) -> str:
    name = str(fault["loc"][0]) if fault["loc"] else "settings"
    field = Settings.model_fields.get(name)
    what = f" ({field.description})" if field and field.description else ""
    if fault["type"] == "missing":
        return f"{name.upper()} is missing{what}. Set it in the environment or in .env."
    said = fault["msg"].removeprefix("Value error, ")
    return f"{name.upper()} is malformed: {said[0].lower()}{said[1:]}{what}."
