"""Signing in: access tokens that expire, and refresh tokens that are good for one use."""

import base64
import binascii
import secrets
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any, Final
from urllib.parse import parse_qsl

from sandbox.ringcentral.api.errors import GatewayRefusal, OAuthRefusal, Problem, wrong_media_type

JWT_BEARER: Final = "urn:ietf:params:oauth:grant-type:jwt-bearer"
REFRESH_TTL: Final = 604_800
"""Seconds that an unused refresh token lives: seven days."""
REUSE: Final = 10
"""Seconds that a refresh token stays good after its first use, for clients that race with themselves."""


@dataclass(frozen=True)
class SignIn:
    """One sign-in of a user through a client; all its tokens end with it."""

    user: str
    client: str
    endpoint_id: str
    id: str = field(default_factory=lambda: secrets.token_hex(12))


@dataclass
class _Token:
    """An access or refresh token of a sign-in; times in epoch seconds."""

    sign_in: SignIn
    expires: float
    used: float | None = None

    def good(self, now: float) -> bool:
        return now < self.expires and (self.used is None or now < self.used + REUSE)


class Authorization:
    """Issues and checks tokens; `assertions` say which JWT signs in which user, `token_ttl` is in seconds."""

    def __init__(
        self,
        clients: Mapping[str, str],
        assertions: Mapping[str, str],
        *,
        clock: Callable[[], float],
        token_ttl: int,
    ) -> None:
        self.clients = dict(clients)
        self.assertions = dict(assertions)
        self.token_ttl = token_ttl
        self._clock = clock
        self._access: dict[str, _Token] = {}
        self._refresh: dict[str, _Token] = {}

    def client_named(self, headers: Mapping[str, str]) -> str:
        """Tell which client a request says it comes from, "" if it does not say."""
        return _basic(headers)[0]

    def token(self, headers: Mapping[str, str], body: bytes) -> dict[str, Any]:
        """Answer a token request: a JWT or a refresh token against new tokens."""
        form = _form(headers, body)
        client = self._client(headers)
        match form.get("grant_type"):
            case None:
                raise OAuthRefusal("invalid_request", "grant_type is missing")
            case grant if grant == JWT_BEARER:
                sign_in = self._by_jwt(client, form)
            case "refresh_token":
                sign_in = self._by_refresh_token(client, form)
            case _:
                raise OAuthRefusal("unsupported_grant_type", "This grant type is not supported")
        return self._issue(sign_in, _ttl(form, self.token_ttl))

    def revoke(self, headers: Mapping[str, str], body: bytes, query: Mapping[str, str]) -> None:
        """End the sign-in that a token belongs to; an unknown token is no error (RFC 7009)."""
        form = _form(headers, body) if body else {}
        client = self._client(headers)
        name = form.get("token", query.get("token"))
        if not name:
            raise OAuthRefusal("invalid_request", "token is missing")
        token = self._access.get(name) or self._refresh.get(name)
        if token and token.sign_in.client == client:
            self.end(token.sign_in)

    def end(self, sign_in: SignIn) -> None:
        """Make every token of a sign-in unknown, as when the person takes the app's access away."""
        for tokens in (self._access, self._refresh):
            for name in [name for name, token in tokens.items() if token.sign_in == sign_in]:
                del tokens[name]

    def whose(self, headers: Mapping[str, str]) -> SignIn | None:
        """Tell which sign-in a bearer token is from, expired or not; None if there is no such token."""
        kind, _, name = headers.get("authorization", "").partition(" ")
        token = self._access.get(name) if kind.lower() == "bearer" else None
        return token.sign_in if token else None

    def check(self, headers: Mapping[str, str]) -> SignIn:
        """Give the sign-in of a good bearer token; raise a 401 for any other."""
        kind, _, name = headers.get("authorization", "").partition(" ")
        if not name:
            raise _unauthorized("AGW-401", "Authorization header is not specified")
        token = self._access.get(name) if kind.lower() == "bearer" else None
        if token is None:
            raise _unauthorized("TokenInvalid", "Token not found")
        if not token.good(self._clock()):
            raise _unauthorized("TokenExpired", "Token is expired")
        return token.sign_in

    def _client(self, headers: Mapping[str, str]) -> str:
        client, secret = _basic(headers)
        if client not in self.clients or not secrets.compare_digest(
            self.clients[client].encode(), secret.encode()
        ):
            raise OAuthRefusal("invalid_client", "Client authentication is required")
        return client

    def _by_jwt(self, client: str, form: Mapping[str, str]) -> SignIn:
        if "assertion" not in form:
            raise OAuthRefusal("invalid_request", "assertion is missing")
        if form["assertion"] not in self.assertions:
            raise OAuthRefusal("invalid_grant", "The assertion is not accepted")
        endpoint = form.get("endpoint_id") or secrets.token_urlsafe(12)
        return SignIn(self.assertions[form["assertion"]], client, endpoint)

    def _by_refresh_token(self, client: str, form: Mapping[str, str]) -> SignIn:
        if "refresh_token" not in form:
            raise OAuthRefusal("invalid_request", "refresh_token is missing")
        token, now = self._refresh.get(form["refresh_token"]), self._clock()
        if token is None or token.sign_in.client != client or not token.good(now):
            raise OAuthRefusal("invalid_grant", "The refresh token is not accepted")
        token.used = now if token.used is None else token.used
        return token.sign_in

    def _issue(self, sign_in: SignIn, ttl: int) -> dict[str, Any]:
        access, refresh, now = secrets.token_urlsafe(24), secrets.token_urlsafe(24), self._clock()
        self._access[access] = _Token(sign_in, now + ttl)
        self._refresh[refresh] = _Token(sign_in, now + REFRESH_TTL)
        return {
            "access_token": access,
            "token_type": "bearer",
            "expires_in": ttl,
            "refresh_token": refresh,
            "refresh_token_expires_in": REFRESH_TTL,
            "scope": "ReadWebinars EditWebinars",
            "owner_id": sign_in.user,
            "endpoint_id": sign_in.endpoint_id,
            "session_id": sign_in.id,
        }


def _form(headers: Mapping[str, str], body: bytes) -> dict[str, str]:
    kind = headers.get("content-type", "").partition(";")[0].strip().lower()
    if kind != "application/x-www-form-urlencoded":
        raise wrong_media_type("application/x-www-form-urlencoded")
    return dict(parse_qsl(body.decode(errors="replace")))


def _basic(headers: Mapping[str, str]) -> tuple[str, str]:
    """Read the client id and secret of HTTP Basic; both are empty if there is nothing to read."""
    kind, _, value = headers.get("authorization", "").partition(" ")
    if kind.lower() != "basic":
        return "", ""
    try:
        client, _, secret = base64.b64decode(value, validate=True).decode().partition(":")
    except (binascii.Error, UnicodeDecodeError):
        return "", ""
    return client, secret


def _ttl(form: Mapping[str, str], default: int) -> int:
    """Read how long the access token shall live, in seconds; the contract allows 600 to 3600."""
    asked = form.get("access_token_ttl")
    if asked is None:
        return default
    if not asked.isdecimal() or not 600 <= int(asked) <= 3600:
        raise OAuthRefusal("invalid_request", "access_token_ttl must be from 600 to 3600")
    return int(asked)


def _unauthorized(code: str, message: str) -> GatewayRefusal:
    return GatewayRefusal(401, code, Problem("OAU-149" if code == "TokenInvalid" else code, message))
