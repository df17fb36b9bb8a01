"""Sealing what is stored: forms, links and passwords lie in the database only encrypted (Fernet)."""

import base64
from typing import Any, TypeVar

from cryptography.fernet import Fernet, InvalidToken, MultiFernet
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from pydantic import TypeAdapter

from bot.errors import SettingRefused
from bot.models import Frozen

Sealable = TypeVar("Sealable", bound=Frozen)
Union = TypeVar("Union")


class Cipher:
    """Seals with the first of its secrets and opens with any of them."""

    def __init__(self, *secrets: str) -> None:
        self._fernet = MultiFernet([Fernet(_key(secret)) for secret in secrets])

    def encrypt(self, value: Frozen) -> bytes:
        """A model, encrypted."""
        return self._fernet.encrypt(value.model_dump_json().encode())

    def decrypt(self, sealed: bytes, model: type[Sealable]) -> Sealable:
        """The model again, without what a newer version added; raises SettingRefused when no secret fits."""
        return model.model_validate_json(self._open(sealed), extra="ignore")

    def decrypt_union(self, sealed: bytes, models: TypeAdapter[Union]) -> Union:
        """One of several models again, on the same terms."""
        return models.validate_json(self._open(sealed), extra="ignore")

    def encrypt_text(self, text: str) -> str:
        """A text, encrypted; the engine keeps its arguments and results so."""
        return self._fernet.encrypt(text.encode()).decode()

    def decrypt_text(self, sealed: str) -> str:
        """The text again; raises SettingRefused when no secret fits."""
        return self._open(sealed.encode()).decode()

    def opens(self, sealed: bytes) -> bool:
        """Tell whether one of the secrets fits."""
        try:
            self._fernet.decrypt(sealed)
        except InvalidToken:
            return False
        return True

    def _open(self, sealed: bytes) -> bytes:
        try:
            return self._fernet.decrypt(sealed)
        except InvalidToken:
            raise SettingRefused(
                "ENCRYPTION_KEYS does not open what was stored. After changing SLACK_SIGNING_SECRET or the keys, "
                "add the earlier one at the end of ENCRYPTION_KEYS."
            ) from None


def _key(secret: str) -> bytes:
    """A Fernet key derived from a secret of any length."""
    derived: Any = HKDF(algorithm=SHA256(), length=32, salt=None, info=b"webinars-for-slack storage")
    return base64.urlsafe_b64encode(derived.derive(secret.encode()))
