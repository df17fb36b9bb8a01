"""The setup of load runs: a sandbox Slack with many people, and a sandbox Webinar API."""

from collections.abc import AsyncIterator, Iterator, Mapping
from contextlib import AsyncExitStack, asynccontextmanager, contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from bot.settings import Settings
from sandbox.faults import Faults
from sandbox.ringcentral import Limit, WebinarAPI
from sandbox.serve import serve
from sandbox.slack import SlackServer
from sandbox.slack.constants import BOT_USER
from tests.databases import postgresql_database, sqlite_database
from tests.office import manifest, settings_for

_CHANNELS = 10


@dataclass(frozen=True)
class LoadScene:
    """The two outside worlds, and who is in Slack."""

    slack: SlackServer
    ringcentral: WebinarAPI
    people: tuple[str, ...]
    channels: tuple[str, ...]

    def settings(self, database_url: str, worker: int, timeout: float) -> Settings:
        """The settings of one worker here."""
        settings = settings_for(self.slack.url, self.ringcentral.url, database_url)
        named = {"worker_id": f"worker-{worker}", "ringcentral_timeout": timeout}
        return settings.model_copy(update=named)


@asynccontextmanager
async def open_scene(
    people: int,
    limits: Mapping[str, Limit],
    at_ringcentral: Faults | None = None,
    at_slack: Faults | None = None,
) -> AsyncIterator[LoadScene]:
    """A Slack with so many people, who share ten channels; it counts no calls, which is not the subject here."""
    slack = SlackServer(rate_limits=False, faults=at_slack)
    ringcentral = WebinarAPI(limits=limits, faults=at_ringcentral)
    slack.install(manifest())
    names = tuple(f"U0P{number:02}" for number in range(people))
    for name in names:
        slack.add_person(name, name.lower(), email=f"{name.lower()}@example.com")
    channels = tuple(f"C0TEAM{number}" for number in range(_CHANNELS))
    for number, channel in enumerate(channels):
        private = number % 3 == 2
        members = [*names, BOT_USER] if private else names
        slack.add_channel(channel, f"team-{number}", members, private=private)
    async with AsyncExitStack() as stack:
        slack.url = await stack.enter_async_context(serve(slack.app))
        ringcentral.url = await stack.enter_async_context(serve(ringcentral.app))
        yield LoadScene(slack, ringcentral, names, channels)


@contextmanager
def fresh_database(kind: str) -> Iterator[tuple[str, Path]]:
    """An empty database of a kind, and a folder that goes away with it."""
    with TemporaryDirectory() as name:
        folder = Path(name)
        if kind == "sqlite":
            yield sqlite_database(folder), folder
            return
        with postgresql_database() as url:
            yield url, folder
