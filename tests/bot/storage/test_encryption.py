"""Stored texts can be read with our secrets, and with nobody else's."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.errors import SettingRefused
from bot.models.form import Options
from bot.storage import Cipher
from tests.blocks import strategies
from tests.bot.storage.examples import made

VAULT = Cipher("a secret")


@given(strategies.options())
def test_what_was_sealed_is_unsealed_as_it_was(options: Options) -> None:
    assert VAULT.decrypt(VAULT.encrypt(options), Options) == options


@given(st.text())
def test_a_text_that_was_sealed_is_unsealed_as_it_was(text: str) -> None:
    assert VAULT.decrypt_text(VAULT.encrypt_text(text)) == text


def test_what_is_sealed_tells_nothing() -> None:
    assert b"open-sesame" not in VAULT.encrypt(made())
    assert "open-sesame" not in VAULT.encrypt_text("open-sesame")


def test_the_same_is_never_sealed_the_same() -> None:
    assert VAULT.encrypt(made()) != VAULT.encrypt(made())


@pytest.mark.parametrize("secret", ["x", "a secret of any length " * 50, "pässwörd", "🎉"])
def test_any_secret_seals(secret: str) -> None:
    assert Cipher(secret).decrypt_text(Cipher(secret).encrypt_text("Q3")) == "Q3"


def test_after_a_rotation_what_the_earlier_secret_sealed_is_still_read() -> None:
    rotated = Cipher("new", "a secret")
    assert rotated.decrypt_text(VAULT.encrypt_text("Q3")) == "Q3"


def test_after_a_rotation_the_new_secret_seals() -> None:
    sealed = Cipher("new", "a secret").encrypt_text("Q3")
    assert Cipher("new").decrypt_text(sealed) == "Q3"
    with pytest.raises(SettingRefused):
        VAULT.decrypt_text(sealed)


@pytest.mark.parametrize("sealed", [Cipher("another").encrypt(made()), b"", b"no token", b"\xff\xfe"])
def test_what_no_secret_opens_says_which_setting_to_look_at(sealed: bytes) -> None:
    with pytest.raises(SettingRefused, match="add the earlier one at the end of ENCRYPTION_KEYS"):
        VAULT.decrypt(sealed, Options)


def test_what_a_newer_version_added_does_not_stop_this_one() -> None:
    sealed = VAULT.encrypt_text(
        '{"description": "d", "of_tomorrow": 1, "settings": {"password": "p", "of_tomorrow": 2}}'
    )
    opened = VAULT.decrypt(sealed.encode(), Options)
    assert (opened.description, opened.settings.password) == ("d", "p")
