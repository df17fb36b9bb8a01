"""A webinar with everything that we know of it, whoever asks."""

from collections.abc import Iterable

from bot.models import Invitation, Phase
from bot.models.following import Following
from bot.services.people import People
from bot.storage.going import Going
from bot.storage.messages import Messages
from bot.storage.panel import PanelStore
from bot.storage.webinars import Webinars


class Knowledge:
    """Looks webinars up, for one person or for a drawing."""

    def __init__(
        self, webinars: Webinars, going: Going, panel: PanelStore, messages: Messages, people: People
    ) -> None:
        self._webinars = webinars
        self._going = going
        self._panel = panel
        self._messages = messages
        self._people = people

    async def of(self, draft: str) -> Following | None:
        """One webinar with who comes and who is on its panel."""
        following = await self._webinars.following(draft)
        return await self.completed(following) if following else None

    async def completed(self, following: Following) -> Following:
        """The same with who comes and who is on its panel."""
        return following.model_copy(
            update={
                "going": await self._going.of(following.draft),
                "panel": await self._panel.of(following.draft),
            }
        )

    async def seen_by(self, user: str, channels: Iterable[str]) -> list[Following]:
        """The webinars that concern somebody: their own, those they help with, and those announced where they are."""
        drafts = await self._messages.drafts_in(list(channels)) | set(await self._panel.drafts_of(user))
        found = {one.draft: one for one in await self._webinars.among(drafts)}
        found |= {one.draft: one for one in await self._webinars.of_owner(user)}
        ordered = sorted(found.values(), key=lambda one: (one.webinar.start, one.draft))
        return [await self.completed(one) for one in ordered]

    async def may_change(self, user: str, following: Following) -> bool:
        """Whether somebody may change a webinar: its owner, its co-hosts from Slack, and workspace admins."""
        if user in {following.webinar.owner, *following.co_hosts}:
            return True
        return (await self._people.person(user)).is_admin

    async def panel(self, draft: str) -> tuple[Invitation, ...]:
        """Who is on the panel."""
        return await self._panel.of(draft)


def is_past(following: Following) -> bool:
    """Whether nothing more comes of it but its recap."""
    return following.webinar.phase in {Phase.ENDED, Phase.CANCELLED}
