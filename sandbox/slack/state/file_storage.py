"""Files of the workspace: uploads that are on their way, and what was kept of them."""

import itertools
import mimetypes
from collections.abc import Callable
from dataclasses import dataclass, field

from sandbox.slack.constants import BOT_USER, TEAM_DOMAIN, TEAM_ID, Json, SlackRefusal


@dataclass(kw_only=True)
class File:
    """One file; it is pending until its bytes are here and the app said that it is complete.

    `base` is the address of the workspace that keeps it.
    """

    id: str
    name: str
    length: int
    created: int
    base: str = ""
    title: str = ""
    content: bytes | None = field(default=None, repr=False)
    complete: bool = False

    @property
    def mimetype(self) -> str:
        """The type of the file by its name."""
        return mimetypes.guess_type(self.name)[0] or "application/octet-stream"

    def told(self) -> Json:
        """The file as the wire carries it."""
        place = f"{TEAM_ID}-{self.id}"
        suffix = self.name.rpartition(".")[2].lower()
        return {
            "id": self.id,
            "created": self.created,
            "timestamp": self.created,
            "name": self.name,
            "title": self.title or self.name,
            "mimetype": self.mimetype,
            "filetype": suffix,
            "pretty_type": suffix.upper(),
            "user": BOT_USER,
            "user_team": TEAM_ID,
            "editable": False,
            "size": self.length,
            "mode": "hosted",
            "is_external": False,
            "is_public": False,
            "url_private": f"{self.base}/files-pri/{place}/{self.name}",
            "url_private_download": f"{self.base}/files-pri/{place}/download/{self.name}",
            "permalink": f"https://{TEAM_DOMAIN}.slack.com/files/{BOT_USER}/{self.id}/{self.name}",
        }


class FileStorage:
    """Every file by its id, and by the key of the address that its bytes are sent to; `base` is the workspace's."""

    def __init__(self, clock: Callable[[], float]) -> None:
        self.base = ""
        self.files: dict[str, File] = {}
        self._clock = clock
        self._uploads: dict[str, File] = {}
        self._numbers = itertools.count(1)

    def announce(self, name: str, length: int) -> tuple[str, File]:
        """A file that is to come, and the key of its address."""
        number = next(self._numbers)
        file = File(
            id=f"F0FILE{number:04d}", name=name, length=length, created=int(self._clock()), base=self.base
        )
        key = f"u{number:012d}"
        self.files[file.id] = self._uploads[key] = file
        return key, file

    def receive(self, key: str, content: bytes) -> File:
        """Take in the bytes sent to an address; it takes them once, and only as many as were announced."""
        file = self._uploads.get(key)
        if file is None:
            raise SlackRefusal("upload_not_found")
        if len(content) != file.length:
            raise SlackRefusal("upload_length_mismatch")
        del self._uploads[key]
        file.content = content
        return file

    def finish(self, file_id: str, title: str) -> File:
        """The file, from now on complete; refused if its bytes never came."""
        file = self.files.get(file_id)
        if file is None or file.content is None:
            raise SlackRefusal("file_not_found")
        if file.complete:
            raise SlackRefusal("file_already_completed")
        file.title, file.complete = title or file.name, True
        return file

    def find(self, file_id: str) -> File:
        """The complete file with this id."""
        file = self.files.get(file_id)
        if file is None or not file.complete:
            raise SlackRefusal("file_not_found")
        return file
