"""The settings: read from the environment or `.env`; a wrong one is named in one line, and no secret is told."""

from collections.abc import Callable
from pathlib import Path

import pytest

from bot.errors import SettingRefused
from bot.settings import Settings

REQUIRED = {
    "SLACK_BOT_TOKEN": "xoxb-example",
    "SLACK_SIGNING_SECRET": "signing-secret-example",
    "RINGCENTRAL_CLIENT_ID": "client-example",
    "RINGCENTRAL_CLIENT_SECRET": "secret-example",
    "RINGCENTRAL_JWT": "jwt-example",
}
SetUp = Callable[[dict[str, str]], None]


@pytest.fixture
def environment(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> SetUp:
    """Sets the environment to these settings and no others, in a folder without `.env`."""
    monkeypatch.chdir(tmp_path)
    for name in Settings.model_fields:
        monkeypatch.delenv(name.upper(), raising=False)

    def set_up(settings: dict[str, str]) -> None:
        for name, value in settings.items():
            monkeypatch.setenv(name, value)

    return set_up


def refusal() -> str:
    """The text that an operator reads."""
    with pytest.raises(SettingRefused) as refused:
        Settings.read()
    said = str(refused.value)
    assert "\n" not in said
    return said


def test_five_settings_are_enough(environment: SetUp) -> None:
    environment(REQUIRED)
    settings = Settings.read()
    assert settings.slack_bot_token.get_secret_value() == "xoxb-example"
    assert settings.ringcentral_client_id == "client-example"
    assert settings.database_url == "sqlite:///webinars.sqlite"
    assert settings.ringcentral_server_url == "https://platform.ringcentral.com"
    assert (settings.host, settings.port, settings.log_level) == ("127.0.0.1", 3000, "INFO")
    assert settings.slack_app_token is None
    assert settings.worker_id


@pytest.mark.parametrize("missing", REQUIRED)
def test_a_missing_setting_is_named_with_what_it_is(environment: SetUp, missing: str) -> None:
    environment({name: value for name, value in REQUIRED.items() if name != missing})
    said = refusal()
    what = Settings.model_fields[missing.lower()].description
    assert said == f"{missing} is missing ({what}). Set it in the environment or in .env."


@pytest.mark.parametrize("empty", REQUIRED)
def test_an_empty_setting_counts_as_missing(environment: SetUp, empty: str) -> None:
    environment({**REQUIRED, empty: ""})
    assert refusal().startswith(f"{empty} is missing")


@pytest.mark.parametrize(
    ("name", "value", "wanted"),
    [
        ("SLACK_BOT_TOKEN", "xoxp-of-a-person", "should begin with xoxb-"),
        ("SLACK_APP_TOKEN", "xoxb-of-a-bot", "should begin with xapp-"),
        ("SLACK_API_URL", "http://slack.com/api", "should be an https:// address"),
        ("RINGCENTRAL_SERVER_URL", "platform.ringcentral.com", "should be an https:// address"),
        ("RINGCENTRAL_SERVER_URL", "https://", "should be an https:// address"),
        ("PUBLIC_URL", "http://bot.example.com", "should be an https:// address"),
        (
            "PUBLIC_URL",
            "https://bot.example.com/?a=1",
            "should be an https:// address without user, query or fragment",
        ),
        (
            "RINGCENTRAL_WEBHOOK_TOKEN",
            "too-short",
            "should be 16 to 200 letters, digits and signs, without spaces",
        ),
        ("DATABASE_URL", "mysql://db/webinars", "should begin with sqlite:/// or postgresql://"),
        (
            "SLACK_SIGNING_SECRET",
            "x",
            "should be the 32 digits and letters that stand under Basic Information",
        ),
        ("ENCRYPTION_KEYS", ",", "should be secrets of at least 8 characters with a comma between"),
        (
            "ENCRYPTION_KEYS",
            "first-of-two,",
            "should be secrets of at least 8 characters with a comma between",
        ),
        ("PORT", "http", "input should be a valid integer"),
        ("PORT", "70000", "input should be less than or equal to 65535"),
        ("PORT", "-1", "input should be greater than or equal to 0"),
        ("LOG_LEVEL", "LOUD", "input should be 'DEBUG', 'INFO', 'WARNING' or 'ERROR'"),
    ],
)
def test_a_malformed_setting_is_named_with_what_it_should_be(
    environment: SetUp, name: str, value: str, wanted: str
) -> None:
    environment({**REQUIRED, name: value})
    said = refusal()
    assert said.startswith(f"{name} is malformed: {wanted}")
    assert str(Settings.model_fields[name.lower()].description) in said


@pytest.mark.parametrize("name", ["SLACK_BOT_TOKEN", "SLACK_APP_TOKEN"])
def test_a_malformed_secret_is_not_repeated(environment: SetUp, name: str) -> None:
    environment({**REQUIRED, name: "hunter2"})
    assert "hunter2" not in refusal()


def test_all_that_is_wrong_is_told_in_the_order_of_the_settings(environment: SetUp) -> None:
    environment({"PORT": "http", "SLACK_APP_TOKEN": "xoxb-of-a-bot"})
    with pytest.raises(SettingRefused) as refused:
        Settings.read()
    told = [line.split(" is ")[0] for line in str(refused.value).splitlines()]
    assert told == [*list(REQUIRED)[:2], "SLACK_APP_TOKEN", *list(REQUIRED)[2:], "PORT"]


@pytest.mark.parametrize("scheme", ["postgres", "postgresql"])
def test_both_schemes_of_postgresql_are_taken(environment: SetUp, scheme: str) -> None:
    environment({**REQUIRED, "DATABASE_URL": f"{scheme}://db/webinars"})
    assert Settings.read().database_url == "postgresql://db/webinars"


def test_a_public_address_needs_a_token_and_says_how_to_make_one(environment: SetUp) -> None:
    environment({**REQUIRED, "PUBLIC_URL": "https://bot.example.com/webinars/"})
    said = refusal()
    assert said.startswith("RINGCENTRAL_WEBHOOK_TOKEN is missing (")
    assert "python3 -c 'import secrets; print(secrets.token_urlsafe())'" in said


def test_a_public_address_with_a_token_is_kept(environment: SetUp) -> None:
    url, token = "https://bot.example.com/webinars", "0123456789-abcdef"
    environment({**REQUIRED, "PUBLIC_URL": f"{url}/", "RINGCENTRAL_WEBHOOK_TOKEN": token})
    settings = Settings.read()
    assert settings.public_url == url
    assert settings.ringcentral_webhook_token is not None
    assert settings.ringcentral_webhook_token.get_secret_value() == token
    assert token not in repr(settings)


def test_a_secret_is_not_shown_with_the_settings(environment: SetUp) -> None:
    environment(REQUIRED)
    shown = repr(Settings.read())
    assert [name for name, value in REQUIRED.items() if value in shown] == ["RINGCENTRAL_CLIENT_ID"]


@pytest.mark.parametrize(
    ("given", "kept"),
    [
        ("https://platform.ringcentral.com/", "https://platform.ringcentral.com"),
        ("http://127.0.0.1:8000", "http://127.0.0.1:8000"),
        ("http://localhost:8000/", "http://localhost:8000"),
    ],
)
def test_an_address_is_secure_or_on_this_machine(environment: SetUp, given: str, kept: str) -> None:
    environment({**REQUIRED, "RINGCENTRAL_SERVER_URL": given})
    assert Settings.read().ringcentral_server_url == kept


def test_settings_may_stand_in_a_file(environment: SetUp, tmp_path: Path) -> None:
    (tmp_path / ".env").write_text("".join(f"{name}={value}\n" for name, value in REQUIRED.items()))
    environment({"PORT": "4000"})
    settings = Settings.read()
    assert (settings.ringcentral_client_id, settings.port) == ("client-example", 4000)


def test_the_environment_is_stronger_than_the_file(environment: SetUp, tmp_path: Path) -> None:
    (tmp_path / ".env").write_text("PORT=4000\n")
    environment({**REQUIRED, "PORT": "5000"})
    assert Settings.read().port == 5000


def test_what_belongs_to_others_in_the_file_is_left_alone(environment: SetUp, tmp_path: Path) -> None:
    (tmp_path / ".env").write_text("SOMEBODY_ELSES=1\n")
    environment(REQUIRED)
    assert Settings.read().port == 3000
