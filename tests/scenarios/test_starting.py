"""Starting the bot: what stops it says so in one line, and its health can be asked."""

from pathlib import Path

import httpx
import pytest

from sandbox.faults import Status
from tests.office import Office, open_office
from tests.processes import bot_process, environment, run_bot

NEEDED = {
    "SLACK_BOT_TOKEN": "xoxb-1",
    "SLACK_SIGNING_SECRET": "secret",
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
