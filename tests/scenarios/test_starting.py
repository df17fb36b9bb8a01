"""Starting the bot: what stops it says so in one line, and its health can be asked."""

import socket
from pathlib import Path

import httpx
import pytest
from pydantic import SecretStr
from sqlalchemy import select
from sqlalchemy.ext.asyncio import create_async_engine

from bot.storage.schema import metadata
from sandbox.faults import Status
from tests.bot_process import bot_process, environment, run_bot
from tests.office import Office, open_office
from tests.scenarios.form_actions import creates

NEEDED = {
    "SLACK_BOT_TOKEN": "xoxb-1",
    "SLACK_SIGNING_SECRET": "0123456789abcdef",
    "RINGCENTRAL_CLIENT_ID": "id",
    "RINGCENTRAL_CLIENT_SECRET": "secret",
    "RINGCENTRAL_JWT": "jwt",
}


@pytest.mark.parametrize("missing", NEEDED)
async def test_a_missing_setting_is_named_in_one_line(missing: str, tmp_path: Path) -> None:
    status, said = await run_bot({k: v for k, v in NEEDED.items() if k != missing}, tmp_path)
    assert status == 2
    assert said.startswith(f"{missing} is missing")
    assert said.count("\n") == 1


async def test_everything_that_is_wrong_is_told_at_once(tmp_path: Path) -> None:
    wrong = {
        "PORT": "many",
        "ENCRYPTION_KEYS": ",",
        "SLACK_SIGNING_SECRET": "x",
        "PUBLIC_URL": "bot.example.com",
    }
    status, said = await run_bot({"SLACK_BOT_TOKEN": "xoxb-1", **wrong}, tmp_path)
    assert status == 2
    assert [line.split(" is ")[0] for line in said.splitlines()] == [
        "SLACK_SIGNING_SECRET",
        "RINGCENTRAL_CLIENT_ID",
        "RINGCENTRAL_CLIENT_SECRET",
        "RINGCENTRAL_JWT",
        "PUBLIC_URL",
        "ENCRYPTION_KEYS",
        "PORT",
    ]


async def test_what_only_shows_at_the_start_is_told_at_once_as_well(tmp_path: Path) -> None:
    async with open_office(f"sqlite:///{tmp_path}/missing/webinars.sqlite") as office:
        with socket.create_server(("127.0.0.1", 0)) as taken:
            variables = environment(
                office.settings,
                SLACK_BOT_TOKEN="xoxb-wrong",
                SLACK_APP_TOKEN="xapp-wrong",
                PORT=str(taken.getsockname()[1]),
            )
            status, said = await run_bot(variables, tmp_path)
    assert status == 2
    port, bot_token, app_token, database = said.splitlines()
    assert port.startswith("HOST and PORT, 127.0.0.1 port ")
    assert "cannot be listened on: Address already in use. Stop what listens there" in port
    assert bot_token.startswith("SLACK_BOT_TOKEN is not accepted by Slack: invalid_auth")
    assert app_token.startswith("SLACK_APP_TOKEN is not accepted by Slack: ")
    assert database.startswith("DATABASE_URL cannot be opened: the folder does not exist.")


async def test_a_database_that_cannot_be_reached_is_told_with_the_reason(tmp_path: Path) -> None:
    async with open_office(f"sqlite:///{tmp_path}/webinars.sqlite") as office:
        variables = environment(office.settings, DATABASE_URL="postgres://bot:hunter2@127.0.0.1:1/webinars")
        status, said = await run_bot(variables, tmp_path)
    assert (status, said.count("\n")) == (2, 1)
    assert "failed: Connection refused. Is the address right" in said, "one question, in whole sentences"
    assert "hunter2" not in said


async def test_keys_that_open_nothing_stop_the_start_and_overwrite_nothing(
    database_url: str, tmp_path: Path
) -> None:
    async with open_office(database_url) as office:
        async with office.bot():
            await creates(office.ann)
        before = await stored(database_url)
        keys = environment(office.settings, ENCRYPTION_KEYS="another-key-of-somebody")
        status, said = await run_bot(keys, tmp_path)
        assert (status, said.count("\n")) == (2, 1)
        assert said.startswith("ENCRYPTION_KEYS opens nothing of what is stored, and nothing was changed.")
        assert await stored(database_url) == before
        both = f"another-key-of-somebody,{office.settings.slack_signing_secret.get_secret_value()}"
        office.settings = office.settings.model_copy(update={"encryption_keys": SecretStr(both)})
        async with office.bot():
            await creates(office.ann, {"Title": "Another"})


async def stored(database_url: str) -> dict[str, list[tuple[object, ...]]]:
    """Everything that is sealed in the database."""
    engine = create_async_engine(
        database_url.replace("postgresql://", "postgresql+psycopg://").replace(
            "sqlite://", "sqlite+aiosqlite://"
        )
    )
    sealed = ("drafts", "submissions", "webinars", "tokens", "talks", "panel", "changes", "registrations")
    rows = {}
    async with engine.connect() as connection:
        for name in sealed:
            found = await connection.execute(select(metadata.tables[name]))
            rows[name] = [tuple(row) for row in found]
    await engine.dispose()
    return rows


async def test_a_malformed_setting_says_what_it_should_be(tmp_path: Path) -> None:
    status, said = await run_bot({**NEEDED, "DATABASE_URL": "mysql://there"}, tmp_path)
    assert (status, said.count("\n")) == (2, 1)
    assert said.startswith("DATABASE_URL is malformed: should begin with sqlite:/// or postgresql://")


async def test_a_public_address_without_a_token_stops_the_start(tmp_path: Path) -> None:
    status, said = await run_bot({**NEEDED, "PUBLIC_URL": "https://bot.example.com"}, tmp_path)
    assert (status, said.count("\n")) == (2, 1)
    assert said.startswith("RINGCENTRAL_WEBHOOK_TOKEN is missing")
    assert "secrets.token_urlsafe()" in said


async def test_a_setting_may_stand_in_a_dotenv_file(tmp_path: Path) -> None:
    (tmp_path / ".env").write_text("".join(f"{name}={value}\n" for name, value in NEEDED.items()))
    _, said = await run_bot({"PORT": "many"}, tmp_path)
    assert said.startswith("PORT is malformed")


async def test_a_token_that_slack_refuses_stops_the_start(tmp_path: Path) -> None:
    async with open_office(f"sqlite:///{tmp_path}/webinars.sqlite") as office:
        variables = environment(office.settings, SLACK_BOT_TOKEN="xoxb-wrong")
        status, said = await run_bot(variables, tmp_path)
    assert status == 2
    assert "SLACK_BOT_TOKEN is not accepted by Slack: invalid_auth" in said


async def test_a_second_process_on_one_sqlite_file_is_refused(tmp_path: Path) -> None:
    async with open_office(f"sqlite:///{tmp_path}/webinars.sqlite") as office:
        async with bot_process(office.settings, tmp_path):
            status, said = await run_bot(environment(office.settings), tmp_path)
        assert status == 2
        assert "Another process runs on webinars.sqlite" in said


async def test_health_tells_that_the_process_lives_and_whether_it_works(office: Office) -> None:
    async with httpx.AsyncClient(base_url=office.bot_url) as http:
        assert (await http.get("/healthz")).json() == {"status": "alive"}
        ready = await http.get("/readyz")
        assert ready.status_code == 200
        assert ready.json() == {"database": "works", "ringcentral": "works", "slack": "works"}


async def test_credentials_that_ringcentral_refuses_make_the_bot_not_ready(office: Office) -> None:
    office.ringcentral.faults.add(Status(path="/oauth/token", code=400, body={"error": "invalid_grant"}))
    async with httpx.AsyncClient(base_url=office.bot_url) as http:
        ready = await http.get("/readyz")
        assert ready.status_code == 503
        assert ready.json()["ringcentral"] == "does not work"


async def test_a_request_that_slack_did_not_sign_is_refused(office: Office) -> None:
    async with httpx.AsyncClient(base_url=office.bot_url) as http:
        forged = await http.post(
            "/slack/events",
            data={"command": "/webinar", "trigger_id": "1", "user_id": "U0ANN"},
            headers={"X-Slack-Signature": "v0=00", "X-Slack-Request-Timestamp": "1"},
        )
        assert forged.status_code == 401
    assert office.ann.modal is None
