"""A webinar for people's calendars: as a file by the book, and as links that fill in Google's or Outlook's own form.

A file holds one event, so its times are in UTC, which every reader understands the same way: what files say about
zones is read differently by Outlook, by Apple and by libraries. The local time stands in the description, in words.
Nobody's personal link gets into either of them, unless it is the one of whoever the file is for.
"""

import re
import unicodedata
from datetime import UTC, datetime, timedelta
from typing import Final, NamedTuple
from urllib.parse import quote, urlencode
from zoneinfo import ZoneInfo

from icalendar import Calendar, Event, vCalAddress, vText

from bot.models import Audience, Phase, Webinar

PRODUCT: Final = "-//Webinars for Slack//EN"
LINK_MAX: Final = 3000
"""Characters that Slack takes as a button's address."""
_BREAKS: Final = re.compile(r"\\(?=[nN])")
_ESCAPES: Final = str.maketrans({"\\": r"\\", ";": r"\;", ",": r"\,", "\n": r"\n"})
_GOOGLE: Final = "https://calendar.google.com/calendar/render"
_OUTLOOK: Final = "https://outlook.office.com/calendar/0/deeplink/compose"
_URI_MAX: Final = 700
"""A longer way in, encoded, stays out of a link: whoever needs it presses Join on the card."""
_TITLE_MAX: Final = 900


class WebLinks(NamedTuple):
    """The addresses that fill in somebody's own calendar."""

    google: str
    outlook: str


class _Way(NamedTuple):
    label: str
    uri: str | None


def calendar_file(webinar: Webinar, stamp: datetime, own_link: str | None = None) -> bytes:
    """The .ics as it is at an instant, with `own_link` of whoever it is for; a cancelled webinar's takes it out again.

    The same webinar always has the same UID, and every change a higher SEQUENCE, so a newer file replaces an older one.
    """
    cancelled = webinar.phase is Phase.CANCELLED
    calendar = Calendar()
    calendar.add("prodid", PRODUCT)
    calendar.add("version", "2.0")
    calendar.add("method", "CANCEL" if cancelled else "PUBLISH")
    calendar.add_component(_event(webinar, stamp, _way_in(webinar, own_link), cancelled=cancelled))
    return bytes(calendar.to_ical())


def file_name(webinar: Webinar) -> str:
    """The name of the file: the title with nothing in it that any disk would mind."""
    words = "".join(letter if letter.isalnum() else " " for letter in webinar.title).split()
    return f"{'-'.join(words)[:60].strip('-') or 'webinar'}.ics"


def web_links(webinar: Webinar) -> WebLinks:
    """The addresses that add a webinar in the browser; a text that is too long for a button's address is shortened."""
    way, starts, ends = _way_in(webinar), webinar.start.astimezone(UTC), webinar.end
    google = {"action": "TEMPLATE", "dates": f"{starts:%Y%m%dT%H%M%SZ}/{ends:%Y%m%dT%H%M%SZ}"}
    outlook = {
        "path": "/calendar/action/compose",
        "rru": "addevent",
        "startdt": f"{starts:%Y-%m-%dT%H:%M:%SZ}",
        "enddt": f"{ends:%Y-%m-%dT%H:%M:%SZ}",
    }
    return WebLinks(
        google=_filled(f"{_GOOGLE}?{_encoded(google)}", ("text", "location", "details"), webinar, way),
        outlook=_filled(f"{_OUTLOOK}?{_encoded(outlook)}", ("subject", "location", "body"), webinar, way),
    )


def _event(webinar: Webinar, stamp: datetime, way: _Way, *, cancelled: bool) -> Event:
    event, title = Event(), _clean(webinar.title)
    event.add("uid", f"{webinar.id}@webinars-for-slack")
    event.add("sequence", webinar.sequence)
    event.add("dtstamp", stamp.astimezone(UTC).replace(microsecond=0))
    event.add("dtstart", _whole_second(webinar.start))
    event.add("dtend", _whole_second(webinar.end))
    event["summary"] = _Text(f"Cancelled: {title}" if cancelled else title)
    event["description"] = _Text(f"{local_time(webinar)}\n\n{_description(webinar, way)}")
    event.add("status", "CANCELLED" if cancelled else "CONFIRMED")
    event.add("organizer", _organizer())
    if way.uri and not cancelled:
        event.add("url", way.uri)
        event.add("location", way.uri)
    return event


def local_time(webinar: Webinar) -> str:
    """The time by the webinar's own clock, in words: "Tuesday, December 1, 2026, 3:00 PM to 4:30 PM in New York"."""
    zone = ZoneInfo(webinar.time_zone)
    starts, ends = webinar.start.astimezone(zone), webinar.end.astimezone(zone)
    first, last = _clock(starts), _clock(ends)
    if starts.date() != ends.date():
        last = f"{_day(ends)}, {last}"
    place = webinar.time_zone.rsplit("/", 1)[-1].replace("_", " ")
    there = f"UTC{_offset(starts)}" if place == "UTC" else f"in {place} (UTC{_offset(starts)})"
    return f"{_day(starts)}, {first} to {last} {there}"


def _day(local: datetime) -> str:
    return f"{local:%A}, {local:%B} {local.day}, {local.year}"


def _clock(local: datetime) -> str:
    return f"{local.hour % 12 or 12}:{local:%M} {'AM' if local.hour < 12 else 'PM'}"


def _offset(local: datetime) -> str:
    """The offset from UTC, which tells the hours apart that clocks show twice; nothing for none."""
    minutes = round((local.utcoffset() or timedelta()).total_seconds() / 60)
    if minutes == 0:
        return ""
    hours, rest = divmod(abs(minutes), 60)
    return f"{'+' if minutes > 0 else '−'}{hours}" + (f":{rest:02}" if rest else "")


def _whole_second(instant: datetime) -> datetime:
    return instant.astimezone(UTC).replace(microsecond=0)


class _Text(vText):
    r"""A text as RFC 5545 escapes it, such that every reader finds it whole.

    The library writes `\N`, as in `DOMAIN\Nina`, as a line break. Readers that undo the escapes one after the other,
    such as node-ical, read a line break there whatever stands in the file: so a mark that nobody sees, which joins
    words, stands between.
    """

    def to_ical(self) -> bytes:
        return _BREAKS.sub("\\\\\u2060", str(self)).translate(_ESCAPES).encode()


def _organizer() -> vCalAddress:
    """RFC 5546 asks for an organizer; the host's address is nobody's business, so it is one that exists nowhere."""
    organizer = vCalAddress("mailto:noreply@webinars.invalid")
    organizer.params["CN"] = "Webinars for Slack"
    return organizer


def _way_in(webinar: Webinar, own_link: str | None = None) -> _Way:
    if own_link:
        return _Way("Your personal link (only visible to you)", own_link)
    if webinar.audience is Audience.ALL_HANDS:
        return _Way("Join", webinar.join_uri)
    return _Way("Register", webinar.registration.page_uri if webinar.registration else None)


def _description(webinar: Webinar, way: _Way) -> str:
    """The way to come, then the description."""
    if webinar.phase is Phase.CANCELLED:
        return "This webinar was cancelled."
    ways = f"{way.label}: {way.uri}" if way.uri else ""
    asked = "You need a password: ask the host." if webinar.settings.password else ""
    return "\n\n".join(filter(None, (ways, asked, _clean(webinar.description))))


def _filled(begun: str, names: tuple[str, str, str], webinar: Webinar, way: _Way) -> str:
    """An address that was begun, with title, place and text as far as they fit."""
    title, place, text = names
    if way.uri and len(quote(way.uri, safe="")) > _URI_MAX:
        way = _Way(way.label, None)
    fields = {title: _fitting(_clean(webinar.title), _TITLE_MAX)}
    if way.uri:
        fields[place] = way.uri
    address = f"{begun}&{_encoded(fields)}"
    room = LINK_MAX - len(address) - len(f"&{text}=")
    return f"{address}&{text}={quote(_fitting(_description(webinar, way), room), safe='')}"


def _fitting(text: str, room: int) -> str:
    """The text, cut with an ellipsis where it would be longer than `room` once it is encoded."""
    if len(quote(text, safe="")) <= room:
        return text
    room -= len(quote("…"))
    cut = 0
    for letter in text:
        room -= len(quote(letter, safe=""))
        if room < 0:
            break
        cut += 1
    return f"{text[:cut].rstrip()}…"


def _encoded(fields: dict[str, str]) -> str:
    """A query in which a space is %20: Outlook shows a plus as a plus."""
    return urlencode(fields, quote_via=quote, safe="")


def _clean(typed: str) -> str:
    """The text without the control characters that no calendar file may hold."""
    lines = typed.replace("\r\n", "\n").replace("\r", "\n")
    return "".join(one for one in lines if one in "\n\t" or unicodedata.category(one) != "Cc")
