"""The people who could not register, and want to hear when registration is open again."""

from sqlalchemy import delete, select

from bot.models.clock import Clock
from bot.storage.database import Database
from bot.storage.schema import room_alerts
from bot.storage.upsert import insert_unless_there


class RoomAlerts:
    """Remembers who wants to hear of which webinar."""

    def __init__(self, database: Database, clock: Clock) -> None:
        self._database = database
        self._clock = clock

    async def add(self, webinar_key: str, user: str) -> None:
        """Somebody wants to hear when registration is open again."""
        row = {"draft": webinar_key, "user": user, "asked_at": self._clock()}
        async with self._database.transaction() as connection:
            await insert_unless_there(connection, room_alerts, row)

    async def list_by_webinar(self, webinar_key: str) -> list[str]:
        """Everybody who wants to hear of a webinar, whoever asked first comes first."""
        query = select(room_alerts.c.user).where(room_alerts.c.draft == webinar_key)
        async with self._database.reading() as connection:
            return list(await connection.scalars(query.order_by(room_alerts.c.asked_at, room_alerts.c.user)))

    async def delete(self, webinar_key: str, user: str) -> None:
        """Somebody was told."""
        here = (room_alerts.c.draft == webinar_key) & (room_alerts.c.user == user)
        async with self._database.transaction() as connection:
            await connection.execute(delete(room_alerts).where(here))
