"""A small company to try things in: people in several zones, a guest, and channels of every kind."""

from sandbox.slack.constants import BOT_USER
from sandbox.slack.state.workspace import Channel, Workspace, WorkspaceMember


def settle(workspace: Workspace) -> None:
    """Let the company move in."""
    for member in _people():
        workspace.people[member.id] = member
    for channel in _channels():
        workspace.add(channel)


def _people() -> list[WorkspaceMember]:
    return [
        WorkspaceMember(id="U0ANN", name="ann", real_name="Ann Archer", email="ann@example.com"),
        WorkspaceMember(
            id="U0BEN",
            name="ben",
            real_name="Ben Bauer",
            email="ben@example.com",
            tz="Europe/Berlin",
            locale="de-DE",
        ),
        WorkspaceMember(
            id="U0CHIE",
            name="chie",
            real_name="Chie Sato",
            email="chie@example.com",
            tz="Asia/Tokyo",
            locale="ja-JP",
        ),
        WorkspaceMember(
            id="U0DEE",
            name="dee",
            real_name="Dee Admin",
            email="dee@example.com",
            tz="America/New_York",
            is_admin=True,
            is_owner=True,
        ),
        WorkspaceMember(
            id="U0EVE",
            name="eve",
            real_name="Eve Evans",
            email="eve@example.com",
            tz="Europe/London",
            locale="en-GB",
        ),
        WorkspaceMember(id="U0GUS", name="gus", real_name="Gus Guest", is_restricted=True),
    ]


def _channels() -> list[Channel]:
    staff = ["U0ANN", "U0BEN", "U0CHIE", "U0DEE", "U0EVE"]
    return [
        Channel(id="C0GENERAL", name="general", members=[*staff]),
        Channel(id="C0ALLHANDS", name="all-hands", members=[*staff]),
        Channel(id="C0MARKETING", name="marketing", members=["U0ANN", "U0BEN", "U0GUS"]),
        Channel(id="G0LEADS", name="leads", kind="private", members=["U0ANN", "U0DEE"]),
        Channel(id="G0LAUNCH", name="launch", kind="private", members=["U0ANN", BOT_USER]),
        Channel(id="C0OLD", name="old", members=[*staff], archived=True),
    ]
