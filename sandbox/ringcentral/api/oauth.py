"""Signing in: by JWT, by a person's consent (authorization code with PKCE), and by refresh tokens good for one use."""

import base64
import binascii
import hashlib
import re
import secrets
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, field
from typing import Any, Final
from urllib.parse import parse_qsl, urlencode

from sandbox.ringcentral.api.errors import GatewayRefusal, OAuthRefusal, Problem, wrong_media_type

JWT_BEARER: Final = "urn:ietf:params:oauth:grant-type:jwt-bearer"
REFRESH_TTL: Final = 604_800
"""Seconds that an unused refresh token lives: seven days."""
REUSE: Final = 10
"""Seconds that a used refresh token stays good after the new access token is first used."""
REUSE_UNUSED: Final = 3600
"""Seconds that a used refresh token stays good while the new access token is not used."""
CODE_TTL: Final = 60
"""Seconds that an authorization code lives."""
SESSIONS_MOST: Final = 5
"""Sign-ins of one user through one app; one more ends the oldest."""
_CHALLENGE: Final = re.compile(r"[A-Za-z0-9_-]{43}\Z")
_VERIFIER: Final = re.compile(r"[A-Za-z0-9._~-]{43,128}\Z")


@dataclass(frozen=True)
class SignIn:
    """One sign-in of a user through a client; all its tokens end with it."""

    user: str
    client: str
    endpoint_id: str
    id: str = field(default_factory=lambda: secrets.token_hex(12))


@dataclass(frozen=True)
class ConsentRequest:
    """The request of an app to sign somebody in, checked: the page asks them, and leads back to `redirect_uri`."""

    client: str
    redirect_uri: str
    state: str
    challenge: str

    def redirect(self, **answer: str) -> str:
        """The address that leads back to the app with the answer."""
        joint = "&" if "?" in self.redirect_uri else "?"
        return f"{self.redirect_uri}{joint}{urlencode({**answer, 'state': self.state})}"


@dataclass
class _AccessToken:
    """An access token of a sign-in; times in epoch seconds."""

    sign_in: SignIn
    expires: float
    used: float | None = None


@dataclass
class _RefreshToken:
    """A refresh token of a sign-in; once used, it answers with the same `pair` for a while."""

    sign_in: SignIn
    expires: float
    used: float | None = None
    pair: dict[str, Any] = field(default_factory=dict)


@dataclass
class _Code:
    """An authorization code: good once, soon, for the same app, address and verifier."""

    asked: ConsentRequest
    user: str
    expires: float
    sign_in: SignIn | None = None


class Authorization:
    """Issues and checks tokens; `assertions` say which JWT signs in which user, `token_ttl` is in seconds.

    `redirect_uris` are the addresses to which consent may lead back, exactly as the app's configuration has them.
    """

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
        self.redirect_uris: set[str] = set()
        self.issues_refresh_tokens = True
        """Off by default in the real console; the set-up guide says so."""
        self._clock = clock
        self._access: dict[str, _AccessToken] = {}
        self._refresh: dict[str, _RefreshToken] = {}
        self._codes: dict[str, _Code] = {}
        self._sign_ins: list[SignIn] = []

    def consent_request(self, query: Mapping[str, str]) -> ConsentRequest:
        """Check a request to the authorize page; raises OAuthRefusal, which the page shows instead of leading back."""
        client, redirect_uri = query.get("client_id", ""), query.get("redirect_uri", "")
        if client not in self.clients:
            raise OAuthRefusal("invalid_client", "The app is not known")
        if redirect_uri not in self.redirect_uris:
            raise OAuthRefusal("invalid_request", "redirect_uri is not one of the app's")
        if query.get("response_type") != "code":
            raise OAuthRefusal("unsupported_response_type", "response_type must be code")
        challenge = query.get("code_challenge", "")
        if query.get("code_challenge_method") != "S256" or not _CHALLENGE.match(challenge):
            raise OAuthRefusal("invalid_request", "code_challenge with the method S256 is needed")
        return ConsentRequest(client, redirect_uri, query.get("state", ""), challenge)

    def allow(self, asked: ConsentRequest, user: str) -> str:
        """Let the app act for a user; return the address that leads back with a code."""
        code = secrets.token_urlsafe(24)
        self._codes[code] = _Code(asked, user, self._clock() + CODE_TTL)
        return asked.redirect(code=code)

    def sign_ins(self, user: str) -> Collection[SignIn]:
        """The sign-ins of a user that have not ended, the oldest first."""
        return [one for one in self._sign_ins if one.user == user]

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
            case "authorization_code":
                sign_in = self._by_code(client, form)
            case "refresh_token":
                return self._refreshed(client, form)
            case _:
                raise OAuthRefusal("unsupported_grant_type", "This grant type is not supported")
        self._begin(sign_in)
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
        self._sign_ins = [one for one in self._sign_ins if one != sign_in]
        self._access = {name: token for name, token in self._access.items() if token.sign_in != sign_in}
        self._refresh = {name: token for name, token in self._refresh.items() if token.sign_in != sign_in}

    def end_all(self, user: str) -> None:
        """End every sign-in of a user, as after a changed password."""
        for sign_in in self.sign_ins(user):
            self.end(sign_in)

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
        if self._clock() >= token.expires:
            raise _unauthorized("TokenExpired", "Token is expired")
        token.used = self._clock() if token.used is None else token.used
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

    def _by_code(self, client: str, form: Mapping[str, str]) -> SignIn:
        """A code that is used twice may have been stolen, so it ends what it began."""
        code = self._codes.get(form.get("code", ""))
        if code is None or code.asked.client != client:
            raise OAuthRefusal("invalid_grant", "The code is not accepted")
        if code.sign_in is not None:
            self.end(code.sign_in)
        if code.sign_in is not None or self._clock() >= code.expires:
            raise OAuthRefusal("invalid_grant", "The code is used or expired")
        if form.get("redirect_uri") != code.asked.redirect_uri:
            raise OAuthRefusal("invalid_grant", "redirect_uri is not the one that was asked with")
        if not _fits(form.get("code_verifier", ""), code.asked.challenge):
            raise OAuthRefusal("invalid_grant", "code_verifier does not fit code_challenge")
        code.sign_in = SignIn(code.user, client, secrets.token_urlsafe(12))
        return code.sign_in

    def _refreshed(self, client: str, form: Mapping[str, str]) -> dict[str, Any]:
        """New tokens for a refresh token, or the same ones again while it may have been answered into the void."""
        if "refresh_token" not in form:
            raise OAuthRefusal("invalid_request", "refresh_token is missing")
        token, now = self._refresh.get(form["refresh_token"]), self._clock()
        if token is None or token.sign_in.client != client or not self._is_good(token, now):
            raise OAuthRefusal("invalid_grant", "The refresh token is not accepted")
        if token.used is None:
            token.used = now
            self._access = {
                name: one for name, one in self._access.items() if one.sign_in != token.sign_in
            }  # the previous access token is refused at once
            token.pair = self._issue(token.sign_in, _ttl(form, self.token_ttl))
        return token.pair

    def _is_good(self, token: _RefreshToken, now: float) -> bool:
        if token.used is None:
            return now < token.expires
        newer = self._access.get(token.pair["access_token"])
        if newer is None:
            return False
        return now < (token.used + REUSE_UNUSED if newer.used is None else newer.used + REUSE)

    def _begin(self, sign_in: SignIn) -> None:
        same = [one for one in self.sign_ins(sign_in.user) if one.client == sign_in.client]
        for oldest in same[: max(0, len(same) + 1 - SESSIONS_MOST)]:
            self.end(oldest)
        self._sign_ins.append(sign_in)

    def _issue(self, sign_in: SignIn, ttl: int) -> dict[str, Any]:
        access, now = secrets.token_urlsafe(24), self._clock()
        self._access[access] = _AccessToken(sign_in, now + ttl)
        answer = {
            "access_token": access,
            "token_type": "bearer",
            "expires_in": ttl,
            "scope": "ReadWebinars EditWebinars",
            "owner_id": sign_in.user,
            "endpoint_id": sign_in.endpoint_id,
            "session_id": sign_in.id,
        }
        if not self.issues_refresh_tokens:
            return answer
        refresh = secrets.token_urlsafe(24)
        self._refresh[refresh] = _RefreshToken(sign_in, now + REFRESH_TTL)
        return answer | {"refresh_token": refresh, "refresh_token_expires_in": REFRESH_TTL}


def _fits(verifier: str, challenge: str) -> bool:
    """Tell whether a verifier is the one that the challenge was made from (RFC 7636, S256)."""
    if not _VERIFIER.match(verifier):
        return False
    digest = hashlib.sha256(verifier.encode()).digest()
    return secrets.compare_digest(base64.urlsafe_b64encode(digest).rstrip(b"=").decode(), challenge)


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
