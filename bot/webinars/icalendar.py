"""A webinar for people's calendars: as a file by the book, and as links that fill in Google's or Outlook's own form.

Nobody's personal link gets into either of them, unless it is the one of whoever the file is for.
"""

import unicodedata
from datetime import UTC, date, datetime
from typing import Final, NamedTuple
from urllib.parse import quote, urlencode
from zoneinfo import ZoneInfo

from icalendar import Calendar, Event, vCalAddress

from bot.models import Audience, Phase, Webinar

PRODUCT: Final = "-//Webinars for Slack//EN"
LINK_MAX: Final = 3000
"""Characters that Slack takes as a button's address."""
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
    first, last = webinar.start.year - 1, webinar.end.year + 2
    calendar.add_missing_timezones(first_date=date(first, 1, 1), last_date=date(last, 1, 1))
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
    event.add("dtstart", _there(webinar.start, webinar.time_zone))
    event.add("dtend", _there(webinar.end, webinar.time_zone))
    event.add("summary", f"Cancelled: {title}" if cancelled else title)
    event.add("description", _description(webinar, way))
    event.add("status", "CANCELLED" if cancelled else "CONFIRMED")
    event.add("organizer", _organizer())
    if way.uri and not cancelled:
        event.add("url", way.uri)
        event.add("location", way.uri)
    return event


def _there(instant: datetime, time_zone: str) -> datetime:
    """An instant in a zone; in UTC where the clocks show it a second time, since a file can only mean the first."""
    there = instant.astimezone(ZoneInfo(time_zone))
    first = there.replace(fold=0).astimezone(UTC)
    return there if first == instant else instant.astimezone(UTC)


def _organizer() -> vCalAddress:
    """RFC 5546 asks for an organizer; the host's address is nobody's business, so it is one that exists nowhere."""
    organizer = vCalAddress("mailto:noreply@webinars.invalid")
    organizer.params["CN"] = "Webinars for Slack"
    return organizer


def _way_in(webinar: Webinar, own_link: str | None = None) -> _Way:
    if own_link:
        return _Way("Your own link, for you alone", own_link)
    if webinar.audience is Audience.ALL_HANDS:
        return _Way("Join", webinar.join_uri)
    return _Way("Register", webinar.registration.page_uri if webinar.registration else None)


def _description(webinar: Webinar, way: _Way) -> str:
    """The way to come, then the description."""
    if webinar.phase is Phase.CANCELLED:
        return "This webinar was cancelled."
    ways = f"{way.label}: {way.uri}" if way.uri else ""
    asked = "A password is needed: ask the host." if webinar.settings.password else ""
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
